//! What a link to a view shows in a mail or a chat: its title, a sentence, and
//! its map, in the terms of Open Graph. As the public sees it, whoever asks.

use std::fmt::Write as _;
use std::sync::Arc;

use jiff::Timestamp;
use quick_xml::escape::escape;
use serde_json::{Map, Value, json};
use url::form_urlencoded::{self, Serializer};

use crate::http::App;
use atlas::View;
use domain::dates::{AsOf, parse_date};
use domain::people::viewer::Viewer;
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::words::Language;
use export::municipalities::filter_words;
use graphql::SelectionInput;
use rendering::picture::{PictureSubject, Shade, caption};

const SITE: &str = "Dekkingskaart";
/// As wide as most programs show it.
const PICTURE_WIDTH: &str = "1200";
/// The parameters of the client that choose municipalities, beside those that
/// are understood here.
const OTHER_CHOICES: [&str; 7] = [
    "completeness",
    "awareness",
    "policy",
    "approach",
    "mode",
    "assessed",
    "block",
];

/// The tags of a view.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct ViewHead {
    title: String,
    description: String,
    /// The address of its map; none where it has none of its own.
    picture: Option<String>,
    language: Language,
    /// Whether there are invented verdicts, of which the client says so before
    /// it asks anything.
    demonstration: bool,
}

/// What the address of a view asks for, as far as a picture shows it.
struct Asked {
    date: Option<String>,
    /// As it was known at an instant.
    known_at: Option<String>,
    shade: Shade,
    filter: Map<String, Value>,
    language: Language,
    /// Whether a picture shows the same municipalities.
    is_whole: bool,
}

impl Asked {
    fn read(query: &str) -> Self {
        let mut asked = Self {
            date: None,
            known_at: None,
            shade: Shade::Class,
            filter: Map::new(),
            language: Language::Dutch,
            is_whole: true,
        };
        for (name, value) in form_urlencoded::parse(query.as_bytes()) {
            let words = || value.split(',').collect::<Vec<_>>();
            match &*name {
                "date" if parse_date(&value).is_ok() => asked.date = Some(value.into_owned()),
                "knownAt" if is_instant(&value) => asked.known_at = Some(value.into_owned()),
                "lang" if value == "en" => asked.language = Language::English,
                "shade" => match Shade::find(&value).filter(|shade| !shade.is_internal()) {
                    Some(shade) => asked.shade = shade,
                    None => asked.is_whole = false,
                },
                "class" => {
                    asked.filter.insert("policyClass".into(), json!(words()));
                }
                "status" => {
                    let statuses = json!(words());
                    asked.filter.insert("coordinationStatus".into(), statuses);
                }
                "region" => {
                    if let Some((set, code)) = value.split_once('/') {
                        let region = json!({ "set": set, "code": code });
                        asked.filter.insert("region".into(), region);
                    }
                }
                other if OTHER_CHOICES.contains(&other) => asked.is_whole = false,
                _ => {}
            }
        }
        asked
    }

    fn picture(&self, region: Option<&RegionRef>) -> String {
        let mut query = Serializer::new(String::new());
        if let Some(date) = &self.date {
            query.append_pair("date", date);
        }
        if let Some(known_at) = &self.known_at {
            query.append_pair("knownAt", known_at);
        }
        if self.shade != Shade::Class {
            query.append_pair("shade", self.shade.id());
        }
        if !self.filter.is_empty() {
            let filter = Value::Object(self.filter.clone()).to_string();
            query.append_pair("where", &filter);
        }
        if let Some(region) = region {
            query.append_pair("region", &region.to_string());
        }
        if self.language == Language::English {
            query.append_pair("lang", "en");
        }
        query.append_pair("width", PICTURE_WIDTH);
        format!("/picture/map.png?{}", query.finish())
    }
}

fn is_instant(text: &str) -> bool {
    text.parse::<Timestamp>().is_ok()
}

/// The first parameter of an address that says when and cannot be read: without
/// it another map would be shown than was asked for.
pub(super) fn unreadable(query: &str) -> Option<&'static str> {
    form_urlencoded::parse(query.as_bytes()).find_map(|(name, value)| match &*name {
        "date" if parse_date(&value).is_err() => Some("date"),
        "knownAt" if !is_instant(&value) => Some("knownAt"),
        _ => None,
    })
}

impl ViewHead {
    /// That of the view at a path; none where the public may see nothing, or
    /// what it asks for cannot be.
    pub(super) fn of(app: &App, path: &str, query: &str) -> Option<Self> {
        let public = Viewer::public();
        if app.api().is_closed_to(&public) {
            return None;
        }
        let asked = Asked::read(query);
        let today = || app.clock().today();
        let date = asked.date.as_deref().map(parse_date);
        let date = date.and_then(Result::ok).unwrap_or_else(today);
        let known_at = asked.known_at.as_deref().map(str::parse::<Timestamp>);
        let as_of = AsOf::new(date, known_at.transpose().ok()?).ok()?;
        let atlas = app.atlas();
        let parts: Vec<&str> = path.trim_matches('/').split('/').collect();
        match parts[..] {
            ["" | "tabel"] if asked.is_whole => {
                let filter = Value::Object(asked.filter.clone()).to_string();
                let input = SelectionInput {
                    filter: Some(&filter),
                    order_by: None,
                    as_of,
                };
                let selection = app.api().selection(input, &atlas, &public).ok()?;
                let (view, positions) = selection.find(&atlas).ok()?;
                let chosen = filter_words(&view, selection.filter(), asked.language).join("; ");
                Some(Self::of_list(&view, &positions, None, &chosen, &asked))
            }
            ["gemeente", code] => Self::of_municipality(&atlas.at(as_of), code, &asked),
            ["regio", set, code] => {
                let view = atlas.at(as_of);
                let place = view.find_region(&RegionRef::new(set, code))?;
                let members = view.regions()[place].members.clone();
                Some(Self::of_list(&view, &members, Some(place), "", &asked))
            }
            ["bouwsteen", id] => {
                let view = atlas.at(as_of);
                let rubric = view.rubric()?;
                let block = &rubric.blocks[rubric.find_block(id)?];
                let title = asked.language.choose(&block.title_nl, &block.title_en);
                Some(Self::of_block(&view, title, &asked))
            }
            _ => None,
        }
    }

