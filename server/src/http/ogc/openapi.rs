//! The API in `OpenAPI` 3.0.

use serde_json::{Value, json};

use super::items_query::{MOST, OF_ITEMS};
use super::links::{CRS84, RD_NEW};

/// The document, for an API at an address.
pub(super) fn document(base: &str) -> Value {
    let answer = |description: &str, kind: &str, schema: Value| {
        json!({
            "200": { "description": description, "content": { kind: { "schema": schema } } },
            "400": { "$ref": "#/components/responses/Problem" },
            "403": { "$ref": "#/components/responses/Problem" },
            "404": { "$ref": "#/components/responses/Problem" },
            "429": { "$ref": "#/components/responses/Problem" },
            "503": { "$ref": "#/components/responses/Problem" },
        })
    };
    let parameter = |name: &str| json!({ "$ref": format!("#/components/parameters/{name}") });
    let object = || json!({ "type": "object" });
    let described = |id: &str, summary: &str| {
        json!({ "get": {
            "operationId": id,
            "summary": summary,
            "parameters": [parameter("f")],
            "responses": answer(summary, "application/json", object()),
        } })
    };
    let list = std::iter::once("collection").chain(OF_ITEMS);
    let one = ["collection", "feature", "crs", "datetime", "detail", "f"];
    let of_collection = json!({ "get": {
        "operationId": "describeCollection",
        "summary": "A collection",
        "parameters": [parameter("collection"), parameter("f")],
        "responses": answer("A collection", "application/json", object()),
    } });
    json!({
        "openapi": "3.0.3",
        "info": {
            "title": "Dekkingskaart: OGC API - Features",
            "version": "1.0.0",
            "description": "Municipalities, regions, arrangements and policy documents of the Netherlands with care coordination and policy against human trafficking. Unknown is not `no`: completeness is an interval of what is certain and what is possible.",
            "license": { "name": "CC BY 4.0 (boundaries: CBS / Kadaster)", "url": "https://creativecommons.org/licenses/by/4.0/" },
        },
        "servers": [{ "url": base }],
        "paths": {
            "/": described("getLandingPage", "The landing page"),
            "/conformance": described("getConformance", "What the API conforms to"),
            "/collections": described("getCollections", "The collections"),
            "/collections/{collection}": of_collection,
            "/collections/{collection}/queryables": { "get": {
                "operationId": "getQueryables",
                "summary": "The properties by which features can be asked for",
                "parameters": [parameter("collection"), parameter("f")],
                "responses": answer("A JSON Schema", "application/schema+json", object()),
            } },
            "/collections/{collection}/items": { "get": {
                "operationId": "getFeatures",
                "summary": "Features of a collection",
                "parameters": list.map(parameter).collect::<Vec<_>>(),
                "responses": answer("A page of features", "application/geo+json", object()),
            } },
            "/collections/{collection}/items/{feature}": { "get": {
                "operationId": "getFeature",
                "summary": "One feature",
                "parameters": one.map(parameter),
                "responses": answer("A feature", "application/geo+json", object()),
            } },
        },
        "components": {
            "parameters": parameters(),
            "responses": { "Problem": {
                "description": "What was wrong, and what to do (RFC 9457).",
                "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } },
            } },
            "schemas": { "Problem": {
                "type": "object",
                "required": ["type", "title", "status", "detail", "code"],
                "properties": {
                    "type": { "type": "string" },
                    "title": { "type": "string" },
                    "status": { "type": "integer" },
                    "detail": { "type": "string" },
                    "code": { "type": "string" },
                    "message": { "type": "object" },
                },
            } },
        },
    })
}

fn parameters() -> Value {
    let text = || json!({ "type": "string" });
    let choice = |values: &[&str], usual: &str| json!({ "type": "string", "enum": values, "default": usual });
    let query = |name: &str, schema: Value, description: &str| json!({ "name": name, "in": "query", "required": false, "schema": schema, "description": description });
    let path = |name: &str, description: &str| json!({ "name": name, "in": "path", "required": true, "schema": text(), "description": description });
    let numbers = json!({
        "type": "array", "minItems": 4, "maxItems": 6, "items": { "type": "number" }
    });
    let bbox = json!({
        "name": "bbox", "in": "query", "required": false, "schema": numbers,
        "style": "form", "explode": false,
        "description": "Only features with a position in this box, the lowest corner first.",
    });
    let list = |name: &str, description: &str| query(name, text(), description);
    json!({
        "collection": path("collection", "Id of the collection."),
        "feature": path("feature", "Id of the feature: a municipality code, a region code, or the id of a record."),
        "f": query("f", choice(&["json", "html"], "json"), "As what it is wanted."),
        "limit": query("limit", json!({ "type": "integer", "minimum": 1, "maximum": MOST, "default": 100 }), "At most so many features."),
        "cursor": query("cursor", text(), "Where a page begins; follow the link `next`."),
        "bbox": bbox,
        "bbox-crs": query("bbox-crs", choice(&[CRS84, RD_NEW], CRS84), "The system of the box."),
        "crs": query("crs", choice(&[CRS84, RD_NEW], CRS84), "The system of the answer, told in Content-Crs."),
        "datetime": query("datetime", text(), "The date: 2021-12-31, an instant, or an interval, of which the last date counts."),
        "detail": query("detail", choice(&["national", "regional", "full"], "full"), "How finely outlines are drawn."),
        "code": list("code", "The code is one of these, with commas between; of arrangements and documents, that of a municipality that they cover."),
        "name": list("name", "The name contains this, whatever the accents and capitals."),
        "class": list("class", "Of municipalities: the policy class is one of these, with commas between."),
        "status": list("status", "Of municipalities and arrangements: the status of care coordination is one of these."),
        "filter": list("filter", "In CQL2 text: comparisons of properties (see queryables) with values by =, <>, <, <=, >, >=, LIKE, BETWEEN, IN and IS NULL, joined by AND, OR and NOT. At most 4 KiB, 200 conditions and values, 16 brackets within each other."),
        "filter-lang": query("filter-lang", choice(&["cql2-text"], "cql2-text"), "The language of the filter."),
        "filter-crs": query("filter-crs", choice(&[CRS84, RD_NEW], CRS84), "The system of positions in the filter, which has none."),
    })
}
