//! Outlines in metres as paths of SVG.

use std::fmt::Write as _;

use geo::{BoundingRect, Coord, LineString, MultiPolygon, Rect};

/// The box around several outlines; none around nothing.
pub(crate) fn frame<'a>(shapes: impl IntoIterator<Item = &'a MultiPolygon>) -> Option<Rect> {
    let boxes = shapes.into_iter().filter_map(BoundingRect::bounding_rect);
    boxes.reduce(|a: Rect, b: Rect| {
        Rect::new(
            Coord {
                x: a.min().x.min(b.min().x),
                y: a.min().y.min(b.min().y),
            },
            Coord {
                x: a.max().x.max(b.max().x),
                y: a.max().y.max(b.max().y),
            },
        )
    })
}

/// Writes the data of a path, each position placed on the drawing.
pub(crate) fn write_path(svg: &mut String, shape: &MultiPolygon, place: &impl Fn(Coord) -> Coord) {
    for polygon in shape {
        write_ring(svg, polygon.exterior(), place);
        for hole in polygon.interiors() {
            write_ring(svg, hole, place);
        }
    }
}

fn write_ring(svg: &mut String, ring: &LineString, place: &impl Fn(Coord) -> Coord) {
    for (number, at) in ring.coords().enumerate() {
        let Coord { x, y } = place(*at);
        let step = if number == 0 { 'M' } else { 'L' };
        // Writing to a string cannot fail.
        let _ = write!(svg, "{step}{x:.1} {y:.1}");
    }
    svg.push('Z');
}
