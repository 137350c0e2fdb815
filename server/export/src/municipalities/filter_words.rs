//! A filter and an order in words, for who reads an export later.

use jiff::civil::Date;

use atlas::{Filter, OrderField, Range, SortOrder, View};
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::vocabulary::Dimension;
use domain::words::Language;
use rendering::picture::Shade;

/// The conditions of a filter, one by one; none for all municipalities.
#[must_use]
pub fn filter_words(view: &View, filter: Option<&Filter>, language: Language) -> Vec<String> {
    let words = FilterWords { view, language };
    match filter {
        None => Vec::new(),
        Some(Filter::All(parts)) => parts.iter().flat_map(|part| words.parts(part)).collect(),
        Some(filter) => vec![words.of(filter)],
    }
}

struct FilterWords<'a> {
    view: &'a View,
    language: Language,
}

impl FilterWords<'_> {
    fn choose<'t>(&self, dutch: &'t str, english: &'t str) -> &'t str {
        self.language.choose(dutch, english)
    }

    /// Those of what lies in a row of conditions that must all hold.
    fn parts(&self, filter: &Filter) -> Vec<String> {
        match filter {
            Filter::All(parts) => parts.iter().flat_map(|part| self.parts(part)).collect(),
            filter => vec![self.of(filter)],
        }
    }

    fn joined(&self, parts: &[Filter], between: &str, none: &str) -> String {
        let parts: Vec<String> = parts.iter().map(|part| self.of(part)).collect();
        match parts.as_slice() {
            [] => none.to_owned(),
            [one] => one.clone(),
            parts => format!("({})", parts.join(between)),
        }
    }

    fn or<T: AsRef<str>>(&self, of: &str, values: &[T]) -> String {
        let values: Vec<&str> = values.iter().map(AsRef::as_ref).collect();
        match values.as_slice() {
            [] => format!("{of}: {}", self.choose("geen enkele", "none of them")),
            values => {
                let between = self.choose(" of ", " or ");
                format!("{of}: {}", values.join(between))
            }
        }
    }

    fn of(&self, filter: &Filter) -> String {
        let language = self.language;
        match filter {
            Filter::All(parts) => {
                let none = self.choose("alle gemeenten", "all municipalities");
                self.joined(parts, self.choose(" en ", " and "), none)
            }
            Filter::Any(parts) => {
                let none = self.choose("geen gemeenten", "no municipalities");
                self.joined(parts, self.choose(" of ", " or "), none)
            }
            Filter::Not(part) => format!("{} ({})", self.choose("niet", "not"), self.of(part)),
            Filter::Code(codes) => {
                let names: Vec<String> =
                    codes.iter().map(|code| self.municipality(*code)).collect();
                self.or(self.choose("gemeente", "municipality"), &names)
            }
            Filter::NameContains(text) => {
                format!("{} ‘{text}’", self.choose("naam bevat", "name contains"))
            }
            Filter::Region(regions) => {
                let names: Vec<String> = regions.iter().map(|region| self.region(region)).collect();
                self.or(self.choose("regio", "region"), &names)
            }
            Filter::Status(statuses) => {
                let labels: Vec<&str> =
                    statuses.iter().map(|s| language.coordination(*s)).collect();
                self.or(self.choose("zorgcoördinatie", "care coordination"), &labels)
            }
            Filter::Mode(modes) => {
                let labels: Vec<&str> = modes.iter().map(|mode| language.mode(*mode)).collect();
                self.or(self.choose("hoe ingevuld", "how filled"), &labels)
            }
            Filter::Class(classes) => {
                let labels: Vec<&str> = classes.iter().map(|c| language.policy_class(*c)).collect();
                self.or(self.choose("beleid", "policy"), &labels)
            }
            Filter::Low(range) => self.share(Column::Low, None, range),
            Filter::High(range) => self.share(Column::High, None, range),
            Filter::Dimension(dimension, low, high) => {
                let low = low.map(|range| self.share(Column::Low, Some(*dimension), &range));
                let high = high.map(|range| self.share(Column::High, Some(*dimension), &range));
                let both: Vec<String> = low.into_iter().chain(high).collect();
                both.join(self.choose(" en ", " and "))
            }
            Filter::Block(id, verdicts) => {
                let labels: Vec<&str> = verdicts.iter().map(|v| language.verdict(*v)).collect();
                self.or(&format!("‘{}’", self.block(id)), &labels)
            }
            Filter::Population(range) => {
                let bounds = self.bounds(range, |number| language.number(number));
                format!("{} {bounds}", self.choose("inwoners", "inhabitants"))
            }
            Filter::Assessed(from, to) => self.dates(
                self.choose("laatst beoordeeld", "last assessed"),
                *from,
                *to,
            ),
            Filter::NeverAssessed(true) => {
                self.choose("nooit beoordeeld", "never assessed").to_owned()
            }
            Filter::NeverAssessed(false) => {
                self.choose("ooit beoordeeld", "once assessed").to_owned()
            }
            Filter::Briefed(from, to) => self.dates(
                self.choose("laatst voorgelicht", "last briefed"),
                *from,
                *to,
            ),
            Filter::NeverBriefed(true) => {
                self.choose("nooit voorgelicht", "never briefed").to_owned()
            }
            Filter::NeverBriefed(false) => {
                self.choose("ooit voorgelicht", "once briefed").to_owned()
            }
            Filter::Inherited(true) => self
                .choose(
                    "met iets van een voorganger",
                    "with something of a predecessor",
                )
                .to_owned(),
            Filter::Inherited(false) => self
                .choose(
                    "zonder iets van een voorganger",
                    "with nothing of a predecessor",
                )
                .to_owned(),
            Filter::AdjacentTo(_)
            | Filter::Within(_)
            | Filter::BoundingBox(_)
            | Filter::Near(_) => self.of_place(filter),
        }
    }

    fn of_place(&self, filter: &Filter) -> String {
        match filter {
            Filter::AdjacentTo(code) => {
                let name = self.municipality(*code);
                format!("{} {name}", self.choose("grenst aan", "borders on"))
            }
            Filter::Within(_) => self
                .choose("binnen een getekend vlak", "within a drawn area")
                .to_owned(),
            Filter::BoundingBox([west, south, east, north]) => {
                let text = self.choose("raakt het kader", "touches the box");
                format!("{text} {west}, {south}, {east}, {north} (WGS84)")
            }
            Filter::Near([longitude, latitude, kilometres]) => {
                let text = self.choose("km van", "km from");
                let within = self.choose("binnen", "within");
                format!("{within} {kilometres} {text} {longitude}, {latitude} (WGS84)")
            }
            _ => String::new(),
        }
    }

    fn municipality(&self, code: MunicipalityCode) -> String {
        let at = self.view.find(code).zip(self.view.edition());
        at.map_or_else(
            || code.to_string(),
            |(at, edition)| format!("{} ({code})", edition.name(at)),
        )
    }

    fn region(&self, id: &RegionRef) -> String {
        let facts = self.view.index().facts();
        let place = self.view.find_region(id);
        let region = place.map(|place| &facts.regions[self.view.regions()[place].region]);
        region.map_or_else(
            || id.to_string(),
            |region| format!("{} ({id})", region.name),
        )
    }

    fn block(&self, id: &str) -> String {
        let rubric = self.view.rubric();
        let block = rubric.and_then(|rubric| Some(&rubric.blocks[rubric.find_block(id)?]));
        let title = block.map(|block| self.language.choose(&block.title_nl, &block.title_en));
        title.map_or_else(|| id.to_owned(), Clone::clone)
    }

    fn share(&self, end: Column, dimension: Option<Dimension>, range: &Range<f64>) -> String {
        let of = match dimension {
            None => Shade::Completeness.title(self.language),
            Some(dimension) => Shade::Dimension(dimension).title(self.language),
        };
        let end = match end {
            Column::Low => self.choose("ten minste", "at least"),
            Column::High => self.choose("ten hoogste", "at most"),
        };
        let bounds = self.bounds(range, |share| self.language.percent(share));
        format!("{of} ({end}) {bounds}")
    }

    fn bounds<T: Copy>(&self, range: &Range<T>, write: impl Fn(T) -> String) -> String {
        let signs = [
            (self.choose("meer dan", "more than"), range.gt),
            (self.choose("vanaf", "from"), range.gte),
            (self.choose("minder dan", "less than"), range.lt),
            (self.choose("tot en met", "up to"), range.lte),
        ];
        let given = signs
            .into_iter()
            .filter_map(|(sign, bound)| Some((sign, bound?)));
        let given: Vec<String> = given
            .map(|(sign, bound)| format!("{sign} {}", write(bound)))
            .collect();
        given.join(self.choose(" en ", " and "))
    }

    fn dates(&self, of: &str, from: Option<Date>, to: Option<Date>) -> String {
        let words = |word: &str, date| format!("{word} {}", self.language.date(date));
        let from = from.map(|from| words(self.choose("vanaf", "from"), from));
        let to = to.map(|to| words(self.choose("tot en met", "up to"), to));
        let parts: Vec<String> = std::iter::once(of.to_owned())
            .chain(from)
            .chain(to)
            .collect();
        parts.join(" ")
    }
}

