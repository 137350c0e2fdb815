//! Sheets as Word documents, read back.

use std::collections::BTreeSet;

use dekkingskaart::domain::places::code::RegionRef;
use dekkingskaart::sheet::{Format, Sheet};

use super::view;
use crate::support::{Docx, Pdf, gm, has, shipped_facts};

#[tokio::test]
async fn a_document_has_headings_lists_links_and_tables_with_headers() {
    let (view, stamp) = view(shipped_facts(true).await, "2024-06-30");
    for (code, name, file) in [
        ("GM0518", "'s-Gravenhage", "GM0518-s-gravenhage.docx"),
        ("GM1900", "Súdwest-Fryslân", "GM1900-sudwest-fryslan.docx"),
    ] {
        let sheet = Sheet::of_municipality(&view, gm(code), &stamp).unwrap();
        assert_eq!(sheet.file_name(Format::Docx), file);
        let docx = Docx::read(&sheet.set(Format::Docx).unwrap());
        assert_eq!(docx.of_style("Heading1"), [name]);
        let headings = docx.of_style("Heading2");
        assert_eq!(headings[0], "Wat wij weten");
        assert_eq!(headings[1], "Wat wij niet weten en u vragen");
        assert!(headings[2].starts_with("Wat ontbreekt"), "{headings:?}");
        assert_eq!(
            headings[headings.len() - 2..],
            ["De volgende stappen", "Meer weten"]
        );
        assert!(docx.of_style("Warning")[0].starts_with("VOORBEELD (DEMONSTRATION)."));
        assert!(!docx.of_style("ListNumber").is_empty());
        assert!(!docx.of_style("ListBullet").is_empty());
        assert_eq!(docx.count("w:tblHeader"), docx.count("w:tbl"));
        let relations =
            String::from_utf8(docx.part("word/_rels/document.xml.rels").to_vec()).unwrap();
        for id in docx.values("w:hyperlink", Some("r:id")) {
            assert!(relations.contains(&format!("Id=\"{id}\"")), "{id}");
        }
        let says = format!("Kaart: {name} in de eigen provincie");
        assert_eq!(docx.values("wp:docPr", Some("descr")), [says]);
        assert!(docx.part("word/media/map.png").starts_with(b"\x89PNG"));
    }
}

#[tokio::test]
async fn a_document_tells_its_title_language_date_and_sources() {
    let (view, stamp) = view(shipped_facts(false).await, "2021-12-31");
    let region = RegionRef::new("provincie", "PV30");
    let sheet = Sheet::of_region(&view, &region, &stamp).unwrap();
    let docx = Docx::read(&sheet.set(Format::Docx).unwrap());
    let part = |name| String::from_utf8(docx.part(name).to_vec()).unwrap();
    let properties = part("docProps/core.xml");
    for words in [
        "<dc:title>Regio Noord-Brabant: voorlichtingsblad mensenhandel</dc:title>",
        "<dc:language>nl-NL</dc:language>",
        ">2021-12-31T00:00:00Z</dcterms:created>",
    ] {
        assert!(properties.contains(words), "{words}: {properties}");
    }
    assert!(part("word/styles.xml").contains("<w:lang w:val=\"nl-NL\""));
    let footer = part("word/footer.xml");
    for words in [
        "Peildatum 31 december 2021, grenzen van 1 januari 2021, gegevens versie 1.",
        "Grenzen: CBS / Kadaster, CC BY 4.0.",
    ] {
        assert!(footer.contains(words), "{words}: {footer}");
    }
    assert!(docx.of_style("Warning").is_empty());
    // The many municipalities stand in two columns, under their titles.
    assert_eq!(docx.values("w:cols", Some("w:num")), ["1", "2", "1"]);
    let titles = ["Gemeente", "Beleid", "Zorgcoördinatie"];
    let small = docx.of_style("TableSmall");
    assert!(small.windows(3).any(|cells| cells == titles), "{small:?}");
}

#[tokio::test]
async fn a_document_says_what_the_pdf_says() {
    let (view, stamp) = view(shipped_facts(true).await, "2024-06-30");
    let sheets = [
        Sheet::of_municipality(&view, gm("GM0344"), &stamp),
        Sheet::of_municipality(&view, gm("GM0518"), &stamp),
        Sheet::of_region(&view, &RegionRef::new("vng-platform", "RP02"), &stamp),
    ];
    for sheet in sheets.map(Option::unwrap) {
        let pdf = Pdf::read(&sheet.set(Format::Pdf).unwrap(), "a sheet").text();
        let docx = Docx::read(&sheet.set(Format::Docx).unwrap());
        for (_, words) in docx.paragraphs() {
            // The PDF draws the boxes to tick.
            let words = words.trim_matches('☐');
            assert!(has(&pdf, words), "{words}: {pdf}");
        }
    }
}

#[tokio::test]
async fn who_has_what_is_missing_lies_near_and_is_not_the_same_two_everywhere() {
    let (view, stamp) = view(shipped_facts(true).await, "2026-11-28");
    // Neighbours and platforms of invented verdicts: someone near has every block.
    let at = view.find(gm("GM0098")).unwrap();
    let sheet = Sheet::of_municipality(&view, gm("GM0098"), &stamp).unwrap();
    let words = Docx::read(&sheet.set(Format::Docx).unwrap()).paragraphs();
    let words: Vec<String> = words.into_iter().map(|(_, text)| text).collect();
    let near: Vec<String> = view
        .neighbours(at)
        .iter()
        .map(|other| view.edition().unwrap().name(*other).to_string())
        .collect();
    let heading = words
        .iter()
        .position(|text| text == "Wie heeft dit al?")
        .unwrap();
    let examples: Vec<&String> = words[heading + 1..]
        .iter()
        .skip(2)
        .step_by(3)
        .take(7)
        .collect();
    for example in &examples {
        assert!(
            near.iter().any(|name| example.starts_with(name.as_str())),
            "{example}"
        );
    }
    let different: BTreeSet<&&String> = examples.iter().collect();
    assert!(different.len() > 4, "{examples:?}");
}
