//! What may not stand in a text is refused in files too.

use super::open;
use super::text_cases::{Kind, bad};
use crate::import::hand_in;

/// The columns of files that hold free text, each with the rest of a row.
const COLUMNS: [(&str, &str, Kind, &str, &str); 13] = [
    (
        "verdicts",
        "note",
        Kind::Prose,
        "municipality_code,block,verdict,valid_from,established",
        "GM0344,staff-training,PRESENT,2023-01-01,SURVEY",
    ),
    (
        "verdicts",
        "source_url",
        Kind::Address,
        "municipality_code,block,verdict,valid_from,established",
        "GM0344,staff-training,PRESENT,2023-01-01,SURVEY",
    ),
    (
        "arrangements",
        "organisation",
        Kind::Line,
        "id,status,mode,valid_from",
        "A1,TEMPORARY,OWN_STAFF,2023-01-01",
    ),
    (
        "arrangements",
        "commissioned_by",
        Kind::Line,
        "id,status,mode,valid_from",
        "A1,TEMPORARY,OWN_STAFF,2023-01-01",
    ),
    (
        "arrangements",
        "note",
        Kind::Prose,
        "id,status,mode,valid_from",
        "A1,TEMPORARY,OWN_STAFF,2023-01-01",
    ),
    (
        "arrangements",
        "source_url",
        Kind::Address,
        "id,status,mode,valid_from",
        "A1,TEMPORARY,OWN_STAFF,2023-01-01",
    ),
    (
        "arrangements",
        "date_certainty",
        Kind::Line,
        "id,status,mode,valid_from",
        "A1,TEMPORARY,OWN_STAFF,2023-01-01",
    ),
    (
        "documents",
        "identifier",
        Kind::Line,
        "id,title,scope",
        "D1,Beleid,MUNICIPAL",
    ),
    (
        "documents",
        "themes_mentioned",
        Kind::Prose,
        "id,title,scope",
        "D1,Beleid,MUNICIPAL",
    ),
    (
        "documents",
        "note",
        Kind::Prose,
        "id,title,scope",
        "D1,Beleid,MUNICIPAL",
    ),
    (
        "documents",
        "source_url",
        Kind::Address,
        "id,title,scope",
        "D1,Beleid,MUNICIPAL",
    ),
    (
        "population",
        "source",
        Kind::Line,
        "boundary_date,municipality_code,population",
        "2023-01-01,GM0344,370000",
    ),
    (
        "regions",
        "status",
        Kind::Line,
        "region_set,code,name",
        "nieuwe-indeling,A,Een",
    ),
];

#[test]
fn no_file_brings_in_what_a_mutation_refuses() {
    let (server, token) = open(&[]);
    let revision = || server.data("{ serverInfo { revision } }");
    let before = revision();
    for (kind, column, text, header, row) in COLUMNS {
        for bad in bad(text) {
            // A reader of files passes over what cannot be read as text.
            let file = format!("{header},{column}\n{row},\"{bad}\"\n");
            let (status, handed_in) = hand_in(&server, &token, kind, file.as_bytes());
            let shown: String = bad.chars().take(40).collect();
            let Some(batch) = handed_in["batch"].as_str() else {
                assert!(
                    (400..500).contains(&status),
                    "{kind} {column} {shown:?}: {handed_in:#}"
                );
                continue;
            };
            let query = format!(
                r#"{{ importBatch(id: "{batch}") {{ rows {{ outcome remarks {{ field }} }} }} }}"#
            );
            let rows = &server.data_as(&token, &query)["importBatch"]["rows"];
            assert_eq!(
                rows[0]["outcome"], "ERROR",
                "{kind} {column} {shown:?}: {rows:#}"
            );
            let commit = format!(r#"mutation {{ commitImport(batch: "{batch}") {{ id }} }}"#);
            let answer = server.ask_as(Some(&token), &commit).1;
            assert_eq!(
                answer["errors"][0]["extensions"]["code"], "BAD_INPUT",
                "{answer:#}"
            );
        }
    }
    assert_eq!(revision(), before);
}
