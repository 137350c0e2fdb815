use std::sync::Arc;

use jiff::civil::date;

use super::*;
use domain::facts::Alias;
use domain::message::Message;
use domain::places::lineage::Succession;

const ON: Date = date(2022, 6, 1);

fn gm(text: &str) -> MunicipalityCode {
    text.parse().unwrap()
}

/// Beemster went into Purmerend on 2022-01-01; Haaren was split on
/// 2021-01-01.
fn register() -> Register {
    let names = [
        ("GM0034", "Almere", 3),
        ("GM0370", "Beemster", 2),
        ("GM0373", "Bergen (NH.)", 3),
        ("GM0439", "Purmerend", 3),
        ("GM0757", "Boxtel", 3),
        ("GM0788", "Haaren", 1),
        ("GM0865", "Vught", 3),
        ("GM0893", "Bergen (L.)", 3),
        ("GM0518", "'s-Gravenhage", 3),
    ];
    let editions = [date(2020, 1, 1), date(2021, 1, 1), date(2022, 1, 1)];
    let areas = (0..3).flat_map(|edition| {
        names
            .iter()
            .filter(move |(.., last)| edition < *last)
            .map(move |(code, name, _)| (editions[edition], gm(code), Arc::from(*name)))
    });
    let goes = |date, from: &str, to: &str, to_name: &str, area_share| Succession {
        date,
        from: gm(from),
        from_name: from.into(),
        to: gm(to),
        to_name: to_name.into(),
        area_share,
    };
    let successions = vec![
        goes(editions[1], "GM0788", "GM0757", "Boxtel", 0.6),
        goes(editions[1], "GM0788", "GM0865", "Vught", 0.4),
        goes(editions[2], "GM0370", "GM0439", "Purmerend", 1.0),
    ];
    let alias = Alias {
        code: gm("GM0518"),
        name: "Den Haag".to_owned(),
    };
    Register::new(areas, successions, &[alias])
}

fn read(given: &str) -> Result<(String, Option<String>), String> {
    understand(&register(), given, None, ON, EndedCodeRule::Successor)
        .map(|read| {
            let notice = read.notice.map(|notice| Message::from(notice).to_string());
            (read.code.to_string(), notice)
        })
        .map_err(|unclear| unclear.message.to_string())
}

#[test]
fn a_code_that_lost_something_is_understood() {
    assert_eq!(read("GM0034"), Ok(("GM0034".to_owned(), None)));
    for given in [
        "34",
        "0034",
        "034",
        "gm0034",
        "GM34",
        "GM 0034",
        "GM-0034",
        "34.0",
        "0034 Almere",
        "GM0034 - Almere",
        "Almere (0034)",
    ] {
        let notice = format!("`{given}` is read as GM0034 (Almere)");
        assert_eq!(read(given), Ok(("GM0034".to_owned(), Some(notice))));
    }
}

#[test]
fn a_name_is_understood_when_one_municipality_bears_it() {
    for given in [
        "Almere",
        "almere",
        "den haag",
        "'s Gravenhage",
        "Bergen (L)",
    ] {
        assert!(read(given).is_ok(), "{given}");
    }
    assert_eq!(
        read("Bergen").unwrap_err(),
        "several municipalities are called `Bergen`; write one of GM0373 (Bergen (NH.)), GM0893 (Bergen (L.))"
    );
    assert_eq!(
        read("Almeer").unwrap_err(),
        "no municipality is called `Almeer`; do you mean GM0034 (Almere)? One letter differs"
    );
    let unclear =
        understand(&register(), "Almeer", None, ON, EndedCodeRule::Successor).unwrap_err();
    assert_eq!(unclear.proposal, None, "what is alike is no proposal");
    assert!(read("Atlantis").unwrap_err().contains("write its code"));
}

