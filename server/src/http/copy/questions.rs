//! The questions that the pages of a copy ask. The client has the list, and its
//! tests hold it against what its pages ask.

use serde::Deserialize;
use serde_json::Value;

use atlas::View;

const LIST: &str = include_str!("../../../../web/src/lib/copy/questions.json");
/// As GraphQL names them.
const LANGUAGES: [&str; 2] = ["NL", "EN"];

/// For what a question is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum Each {
    Site,
    Set,
    Region,
    Municipality,
}

#[derive(Debug, Deserialize)]
struct Template {
    each: Each,
    text: String,
    variables: Value,
}

/// A question with its variables.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Question {
    pub(super) text: String,
    pub(super) variables: Value,
}

/// What stands for the words that begin with `$`.
struct Filling<'a> {
    today: &'a str,
    language: &'a str,
    set: &'a str,
    code: &'a str,
}

/// All questions about what a view has.
pub(super) fn questions(view: &View) -> Result<Vec<Question>, serde_json::Error> {
    let templates: Vec<Template> = serde_json::from_str(LIST)?;
    let today = view.as_of().date().to_string();
    let places = |each: Each| -> Vec<(String, String)> {
        let nothing = String::new;
        match each {
            Each::Site => vec![(nothing(), nothing())],
            Each::Set => {
                let sets = view.index().facts().region_sets.iter();
                sets.map(|set| (set.id.to_string(), nothing())).collect()
            }
            Each::Region => regions(view),
            Each::Municipality => codes(view).map(|code| (nothing(), code)).collect(),
        }
    };
    let mut asked = Vec::new();
    for template in templates {
        for (set, code) in places(template.each) {
            for language in LANGUAGES {
                let filling = Filling {
                    today: &today,
                    language,
                    set: &set,
                    code: &code,
                };
                asked.push(Question {
                    text: template.text.clone(),
                    variables: filled(&template.variables, &filling),
                });
            }
        }
    }
    Ok(asked)
}

/// The set and the code of each region that has a municipality.
pub(super) fn regions(view: &View) -> Vec<(String, String)> {
    let regions = view.regions().iter();
    regions
        .filter(|region| !region.members.is_empty())
        .map(|region| (region.id.set.to_string(), region.id.code.to_string()))
        .collect()
}

/// The codes of the municipalities.
pub(super) fn codes(view: &View) -> impl Iterator<Item = String> {
    let all = 0..view.municipalities().len();
    all.filter_map(|at| view.code(at))
        .map(|code| code.to_string())
}

fn filled(value: &Value, filling: &Filling<'_>) -> Value {
    match value {
        Value::String(text) => match text.as_str() {
            "$today" => filling.today.into(),
            "$language" => filling.language.into(),
            "$set" => filling.set.into(),
            "$code" => filling.code.into(),
            text => text.into(),
        },
        Value::Array(values) => values.iter().map(|value| filled(value, filling)).collect(),
        Value::Object(fields) => Value::Object(
            fields
                .iter()
                .map(|(name, value)| (name.clone(), filled(value, filling)))
                .collect(),
        ),
        plain => plain.clone(),
    }
}
