//! Names as people and Statistics Netherlands write them, made by rule from the
//! register: the first answer is right, or is called a guess.

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write as _;
use std::fs;

use serde_json::Value;

use crate::support::Server;

const DATE: &str = "2023-06-01";

/// Names of the municipalities of the date, by code.
fn register() -> BTreeMap<String, String> {
    let query = format!(r#"{{ municipalities(asOf: "{DATE}") {{ nodes {{ code name }} }} }}"#);
    let data = Server::public().data(&query);
    let nodes = data["municipalities"]["nodes"].as_array().unwrap();
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    nodes
        .iter()
        .map(|node| (text(&node["code"]), text(&node["name"])))
        .collect()
}

/// The first answer: its code, and why it was found.
fn first(text: &str) -> Option<(String, String)> {
    let text = serde_json::to_string(text).unwrap();
    let query = format!(
        r#"{{ search(text: {text}, asOf: "{DATE}", first: 1) {{ reason municipality {{ code }} }} }}"#
    );
    let data = Server::public().data(&query);
    let hit = data["search"].get(0)?;
    let text = |value: &Value| value.as_str().unwrap().to_owned();
    Some((text(&hit["municipality"]["code"]), text(&hit["reason"])))
}

type Spell = fn(&str) -> String;

const SPELLINGS: &[(&str, Spell)] = &[
    ("plain", |name| name.to_owned()),
    ("before", |name| format!("gemeente {name}")),
    ("behind", |name| format!("{name} (gemeente)")),
    ("capitals", str::to_uppercase),
    ("apostrophe", |name| name.replace('\'', "\u{2019}")),
    ("hyphens", |name| name.replace('-', " ")),
    ("abbreviated", |name| {
        name.replace("aan den ", "a/d ").replace("aan de ", "a/d ")
    }),
    ("ligature", |name| {
        name.replace("IJ", "Ĳ").replace("ij", "ĳ")
    }),
];

#[test]
fn every_spelling_finds_its_municipality_first() {
    let register = register();
    let mut wrong = Vec::new();
    let mut tried = 0;
    for (code, name) in register.iter().step_by(7) {
        for (kind, spell) in SPELLINGS {
            tried += 1;
            let written = spell(name);
            match first(&written) {
                Some((found, reason)) if found == *code && reason != "FUZZY" => {}
                answer => wrong.push(format!("{kind}: {written}: {answer:?}")),
            }
        }
    }
    assert!(tried > 300, "{tried}");
    assert!(wrong.is_empty(), "{wrong:#?}");
}

#[test]
fn what_has_a_wrong_letter_is_found_or_called_a_guess() {
    let register = register();
    for (code, name) in register.iter().step_by(5) {
        let letters: Vec<char> = name.chars().collect();
        let middle = letters.len() / 2;
        let written: String = letters
            .iter()
            .enumerate()
            .map(|(at, letter)| if at == middle { 'q' } else { *letter })
            .collect();
        if let Some((found, reason)) = first(&written) {
            let is_right = found == *code || reason == "FUZZY";
            assert!(is_right, "{written}: {found} {reason}");
        }
    }
}

#[test]
fn a_place_leads_to_its_municipality_and_never_to_a_name_that_looks_alike() {
    let register = register();
    let names: BTreeSet<String> = register.values().map(|name| name.to_lowercase()).collect();
    let mut lies: BTreeMap<&str, BTreeSet<&str>> = BTreeMap::new();
    for line in geodata::data::PLACES.lines().skip(1) {
        let cells: Vec<&str> = line.split(',').collect();
        lies.entry(cells[1]).or_default().insert(cells[2]);
    }
    let places = lies
        .iter()
        .filter(|(name, _)| name.chars().count() > 2 && !names.contains(&name.to_lowercase()));
    let mut tried = 0;
    for (name, codes) in places.step_by(23) {
        tried += 1;
        let (found, reason) = first(name).unwrap_or_else(|| panic!("{name}"));
        // Some are short or other names of municipalities as well.
        let is_name = ["ALIAS", "FORMER_NAME", "NAME"].contains(&reason.as_str());
        assert!(
            codes.contains(&*found) || is_name,
            "{name}: {found} {reason}"
        );
        assert_ne!(reason, "FUZZY", "{name}");
    }
    assert!(tried > 100, "{tried}");
}

#[test]
fn the_same_spellings_are_read_in_a_file() {
    let server = Server::public();
    let register = register();
    let folder = tempfile::tempdir().unwrap();
    for (kind, spell) in SPELLINGS {
        let mut file = "peildatum;gemeente;inwoners\n".to_owned();
        let expected: Vec<&String> = register.keys().step_by(7).collect();
        for code in &expected {
            writeln!(file, "2023-01-01;\"{}\";5000", spell(&register[*code])).unwrap();
        }
        let path = folder.path().join(format!("{kind}.csv"));
        fs::write(&path, file).unwrap();
        let path = path.to_str().unwrap();
        let told = server.run(&["import", "population", path, "--dry-run"]);
        let read: Vec<&str> = told
            .lines()
            .filter(|line| line.starts_with("line "))
            .filter_map(|line| line.split(": ").nth(1)?.split(' ').nth(1))
            .collect();
        assert_eq!(read, expected, "{kind}: {told}");
    }
}
