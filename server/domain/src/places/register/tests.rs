use jiff::civil::date;

use super::*;

fn code(text: &str) -> MunicipalityCode {
    text.parse().unwrap()
}

fn register() -> Register {
    let area = |day, gm, name: &str| (day, code(gm), name.into());
    let (first, second) = (date(2020, 1, 1), date(2021, 1, 1));
    Register::new(
        [
            area(first, "GM0003", "Appingedam"),
            area(first, "GM0373", "Bergen (NH.)"),
            area(first, "GM0893", "Bergen (L.)"),
            area(first, "GM0518", "'s-Gravenhage"),
            area(second, "GM0373", "Bergen (NH.)"),
            area(second, "GM0893", "Bergen (L.)"),
            area(second, "GM0518", "'s-Gravenhage"),
            area(second, "GM1979", "Eemsdelta"),
        ],
        Vec::new(),
        &[Alias {
            code: code("GM0518"),
            name: "Den Haag".to_owned(),
        }],
    )
}

#[test]
fn a_code_lives_from_the_edition_that_brings_it_to_the_one_without_it() {
    let register = register();
    let ended = register.find(code("GM0003")).unwrap();
    assert!(ended.contains(date(2010, 1, 1)) && ended.contains(date(2020, 12, 31)));
    assert!(!ended.contains(date(2021, 1, 1)));
    let new = register.find(code("GM1979")).unwrap();
    assert!(!new.contains(date(2020, 12, 31)) && new.contains(date(2030, 1, 1)));
}

#[test]
fn names_are_found_however_they_are_written() {
    let register = register();
    for name in [
        "'s-Gravenhage",
        "s gravenhage",
        "'S-GRAVENHAGE",
        "’s‑Gravenhage",
        "den haag",
    ] {
        let found: Vec<_> = register.find_by_name(name).map(|life| life.code).collect();
        assert_eq!(found, [code("GM0518")], "{name}");
    }
}

#[test]
fn names_are_found_as_people_and_statistics_netherlands_write_them() {
    let register = register();
    for (name, expected) in [
        ("'s-Gravenhage (gemeente)", "GM0518"),
        ("gemeente Den Haag", "GM0518"),
        ("Den Haag ZH", "GM0518"),
        ("Appingedam (Gr.)", "GM0003"),
        ("Bergen Limburg", "GM0893"),
        ("Bergen (Noord-Holland)", "GM0373"),
    ] {
        let found: Vec<_> = register.find_by_name(name).map(|life| life.code).collect();
        assert_eq!(found, [code(expected)], "{name}");
    }
    for name in ["Den Haag (L.)", "Den Haag Noord", "Appingedam (PV)"] {
        assert_eq!(register.find_by_name(name).count(), 0, "{name}");
    }
}

#[test]
fn a_name_without_its_qualifier_finds_all_that_share_it() {
    assert_eq!(register().find_by_name("Bergen").count(), 2);
    assert_eq!(register().find_by_name("Bergen (L)").count(), 1);
}
