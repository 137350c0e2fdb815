//! What is for some eyes only stands on no sheet.

use dekkingskaart::domain::care::arrangement::Contact;
use dekkingskaart::domain::care::practice::{Bottleneck, GoodPractice};
use dekkingskaart::domain::facts::Facts;
use dekkingskaart::domain::outreach::campaign::{Briefing, Campaign, Target};
use dekkingskaart::domain::places::code::RegionRef;
use dekkingskaart::domain::recorded::Recorded;
use dekkingskaart::domain::source::Source;
use dekkingskaart::domain::vocabulary::{BottleneckCategory, BriefingKind, OutreachStage};
use dekkingskaart::sheet::{Format, Sheet};

use super::view;
use crate::support::{Docx, Pdf, clock, day, gm, shipped_facts};

const SECRET: &str = "GEHEIM";
const CODES: [&str; 3] = ["GM0344", "GM0518", "GM1900"];

/// Writes a secret wherever only some may read.
fn hide(facts: &mut Facts) {
    let note = || Some(SECRET.to_owned());
    for arrangement in facts.arrangements.iter_mut() {
        arrangement.fact.note = note();
        arrangement.fact.contact = Some(Contact {
            name: note(),
            email: note(),
            phone: note(),
        });
    }
    for document in facts.documents.iter_mut() {
        document.fact.note = note();
    }
    let verdicts = facts.verdicts.iter().cloned().map(|mut verdict| {
        verdict.fact.note = note();
        verdict.recorded_by = SECRET.into();
        verdict
    });
    facts.verdicts = verdicts.collect();
    facts.campaigns.push(recorded(Campaign {
        id: SECRET.into(),
        title: SECRET.to_owned(),
        goal: 3,
        from: day("2024-01-01"),
        to: day("2024-12-31"),
        partners: vec![SECRET.to_owned()],
    }));
    for code in CODES {
        facts.targets.push(recorded(Target {
            campaign: SECRET.into(),
            code: gm(code),
            stage: OutreachStage::Invited,
            owner: note(),
            replaces: Vec::new(),
        }));
    }
    facts.briefings.push(recorded(Briefing {
        id: SECRET.into(),
        campaign: note().map(Into::into),
        date: day("2024-03-01"),
        stage: OutreachStage::Held,
        kind: BriefingKind::Municipality,
        region: None,
        municipalities: CODES.map(gm).into(),
        owner: note(),
        partners: vec![SECRET.to_owned()],
        outcome: note(),
        follow_up: Some(day("2024-09-01")),
    }));
    for (region, municipality) in [(Some(region()), None), (None, Some(gm("GM0344")))] {
        facts.bottlenecks.push(recorded(Bottleneck {
            id: SECRET.into(),
            category: BottleneckCategory::Shelter,
            text: SECRET.to_owned(),
            region,
            municipality,
            raised: day("2024-01-01"),
            resolved: None,
            escalated_to: note(),
        }));
    }
    facts.good_practices.push(recorded(GoodPractice {
        id: SECRET.into(),
        title: "Meldpunt in de wijk".to_owned(),
        text: SECRET.to_owned(),
        block: None,
        region: Some(region()),
        municipality: None,
        source: Source::default(),
    }));
}

fn region() -> RegionRef {
    RegionRef::new("provincie", "PV26")
}

fn recorded<T>(fact: T) -> Recorded<T> {
    Recorded {
        fact,
        recorded_at: clock().now(),
        recorded_by: SECRET.into(),
        superseded_at: None,
    }
}

#[tokio::test]
async fn notes_and_outreach_stand_on_no_sheet() {
    let mut facts = shipped_facts(true).await;
    hide(&mut facts);
    let (view, stamp) = view(facts, "2024-06-30");
    let sheets = CODES
        .map(|code| Sheet::of_municipality(&view, gm(code), &stamp))
        .into_iter()
        .chain([Sheet::of_region(&view, &region(), &stamp)]);
    for sheet in sheets.map(Option::unwrap) {
        let pdf = Pdf::read(&sheet.set(Format::Pdf).unwrap(), "a sheet");
        assert!(!pdf.text().contains(SECRET));
        let docx = Docx::read(&sheet.set(Format::Docx).unwrap());
        assert!(!docx.everything().contains(SECRET));
    }
}

#[tokio::test]
async fn what_stands_in_the_way_is_counted_and_what_works_is_named() {
    let mut facts = shipped_facts(true).await;
    hide(&mut facts);
    let (view, stamp) = view(facts, "2024-06-30");
    for (sheet, there) in [
        (Sheet::of_municipality(&view, gm("GM0344"), &stamp), true),
        (Sheet::of_region(&view, &region(), &stamp), true),
        (Sheet::of_municipality(&view, gm("GM0518"), &stamp), false),
    ] {
        let pdf = Pdf::read(&sheet.unwrap().set(Format::Pdf).unwrap(), "a sheet");
        let text = pdf.text();
        // That of the municipality itself is not for everybody. The reader of PDFs
        // gives no spaces.
        assert_eq!(text.contains("Opvang(1)"), there, "{text}");
        assert_eq!(text.contains("Meldpuntindewijk"), there, "{text}");
    }
}
