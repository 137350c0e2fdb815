use jiff::civil::{Date, date};

use super::*;

fn gm(text: &str) -> MunicipalityCode {
    text.parse().unwrap()
}

fn edition(date: Date, codes: &[&str]) -> Edition {
    let area = |code: &&str| Area {
        code: gm(code),
        name: (*code).into(),
        geometry: String::new(),
    };
    Edition {
        date,
        crs: geodata::Crs::RdNew,
        source: "test".to_owned(),
        areas: codes.iter().map(area).collect(),
    }
}

fn goes(from: &str, to: &str, area_share: f64) -> Succession {
    Succession {
        date: date(2022, 1, 1),
        from: gm(from),
        from_name: from.into(),
        to: gm(to),
        to_name: to.into(),
        area_share,
    }
}

fn figure(code: &str, boundary_date: Date, inhabitants: u32) -> PopulationFigure {
    PopulationFigure {
        boundary_date,
        code: gm(code),
        inhabitants,
        reference_date: boundary_date,
        source: "test".into(),
    }
}

#[test]
fn inhabitants_are_added_up_where_all_of_each_went() {
    let (first, second) = (date(2021, 1, 1), date(2022, 1, 1));
    let last = edition(first, &["GM0001", "GM0002", "GM0003", "GM0004"]);
    let now = edition(second, &["GM0002", "GM0004", "GM0009"]);
    let known = [
        figure("GM0001", date(2020, 1, 1), 9),
        figure("GM0001", first, 10),
        figure("GM0002", first, 20),
        figure("GM0003", first, 40),
    ];
    let went = [
        goes("GM0001", "GM0002", 0.99),
        goes("GM0003", "GM0004", 0.5),
        goes("GM0003", "GM0009", 0.5),
    ];
    let (figures, unknown) = inhabitants(&known, &last, &now, &went);
    assert_eq!(figures.len(), 1);
    assert_eq!(
        (figures[0].code, figures[0].inhabitants),
        (gm("GM0002"), 30)
    );
    assert_eq!(&*figures[0].source, "sum of GM0001 and GM0002");
    assert_eq!(figures[0].boundary_date, second);
    assert_eq!(unknown.len(), 2, "{unknown:?}");
}

#[test]
fn what_ends_without_going_anywhere_is_told() {
    let last = edition(date(2021, 1, 1), &["GM0001", "GM0002"]);
    let now = edition(date(2022, 1, 1), &["GM0002"]);
    let whole = [goes("GM0001", "GM0002", 1.0)];
    assert!(unaccounted(&last, &now, &whole).is_empty());
    assert_eq!(
        unaccounted(&last, &now, &[])
            .iter()
            .map(ToString::to_string)
            .collect::<Vec<_>>(),
        ["GM0001 (GM0001) ends, and 0 % of its area is accounted for"]
    );
}
