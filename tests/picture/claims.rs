//! No sheet says more of a municipality than is known (rule 5).

use dekkingskaart::atlas::{BlockState, View};
use dekkingskaart::domain::places::code::RegionRef;
use dekkingskaart::domain::policy::completeness::Certainty;
use dekkingskaart::domain::vocabulary::{PolicyClass, Verdict};
use dekkingskaart::sheet::{Format, Sheet};
use serde_json::Value;

use super::view;
use crate::support::{Docx, OVERSTATED, gm, shipped_facts};

const DATES: [&str; 2] = ["2026-11-28", "2021-12-31"];
const KNOWN: &str = "Wat wij weten";
const ASKED: &str = "Wat wij niet weten en u vragen";
/// What is missing, or not yet finished.
const MISSING: [&str; 3] = [
    "Wat ontbreekt",
    "Wat ontbreekt of nog in voorbereiding is",
    "Wat nog in voorbereiding is",
];

/// A sheet as it is handed to the PDF and to the Word document.
struct Read {
    name: String,
    /// From top to bottom: the summary, the body, what closes it.
    blocks: Vec<Value>,
    /// All that it says, a line for each paragraph or cell.
    text: String,
}

impl Read {
    fn new(sheet: &Sheet) -> Self {
        let content = serde_json::to_value(sheet).unwrap();
        let blocks = ["summary", "body", "closing"]
            .iter()
            .flat_map(|part| content[part].as_array().unwrap().clone())
            .collect();
        let mut text = String::new();
        write_words(&content, &mut text);
        Self {
            name: content["name"].as_str().unwrap().to_owned(),
            blocks,
            text,
        }
    }

    fn headings(&self) -> Vec<&str> {
        let headings = self.blocks.iter().filter(|block| block["is"] == "heading");
        headings
            .map(|block| block["text"].as_str().unwrap())
            .collect()
    }

    /// The first cell of each row of the table after this heading.
    fn rows_after(&self, headings: &[&str]) -> Vec<String> {
        let mut blocks = self.blocks.iter().skip_while(|block| {
            let text = block["text"].as_str().unwrap_or_default();
            block["is"] != "heading" || !headings.contains(&text)
        });
        let table = blocks.find(|block| block["is"] == "table");
        let rows = table.map_or(Vec::new(), |table| {
            table["rows"].as_array().unwrap().clone()
        });
        rows.iter()
            .map(|row| row[0][0]["text"].as_str().unwrap().to_owned())
            .collect()
    }

    fn questions(&self) -> Vec<&str> {
        let questions = self.blocks.iter().find(|block| block["is"] == "questions");
        let items = questions.map_or(&[][..], |block| block["items"].as_array().unwrap());
        items
            .iter()
            .map(|item| item["title"].as_str().unwrap())
            .collect()
    }

    fn check(&self, holds: bool, what: &str) {
        assert!(holds, "{}: {what}\n{}", self.name, self.text);
    }
}

/// Writes what a value says; the spans of a paragraph stay on one line.
fn write_words(value: &Value, text: &mut String) {
    match value {
        Value::String(words) => text.push_str(words),
        Value::Array(items) => {
            for item in items {
                write_words(item, text);
                if item.get("bold").is_none() {
                    text.push('\n');
                }
            }
        }
        Value::Object(fields) => {
            let said = fields
                .iter()
                .filter(|(name, _)| !["is", "url", "layout", "address"].contains(&name.as_str()));
            for (_, value) in said {
                write_words(value, text);
                if !value.is_boolean() && fields.get("bold").is_none() {
                    text.push('\n');
                }
            }
        }
        _ => {}
    }
}

/// The titles of the blocks of a municipality that a condition selects.
fn titles(view: &View, at: usize, of: impl Fn(&BlockState) -> bool) -> Vec<String> {
    let rubric = view.rubric().unwrap();
    let blocks = rubric.blocks.iter();
    let states = view.municipalities()[at].policy.blocks.iter();
    blocks
        .zip(states)
        .filter(|(_, state)| of(state))
        .map(|(block, _)| block.title_nl.clone())
        .collect()
}

fn check_municipality(view: &View, at: usize, read: &Read) {
    let policy = &view.municipalities()[at].policy;
    let completeness = &policy.completeness;
    let unknown = titles(view, at, |state| state.verdict == Verdict::Unknown);
    let open = titles(view, at, |state| {
        matches!(state.verdict, Verdict::Absent | Verdict::InPreparation)
    });

    let cannot_tell = format!(
        "Of het beleid compleet is, kunnen wij niet zeggen: van {} van de {} bouwstenen is niets bekend.",
        completeness.unknown,
        completeness.total()
    );
    let incomplete = "Zeker is dat het basisbeleid niet compleet is: ";
    let certainty = policy.class.certainty();
    let says = |words: &str| read.text.contains(words);
    read.check(
        says(&cannot_tell) == (certainty == Certainty::Open),
        "what cannot be told",
    );
    read.check(
        says(incomplete) == (certainty == Certainty::NotComplete),
        "what is certainly not complete",
    );
    if certainty == Certainty::Open {
        let lower = read.text.to_lowercase();
        for words in OVERSTATED {
            read.check(!lower.contains(words), words);
        }
        // The word stands over a table of what is known to be absent, alone.
        let headings = usize::from(completeness.absent > 0);
        read.check(
            lower.matches("ontbre").count() <= headings,
            "what is missing",
        );
    }
    if completeness.high - completeness.low > 0.05 {
        read.check(says("Volledigheid: ten minste "), "a single percentage");
    }

    let headings = read.headings();
    let place = |heading: &str| headings.iter().position(|other| *other == heading);
    let missing = MISSING.iter().find_map(|heading| place(heading));
    read.check(place(KNOWN) == Some(0), KNOWN);
    read.check(place(ASKED).is_some() != unknown.is_empty(), ASKED);
    read.check(missing.is_some() != open.is_empty(), MISSING[0]);
    if let (Some(asked), Some(missing)) = (place(ASKED), missing) {
        read.check(asked < missing, "the order of the parts");
    }
    read.check(read.questions() == unknown, "the questions");
    let rows = read.rows_after(&MISSING);
    read.check(missing.is_none() || !rows.is_empty(), "the missing");
    for row in missing.map_or(Vec::new(), |_| rows) {
        read.check(open.contains(&row), &row);
    }
}

