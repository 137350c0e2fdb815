//! The catalogue of what is published here, for harvesters of data.

use serde_json::Value;

use crate::support::Server;

fn told(path: &str, accept: &str) -> (String, String) {
    let mut response = Server::public().get(path, &[("accept", accept)]);
    assert_eq!(response.status(), 200, "{path}");
    let kind = response.headers()["content-type"]
        .to_str()
        .unwrap()
        .to_owned();
    (kind, response.body_mut().read_to_string().unwrap())
}

#[test]
fn every_address_in_the_catalogue_answers() {
    let (kind, text) = told("/dcat", "*/*");
    assert_eq!(kind, "application/ld+json");
    let catalog: Value = serde_json::from_str(&text).unwrap();
    let nodes = catalog["@graph"].as_array().unwrap();
    let of = |class: &str| {
        let class = format!("http://www.w3.org/ns/dcat#{class}");
        let is_it = move |node: &&Value| {
            node["http://www.w3.org/1999/02/22-rdf-syntax-ns#type"]
                .to_string()
                .contains(&class)
                || node["@type"].to_string().contains(&class)
        };
        nodes.iter().filter(is_it).collect::<Vec<_>>()
    };
    let counts = ["Catalog", "Dataset", "Distribution", "DataService"].map(|class| of(class).len());
    assert_eq!(counts, [1, 1, 7, 3], "{text}");
    let host = format!("http://{}", Server::public().host());
    let mut followed = 0;
    for node in of("Distribution").into_iter().chain(of("DataService")) {
        for property in ["accessURL", "downloadURL", "endpointDescription"] {
            let property = format!("http://www.w3.org/ns/dcat#{property}");
            let Some(address) = node[&property][0]["@id"].as_str() else {
                continue;
            };
            let path = address.strip_prefix(&host).unwrap();
            let path = match path {
                "/graphql" => "/graphql?query=%7B__typename%7D",
                path => path,
            };
            assert_eq!(Server::public().get(path, &[]).status(), 200, "{path}");
            followed += 1;
        }
    }
    assert!(followed >= 14, "{followed}");
}

#[test]
fn what_a_harvester_has_to_find_is_there() {
    let (kind, turtle) = told("/dcat", "text/turtle, application/ld+json;q=0.9");
    assert_eq!(kind, "text/turtle; charset=utf-8");
    assert_eq!(told("/dcat?f=turtle", "*/*").1, turtle);
    for property in [
        "dct:identifier",
        "dct:title",
        "dct:description",
        "dct:publisher",
        "dct:creator",
        "dcat:contactPoint",
        "dcat:theme",
        "dct:accessRights",
        "dct:license",
        "dct:modified",
        "dct:source",
        "dct:provenance",
        "dcat:distribution",
        "dcat:servesDataset",
        "dcat:endpointURL",
    ] {
        assert!(
            turtle.contains(&format!("{property} ")),
            "{property}\n{turtle}"
        );
    }
    assert!(turtle.contains("CC BY 4.0") && turtle.contains("creativecommons.org/licenses/by/4.0"));
    assert_eq!(Server::public().get("/dcat?f=xml", &[]).status(), 400);
}
