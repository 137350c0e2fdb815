//! A small map as SVG or PNG, in RD New: where a municipality lies in its
//! region, or a region with its municipalities by class of policy.

use std::fmt::Write;

use geo::{Coord, MultiPolygon};
use geodata::{Boundaries, Crs, Detail};
use resvg::tiny_skia::{Color, Pixmap, Transform};
use resvg::usvg::{Options, Tree};

use super::error::SheetError;
use super::palette::{PATTERNS, class_fill};
use crate::picture::outline::{frame, write_path};
use domain::vocabulary::PolicyClass;

/// The longer side of the drawing, in units of SVG.
const SIDE: f64 = 400.0;
const MARGIN: f64 = 4.0;

/// How an area is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum AreaFill {
    /// What the sheet is about.
    Subject,
    /// What lies around it.
    Around,
    /// By class of policy, in the colours of the client's map.
    Class(PolicyClass),
}

impl AreaFill {
    fn paint(self) -> &'static str {
        match self {
            Self::Subject => "#0a57a4",
            Self::Around => "#e4eef8",
            Self::Class(class) => class_fill(class).paint,
        }
    }
}

/// Draws these areas; empty when there are none.
pub(super) fn svg(boundaries: &Boundaries, areas: &[(usize, AreaFill)]) -> String {
    let shapes: Vec<(MultiPolygon, AreaFill)> = areas
        .iter()
        .map(|(area, fill)| {
            let shape = boundaries.geometry(*area, Detail::Regional, Crs::RdNew);
            (shape, *fill)
        })
        .collect();
    let Some(frame) = frame(shapes.iter().map(|(shape, _)| shape)) else {
        return String::new();
    };
    let scale = SIDE / frame.width().max(frame.height()).max(1.0);
    let place = |at: Coord| Coord {
        x: (at.x - frame.min().x) * scale + MARGIN,
        y: (frame.max().y - at.y) * scale + MARGIN,
    };
    let mut svg = String::new();
    // Writing to a string cannot fail.
    let _ = write!(
        svg,
        r#"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {:.0} {:.0}"><defs>{PATTERNS}</defs>"#,
        frame.width().mul_add(scale, 2.0 * MARGIN),
        frame.height().mul_add(scale, 2.0 * MARGIN),
    );
    for (shape, fill) in &shapes {
        let _ = write!(
            svg,
            r##"<path fill="{}" stroke="#5d6b7a" stroke-width="0.8" fill-rule="evenodd" d=""##,
            fill.paint()
        );
        write_path(&mut svg, shape, &place);
        svg.push_str(r#""/>"#);
    }
    svg.push_str("</svg>");
    svg
}

/// A map as a picture, on white.
pub(super) struct Png {
    pub(super) content: Vec<u8>,
    /// In pixels.
    pub(super) width: u32,
    /// In pixels.
    pub(super) height: u32,
}

/// Draws a map with a longer side of so many pixels.
pub(super) fn png(svg: &str, side: f32) -> Result<Png, SheetError> {
    let failed = |error: &dyn std::fmt::Display| SheetError::Map(error.to_string());
    let tree = Tree::from_str(svg, &Options::default()).map_err(|error| failed(&error))?;
    let scale = side / tree.size().width().max(tree.size().height());
    let size = tree
        .size()
        .to_int_size()
        .scale_by(scale)
        .ok_or_else(|| failed(&"it has no size"))?;
    let (width, height) = (size.width(), size.height());
    let mut pixels = Pixmap::new(width, height).ok_or_else(|| failed(&"it has no size"))?;
    pixels.fill(Color::WHITE);
    resvg::render(
        &tree,
        Transform::from_scale(scale, scale),
        &mut pixels.as_mut(),
    );
    let content = pixels.encode_png().map_err(|error| failed(&error))?;
    Ok(Png {
        content,
        width,
        height,
    })
}
