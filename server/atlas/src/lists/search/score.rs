//! How well a name answers to what was typed.

use super::candidate::{Folded, HitReason};

/// How well a candidate answers; less is better.
pub(super) type Score = (u8, usize);

/// From here on what was typed stands somewhere within a name.
pub(super) const GUESS: u8 = 5;
/// From here on a name only looks like what was typed.
pub(super) const FUZZY: u8 = 6;

pub(super) fn score(wanted: &Folded, name: &Folded, reason: HitReason) -> Option<Score> {
    let (tight_wanted, tight) = (&*wanted.tight, &*name.tight);
    let (wanted, folded) = (&*wanted.spaced, &*name.spaced);
    if reason == HitReason::Code {
        let number = |code: &str| code.trim_start_matches("gm").parse::<u16>().ok();
        let is_number = wanted.bytes().all(|byte| byte.is_ascii_digit());
        let same = wanted == folded || (is_number && number(wanted) == number(folded));
        return same.then_some((0, 0));
    }
    // Of equally good matches a name of its own comes first.
    let foreign = usize::from(reason != HitReason::Name);
    if folded == wanted {
        return Some((0, foreign));
    }
    if folded.starts_with(wanted) {
        return Some((1, foreign));
    }
    if folded.split(' ').any(|word| word.starts_with(wanted)) {
        return Some((2, foreign));
    }
    // Without spaces: `denhaag`, `bergenopzoom`.
    if tight.starts_with(tight_wanted) {
        return Some((3, foreign));
    }
    if wanted.chars().count() >= 3 && folded.contains(wanted) {
        return Some((GUESS, foreign));
    }
    None
}

/// How much a name looks like what was typed, or begins like it.
pub(super) fn likeness(wanted: &Folded, name: &Folded, reason: HitReason) -> Option<Score> {
    if reason == HitReason::Code {
        return None;
    }
    let foreign = usize::from(reason != HitReason::Name);
    let (tight_wanted, tight) = (&*wanted.tight, &*name.tight);
    let length = tight_wanted.chars().count();
    let allowed = match length {
        0..=3 => return None,
        4..=6 => 1,
        7..=11 => 2,
        _ => 3,
    };
    if length > tight.chars().count() + allowed {
        return None;
    }
    let whole = strsim::osa_distance(tight_wanted, tight);
    let start: String = tight.chars().take(length).collect();
    let beginning = strsim::osa_distance(tight_wanted, &start);
    if whole <= allowed && whole > 0 {
        Some((FUZZY, whole * 2 + foreign))
    } else if beginning <= allowed {
        Some((FUZZY + 1, beginning * 2 + foreign))
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use domain::places::name_key::fold;

    #[test]
    fn the_more_exact_match_scores_better() {
        let folded = |text: &str| Folded::from(fold(text));
        let score = |wanted, name| score(&folded(wanted), &folded(name), HitReason::Name);
        assert!(score("utrecht", "Utrecht") < score("utrecht", "Utrechtse Heuvelrug"));
        assert!(score("gravenhage", "'s-Gravenhage").is_some());
        assert_eq!(score("amsterdma", "Amsterdam"), None);
        let likeness = |wanted, name| likeness(&folded(wanted), &folded(name), HitReason::Name);
        assert!(likeness("amsterdma", "Amsterdam").is_some_and(|s| s.0 >= FUZZY));
        assert_eq!(likeness("amsterdamamsterdam", "Amsterdam"), None);
        assert!(score("bergenopzoom", "Bergen op Zoom").is_some());
        assert_eq!(score("xyz", "Zwolle"), None);
    }
}