    fn of_block(view: &View, title: &str, asked: &Asked) -> Self {
        let description = asked.language.choose(
            "Kaart van zorgcoördinatie en beleid tegen mensenhandel in de Nederlandse gemeenten",
            "Map of care coordination and policy against human trafficking in Dutch municipalities",
        );
        Self {
            title: title.to_owned(),
            description: description.to_owned(),
            picture: None,
            language: asked.language,
            demonstration: view.index().demonstration(),
        }
    }

    /// That of municipalities: the members of a region, or what a filter selects,
    /// which these words say; empty where it is all of them.
    fn of_list(
        view: &Arc<View>,
        positions: &[usize],
        place: Option<usize>,
        chosen: &str,
        asked: &Asked,
    ) -> Self {
        let subject = PictureSubject {
            view,
            positions,
            region: place,
            selection: Some(chosen).filter(|words| !words.is_empty()),
            address: None,
        };
        let words = caption(subject, asked.shade, asked.language);
        let facts = view.index().facts();
        let region = place.map(|place| &facts.regions[view.regions()[place].region]);
        let title = match region {
            Some(region) => format!("{}: {}", region.name, words.title),
            None => words.title,
        };
        let mut description = words.subtitle;
        if let Some(selection) = words.selection {
            description = format!("{description} · {selection}");
        }
        if let Some(warning) = words.warning {
            description = format!("{description}. {warning}.");
        }
        Self {
            title,
            description,
            picture: Some(asked.picture(region.map(|region| &region.id))),
            language: asked.language,
            demonstration: view.index().demonstration(),
        }
    }

    fn of_municipality(view: &Arc<View>, code: &str, asked: &Asked) -> Option<Self> {
        let code: MunicipalityCode = code.parse().ok()?;
        let at = view.find(code)?;
        let state = &view.municipalities()[at];
        let language = asked.language;
        let province = view
            .regions_of(at)
            .find(|region| &*region.set == "provincie");
        let (policy, care) = (
            language.policy_class(state.policy.class),
            language.coordination(state.coordination.status),
        );
        let headings = language.choose(
            ("beleid", "zorgcoördinatie"),
            ("policy", "care coordination"),
        );
        let date = language.date(view.as_of().date());
        let mut description = format!("{date}: {} {policy}; {} {care}", headings.0, headings.1);
        let demonstration = view.index().demonstration();
        if demonstration {
            description = format!("{description}. {}.", language.invented());
        }
        Some(Self {
            title: view.edition()?.name(at).to_string(),
            description,
            picture: Some(asked.picture(province)),
            language,
            demonstration,
        })
    }

    /// The map as a page for a frame, which leads to the view; none where the
    /// view has no map of its own.
    pub(super) fn framed(&self, path: &str, query: &str) -> Option<String> {
        let picture = self.picture.as_deref()?;
        let picture = picture.replacen("/map.png", "/map.svg", 1);
        let view = if query.is_empty() {
            path.to_owned()
        } else {
            format!("{path}?{query}")
        };
        let language = self.language.choose("nl", "en");
        let more = self.language.choose(
            "Bekijk en doorzoek deze kaart in Dekkingskaart",
            "See and search this map in Dekkingskaart",
        );
        let (title, text) = (escape(&self.title), escape(&self.description));
        let (picture, view) = (escape(&picture), escape(&view));
        Some(format!(
            r#"<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>{title} · {SITE}</title>
<link rel="stylesheet" href="/embed.css">
</head>
<body>
<a href="{view}" target="_blank" rel="noopener">
<img src="{picture}" alt="{title}. {text}">
<span>{more}</span>
</a>
</body>
</html>
"#
        ))
    }

    /// The page with these tags in its head.
    pub(super) fn write_into(&self, page: &str, root: &str, address: &str) -> String {
        const TITLE: &str = "<title>Dekkingskaart</title>";
        let (title, text) = (escape(&self.title), escape(&self.description));
        let locale = self.language.choose("nl_NL", "en_GB");
        let mut tags = format!("<title>{title} · {SITE}</title>");
        let pairs = [
            ("og:type", "website"),
            ("og:site_name", SITE),
            ("og:locale", locale),
        ];
        let mut add = |name: &str, content: &str| {
            // Writing to a string cannot fail.
            let _ = write!(tags, r#"<meta property="{name}" content="{content}" />"#);
        };
        for (name, content) in pairs {
            add(name, content);
        }
        add("og:title", &title);
        add("og:description", &text);
        add("og:url", &escape(format!("{root}{address}")));
        if let Some(picture) = &self.picture {
            add("og:image", &escape(format!("{root}{picture}")));
            add("og:image:type", "image/png");
            add("og:image:width", PICTURE_WIDTH);
            add("og:image:alt", &text);
            tags += r#"<meta name="twitter:card" content="summary_large_image" />"#;
        }
        if self.demonstration {
            tags += r#"<meta name="demonstration" content="true" />"#;
        }
        page.replacen(TITLE, &tags, 1)
    }
}
