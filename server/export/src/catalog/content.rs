//! What the catalogue says: the data, in which files and services it comes, from
//! which sources, under which licence.

use geodata::BoundingBox;

use super::graph::{Graph, GraphError};

const LICENCE: &str = "https://creativecommons.org/licenses/by/4.0/";
const AUTHORITY: &str = "http://publications.europa.eu/resource/authority";
const MEDIA_TYPES: &str = "https://www.iana.org/assignments/media-types";

/// What a catalogue is about.
#[derive(Debug, Clone, Copy)]
pub struct CatalogSubject<'a> {
    /// Where the server is found, without a slash at the end.
    pub root: &'a str,
    /// The day of the last change.
    pub modified: Option<&'a str>,
    /// The box around all municipalities.
    pub bounds: Option<BoundingBox>,
    /// What is said of invented data, in Dutch and English.
    pub warning: Option<(&'a str, &'a str)>,
}

/// A file or a service in which the data comes.
struct Distribution {
    id: &'static str,
    title: (&'static str, &'static str),
    path: &'static str,
    /// Of the European list, where it has it.
    format: Option<&'static str>,
    media_type: &'static str,
    /// The service that serves it; a file to take otherwise.
    service: Option<&'static str>,
}

const DISTRIBUTIONS: [Distribution; 7] = [
    file(
        "csv",
        ("Gemeenten als CSV", "Municipalities as CSV"),
        ("/export/municipalities.csv", Some("CSV"), "text/csv"),
    ),
    file(
        "xlsx",
        (
            "Gemeenten als Excel-bestand",
            "Municipalities as a workbook",
        ),
        (
            "/export/municipalities.xlsx",
            Some("XLSX"),
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        ),
    ),
    file(
        "geojson",
        ("Gemeenten als GeoJSON", "Municipalities as GeoJSON"),
        (
            "/export/municipalities.geojson",
            Some("GEOJSON"),
            "application/geo+json",
        ),
    ),
    file(
        "geopackage",
        ("Gemeenten als GeoPackage", "Municipalities as GeoPackage"),
        (
            "/export/municipalities.gpkg",
            Some("GPKG"),
            "application/geopackage+sqlite3",
        ),
    ),
    Distribution {
        id: "features",
        title: ("OGC API - Features", "OGC API - Features"),
        path: "/ogc",
        format: Some("GEOJSON"),
        media_type: "application/geo+json",
        service: Some("ogc"),
    },
    Distribution {
        id: "graphql",
        title: ("GraphQL", "GraphQL"),
        path: "/graphql",
        format: Some("JSON"),
        media_type: "application/json",
        service: Some("api"),
    },
    Distribution {
        id: "vector-tiles",
        title: ("Vectortegels", "Vector tiles"),
        path: "/tiles.json",
        format: None,
        media_type: "application/vnd.mapbox-vector-tile",
        service: Some("tiles"),
    },
];

