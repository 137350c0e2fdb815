//! Municipalities as features of GeoJSON.

use std::fmt::Write as _;
use std::sync::Arc;

use geodata::{Crs, Detail};

use crate::core::edition::EditionModel;
use crate::core::view::View;

/// A part of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum TextPart {
    /// Written for this text.
    Written(String),
    /// Kept with the boundaries, and shared with them.
    Kept(Arc<str>),
}

impl TextPart {
    /// What it says.
    #[must_use]
    pub fn text(&self) -> &str {
        match self {
            Self::Written(text) => text,
            Self::Kept(text) => text,
        }
    }
}

impl View {
    /// These municipalities as a GeoJSON `FeatureCollection`, in parts;
    /// `completeness` is the low end, and `completenessHigh` the high one.
    #[must_use]
    pub fn feature_collection(
        &self,
        positions: &[usize],
        detail: Detail,
        crs: Crs,
    ) -> Vec<TextPart> {
        let mut parts = Vec::with_capacity(positions.len() * 2 + 1);
        let mut text = r#"{"type":"FeatureCollection""#.to_owned();
        if crs == Crs::RdNew {
            text.push_str(
                r#","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}}"#,
            );
        }
        text.push_str(r#","features":["#);
        if let Some(edition) = self.edition() {
            let boundaries = edition.boundaries();
            for (number, position) in positions.iter().enumerate() {
                let code = edition.codes()[*position];
                let mark = if number == 0 { "" } else { "," };
                // Writing to a string does not fail.
                let _ = write!(
                    text,
                    r#"{mark}{{"type":"Feature","id":"{code}","geometry":"#
                );
                parts.push(TextPart::Written(text));
                let outline = boundaries.geojson(*position, detail, crs);
                parts.push(TextPart::Kept(Arc::clone(outline)));
                text = format!(r#","properties":{}}}"#, self.properties(edition, *position));
            }
        }
        text.push_str("]}");
        parts.push(TextPart::Written(text));
        parts
    }

    fn properties(&self, edition: &EditionModel, position: usize) -> serde_json::Value {
        let state = &self.municipalities()[position];
        serde_json::json!({
            "code": edition.codes()[position].to_string(),
            "name": &**edition.name(position),
            "status": state.coordination.status.code(),
            "class": state.policy.class.code(),
            "completeness": state.policy.completeness.low,
            "completenessHigh": state.policy.completeness.high,
        })
    }
}
