//! What the API says, as plain pages for a person.

use std::fmt::Write as _;

use quick_xml::escape::escape;
use serde_json::{Map, Value};

/// A page with a title and a body that is written already.
fn page(title: &str, body: &str) -> String {
    let title = escape(title);
    format!(
        r#"<!doctype html><html lang="nl"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title} · Dekkingskaart</title></head><body><main><h1>{title}</h1>{body}</main></body></html>"#
    )
}

/// The links of an answer.
fn links(links: &Value) -> String {
    let mut html = String::from("<h2>Links</h2><ul>");
    for link in links.as_array().into_iter().flatten() {
        let text = |name: &str| link[name].as_str().unwrap_or_default();
        // Writing to a string cannot fail.
        let _ = write!(
            html,
            r#"<li><a href="{}">{} ({})</a></li>"#,
            escape(text("href")),
            escape(text("title")),
            escape(text("rel"))
        );
    }
    html + "</ul>"
}

/// A description with its links.
pub(super) fn described(title: &str, body: &Value) -> String {
    let about = body["description"].as_str().unwrap_or_default();
    let mut html = format!("<p>{}</p>", escape(about));
    if let Some(collections) = body["collections"].as_array() {
        html.push_str("<ul>");
        for collection in collections {
            let text = |name: &str| collection[name].as_str().unwrap_or_default();
            let href = collection["links"][0]["href"].as_str().unwrap_or_default();
            let _ = write!(
                html,
                r#"<li><a href="{}?f=html">{}</a></li>"#,
                escape(href),
                escape(text("title"))
            );
        }
        html.push_str("</ul>");
    }
    if let Some(classes) = body["conformsTo"].as_array() {
        html.push_str("<ul>");
        for class in classes.iter().filter_map(Value::as_str) {
            let _ = write!(html, "<li>{}</li>", escape(class));
        }
        html.push_str("</ul>");
    }
    for name in body["properties"]
        .as_object()
        .into_iter()
        .flat_map(Map::keys)
    {
        let _ = write!(html, "<p><code>{}</code></p>", escape(name.as_str()));
    }
    html += &links(&body["links"]);
    page(title, &html)
}

/// A list of features.
pub(super) fn items<'a>(
    title: &str,
    at: &str,
    matched: usize,
    ids: impl Iterator<Item = &'a str>,
    all_links: &[Value],
) -> String {
    let mut html = format!("<p>{matched}</p><ul>");
    for id in ids {
        let id = escape(id);
        let _ = write!(
            html,
            r#"<li><a href="{}/items/{id}?f=html">{id}</a></li>"#,
            escape(at)
        );
    }
    html.push_str("</ul>");
    html += &links(&Value::from(all_links.to_vec()));
    page(title, &html)
}

/// The properties of a feature.
pub(super) fn feature(title: &str, at: &str, text: &str, all_links: &Value) -> String {
    let feature: Value = serde_json::from_str(text).unwrap_or_default();
    let mut html = format!(
        r#"<p><a href="{}/items?f=html">{}</a></p><dl>"#,
        escape(at),
        escape(title)
    );
    for (name, value) in feature["properties"].as_object().into_iter().flatten() {
        let value = match value {
            Value::Null => "–".to_owned(),
            Value::String(text) => text.clone(),
            other => other.to_string(),
        };
        let _ = write!(
            html,
            "<dt>{}</dt><dd>{}</dd>",
            escape(name.as_str()),
            escape(value.as_str())
        );
    }
    html.push_str("</dl>");
    html += &links(all_links);
    let name = feature["properties"]["name"].as_str().unwrap_or(title);
    page(name, &html)
}
