//! Where tiles lie.

use std::f64::consts::PI;

use geo::Coord;
use geodata::{BoundingBox, Detail};

/// The deepest level: a unit of its tiles is 0.4 m, less than outlines are known to.
pub const MOST_ZOOM: u8 = 14;
/// Units along the side of a tile.
pub(super) const EXTENT: u32 = 4096;
/// Units beyond its edge that are drawn too, so that no line shows there.
pub(super) const BUFFER: f64 = 64.0;

/// Which tile: a level, and the place from the west and from the north.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TileAddress {
    zoom: u8,
    x: u32,
    y: u32,
}

impl TileAddress {
    /// None where there is no such level, or no such tile on it.
    #[must_use]
    pub fn new(zoom: u8, x: u32, y: u32) -> Option<Self> {
        let fits = zoom <= MOST_ZOOM && x < 1 << zoom && y < 1 << zoom;
        fits.then_some(Self { zoom, x, y })
    }

    /// How finely its level shows outlines.
    #[must_use]
    pub fn detail(self) -> Detail {
        match self.zoom {
            0..=7 => Detail::National,
            8..=10 => Detail::Regional,
            _ => Detail::Full,
        }
    }

    /// Whether its level shows the country in a few tiles.
    #[must_use]
    pub fn shows_country(self) -> bool {
        self.detail() == Detail::National
    }

    /// Whether it shows something of a box of degrees.
    pub(super) fn meets(self, area: BoundingBox) -> bool {
        let corner = |x, y| self.place(Coord { x, y });
        let (low, high) = (corner(area.west, area.north), corner(area.east, area.south));
        let (least, most) = edges();
        low.x <= most && high.x >= least && low.y <= most && high.y >= least
    }

    /// Where a position in degrees lies, in units from the north-west corner.
    pub(super) fn place(self, degrees: Coord) -> Coord {
        let tiles = f64::from(1_u32 << self.zoom);
        let x = (degrees.x + 180.0) / 360.0;
        let y = (1.0 - degrees.y.to_radians().tan().asinh() / PI) / 2.0;
        Coord {
            x: (x * tiles - f64::from(self.x)) * f64::from(EXTENT),
            y: (y * tiles - f64::from(self.y)) * f64::from(EXTENT),
        }
    }
}

/// Whether a place on a tile is its own, and not that of the tile beside it.
pub(super) fn is_own(place: Coord) -> bool {
    let inside = |unit: f64| (0.0..f64::from(EXTENT)).contains(&unit);
    inside(place.x) && inside(place.y)
}

/// The units between which something is drawn, along either side.
pub(super) fn edges() -> (f64, f64) {
    (-BUFFER, f64::from(EXTENT) + BUFFER)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_level_has_as_many_tiles_as_it_has() {
        assert!(TileAddress::new(0, 0, 0).is_some());
        assert!(TileAddress::new(0, 1, 0).is_none());
        assert!(TileAddress::new(3, 7, 7).is_some());
        assert!(TileAddress::new(3, 7, 8).is_none());
        assert!(TileAddress::new(MOST_ZOOM + 1, 0, 0).is_none());
    }

    #[test]
    fn a_position_lies_in_its_tile_and_in_no_other() {
        let utrecht = Coord { x: 5.12, y: 52.09 };
        let holds = |x, y| {
            let tile = TileAddress::new(8, x, y).unwrap();
            is_own(tile.place(utrecht))
        };
        assert!(holds(131, 84));
        assert!(!holds(130, 84) && !holds(132, 84) && !holds(131, 83) && !holds(131, 85));
        let middle = TileAddress::new(1, 1, 1).unwrap().place(Coord::zero());
        assert!(middle.x.abs() < 1e-9 && middle.y.abs() < 1e-9);
    }
}
