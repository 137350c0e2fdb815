//! What happened, what is to be said of the data, and what stands out.

use serde_json::{Value, json};

use crate::support::Server;

fn texts(events: &Value) -> Vec<(&str, &str)> {
    let events = events.as_array().unwrap().iter();
    events
        .map(|event| {
            (
                event["date"].as_str().unwrap(),
                event["text"].as_str().unwrap(),
            )
        })
        .collect()
}

#[test]
fn the_history_of_a_municipality_tells_who_took_over() {
    let data = Server::public().data(
        r#"{ municipality(code: "GM0141", asOf: "2021-12-31") { history { date recordedAt text source { url } municipalities { name } }
             english: history { date text(language: EN) } } }"#,
    );
    let municipality = &data["municipality"];
    let events = texts(&municipality["history"]);
    let care = events.iter().enumerate();
    let care: Vec<_> = care
        .filter(|(_, (_, text))| text.starts_with("Zorgcoördinatie"))
        .collect();
    let [(place, (date, text)), (_, (_, first))] = care[..] else {
        panic!("{municipality:#}")
    };
    assert_eq!(*date, "2021-05-01");
    assert!(
        text.starts_with(
            "Zorgcoördinatie overgegaan van CoMensha (tijdelijk) naar Veiligheidsregio Twente"
        ),
        "{text}"
    );
    assert_eq!(
        *first,
        "Zorgcoördinatie vanaf deze datum: CoMensha (tijdelijk)."
    );
    assert!(
        texts(&municipality["english"])[place]
            .1
            .starts_with("Care coordination went from CoMensha (temporary) to ")
    );
    let event = &municipality["history"][place];
    assert_eq!(event["municipalities"], json!([{"name": "Almelo"}]));
    assert!(
        event["source"]["url"]
            .as_str()
            .unwrap()
            .starts_with("https://")
    );
    assert!(event["recordedAt"].as_str().unwrap().ends_with('Z'));
}

#[test]
fn the_municipality_itself_has_a_history() {
    let data = Server::public().data(
        r#"{ new: municipality(code: "GM1979", asOf: "2021-12-31") { history { date text } }
             grown: municipality(code: "GM0363", asOf: "2022-12-31") { history { date text } }
             ended: municipality(code: "GM0788", asOf: "2020-12-31") { history(until: "2021-01-01") { date text(language: EN) } }
             before: municipality(code: "GM0788", asOf: "2020-12-31") { history { date text(language: EN) } } }"#,
    );
    let told = |of: &str, text: (&str, &str)| texts(&data[of]["history"]).contains(&text);
    assert!(told(
        "new",
        (
            "2021-01-01",
            "Ontstaan uit Appingedam, Delfzijl en Loppersum."
        )
    ));
    assert!(told("grown", ("2022-03-24", "Gebied gegroeid met Weesp.")));
    let divided = (
        "2021-01-01",
        "Divided over Boxtel (9%), Oisterwijk (28%), Tilburg (17%) and Vught (46%).",
    );
    assert!(told("ended", divided) && !told("before", divided));
}

