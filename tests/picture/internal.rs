//! What is for some eyes only stands on no sheet.

use dekkingskaart::domain::facts::Facts;
use dekkingskaart::picture::{Format, Sheet};

use super::view;
use crate::support::{Docx, Pdf, gm, shipped_facts};

const SECRET: &str = "GEHEIM";

/// Writes a secret wherever only some may read.
fn hide(facts: &mut Facts) {
    let note = || Some(SECRET.to_owned());
    for arrangement in &mut facts.arrangements {
        arrangement.fact.note = note();
    }
    for document in &mut facts.documents {
        document.fact.note = note();
    }
    for verdict in &mut facts.verdicts {
        verdict.fact.note = note();
    }
}

#[tokio::test]
async fn notes_stand_on_no_sheet() {
    let mut facts = shipped_facts(true).await;
    hide(&mut facts);
    let (view, stamp) = view(facts, "2024-06-30");
    for code in ["GM0344", "GM0518", "GM1900"] {
        let sheet = Sheet::of_municipality(&view, gm(code), &stamp).unwrap();
        let pdf = Pdf::read(&sheet.set(Format::Pdf).unwrap(), code);
        assert!(!pdf.text().contains(SECRET), "{code}");
        let docx = Docx::read(&sheet.set(Format::Docx).unwrap());
        assert!(!docx.everything().contains(SECRET), "{code}");
    }
}
