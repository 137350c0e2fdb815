//! Region sets by hand.

use super::{Workshop, shipped};
use crate::support::{Server, until_some};

#[test]
fn a_set_of_ones_own_lies_beside_the_others_and_need_not_cover_the_country() {
    let server = Server::start(&[]);
    let workshop = Workshop::on(&server.database());
    let sets = workshop.file(
        "sets.csv",
        "id,title_nl,title_en,provisional\nzorgregio,Zorgregio's,Care regions,ja\n",
    );
    workshop.import(&["regions", &sets]).expect();
    let regions = workshop.file(
        "regions.csv",
        "region_set,code,name\nzorgregio,Z1,Tholen en omgeving\n",
    );
    workshop.import(&["regions", &regions]).expect();
    let members = workshop.file(
        "members.csv",
        "boundary_date;gemeente;region_set;region_code\n1-1-2023;Tholen;zorgregio;Z1\n1-1-2023;Bergen op Zoom;zorgregio;Z1\n",
    );
    workshop.import(&["regions", &members]).expect();
    let query = r#"{ serverInfo { revision } regionSets { id title provisional }
        region(set: "zorgregio", code: "Z1", asOf: "2023-06-01") { name municipalities { name regions { set } } coverage { municipalityCount } }
        before: region(set: "zorgregio", code: "Z1", asOf: "2022-06-01") { municipalities { name } } }"#;
    let data = until_some("the server does not see the import", || {
        let data = server.answer(query)["data"].take();
        (data["serverInfo"]["revision"] == 4).then_some(data)
    });
    let sets = data["regionSets"].as_array().unwrap();
    assert_eq!(
        sets.last().unwrap(),
        &serde_json::json!({"id": "zorgregio", "title": "Zorgregio's", "provisional": true})
    );
    let members = data["region"]["municipalities"].as_array().unwrap();
    let names: Vec<_> = members
        .iter()
        .map(|member| member["name"].as_str().unwrap())
        .collect();
    assert_eq!(names, ["Bergen op Zoom", "Tholen"]);
    assert_eq!(members[1]["regions"].as_array().unwrap().len(), 5);
    assert_eq!(
        data["before"]["municipalities"].as_array().unwrap().len(),
        0
    );
}

#[tokio::test]
async fn a_slip_of_the_pen_makes_no_set() {
    let workshop = Workshop::public().await;
    let file = workshop.file(
        "regions.csv",
        "region_set,code,name\nprovincies,PV99,Nergens\nStreek 1,S1,Zuid\n",
    );
    let problems = workshop.import(&["regions", &file]).problems();
    assert_eq!(
        problems[0],
        "line 2, column 1 (region_set): there is no region set `provincies`; is it `provincie`?"
    );
    assert!(
        problems[1].starts_with("line 3, column 1 (region_set): `Streek 1` is no id of a set"),
        "{problems:?}"
    );
    let file = workshop.file("members.csv", "boundary_date,municipality_code,region_set,region_code\n2023-01-01,GM0034,provincie,PV99\n");
    let problems = workshop.import(&["regions", &file]).problems();
    assert!(
        problems[0].contains("there is no region `provincie/PV99`"),
        "{problems:?}"
    );
    assert!(
        workshop
            .import(&["regions", &shipped("regions/regions.csv"), "--dry-run"])
            .imported
    );
}
