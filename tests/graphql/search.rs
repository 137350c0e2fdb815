//! Search, forgiving of what people type.

use serde_json::Value;

use crate::support::Server;

fn hits(text: &str, date: &str) -> Vec<Value> {
    let query = format!(
        r#"{{ search(text: "{text}", asOf: "{date}") {{ matched reason since municipality {{ name }} }} }}"#
    );
    Server::public().data(&query)["search"]
        .as_array()
        .unwrap()
        .clone()
}

#[test]
fn names_are_found_however_they_are_typed() {
    for (text, name) in [
        ("amsterdam", "Amsterdam"),
        ("s-gravenhage", "'s-Gravenhage"),
        ("'s Gravenhage", "'s-Gravenhage"),
        ("Den Haag", "'s-Gravenhage"),
        ("den bosch", "'s-Hertogenbosch"),
        ("sudwest fryslan", "Súdwest-Fryslân"),
        ("zwole", "Zwolle"),
        ("GM0363", "Amsterdam"),
        ("0363", "Amsterdam"),
        ("34", "Almere"),
        ("bergen op zoom", "Bergen op Zoom"),
        ("bergen", "Bergen (NH.)"),
        ("Bergen (L)", "Bergen (L.)"),
    ] {
        let hits = hits(text, "2021-12-31");
        assert_eq!(
            hits.first().map(|hit| hit["municipality"]["name"].clone()),
            Some(name.into()),
            "{text}"
        );
    }
}

#[test]
fn a_former_municipality_leads_to_its_successors() {
    let beemster = &hits("Beemster", "2023-01-01")[0];
    assert_eq!(beemster["municipality"]["name"], "Purmerend");
    assert_eq!(
        (&beemster["reason"], &beemster["since"]),
        (&"FORMER_NAME".into(), &"2022-01-01".into())
    );
    let haaren = hits("Haaren", "2021-06-01");
    let mut names: Vec<&str> = haaren
        .iter()
        .filter(|hit| hit["reason"] == "FORMER_NAME")
        .map(|hit| hit["municipality"]["name"].as_str().unwrap())
        .collect();
    names.sort_unstable();
    assert_eq!(names, ["Boxtel", "Oisterwijk", "Tilburg", "Vught"]);
    assert_eq!(hits("Haaren", "2020-06-01")[0]["reason"], "NAME");
}

#[test]
fn what_only_looks_alike_is_not_shown_beside_what_was_typed() {
    assert_eq!(hits("Beemster", "2021-06-01").len(), 1);
    assert!(
        hits("Bemster", "2021-06-01")
            .iter()
            .any(|hit| hit["reason"] == "FUZZY")
    );
}

#[test]
fn nothing_is_found_for_nothing() {
    assert!(hits("", "2021-12-31").is_empty());
    assert!(hits("!!!", "2021-12-31").is_empty());
    assert!(hits("xqzwv", "2021-12-31").is_empty());
}

/// What is typed, and the first answer: its name, why, and what matched.
const TYPED: &[(&str, &str, &str, &str)] = &[
    ("gemeente Utrecht", "Utrecht", "NAME", "Utrecht"),
    ("Groningen (gemeente)", "Groningen", "NAME", "Groningen"),
    ("Hengelo Overijssel", "Hengelo", "NAME", "Hengelo"),
    ("Hengelo (O.)", "Hengelo", "NAME", "Hengelo"),
    ("Laren (NH.)", "Laren", "NAME", "Laren"),
    (
        "Alphen a/d Rijn",
        "Alphen aan den Rijn",
        "NAME",
        "Alphen aan den Rijn",
    ),
    ("1509", "Oude IJsselstreek", "CODE", "GM1509"),
    ("1509 AB", "Zaanstad", "POSTCODE", "1509 Zaandam"),
    ("1509ab", "Zaanstad", "POSTCODE", "1509 Zaandam"),
    ("Hoofddorp", "Haarlemmermeer", "PLACE", "Hoofddorp"),
    ("hoofddo", "Haarlemmermeer", "PLACE", "Hoofddorp"),
    ("Drachten", "Smallingerland", "PLACE", "Drachten"),
    ("Lemmer", "De Fryske Marren", "PLACE", "Lemmer"),
    ("Hooffddorp", "Haarlemmermeer", "FUZZY", "Hoofddorp"),
    ("Bussum", "Gooise Meren", "FORMER_NAME", "Bussum"),
    ("aarlemmer", "Haarlemmermeer", "FUZZY", "Haarlemmermeer"),
];

