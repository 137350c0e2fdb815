//! The two coordinate reference systems and the way between them.
//!
//! RD New (EPSG:28992) is the Dutch national grid, in metres. CRS84 is WGS84
//! longitude and latitude in that order, in degrees.
//!
//! Accuracy: the seven-parameter transformation that EPSG gives for RD
//! (EPSG:4833), without the RDNAPTRANS correction grid. Within the Netherlands
//! it differs from RDNAPTRANS2018 by at most 0.25 m, and there and back again
//! by less than a millimetre. ETRS89 and WGS84 are taken as the same.

use std::sync::LazyLock;

use geo::{Coord, MapCoordsInPlace, MultiPolygon};
use proj4rs::Proj;
use thiserror::Error;

/// A coordinate reference system.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Crs {
    /// WGS84 longitude, latitude, in degrees.
    Crs84,
    /// EPSG:28992, Amersfoort / RD New: x (east), y (north), in metres.
    RdNew,
}

/// How finely borders are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Detail {
    /// For a map of the country, about 1000 pixels high.
    National,
    /// For a map of a province.
    Regional,
    /// As loaded.
    Full,
}

impl Detail {
    /// All details, coarsest first.
    pub const ALL: [Self; 3] = [Self::National, Self::Regional, Self::Full];
}

/// A position that the projection cannot carry over.
#[derive(Debug, Error, PartialEq)]
#[error("the position {0}, {1} lies outside the area of use of the projection")]
pub struct ReprojectError(pub f64, pub f64);

static RD_NEW: LazyLock<Proj> = LazyLock::new(|| {
    Proj::from_proj_string(
        "+proj=sterea +lat_0=52.1561605555556 +lon_0=5.38763888888889 +k=0.9999079 \
         +x_0=155000 +y_0=463000 +ellps=bessel +towgs84=565.4171,50.3319,465.5524,\
         -0.398957388243134,0.343987817378283,-1.87740163998045,4.0725 +units=m +no_defs",
    )
    .expect("the definition of RD New is a constant")
});

static WGS84: LazyLock<Proj> = LazyLock::new(|| {
    Proj::from_proj_string("+proj=longlat +ellps=WGS84 +datum=WGS84 +no_defs")
        .expect("the definition of WGS84 is a constant")
});

/// Carries a position from one CRS to the other.
pub fn reproject(position: Coord, from: Crs, to: Crs) -> Result<Coord, ReprojectError> {
    let refused = || ReprojectError(position.x, position.y);
    if from == to {
        return Ok(position);
    }
    if !(position.x.is_finite() && position.y.is_finite()) {
        return Err(refused());
    }
    let (source, target, mut point) = match from {
        Crs::Crs84 => (
            &*WGS84,
            &*RD_NEW,
            (position.x.to_radians(), position.y.to_radians(), 0.0),
        ),
        Crs::RdNew => (&*RD_NEW, &*WGS84, (position.x, position.y, 0.0)),
    };
    proj4rs::transform::transform(source, target, &mut point).map_err(|_| refused())?;
    let carried = match to {
        Crs::Crs84 => Coord {
            x: point.0.to_degrees(),
            y: point.1.to_degrees(),
        },
        Crs::RdNew => Coord {
            x: point.0,
            y: point.1,
        },
    };
    if carried.x.is_finite() && carried.y.is_finite() {
        Ok(carried)
    } else {
        Err(refused())
    }
}

/// Carries every position of a geometry from one CRS to the other.
///
/// Lines stay straight between the same positions, which over the length of a
/// border segment is a difference of centimetres.
pub fn reproject_geometry(
    geometry: &MultiPolygon,
    from: Crs,
    to: Crs,
) -> Result<MultiPolygon, ReprojectError> {
    let mut carried = geometry.clone();
    carried.try_map_coords_in_place(|position| reproject(position, from, to))?;
    Ok(carried)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// RD x, y and ETRS89 latitude, longitude: the check points that the Dutch
    /// Kadaster publishes with RDNAPTRANS2018.
    const KADASTER: [(f64, f64, f64, f64); 6] = [
        (117_380.12, 575_040.34, 53.160_753_042, 4.824_761_912),
        (247_380.56, 604_580.78, 53.419_482_050, 6.776_726_674),
        (155_000.0, 463_000.0, 52.155_172_897, 5.387_203_657),
        (16_460.91, 377_380.23, 51.368_607_152, 3.397_588_595),
        (182_260.45, 311_480.67, 50.792_584_916, 5.773_795_548),
        (64_640.89, 440_700.010_1, 51.947_393_898, 4.072_887_101),
    ];

    #[test]
    fn known_points_lie_within_a_quarter_of_a_metre() {
        for (x, y, latitude, longitude) in KADASTER {
            let known = Coord {
                x: longitude,
                y: latitude,
            };
            let rd = reproject(known, Crs::Crs84, Crs::RdNew).unwrap();
            let off = (rd.x - x).hypot(rd.y - y);
            assert!(off < 0.25, "{x} {y} is {off} m off");
        }
    }

    #[test]
    fn the_tower_of_amersfoort_is_the_origin() {
        let tower = Coord {
            x: 155_000.0,
            y: 463_000.0,
        };
        let degrees = reproject(tower, Crs::RdNew, Crs::Crs84).unwrap();
        // The value of the approximation formulas in common use, which is
        // itself 0.24 m from RDNAPTRANS.
        assert!((degrees.y - 52.155_174_40).abs() < 3e-6, "{degrees:?}");
        assert!((degrees.x - 5.387_206_21).abs() < 3e-6, "{degrees:?}");
        assert!((degrees.y - 52.155_172_897).abs() < 1e-6, "{degrees:?}");
        assert!((degrees.x - 5.387_203_657).abs() < 1e-6, "{degrees:?}");
    }

    #[test]
    fn there_and_back_again_is_the_same_place() {
        for x in (0..=290).step_by(10) {
            for y in (300..=630).step_by(10) {
                let start = Coord {
                    x: f64::from(x) * 1000.0,
                    y: f64::from(y) * 1000.0,
                };
                let degrees = reproject(start, Crs::RdNew, Crs::Crs84).unwrap();
                let back = reproject(degrees, Crs::Crs84, Crs::RdNew).unwrap();
                assert!((back.x - start.x).hypot(back.y - start.y) < 0.001);
            }
        }
    }

    #[test]
    fn what_is_no_position_is_refused() {
        let nowhere = Coord {
            x: f64::NAN,
            y: 52.0,
        };
        assert!(reproject(nowhere, Crs::Crs84, Crs::RdNew).is_err());
    }
}
