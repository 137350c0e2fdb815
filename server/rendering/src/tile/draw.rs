//! Municipalities on a tile.

use geo::MultiPolygon;
use geodata::Crs;
use mvt::{Error, Feature, GeomData, GeomEncoder, GeomType, Tile};

use super::clip::{ring, unit};
use super::grid::{EXTENT, TileAddress, is_own};
use atlas::{EditionModel, View};

/// The layer of outlines.
pub const MUNICIPALITIES: &str = "municipalities";
/// The layer of positions for names, each on one tile of a level.
pub const LABELS: &str = "labels";

/// The tile with these municipalities; without a byte where none is on it.
pub fn draw(view: &View, positions: &[usize], tile: TileAddress) -> Result<Vec<u8>, Error> {
    let Some(edition) = view.edition() else {
        return Ok(Vec::new());
    };
    let boundaries = edition.boundaries();
    let mut drawn = Tile::new(EXTENT);
    let mut outlines = drawn.create_layer(MUNICIPALITIES);
    let mut labels = drawn.create_layer(LABELS);
    for at in positions {
        if !tile.meets(boundaries.bounding_box(*at)) {
            continue;
        }
        let shape = boundaries.geometry(*at, tile.detail(), Crs::Crs84);
        if let Some(outline) = outline(&shape, tile)? {
            let mut feature = outlines.into_feature(outline);
            name(&mut feature, edition, *at);
            describe(&mut feature, view, *at);
            outlines = feature.into_layer();
        }
        if let Some(label) = label(tile.place(boundaries.label(*at).degrees))? {
            let mut feature = labels.into_feature(label);
            name(&mut feature, edition, *at);
            labels = feature.into_layer();
        }
    }
    for layer in [outlines, labels] {
        if layer.num_features() > 0 {
            drawn.add_layer(layer)?;
        }
    }
    if drawn.num_layers() == 0 {
        return Ok(Vec::new());
    }
    drawn.to_bytes()
}

fn outline(shape: &MultiPolygon, tile: TileAddress) -> Result<Option<GeomData>, Error> {
    let mut encoder = GeomEncoder::<i32>::new(GeomType::Polygon);
    let mut last = None;
    for polygon in shape {
        let place = |degrees| tile.place(degrees);
        let Some(outer) = ring(polygon.exterior(), place, true) else {
            continue;
        };
        let holes = polygon.interiors().iter();
        let holes = holes.filter_map(|hole| ring(hole, place, false));
        for mut units in std::iter::once(outer).chain(holes) {
            // A ring that begins where the one before ended would go on from it.
            if last.is_some() && units.first().copied() == last {
                units.rotate_left(1);
            }
            for (x, y) in &units {
                encoder.add_point(*x, *y)?;
            }
            encoder.complete_geom()?;
            last = units.last().copied();
        }
    }
    if last.is_none() {
        return Ok(None);
    }
    encoder.encode().map(Some)
}

fn label(place: geo::Coord) -> Result<Option<GeomData>, Error> {
    let Some((x, y)) = unit(place).filter(|_| is_own(place)) else {
        return Ok(None);
    };
    let point = GeomEncoder::<i32>::new(GeomType::Point).point(x, y)?;
    point.encode().map(Some)
}

fn name(feature: &mut Feature, edition: &EditionModel, at: usize) {
    let code = edition.codes()[at].to_string();
    if let Ok(number) = code.trim_start_matches("GM").parse() {
        feature.set_id(number);
    }
    feature.add_tag_string("code", &code);
    feature.add_tag_string("name", edition.name(at));
}

fn describe(feature: &mut Feature, view: &View, at: usize) {
    let state = &view.municipalities()[at];
    let completeness = &state.policy.completeness;
    feature.add_tag_string("class", state.policy.class.code());
    feature.add_tag_string("status", state.coordination.status.code());
    feature.add_tag_double("completenessLow", completeness.low);
    feature.add_tag_double("completenessHigh", completeness.high);
    if view.index().demonstration() {
        feature.add_tag_bool("demonstration", true);
    }
}