#[test]
fn a_former_code_or_name_leads_to_the_only_successor() {
    for given in ["GM0370", "370", "Beemster"] {
        let (code, notice) = read(given).unwrap();
        assert_eq!(code, "GM0439");
        assert_eq!(
            notice.unwrap(),
            format!("`{given}` is read as GM0439 (Purmerend), into which GM0370 (Beemster) went")
        );
    }
    let refused = understand(&register(), "GM0370", None, ON, EndedCodeRule::Refused).unwrap_err();
    assert_eq!(
        refused.proposal, None,
        "another municipality is no proposal"
    );
    assert_eq!(
        refused.message.to_string(),
        "`GM0370` (Beemster) ended on 2022-01-01; write GM0439 (Purmerend)"
    );
    assert!(
        read("Haaren")
            .unwrap_err()
            .contains("was split; write one of GM0757 (Boxtel, 60 %) or GM0865")
    );
    assert_eq!(
        read("GM9999").unwrap_err(),
        "no municipality on record has the code `GM9999`"
    );
}

#[test]
fn what_is_no_municipality_is_told_as_what_it_is() {
    for (given, expected) in [
        (
            "Nederland",
            "`Nederland` is the country and no municipality; leave this row out",
        ),
        (
            "PV20",
            "`PV20` is a province and no municipality; leave this row out",
        ),
        ("Noord-Nederland (LD)", "is a region and no municipality"),
        (
            "Hoofddorp",
            "`Hoofddorp` is a place and no municipality; it lies in GM0394",
        ),
        (
            "Bussum",
            "`GM0381` (Bussum) ended on 2016-01-01; it lies today in GM1942 (Gooise Meren)",
        ),
        (
            "0248",
            "`GM0248` (Hengelo) ended on 2005-01-01; it lies today in GM1876 (Bronckhorst)",
        ),
        (
            "Laren (NH.)",
            "`Laren (NH.)` is a place and no municipality; it lies in GM0417",
        ),
        (
            "Hengelo (Gelderland)",
            "`GM0248` (Hengelo) ended on 2005-01-01; it lies today in GM1876 (Bronckhorst)",
        ),
        (
            "Onbekend",
            "`Onbekend` is no municipality; leave this row out",
        ),
        ("Almere (Gelderland)", "is no municipality; write its code"),
        ("Waterlan", "is no municipality; write its code"),
    ] {
        let unclear =
            understand(&register(), given, None, ON, EndedCodeRule::Successor).unwrap_err();
        let told = unclear.message.to_string();
        assert!(told.contains(expected), "{given}: {told}");
        assert_eq!(unclear.proposal, None, "{given}");
    }
    let named = understand(
        &register(),
        "0248",
        Some("Almere"),
        ON,
        EndedCodeRule::Successor,
    );
    assert_eq!(named.unwrap_err().proposal, None);
}

#[test]
fn an_invisible_character_is_named() {
    let (code, notice) = read("Am\u{200c}ere\u{200b}".replace("Am", "Alm").as_str()).unwrap();
    assert_eq!(code, "GM0034");
    assert_eq!(
        notice.unwrap(),
        "`Almere` is read as GM0034 (Almere), without the invisible character U+200C"
    );
    assert_eq!(read("ＧＭ００３４").unwrap().0, "GM0034");
}

#[test]
fn a_name_that_belongs_to_another_code_is_refused() {
    let check = |given, name| {
        understand(&register(), given, Some(name), ON, EndedCodeRule::Successor)
            .map(|read| read.code)
            .map_err(|unclear| unclear.message.to_string())
    };
    assert_eq!(check("GM0518", "Den Haag"), Ok(gm("GM0518")));
    assert_eq!(check("GM0034", "Flevostad"), Ok(gm("GM0034")));
    assert_eq!(
        read("0034 Vught").unwrap_err(),
        "GM0034 is Almere, and the row calls it `Vught`, which is GM0865; correct one of them"
    );
    assert_eq!(
        check("GM0034", "Vught").unwrap_err(),
        "GM0034 is Almere, and the row calls it `Vught`, which is GM0865; correct one of them"
    );
    assert!(
        check("GM9999", "Almere")
            .unwrap_err()
            .ends_with("; Almere is GM0034")
    );
}
