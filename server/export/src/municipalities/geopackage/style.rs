//! How QGIS draws the layer: by class, in the colours of the map.

use std::fmt::Write as _;

use quick_xml::escape::escape;

use crate::municipalities::MunicipalityTable;
use rendering::picture::{Fill, PatternKind, Shade};

const OUTLINE: &str = "#5d6b7a";

/// A style of QGIS 3: a category for each class, and headings for the columns.
pub(super) fn qml(table: &MunicipalityTable) -> String {
    let mut qml = String::from(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\
         <qgis version=\"3.28.0\" styleCategories=\"Symbology|Fields\">\
         <renderer-v2 type=\"categorizedSymbol\" attr=\"class\" symbollevels=\"0\" \
         forceraster=\"0\" enableorderby=\"0\"><categories>",
    );
    let classes = Shade::Class.classes();
    // Writing to a string cannot fail.
    for (place, class) in classes.iter().enumerate() {
        let label = class.name(table.language);
        let _ = write!(
            qml,
            r#"<category render="true" type="string" symbol="{place}" value="{}" label="{}"/>"#,
            class.id,
            escape(label)
        );
    }
    qml.push_str("</categories><symbols>");
    for (place, class) in classes.iter().enumerate() {
        write_symbol(&mut qml, place, class.fill);
    }
    qml.push_str("</symbols></renderer-v2><aliases>");
    for (place, (id, title)) in (1..).zip(table.ids().zip(table.titles())) {
        let _ = write!(
            qml,
            r#"<alias index="{place}" field="{}" name="{}"/>"#,
            escape(id.as_str()),
            escape(title.as_str())
        );
    }
    qml.push_str("</aliases></qgis>");
    qml
}

fn write_symbol(qml: &mut String, place: usize, fill: Fill) {
    let _ = write!(
        qml,
        r#"<symbol type="fill" name="{place}" alpha="1" clip_to_extent="1" force_rhr="0">"#
    );
    write_layer(qml, fill.colour, "solid", "solid");
    if let Some(pattern) = fill.pattern {
        let brush = match pattern.kind {
            PatternKind::Hatch => "b_diagonal",
            PatternKind::Grain => "dense6",
            PatternKind::Dots => "dense4",
        };
        write_layer(qml, pattern.ink, brush, "no");
    }
    qml.push_str("</symbol>");
}

fn write_layer(qml: &mut String, colour: &str, brush: &str, outline: &str) {
    let options = [
        ("color", rgba(colour)),
        ("style", brush.to_owned()),
        ("outline_color", rgba(OUTLINE)),
        ("outline_style", outline.to_owned()),
        ("outline_width", "0.1".to_owned()),
        ("outline_width_unit", "MM".to_owned()),
    ];
    qml.push_str(
        r#"<layer class="SimpleFill" enabled="1" locked="0" pass="0"><Option type="Map">"#,
    );
    for (name, value) in options {
        let _ = write!(
            qml,
            r#"<Option type="QString" name="{name}" value="{value}"/>"#
        );
    }
    qml.push_str("</Option></layer>");
}

/// `#1a65b2` as QGIS writes it: `26,101,178,255`.
fn rgba(colour: &str) -> String {
    let part = |from: usize| {
        let hex = colour.get(from..from + 2).unwrap_or_default();
        u8::from_str_radix(hex, 16).unwrap_or_default()
    };
    format!("{},{},{},255", part(1), part(3), part(5))
}
