//! Which municipalities are alike: in size, in density, and by lying next to
//! each other.

/// How far apart two municipalities are of which one has no known number of
/// inhabitants: further than any two of which both are known.
const UNLIKE: f64 = 20.0;
/// What a shared border leaves of a distance.
const NEIGHBOURS: f64 = 0.5;

/// What makes municipalities alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Profile {
    /// Number of inhabitants; 0 when it is not known.
    pub inhabitants: u32,
    /// Area in square kilometres, above 0.
    pub area_km2: f64,
}

impl Profile {
    /// Inhabitants for each square kilometre; nothing when their number is not
    /// known.
    #[must_use]
    pub fn density(&self) -> Option<f64> {
        let known = self.inhabitants > 0 && self.area_km2 > 0.0;
        known.then(|| f64::from(self.inhabitants) / self.area_km2)
    }
}

/// How unlike two municipalities are, 0 or more: the distance between their
/// numbers of inhabitants and their densities, both by ratio (twice as many is
/// as far as half as many), halved when they share a border.
#[must_use]
pub fn distance(one: &Profile, other: &Profile, neighbours: bool) -> f64 {
    let apart = match (one.density(), other.density()) {
        (Some(of_one), Some(of_other)) => {
            let inhabitants = f64::from(one.inhabitants) / f64::from(other.inhabitants);
            inhabitants.ln().hypot((of_one / of_other).ln())
        }
        _ => UNLIKE,
    };
    if neighbours {
        apart * NEIGHBOURS
    } else {
        apart
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn profile(inhabitants: u32, area_km2: f64) -> Profile {
        Profile {
            inhabitants,
            area_km2,
        }
    }

    #[test]
    fn twice_as_many_is_as_far_as_half_as_many() {
        let own = profile(40_000, 100.0);
        let (twice, half) = (profile(80_000, 200.0), profile(20_000, 50.0));
        let apart = distance(&own, &twice, false);
        assert!((apart - distance(&own, &half, false)).abs() < 1e-12);
        assert!((distance(&own, &twice, true) - apart / 2.0).abs() < 1e-12);
    }

    #[test]
    fn an_unknown_number_of_inhabitants_is_like_no_other() {
        let (unknown, village, city) = (
            profile(0, 10.0),
            profile(900, 4.0),
            profile(900_000, 5_000.0),
        );
        assert!(distance(&unknown, &village, false) > distance(&village, &city, false));
    }

    proptest! {
        #[test]
        fn likeness_is_mutual_and_nearest_to_itself(
            a in (1_u32..2_000_000, 1.0_f64..10_000.0), b in (1_u32..2_000_000, 1.0_f64..10_000.0), neighbours: bool,
        ) {
            let (a, b) = (profile(a.0, a.1), profile(b.0, b.1));
            let apart = distance(&a, &b, neighbours);
            prop_assert!((0.0..UNLIKE).contains(&apart));
            prop_assert!((apart - distance(&b, &a, neighbours)).abs() < 1e-9);
            prop_assert!(distance(&a, &a, neighbours) <= apart);
        }
    }
}
