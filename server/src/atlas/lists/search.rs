//! Search by name, alias, former name, code, place or postcode, forgiving of
//! accents, apostrophes and typing errors.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::atlas::core::view::View;
use crate::domain::places::code::MunicipalityCode;
use crate::domain::places::gazetteer::{
    former_by_name, forms, lies_in, places_from, places_like, postcode,
};
use crate::domain::places::name_key::{fold, without_qualifier};

/// Why a municipality was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq, async_graphql::Enum)]
#[graphql(name = "SearchReason")]
pub enum HitReason {
    /// By its name.
    Name,
    /// By its code.
    Code,
    /// By another name that it goes by.
    Alias,
    /// By the name of a municipality that went (partly) into it.
    FormerName,
    /// By a name that looks like what was typed.
    Fuzzy,
    /// By a place, neighbourhood or hamlet that lies in it since 2023.
    Place,
    /// By a postcode whose locality lies in it since 2023.
    Postcode,
}

/// A municipality that was found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hit {
    /// Its position in the view.
    pub position: usize,
    /// The name or code that matched.
    pub matched: String,
    /// Why.
    pub reason: HitReason,
    /// For a former municipality, the date on which it ended.
    pub since: Option<Date>,
}

/// A name under which a municipality can be found.
#[derive(Debug)]
pub(in crate::atlas) struct Candidate {
    name: Folded,
    hit: Hit,
}

/// A name as names are compared, with its spaces and without.
#[derive(Debug)]
struct Folded {
    spaced: String,
    tight: String,
}

impl From<String> for Folded {
    fn from(spaced: String) -> Self {
        Self {
            tight: spaced.replace(' ', ""),
            spaced,
        }
    }
}

/// How well a candidate answers; less is better.
type Score = (u8, usize);

/// The shortest beginning by which places are looked for, in characters.
const SHORTEST_PLACE: usize = 3;
/// How many readings of what was typed are tried; names have four at most.
const MOST_FORMS: usize = 8;

impl Hit {
    fn of_place(position: usize, name: &str) -> Self {
        Self {
            position,
            matched: name.to_owned(),
            reason: HitReason::Place,
            since: None,
        }
    }
}

/// The best hit of each municipality.
#[derive(Default)]
struct Found(HashMap<usize, (Score, Hit)>);

impl Found {
    fn add(&mut self, score: Score, mut hit: Hit) {
        // What stands within a word, or only looks alike, is a guess.
        if score.0 >= GUESS && hit.reason != HitReason::FormerName {
            hit.reason = HitReason::Fuzzy;
        }
        let known = self.0.get(&hit.position);
        if known.is_none_or(|(other, _)| score < *other) {
            self.0.insert(hit.position, (score, hit));
        }
    }

    /// Whether anything reads like what was typed.
    fn has_more_than_likeness(&self) -> bool {
        self.0.values().any(|(score, _)| score.0 < FUZZY)
    }

    /// What was typed, without the guesses when something else is found, and
    /// without what only looks like it when anything reads so.
    fn best(self) -> Vec<(Score, Hit)> {
        let mut hits: Vec<(Score, Hit)> = self.0.into_values().collect();
        for limit in [GUESS, FUZZY] {
            if hits.iter().any(|(score, _)| score.0 < limit) {
                hits.retain(|(score, _)| score.0 < limit);
            }
        }
        hits
    }
}

/// The number of a Dutch postcode, with its letters or without.
fn postcode_in(text: &str) -> Option<u16> {
    let text = text.trim();
    let (digits, letters) = (text.get(..4)?, text.get(4..)?.trim_start());
    let is_postcode = digits.bytes().all(|byte| byte.is_ascii_digit())
        && !digits.starts_with('0')
        && (letters.is_empty()
            || (letters.len() == 2 && letters.bytes().all(|byte| byte.is_ascii_alphabetic())));
    is_postcode.then(|| digits.parse().ok()).flatten()
}

impl View {
    /// The municipalities of the date that answer to the text, best first,
    /// each once. A former municipality leads to its successors, a place or a
    /// postcode to the municipality in which it lies since 2023.
    #[must_use]
    pub fn search(&self, text: &str, most: usize) -> Vec<Hit> {
        if fold(text).is_empty() {
            return Vec::new();
        }
        let mut found = Found::default();
        for (wanted, qualifier) in forms(text).into_iter().take(MOST_FORMS) {
            let wanted = Folded::from(wanted);
            self.add_names(&wanted, qualifier.as_deref(), &mut found);
            self.add_former(&wanted.spaced, &mut found);
            self.add_places(&wanted.spaced, qualifier.as_deref(), &mut found);
        }
        self.add_postcode(text, &mut found);
        if !found.has_more_than_likeness() {
            self.add_similar_names(text, &mut found);
        }
        if found.0.is_empty() {
            self.add_similar_places(text, &mut found);
        }
        let mut hits = found.best();
        hits.sort_by_key(|(score, hit)| {
            let inhabitants = self.municipalities()[hit.position].inhabitants();
            (*score, std::cmp::Reverse(inhabitants), hit.position)
        });
        hits.into_iter().map(|(_, hit)| hit).take(most).collect()
    }

    /// Names on record, and codes.
    fn add_names(&self, wanted: &Folded, qualifier: Option<&str>, found: &mut Found) {
        for Candidate { name, hit } in self.search_names(|| self.candidates()) {
            let score = match qualifier {
                None => score(wanted, name, hit.reason),
                // `Laren NH` is no other Laren, and nothing that only looks like it.
                Some(within) => (wanted.spaced == name.spaced)
                    .then(|| self.code(hit.position))
                    .flatten()
                    .filter(|code| lies_in(*code, within))
                    .and_then(|_| score(wanted, name, hit.reason)),
            };
            if let Some(score) = score {
                found.add(score, hit.clone());
            }
        }
    }

