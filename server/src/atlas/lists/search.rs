//! Search by name, alias, former name or code, forgiving of accents,
//! apostrophes and typing errors.

use std::collections::HashMap;

use jiff::civil::Date;

use crate::atlas::core::view::View;
use crate::domain::places::code::MunicipalityCode;
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
struct Candidate {
    folded: String,
    hit: Hit,
}

/// How well a candidate answers; less is better.
type Score = (u8, usize);

impl View {
    /// The municipalities of the date that answer to the text, best first,
    /// each once. A former municipality leads to its successors.
    #[must_use]
    pub fn search(&self, text: &str, most: usize) -> Vec<Hit> {
        let wanted = fold(text);
        if wanted.is_empty() {
            return Vec::new();
        }
        let mut best: HashMap<usize, (Score, Hit)> = HashMap::new();
        for Candidate { folded, mut hit } in self.candidates() {
            let Some(score) = score(&wanted, &folded, hit.reason) else {
                continue;
            };
            if score.0 >= FUZZY && hit.reason != HitReason::FormerName {
                hit.reason = HitReason::Fuzzy;
            }
            let better = best
                .get(&hit.position)
                .is_none_or(|(other, _)| score < *other);
            if better {
                best.insert(hit.position, (score, hit));
            }
        }
        let mut hits: Vec<(Score, Hit)> = best.into_values().collect();
        // Beside what was typed, what only looks like it is noise.
        if hits.iter().any(|(score, _)| score.0 < FUZZY) {
            hits.retain(|(score, _)| score.0 < FUZZY);
        }
        hits.sort_by_key(|(score, hit)| {
            let inhabitants = self.municipalities()[hit.position].inhabitants();
            (*score, std::cmp::Reverse(inhabitants), hit.position)
        });
        hits.into_iter().map(|(_, hit)| hit).take(most).collect()
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
                    folded: fold(bare),
                    hit: hit.clone(),
                });
            }
            candidates.push(Candidate {
                folded: fold(matched),
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

/// From here on a name only looks like what was typed.
const FUZZY: u8 = 6;

fn score(wanted: &str, folded: &str, reason: HitReason) -> Option<Score> {
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
    if wanted.chars().count() >= 3 && folded.contains(wanted) {
        return Some((3, foreign));
    }
    // Without spaces: `denhaag`, `bergenopzoom`.
    let (tight, tight_wanted) = (folded.replace(' ', ""), wanted.replace(' ', ""));
    if tight.starts_with(&tight_wanted) {
        return Some((4, foreign));
    }
    let allowed = match tight_wanted.chars().count() {
        0..=3 => 0,
        4..=6 => 1,
        7..=11 => 2,
        _ => 3,
    };
    let whole = strsim::osa_distance(&tight_wanted, &tight);
    let start: String = tight.chars().take(tight_wanted.chars().count()).collect();
    let beginning = strsim::osa_distance(&tight_wanted, &start);
    if whole <= allowed && whole > 0 {
        Some((FUZZY, whole * 2 + foreign))
    } else if beginning <= allowed && allowed > 0 {
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
        let score = |wanted, name: &str| score(wanted, &fold(name), HitReason::Name);
        assert!(score("utrecht", "Utrecht") < score("utrecht", "Utrechtse Heuvelrug"));
        assert!(score("gravenhage", "'s-Gravenhage").is_some());
        assert!(score("amsterdma", "Amsterdam").is_some_and(|s| s.0 >= FUZZY));
        assert!(score("bergenopzoom", "Bergen op Zoom").is_some());
        assert_eq!(score("xyz", "Zwolle"), None);
    }
}
