//! Ids of new records.

use jiff::Timestamp;
use uuid::{Builder, Uuid};

use super::{ActionError, random};

/// An id that nobody can guess and whose order is that of time (UUID version 7).
pub fn new_id(now: Timestamp) -> Result<Uuid, ActionError> {
    let milliseconds = u64::try_from(now.as_millisecond()).unwrap_or_default();
    let id = Builder::from_unix_timestamp_millis(milliseconds, &random()?);
    Ok(id.into_uuid())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_ids_of_one_instant_differ_and_a_later_one_comes_after() {
        let now: Timestamp = "2024-02-01T12:00:00Z".parse().unwrap();
        let later: Timestamp = "2024-02-01T12:00:00.001Z".parse().unwrap();
        let id = |at| new_id(at).unwrap().to_string();
        assert_ne!(id(now), id(now));
        assert!(id(now) < id(later));
    }
}