#[derive(Clone, Copy)]
enum Column {
    Low,
    High,
}

/// An order in words; nothing where none was given.
#[must_use]
pub fn order_words(orders: &[SortOrder], language: Language) -> Option<String> {
    let words = orders.iter().map(|order| {
        let by = match order.by {
            OrderField::Name => language.choose("naam", "name"),
            OrderField::Code => "code",
            OrderField::Population => language.choose("inwoners", "inhabitants"),
            OrderField::CompletenessLow => {
                language.choose("volledigheid (ten minste)", "completeness (at least)")
            }
            OrderField::CompletenessHigh => {
                language.choose("volledigheid (ten hoogste)", "completeness (at most)")
            }
            OrderField::CoordinationStatus => {
                language.choose("zorgcoördinatie", "care coordination")
            }
            OrderField::PolicyClass => language.choose("beleid", "policy"),
            OrderField::LastAssessed => language.choose("laatst beoordeeld", "last assessed"),
            OrderField::LastBriefed => language.choose("laatst voorgelicht", "last briefed"),
            OrderField::Priority => language.choose("volgorde om voor te lichten", "rank to brief"),
            OrderField::PriorityAsk => language.choose("volgorde om te vragen", "rank to ask"),
        };
        let down = language.choose(", aflopend", ", descending");
        format!("{by}{}", if order.descending { down } else { "" })
    });
    let words: Vec<String> = words.collect();
    (!words.is_empty()).then(|| words.join("; "))
}
