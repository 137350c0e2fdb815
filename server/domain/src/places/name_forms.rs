//! The names that may be meant by what somebody wrote.

use super::name_key::fold;
use super::provinces::names_province;

/// What says that a name is that of a municipality.
const BEFORE: [&str; 3] = ["gemeente ", "gem ", "municipality of "];
const BEHIND: [&str; 2] = [" gemeente", " gem"];
/// Abbreviations, as they are folded.
const ABBREVIATIONS: [(&str, &str); 6] = [
    (" a d ", " aan den "),
    (" a d ", " aan de "),
    (" ad ", " aan den "),
    (" ad ", " aan de "),
    (" a den ", " aan den "),
    (" a de ", " aan de "),
];
/// With other villages around it.
const WITH_OTHERS: [&str; 4] = [" ca", " c a", " eo", " e o"];

/// The most forms of a name that are worth a try.
const MOST: usize = 8;

/// A folded name, and what tells it from others of the name, such as its province.
type NameForm = (String, Option<String>);

/// The names that may be meant by what somebody wrote, what is most likely first:
/// as it stands, without what says that it is a municipality, with abbreviations
/// written out, and with the province apart.
#[must_use]
pub fn forms(name: &str) -> Vec<NameForm> {
    let trimmed = name.trim();
    let mut forms = Forms::default();
    forms.add(fold(trimmed), None);
    if let Some((before, within)) = trimmed.rsplit_once('(') {
        let within = fold(within);
        let is_kind = matches!(within.as_str(), "gemeente" | "gem" | "gm" | "g");
        forms.add(fold(before), (!is_kind).then_some(within));
    }
    if trimmed.contains(['&', '+']) {
        forms.add(fold(&trimmed.replace(['&', '+'], " en ")), None);
    }
    forms.extend(|text| {
        let before = BEFORE.iter().filter_map(|before| text.strip_prefix(before));
        let behind = BEHIND.iter().filter_map(|behind| text.strip_suffix(behind));
        before.chain(behind).map(str::to_owned).collect()
    });
    forms.extend(written_out);
    forms.separate_provinces();
    forms.extend(
        |text| match text.split(' ').collect::<Vec<_>>().as_slice() {
            [one, other] => vec![format!("{one} en {other}")],
            _ => Vec::new(),
        },
    );
    forms.0.truncate(MOST);
    forms.0
}

/// `St. Anthonis`, `Alphen a/d Rijn`, `Nuenen c.a.`
fn written_out(text: &str) -> Vec<String> {
    let mut written: Vec<String> = ABBREVIATIONS
        .iter()
        .filter(|(short, _)| text.contains(short))
        .map(|(short, long)| text.replace(short, long))
        .collect();
    for (short, long) in [("st ", "sint "), ("sint ", "st ")] {
        written.extend(text.strip_prefix(short).map(|rest| format!("{long}{rest}")));
    }
    let bare = WITH_OTHERS.iter();
    written.extend(bare.filter_map(|end| text.strip_suffix(end).map(str::to_owned)));
    written
}

#[derive(Default)]
struct Forms(Vec<NameForm>);

impl Forms {
    fn add(&mut self, text: String, within: Option<String>) {
        let form = (text, within);
        if !form.0.is_empty() && !self.0.contains(&form) {
            self.0.push(form);
        }
    }

    /// Adds what follows from each form that is there.
    fn extend(&mut self, others: impl Fn(&str) -> Vec<String>) {
        for (text, within) in self.0.clone() {
            for other in others(&text) {
                self.add(other, within.clone());
            }
        }
    }

    /// `Hengelo Overijssel`, `Laren NH`, `Laren N-H`.
    fn separate_provinces(&mut self) {
        for (text, within) in self.0.clone() {
            let words: Vec<&str> = text.split(' ').collect();
            for (before, province) in (1..words.len()).rev().take(2).map(|at| words.split_at(at)) {
                let province = province.join(" ");
                if within.is_none() && names_province(&province) {
                    self.add(before.join(" "), Some(province));
                }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_name_that_is_meant_is_among_the_first_forms() {
        for (written, meant, within) in [
            ("gemeente Utrecht", "utrecht", None),
            ("Utrecht (gemeente)", "utrecht", None),
            ("Laren (NH.)", "laren", Some("nh")),
            ("Laren N-H", "laren", Some("n h")),
            ("Hengelo Overijssel", "hengelo", Some("overijssel")),
            ("Bergen Noord-Holland", "bergen", Some("noord holland")),
            ("Alphen a.d. Rijn", "alphen aan den rijn", None),
            ("Ouderkerk a/d Amstel", "ouderkerk aan de amstel", None),
            ("St. Anthonis", "sint anthonis", None),
            ("Nuenen c.a.", "nuenen", None),
            ("Kaag & Braassem", "kaag en braassem", None),
            ("Gilze-Rijen", "gilze en rijen", None),
        ] {
            let forms = forms(written);
            let meant = (meant.to_owned(), within.map(str::to_owned));
            assert!(forms.contains(&meant), "{written}: {forms:?}");
            assert!(forms.len() <= MOST, "{written}: {forms:?}");
        }
    }
}