#[test]
fn the_history_of_a_region_tells_each_thing_once() {
    let data = Server::public().data(
        r#"{ region(set: "veiligheidsregio", code: "VR05", asOf: "2021-12-31") {
             history { date text municipalities { name } } last: history(first: 1) { date text } } }"#,
    );
    let region = &data["region"];
    let events = texts(&region["history"]);
    let care: Vec<usize> = (0..events.len())
        .filter(|place| {
            let (date, text) = events[*place];
            date == "2021-05-01"
                && text.starts_with("14 gemeenten: zorgcoördinatie overgegaan van CoMensha")
        })
        .collect();
    let [care] = care[..] else {
        panic!("{events:?}")
    };
    let number = |place: usize| {
        region["history"][place]["municipalities"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(number(care), 14);
    assert_eq!(texts(&region["last"]), events[..1]);
    assert!(events.is_sorted_by(|a, b| a.0 >= b.0));
}

#[test]
fn nothing_had_happened_before_it_was_recorded() {
    let data = Server::public().data(
        r#"{ municipality(code: "GM0141", asOf: "2021-12-31", knownAt: "2001-01-01T00:00:00Z") { history { text } quality { kind } } }"#,
    );
    assert_eq!(
        data["municipality"],
        json!({"history": [], "quality": [{"kind": "MISSING"}, {"kind": "MISSING"}]})
    );
}

#[test]
fn quality_tells_what_is_missing_and_what_was_carried_over() {
    let data = Server::public().data(
        r#"{ municipality(code: "GM1982", asOf: "2022-12-31") { coordination { inherited } policy { inherited lastAssessed }
             quality { kind reason block record text english: text(language: EN) } }
             bare: municipality(code: "GM0840", asOf: "2021-12-31") { quality { kind reason } } }"#,
    );
    let missing = [("MISSING", "NO_ARRANGEMENT"), ("MISSING", "NEVER_ASSESSED")];
    let missing = missing.map(|(kind, reason)| json!({ "kind": kind, "reason": reason }));
    let bare = data["bare"]["quality"].as_array().unwrap();
    assert!(
        missing.iter().all(|notice| bare.contains(notice)),
        "{bare:?}"
    );
    let municipality = &data["municipality"];
    let notices = municipality["quality"].as_array().unwrap();
    let of_kind = |kind: &str| notices.iter().filter(|n| n["kind"] == kind).count();
    assert_eq!(
        of_kind("MISSING"),
        0,
        "assessed by its predecessors: {notices:?}"
    );
    let inherited = [&municipality["coordination"], &municipality["policy"]];
    let inherited = inherited.iter().filter(|state| state["inherited"] == true);
    assert_eq!(of_kind("INHERITED"), inherited.count());
    for notice in notices {
        assert!(notice["text"].as_str().unwrap().ends_with('.'));
        assert_ne!(notice["text"], notice["english"]);
        let carried_over = notice["reason"].as_str().unwrap().starts_with("INHERITED_");
        assert_eq!(carried_over, notice["kind"] == "INHERITED", "{notice}");
        assert_eq!(
            (&notice["block"], &notice["record"]),
            (&json!(null), &json!(null))
        );
    }
}

#[test]
fn highlights_compare_with_similar_municipalities() {
    let data = Server::public().data(
        r#"{ municipality(code: "GM0505", asOf: "2021-12-31") { highlights english: highlights(language: EN) } }"#,
    );
    let municipality = &data["municipality"];
    let first = municipality["highlights"][0].as_str().unwrap();
    assert!(
        first.starts_with("Over zorgcoördinatie is niets vastgelegd; ")
            && first.ends_with(" van de 10 vergelijkbare gemeenten hebben een zorgcoördinator."),
        "{first}"
    );
    assert!(
        municipality["english"][0]
            .as_str()
            .unwrap()
            .contains("of the 10 similar municipalities")
    );
}

#[test]
fn a_region_lists_the_documents_that_several_of_its_municipalities_share() {
    let data = Server::public().data(
        r#"{ region(set: "provincie", code: "PV31", asOf: "2025-06-01") { municipalities { code }
             documents { title municipalities { code } } all: documents(atLeast: 1) { title } none: documents(atLeast: 100) { title } } }"#,
    );
    let region = &data["region"];
    let members = region["municipalities"].as_array().unwrap();
    let shared: Vec<usize> = region["documents"]
        .as_array()
        .unwrap()
        .iter()
        .map(|document| {
            let covered = document["municipalities"].as_array().unwrap().iter();
            covered.filter(|code| members.contains(code)).count()
        })
        .collect();
    assert!(!shared.is_empty() && shared.iter().all(|number| *number >= 2));
    assert!(shared.is_sorted_by(|a, b| a >= b), "{shared:?}");
    assert!(region["all"].as_array().unwrap().len() >= shared.len());
    assert_eq!(region["none"], json!([]));
}