#[tokio::test]
async fn no_sheet_of_a_municipality_says_more_than_is_known() {
    let facts = shipped_facts(false).await;
    for date in DATES {
        let (view, stamp) = view(facts.clone(), date);
        let codes = view.edition().unwrap().codes();
        let mut classes = [0; PolicyClass::ALL.len()];
        for (at, code) in codes.iter().enumerate() {
            let sheet = Sheet::of_municipality(&view, *code, &stamp).unwrap();
            check_municipality(&view, at, &Read::new(&sheet));
            classes[view.municipalities()[at].policy.class as usize] += 1;
        }
        for class in [
            PolicyClass::NotAssessed,
            PolicyClass::Uncertain,
            PolicyClass::Partial,
        ] {
            assert!(classes[class as usize] > 0, "{date}: no {class}");
        }
    }
}

#[tokio::test]
async fn where_all_is_known_a_sheet_tells_of_every_class() {
    let (view, stamp) = view(shipped_facts(true).await, DATES[0]);
    let codes = view.edition().unwrap().codes();
    for (at, code) in codes.iter().enumerate() {
        let sheet = Sheet::of_municipality(&view, *code, &stamp).unwrap();
        check_municipality(&view, at, &Read::new(&sheet));
    }
}

#[tokio::test]
async fn a_region_counts_only_what_is_certain() {
    let facts = shipped_facts(false).await;
    for date in DATES {
        let (view, stamp) = view(facts.clone(), date);
        for region in &view.index().facts().regions {
            let place = view.find_region(&region.id).unwrap();
            let members = &view.regions()[place].members;
            let sheet = Sheet::of_region(&view, &region.id, &stamp).unwrap();
            let read = Read::new(&sheet);
            let with = |certainty| {
                let states = members.iter().map(|at| &view.municipalities()[*at]);
                states
                    .filter(|state| state.policy.class.certainty() == certainty)
                    .count()
            };
            let (low, unclear) = (with(Certainty::NotComplete), with(Certainty::Open));
            let (high, of) = (low + unclear, members.len());
            let told = if unclear == 0 {
                format!("{low} van {of} gemeenten zonder volledig beleid.")
            } else {
                format!(
                    "Ten minste {low}, ten hoogste {high} van {of} gemeenten zonder volledig beleid. \
                     Van {unclear} is te weinig bekend"
                )
            };
            read.check(read.text.contains(&told), &told);
            for (class, words) in [
                (PolicyClass::Uncertain, "nog onduidelijk"),
                (PolicyClass::NotAssessed, "niet beoordeeld"),
            ] {
                let states = members.iter().map(|at| &view.municipalities()[*at]);
                let number = states.filter(|state| state.policy.class == class).count();
                let told = format!("{number} {words}");
                read.check(number == 0 || read.text.contains(&told), &told);
            }
            check_missing_in_region(&view, members, &read);
        }
    }
}

/// What a region is said to miss is known of one of its municipalities.
fn check_missing_in_region(view: &View, members: &[usize], read: &Read) {
    let rubric = view.rubric().unwrap();
    let headings = read.headings();
    if !headings.iter().any(|heading| MISSING.contains(heading)) {
        return;
    }
    for row in read.rows_after(&MISSING) {
        let mut blocks = rubric.blocks.iter();
        let block = blocks.position(|block| block.title_nl == row).unwrap();
        let known = members.iter().any(|at| {
            let verdict = view.municipalities()[*at].policy.blocks[block].verdict;
            matches!(verdict, Verdict::Absent | Verdict::InPreparation)
        });
        read.check(known, &row);
    }
}

#[tokio::test]
async fn a_document_asks_with_boxes_to_tick() {
    let (view, mut stamp) = view(shipped_facts(false).await, DATES[0]);
    stamp.address = Some("https://kaart.example.nl".to_owned());
    let code = gm("GM0150");
    let at = view.find(code).unwrap();
    let unknown = view.municipalities()[at].policy.completeness.unknown as usize;
    let sheet = Sheet::of_municipality(&view, code, &stamp).unwrap();
    let docx = Docx::read(&sheet.set(Format::Docx).unwrap());
    assert!(unknown > 0);
    assert_eq!(docx.count("w14:checkbox"), 4 * unknown);
    let names = docx.values("w:alias", Some("w:val"));
    assert!(names.iter().all(|name| name.chars().count() <= 64));
    let relations = String::from_utf8(docx.part("word/_rels/document.xml.rels").to_vec()).unwrap();
    assert!(
        relations.contains("https://kaart.example.nl/gemeente/GM0150"),
        "{relations}"
    );
    let region = RegionRef::new("vng-platform", "RP02");
    let sheet = Sheet::of_region(&view, &region, &stamp).unwrap();
    let docx = Docx::read(&sheet.set(Format::Docx).unwrap());
    assert_eq!(docx.count("w14:checkbox"), 0);
}
