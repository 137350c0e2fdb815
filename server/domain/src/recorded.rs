//! When what is on record was written down, and until when it stands.

use std::sync::Arc;

use jiff::Timestamp;

/// A record with its second clock: when it was written down, by whom, and when
/// a correction took its place. Nothing is overwritten or deleted.
#[derive(Debug, Clone, PartialEq)]
pub struct Recorded<T> {
    /// What was recorded.
    pub fact: T,
    /// The instant of recording.
    pub recorded_at: Timestamp,
    /// Who recorded it: a user, a token, or `public data`.
    pub recorded_by: Arc<str>,
    /// The instant from which a correction stands in its place.
    pub superseded_at: Option<Timestamp>,
}

impl<T> Recorded<T> {
    /// Whether the record stood at the instant; the present one when absent.
    #[must_use]
    pub fn known_at(&self, instant: Option<Timestamp>) -> bool {
        match instant {
            None => self.superseded_at.is_none(),
            Some(instant) => {
                self.recorded_at <= instant && self.superseded_at.is_none_or(|end| end > instant)
            }
        }
    }
}
