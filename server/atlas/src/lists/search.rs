//! Search by name, alias, former name, code, place or postcode, forgiving of
//! accents, apostrophes and typing errors.

pub(crate) mod candidate;
mod places;
mod score;

use std::collections::HashMap;

use jiff::civil::Date;

use self::candidate::{Candidate, Folded};
use self::score::{FUZZY, GUESS, Score, likeness, score};
use crate::core::view::View;
use domain::places::code::MunicipalityCode;
use domain::places::name_forms::forms;
use domain::places::name_key::{fold, without_qualifier};
use domain::places::provinces::lies_in;

pub use self::candidate::{Hit, HitReason};

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

impl View {
    /// The municipalities of the date that answer to the text, best first,
    /// each once. A former municipality leads to its successors, a place or a
    /// postcode to the municipality in which it lay on the date; where that is not
    /// known, those in which it may have lain are guesses.
    #[must_use]
    pub fn search(&self, text: &str, most: usize) -> Vec<Hit> {
        if fold(text).is_empty() {
            return Vec::new();
        }
        let mut found = Found::default();
        for (wanted, qualifier) in forms(text) {
            let wanted = Folded::from(wanted);
            self.add_names(&wanted, qualifier.as_deref(), &mut found);
            self.add_former(&wanted.spaced, qualifier.as_deref(), &mut found);
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
        let readings = forms(text);
        for (wanted, _) in readings
            .into_iter()
            .filter(|(_, qualifier)| qualifier.is_none())
        {
            let wanted = Folded::from(wanted);
            for Candidate { name, hit } in self.search_names(|| self.candidates()) {
                if let Some(score) = likeness(&wanted, name, hit.reason) {
                    found.add(score, hit.clone());
                }
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
