//! The schema: complete descriptions, and the same as the file that the
//! client's types come from.

use serde_json::Value;

use crate::support::{Server, program};

const INTROSPECTION: &str = "{ __schema { types { kind name description
    fields(includeDeprecated: true) { name description args { name description } }
    inputFields { name description } enumValues { name description } } } }";

#[test]
fn every_type_field_and_argument_is_described() {
    let data = Server::public().data(INTROSPECTION);
    let mut bare = Vec::new();
    let mut check = |path: String, item: &Value| {
        if item["description"]
            .as_str()
            .is_none_or(|text| text.trim().is_empty())
        {
            bare.push(path);
        }
    };
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    for kind in list(&data["__schema"]["types"]) {
        let name = kind["name"].as_str().unwrap();
        // The types of the language itself are described by its specification.
        if name.starts_with("__") || name == "ID" {
            continue;
        }
        check(name.to_owned(), &kind);
        for field in list(&kind["fields"]) {
            let path = format!("{name}.{}", field["name"].as_str().unwrap());
            check(path.clone(), &field);
            for argument in list(&field["args"]) {
                check(
                    format!("{path}({})", argument["name"].as_str().unwrap()),
                    &argument,
                );
            }
        }
        for item in list(&kind["inputFields"])
            .into_iter()
            .chain(list(&kind["enumValues"]))
        {
            check(format!("{name}.{}", item["name"].as_str().unwrap()), &item);
        }
    }
    assert!(bare.is_empty(), "without a description: {bare:#?}");
}

#[test]
fn the_schema_file_of_the_client_is_that_of_the_program() {
    let printed = program().arg("schema").output().unwrap();
    let printed = String::from_utf8(printed.stdout).unwrap();
    let file = include_str!("../../web/schema.graphql");
    assert!(
        printed == file,
        "the schema has changed: run `make schema` and look at what it means for the client"
    );
    let served = Server::public()
        .get("/schema.graphql", &[])
        .body_mut()
        .read_to_string()
        .unwrap();
    assert!(served == printed);
}