#[test]
fn places_postcodes_and_former_names_lead_to_where_they_lie() {
    for (text, name, reason, matched) in TYPED {
        let hits = hits(text, "2023-06-01");
        let first = hits.first().unwrap_or_else(|| panic!("{text}"));
        assert_eq!(first["municipality"]["name"], *name, "{text}: {hits:?}");
        assert_eq!(first["reason"], *reason, "{text}: {hits:?}");
        assert_eq!(first["matched"], *matched, "{text}: {hits:?}");
    }
    let den_ham = hits("Den Ham", "2023-06-01");
    assert!(
        den_ham.iter().all(|hit| hit["reason"] == "PLACE"),
        "{den_ham:?}"
    );
    let bussum = &hits("Bussum", "2023-06-01")[0];
    assert_eq!(bussum["since"], "2016-01-01");
    // Both readings of four digits are offered.
    assert_eq!(hits("1509", "2023-06-01")[1]["reason"], "POSTCODE");
    assert!(hits("1000 AA", "2023-06-01").is_empty());
}

#[test]
fn on_an_earlier_date_a_place_leads_to_where_it_lay_then() {
    for (text, date, expected, reason) in [
        ("Middenbeemster", "2023-06-01", &["Purmerend"][..], "PLACE"),
        ("Middenbeemster", "2021-06-01", &["Beemster"], "PLACE"),
        ("1462 AB", "2021-06-01", &["Beemster"], "POSTCODE"),
        ("Volkel", "2021-06-01", &["Uden"], "PLACE"),
        ("1381", "2021-06-01", &["Weesp"], "POSTCODE"),
        ("Hoofddorp", "2020-06-01", &["Haarlemmermeer"], "PLACE"),
        // Their positions are not known, and those areas changed hands since.
        (
            "Biezenmortel",
            "2020-06-01",
            &["Haaren", "Tilburg"],
            "FUZZY",
        ),
        (
            "3238",
            "2022-06-01",
            &["Brielle", "Hellevoetsluis", "Westvoorne"],
            "FUZZY",
        ),
    ] {
        let hits = hits(text, date);
        let mut names: Vec<_> = hits
            .iter()
            .map(|hit| hit["municipality"]["name"].as_str().unwrap())
            .collect();
        names.sort_unstable();
        assert_eq!(names, expected, "{text} {date}: {hits:?}");
        assert!(
            hits.iter().all(|hit| hit["reason"] == reason),
            "{text} {date}: {hits:?}"
        );
    }
}

#[test]
fn a_province_behind_a_name_tells_places_and_municipalities_apart() {
    for (text, name, reason) in [
        ("Laren (Gelderland)", "Lochem", "PLACE"),
        ("Laren NH", "Laren", "NAME"),
        ("Laren N-H", "Laren", "NAME"),
        ("Hengelo Gld", "Bronckhorst", "FORMER_NAME"),
        ("Hengelo (O.)", "Hengelo", "NAME"),
        ("St. Oedenrode", "Meierijstad", "FORMER_NAME"),
        ("Kaag & Braassem", "Kaag en Braassem", "NAME"),
        ("Gilze-Rijen", "Gilze en Rijen", "NAME"),
        ("Krimpen a/d Lek", "Krimpenerwaard", "PLACE"),
    ] {
        let hits = hits(text, "2023-06-01");
        assert_eq!(hits[0]["municipality"]["name"], name, "{text}: {hits:?}");
        assert_eq!(hits[0]["reason"], reason, "{text}: {hits:?}");
    }
}