const fn file(
    id: &'static str,
    title: (&'static str, &'static str),
    (path, format, media_type): (&'static str, Option<&'static str>, &'static str),
) -> Distribution {
    Distribution {
        id,
        title,
        path,
        format,
        media_type,
        service: None,
    }
}

/// A service that serves the data.
struct Service {
    id: &'static str,
    title: (&'static str, &'static str),
    endpoint: &'static str,
    description: &'static str,
    standard: &'static str,
}

const SERVICES: [Service; 3] = [
    Service {
        id: "ogc",
        title: (
            "OGC API - Features van de Dekkingskaart",
            "OGC API - Features of Dekkingskaart",
        ),
        endpoint: "/ogc",
        description: "/openapi.json",
        standard: "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core",
    },
    Service {
        id: "api",
        title: ("GraphQL van de Dekkingskaart", "GraphQL of Dekkingskaart"),
        endpoint: "/graphql",
        description: "/schema.graphql",
        standard: "https://spec.graphql.org/October2021/",
    },
    Service {
        id: "tiles",
        title: (
            "Vectortegels van de Dekkingskaart",
            "Vector tiles of Dekkingskaart",
        ),
        endpoint: "/tiles.json",
        description: "/tiles.json",
        standard: "https://github.com/mapbox/tilejson-spec/tree/master/3.0.0",
    },
];

const TITLE: (&str, &str) = (
    "Zorgcoördinatie en beleid tegen mensenhandel per gemeente",
    "Care coordination and policy against human trafficking by municipality",
);
const DESCRIPTION: (&str, &str) = (
    "Voor elke Nederlandse gemeente, op elke datum sinds 2020: of er een zorgcoördinator is voor slachtoffers van mensenhandel, en wat er van het beleid bekend is. Onbekend is niet ‘nee’: volledigheid is een interval. Dekking zegt niets over fte.",
    "For every Dutch municipality, on every date since 2020: whether a care coordinator works for victims of human trafficking, and what is known of the policy. Unknown is not ‘no’: completeness is an interval. Coverage says nothing of fte.",
);
const PROVENANCE: (&str, &str) = (
    "Grenzen en inwoners: CBS / Kadaster, CC BY 4.0. Zorgcoördinatie, documenten en oordelen: feiten uit openbare bronnen, bij elk gegeven genoemd. Thema’s en niveaus: Kader Aanpak Mensenhandel (VNG/AEF, 2021).",
    "Boundaries and inhabitants: CBS / Kadaster, CC BY 4.0. Care coordination, documents and verdicts: facts from public sources, named with each. Themes and levels: Kader Aanpak Mensenhandel (VNG/AEF, 2021).",
);
const RIGHTS: (&str, &str) = (
    "Vrij te gebruiken met naamsvermelding; de indeling in bouwstenen onder de EUPL-1.2.",
    "Free to use with attribution; the division into building blocks under the EUPL-1.2.",
);
const SOURCE: &str = "https://www.cbs.nl/nl-nl/dossier/nederland-regionaal/geografische-data";
/// Justice and safety, and population and society.
const THEMES: [&str; 2] = ["JUST", "SOCI"];

/// The catalogue of a server.
pub fn catalog(subject: CatalogSubject<'_>) -> Result<Graph, GraphError> {
    let mut graph = Graph::default();
    let at = |id: &str| format!("{}/dcat#{id}", subject.root);
    let of = |path: &str| format!("{}{path}", subject.root);
    people(&mut graph, &at, &of)?;
    let mut catalog = graph.node(&of("/dcat"), "dcat:Catalog")?;
    catalog
        .told("dct:title", ("Dekkingskaart", "Dekkingskaart"))?
        .told("dct:description", DESCRIPTION)?
        .to("dct:publisher", &at("publisher"))?
        .to("dcat:contactPoint", &at("contact"))?
        .to("dct:license", LICENCE)?
        .to("foaf:homepage", &of("/"))?
        .to("dcat:dataset", &at("municipalities"))?;
    for language in ["NLD", "ENG"] {
        catalog.to("dct:language", &format!("{AUTHORITY}/language/{language}"))?;
    }
    for each in &SERVICES {
        catalog.to("dcat:service", &at(each.id))?;
    }
    dataset(&mut graph, subject, &at, &of)?;
    distributions(&mut graph, &at, &of)?;
    services(&mut graph, &at, &of)?;
    Ok(graph)
}

fn people(
    graph: &mut Graph,
    at: &impl Fn(&str) -> String,
    of: &impl Fn(&str) -> String,
) -> Result<(), GraphError> {
    let mut publisher = graph.node(&at("publisher"), "foaf:Agent")?;
    publisher
        .text("foaf:name", "Dekkingskaart")?
        .to("foaf:homepage", &of("/"))?;
    let mut contact = graph.node(&at("contact"), "vcard:Kind")?;
    contact
        .text("vcard:fn", "Dekkingskaart")?
        .to("vcard:hasURL", &of("/verantwoording"))?;
    let mut provenance = graph.node(&at("provenance"), "dct:ProvenanceStatement")?;
    provenance.told("rdfs:label", PROVENANCE)?;
    let mut rights = graph.node(&at("rights"), "dct:RightsStatement")?;
    rights.told("rdfs:label", RIGHTS)?;
    Ok(())
}

fn dataset(
    graph: &mut Graph,
    subject: CatalogSubject<'_>,
    at: &impl Fn(&str) -> String,
    of: &impl Fn(&str) -> String,
) -> Result<(), GraphError> {
    let id = at("municipalities");
    let mut period = graph.node(&at("period"), "dct:PeriodOfTime")?;
    period.date("dcat:startDate", "2020-01-01")?;
    if let Some(bounds) = subject.bounds {
        let mut place = graph.node(&at("area"), "dct:Location")?;
        let BoundingBox {
            west,
            south,
            east,
            north,
        } = bounds;
        let corners = format!(
            "POLYGON(({west} {south}, {east} {south}, {east} {north}, {west} {north}, {west} {south}))"
        );
        place.value("dcat:bbox", (&corners, "geosparql:wktLiteral"))?;
    }
    let mut dataset = graph.node(&id, "dcat:Dataset")?;
    dataset
        .text("dct:identifier", &id)?
        .told("dct:title", TITLE)?
        .told("dct:description", subject.warning.unwrap_or(DESCRIPTION))?
        .to("dct:publisher", &at("publisher"))?
        .to("dct:creator", &at("publisher"))?
        .to("dcat:contactPoint", &at("contact"))?
        .to(
            "dct:accessRights",
            &format!("{AUTHORITY}/access-right/PUBLIC"),
        )?
        .to(
            "dct:accrualPeriodicity",
            &format!("{AUTHORITY}/frequency/IRREG"),
        )?
        .to("dct:spatial", &format!("{AUTHORITY}/country/NLD"))?
        .to("dct:temporal", &at("period"))?
        .to("dct:provenance", &at("provenance"))?
        .to("dct:source", SOURCE)?
        .to("dcat:landingPage", &of("/"))?;
    if subject.bounds.is_some() {
        dataset.to("dct:spatial", &at("area"))?;
    }
    if let Some(modified) = subject.modified {
        dataset.date("dct:modified", modified)?;
    }
    for theme in THEMES {
        dataset.to("dcat:theme", &format!("{AUTHORITY}/data-theme/{theme}"))?;
    }
    for (dutch, english) in [
        ("mensenhandel", "human trafficking"),
        ("zorgcoördinatie", "care coordination"),
        ("gemeenten", "municipalities"),
    ] {
        dataset.told("dcat:keyword", (dutch, english))?;
    }
    for language in ["NLD", "ENG"] {
        dataset.to("dct:language", &format!("{AUTHORITY}/language/{language}"))?;
    }
    for distribution in &DISTRIBUTIONS {
        dataset.to("dcat:distribution", &at(distribution.id))?;
    }
    Ok(())
}

fn distributions(
    graph: &mut Graph,
    at: &impl Fn(&str) -> String,
    of: &impl Fn(&str) -> String,
) -> Result<(), GraphError> {
    for each in &DISTRIBUTIONS {
        let mut node = graph.node(&at(each.id), "dcat:Distribution")?;
        node.told("dct:title", each.title)?
            .to("dcat:accessURL", &of(each.path))?
            .to(
                "dcat:mediaType",
                &format!("{MEDIA_TYPES}/{}", each.media_type),
            )?
            .to("dct:license", LICENCE)?
            .to("dct:rights", &at("rights"))?;
        if let Some(format) = each.format {
            node.to("dct:format", &format!("{AUTHORITY}/file-type/{format}"))?;
        }
        match each.service {
            Some(service) => node.to("dcat:accessService", &at(service))?,
            None => node.to("dcat:downloadURL", &of(each.path))?,
        };
    }
    Ok(())
}

fn services(
    graph: &mut Graph,
    at: &impl Fn(&str) -> String,
    of: &impl Fn(&str) -> String,
) -> Result<(), GraphError> {
    for each in &SERVICES {
        let mut service = graph.node(&at(each.id), "dcat:DataService")?;
        service
            .text("dct:identifier", &at(each.id))?
            .told("dct:title", each.title)?
            .to("dcat:endpointURL", &of(each.endpoint))?
            .to("dcat:endpointDescription", &of(each.description))?
            .to("dct:conformsTo", each.standard)?
            .to("dct:publisher", &at("publisher"))?
            .to("dct:creator", &at("publisher"))?
            .to("dcat:contactPoint", &at("contact"))?
            .to(
                "dct:accessRights",
                &format!("{AUTHORITY}/access-right/PUBLIC"),
            )?
            .to("dct:license", LICENCE)?
            .to("dcat:servesDataset", &at("municipalities"))?;
        for theme in THEMES {
            service.to("dcat:theme", &format!("{AUTHORITY}/data-theme/{theme}"))?;
        }
    }
    Ok(())
}
