//! The sheet of every municipality and of every region.

use std::thread::{available_parallelism, scope};

use dekkingskaart::atlas::View;
use dekkingskaart::sheet::{Format, Provenance, Sheet};

use super::view;
use crate::support::{Pdf, has, shipped_facts};

/// Something to make a sheet of, with the name that stands on it.
type Made = (Sheet, String);

fn municipalities(view: &View, stamp: &Provenance) -> Vec<Made> {
    let edition = view.edition().unwrap();
    let codes = edition.codes().iter().enumerate();
    codes
        .map(|(place, code)| {
            let sheet = Sheet::of_municipality(view, *code, stamp).unwrap();
            (sheet, edition.name(place).to_string())
        })
        .collect()
}

fn regions(view: &View, stamp: &Provenance) -> Vec<Made> {
    let regions = view.index().facts().regions.iter();
    regions
        .map(|region| {
            let sheet = Sheet::of_region(view, &region.id, stamp);
            let sheet = sheet.unwrap_or_else(|| panic!("{} has no sheet", region.id));
            (sheet, region.name.clone())
        })
        .collect()
}

/// Sets each as PDF and looks at it, on all processors.
fn check(all: &[Made], demonstration: bool) {
    let share = all
        .len()
        .div_ceil(available_parallelism().map_or(1, usize::from));
    scope(|scope| {
        for part in all.chunks(share) {
            scope.spawn(move || part.iter().for_each(|made| check_one(made, demonstration)));
        }
    });
}

fn check_one((sheet, name): &Made, demonstration: bool) {
    let pdf = Pdf::read(&sheet.set(Format::Pdf).unwrap(), name);
    pdf.check_accessible();
    let pages = pdf.pages();
    assert!((1..=2).contains(&pages), "{name}: {pages} pages");
    // What closes a sheet stays together: no page has a paragraph alone.
    let last = pdf.text_of_page(pages);
    for heading in ["De volgende stappen", "Meer weten"] {
        assert!(has(&last, heading), "{name}: page {pages} is {last}");
    }
    let text = pdf.text();
    for words in [
        name,
        "Wat wij weten",
        "De volgende stappen",
        "Grenzen: CBS / Kadaster, CC BY 4.0",
        "Dekking zegt niets over fte",
    ] {
        assert!(has(&text, words), "{name} has no `{words}`: {text}");
    }
    let marked = has(&text, "VOORBEELD (DEMONSTRATION)");
    assert_eq!(marked, demonstration, "{name}");
}

#[tokio::test]
async fn every_municipality_and_region_has_a_sheet_of_two_pages_at_most() {
    let (view, stamp) = view(shipped_facts(true).await, "2024-06-30");
    let municipalities = municipalities(&view, &stamp);
    assert_eq!(municipalities.len(), 342);
    check(&municipalities, true);
    check(&regions(&view, &stamp), true);
}

#[tokio::test]
async fn what_is_not_known_fits_too() {
    let (view, stamp) = view(shipped_facts(false).await, "2024-06-30");
    let some: Vec<_> = municipalities(&view, &stamp)
        .into_iter()
        .step_by(20)
        .collect();
    check(&some, false);
    let some: Vec<_> = regions(&view, &stamp).into_iter().step_by(4).collect();
    check(&some, false);
}