    /// Names that only look like what was typed.
    fn add_similar_names(&self, text: &str, found: &mut Found) {
        let readings = forms(text).into_iter().take(MOST_FORMS);
        for (wanted, _) in readings.filter(|(_, qualifier)| qualifier.is_none()) {
            let wanted = Folded::from(wanted);
            for Candidate { name, hit } in self.search_names(|| self.candidates()) {
                if let Some(score) = likeness(&wanted, name, hit.reason) {
                    found.add(score, hit.clone());
                }
            }
        }
    }

    /// Municipalities that ended before the first boundaries: they lead to where
    /// they lie today.
    fn add_former(&self, wanted: &str, found: &mut Found) {
        for former in former_by_name(wanted) {
            if self.index().lineage().find_life(former.code).is_some() {
                continue;
            }
            for (code, _) in &former.today {
                if let Some(position) = self.find(*code) {
                    let hit = Hit {
                        position,
                        matched: former.name.to_owned(),
                        reason: HitReason::FormerName,
                        since: Some(former.to),
                    };
                    found.add((0, 2), hit);
                }
            }
        }
    }

    /// Places of the name, or whose name begins so.
    fn add_places(&self, wanted: &str, qualifier: Option<&str>, found: &mut Found) {
        if wanted.chars().count() < SHORTEST_PLACE {
            return;
        }
        for (is_whole, place) in places_from(wanted) {
            let is_meant = qualifier.is_none_or(|within| is_whole && lies_in(place.code, within));
            if let Some(position) = self.find(place.code).filter(|_| is_meant) {
                let kind = if is_whole { 0 } else { 2 };
                let rank = if place.is_official { 3 } else { 4 };
                found.add((kind, rank), Hit::of_place(position, place.name));
            }
        }
    }

    /// What the place may be of which a letter or two are wrong.
    fn add_similar_places(&self, text: &str, found: &mut Found) {
        let most = match fold(text).chars().count() {
            0..=5 => return,
            6..=9 => 1,
            _ => 2,
        };
        for (distance, place) in places_like(text, most) {
            if let Some(position) = self.find(place.code) {
                let reason = HitReason::Fuzzy;
                let hit = Hit::of_place(position, place.name);
                found.add((FUZZY, distance * 2 + 1), Hit { reason, ..hit });
            }
        }
    }

    /// `1509` and `1509 AB`: where the locality of the postcode lies.
    fn add_postcode(&self, text: &str, found: &mut Found) {
        let Some(number) = postcode_in(text) else {
            return;
        };
        for (code, locality) in postcode(number) {
            if let Some(position) = self.find(*code) {
                let hit = Hit {
                    position,
                    matched: format!("{number} {locality}"),
                    reason: HitReason::Postcode,
                    since: None,
                };
                found.add((0, 1), hit);
            }
        }
    }

    fn candidates(&self) -> Vec<Candidate> {
        let Some(edition) = self.edition() else {
            return Vec::new();
        };
        let mut candidates = Vec::new();
        let mut add = |position, matched: &str, reason, since| {
            let hit = Hit {
                position,
                matched: matched.to_owned(),
                reason,
                since,
            };
            let bare = without_qualifier(matched);
            if bare != matched {
                candidates.push(Candidate {
                    name: fold(bare).into(),
                    hit: hit.clone(),
                });
            }
            candidates.push(Candidate {
                name: fold(matched).into(),
                hit,
            });
        };
        for (code, names) in self.index().names() {
            let (found, since) = self.living(code);
            for position in found {
                add(position, &code.to_string(), HitReason::Code, since);
                for (_, name) in &names {
                    let own = since.is_none() && edition.name(position) == name;
                    add(
                        position,
                        name,
                        if own {
                            HitReason::Name
                        } else {
                            HitReason::FormerName
                        },
                        since,
                    );
                }
            }
        }
        for alias in &self.index().facts().aliases {
            let (found, since) = self.living(alias.code);
            for position in found {
                let reason = if since.is_none() {
                    HitReason::Alias
                } else {
                    HitReason::FormerName
                };
                add(position, &alias.name, reason, since);
            }
        }
        candidates
    }

    /// The positions of those that live on the date and are, or came of, the
    /// municipality; with the date on which it ended in the second case.
    fn living(&self, code: MunicipalityCode) -> (Vec<usize>, Option<Date>) {
        let lineage = self.index().lineage();
        let since = if self.find(code).is_some() {
            None
        } else {
            lineage.find_life(code).and_then(|life| life.to)
        };
        let heirs = lineage.heirs(code, self.as_of().date());
        (
            heirs
                .into_iter()
                .filter_map(|heir| self.find(heir))
                .collect(),
            since,
        )
    }
}

/// From here on what was typed stands somewhere within a name.
const GUESS: u8 = 5;
/// From here on a name only looks like what was typed.
const FUZZY: u8 = 6;

fn score(wanted: &Folded, name: &Folded, reason: HitReason) -> Option<Score> {
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
fn likeness(wanted: &Folded, name: &Folded, reason: HitReason) -> Option<Score> {
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

    #[test]
    fn a_postcode_is_four_digits_with_two_letters_or_without() {
        for (text, number) in [
            ("1509", Some(1509)),
            ("1509 AB", Some(1509)),
            ("1509ab ", Some(1509)),
            ("0344", None),
            ("150", None),
            ("1509 A", None),
            ("1509 ABC", None),
            ("15095", None),
            ("GM1509", None),
            ("éé09", None),
        ] {
            assert_eq!(postcode_in(text), number, "{text}");
        }
    }
}
