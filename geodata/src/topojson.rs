//! A drawing as TopoJSON: arcs as steps on a grid of whole numbers.
//!
//! Positions are RD New, in metres, after the transform. Three objects:
//! `municipalities` (`id` is the code, the property `name` the name), `borders`
//! (the arcs between two municipalities) and `coast` (the arcs with a
//! municipality on one side). The bytes depend on the input alone.

use std::fmt::Write;

use crate::area::Area;
use crate::drawing::Drawing;
use crate::grid::{Point, bounds};
use crate::topology::{ArcUse, Topology, UNITS_PER_METRE};

/// The TopoJSON text of all areas, given in the order of the topology.
pub(crate) fn write(topology: &Topology, drawing: &Drawing, areas: &[Area]) -> Vec<u8> {
    let drawn = drawing.chains.iter().flatten();
    let (low, high) = bounds(drawn.map(|vertex| drawing.rd[*vertex as usize])).unwrap_or_default();
    let metres = |units: i64| units as f64 / UNITS_PER_METRE;
    let mut text = format!(
        r#"{{"type":"Topology","bbox":[{},{},{},{}],"transform":{{"scale":[{s},{s}],"translate":[{},{}]}},"objects":{{"municipalities":{{"type":"GeometryCollection","geometries":["#,
        metres(low.x),
        metres(low.y),
        metres(high.x),
        metres(high.y),
        metres(low.x),
        metres(low.y),
        s = metres(drawing.grid),
    );
    for (i, (area, shape)) in areas.iter().zip(&topology.shapes).enumerate() {
        separate(&mut text, i);
        let name = serde_json::Value::from(area.name.as_str());
        let code = serde_json::Value::from(area.code.as_str());
        let kind = if shape.len() == 1 {
            "Polygon"
        } else {
            "MultiPolygon"
        };
        let _ = write!(
            text,
            r#"{{"type":"{kind}","id":{code},"properties":{{"name":{name}}},"arcs":"#
        );
        if let [rings] = shape.as_slice() {
            write_rings(&mut text, rings);
        } else {
            list(&mut text, shape.iter(), |text, rings| {
                write_rings(text, rings);
            });
        }
        text.push('}');
    }
    text.push_str("]}");
    for (name, both) in [("borders", true), ("coast", false)] {
        let _ = write!(text, r#","{name}":{{"type":"MultiLineString","arcs":"#);
        let arcs = topology.arcs.iter().enumerate();
        let chosen = arcs.filter(|(_, arc)| (arc.left.is_some() && arc.right.is_some()) == both);
        list(&mut text, chosen, |text, (number, _)| {
            let _ = write!(text, "[{number}]");
        });
        text.push('}');
    }
    text.push_str(r#"},"arcs":"#);
    list(&mut text, drawing.chains.iter(), |text, chain| {
        let mut last = Point::default();
        list(text, chain.iter(), |text, vertex| {
            let at = (drawing.rd[*vertex as usize] - low) / drawing.grid;
            let _ = write!(text, "[{},{}]", at.x - last.x, at.y - last.y);
            last = at;
        });
    });
    text.push('}');
    text.into_bytes()
}

fn separate(text: &mut String, place: usize) {
    if place > 0 {
        text.push(',');
    }
}

fn list<T>(
    text: &mut String,
    items: impl Iterator<Item = T>,
    mut write_item: impl FnMut(&mut String, T),
) {
    text.push('[');
    for (i, item) in items.enumerate() {
        separate(text, i);
        write_item(text, item);
    }
    text.push(']');
}

fn write_rings(text: &mut String, rings: &[Vec<ArcUse>]) {
    list(text, rings.iter(), |text, ring| {
        list(text, ring.iter(), |text, used| {
            let number = i64::from(used.arc);
            let _ = write!(text, "{}", if used.reversed { !number } else { number });
        });
    });
}
