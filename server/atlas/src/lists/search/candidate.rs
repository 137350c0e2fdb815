//! The names under which municipalities can be found.

use jiff::civil::Date;

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
    /// By a place, neighbourhood or hamlet that lies in it.
    Place,
    /// By a postcode whose locality lies in it.
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
pub(crate) struct Candidate {
    pub(super) name: Folded,
    pub(super) hit: Hit,
}

/// A name as names are compared, with its spaces and without.
#[derive(Debug)]
pub(super) struct Folded {
    pub(super) spaced: String,
    pub(super) tight: String,
}

impl From<String> for Folded {
    fn from(spaced: String) -> Self {
        Self {
            tight: spaced.replace(' ', ""),
            spaced,
        }
    }
}
