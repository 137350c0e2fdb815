//! What was made lately for a date and an instant.

use std::collections::VecDeque;
use std::sync::Arc;

use parking_lot::Mutex;

use domain::dates::AsOf;

/// What was asked for lately, the last first. What is asked with `knownAt` has
/// places of its own: a stranger who asks for one instant after another drives
/// out nothing that everybody asks for.
#[derive(Debug)]
pub(crate) struct ViewCache<T> {
    present: CacheSegment<T>,
    past: CacheSegment<T>,
}

#[derive(Debug)]
struct CacheSegment<T> {
    size: usize,
    kept: Mutex<VecDeque<(AsOf, Arc<T>)>>,
}

impl<T> ViewCache<T> {
    /// Keeps so many as known now, and so many as known before.
    pub(crate) fn new(present: usize, past: usize) -> Self {
        let segment = |size| CacheSegment {
            size,
            kept: Mutex::default(),
        };
        Self {
            present: segment(present),
            past: segment(past),
        }
    }

    fn segment(&self, as_of: AsOf) -> &CacheSegment<T> {
        match as_of.known_at() {
            None => &self.present,
            Some(_) => &self.past,
        }
    }

    /// What is kept for a date and an instant, or else what is made for it.
    pub(crate) fn get_or_make(&self, as_of: AsOf, make: impl FnOnce() -> T) -> Arc<T> {
        let segment = self.segment(as_of);
        if let Some(kept) = segment.find(as_of) {
            return kept;
        }
        let made = Arc::new(make());
        let mut kept = segment.kept.lock();
        // Somebody may have made the same meanwhile.
        if let Some((_, other)) = kept.iter().find(|(key, _)| *key == as_of) {
            return Arc::clone(other);
        }
        if kept.len() == segment.size {
            kept.pop_back();
        }
        kept.push_front((as_of, Arc::clone(&made)));
        made
    }

    /// What is kept as known now.
    pub(crate) fn present(&self) -> Vec<(AsOf, Arc<T>)> {
        let kept = self.present.kept.lock();
        kept.iter().cloned().collect()
    }

    /// How many are kept.
    pub(crate) fn len(&self) -> usize {
        let segments = [&self.present, &self.past].into_iter();
        let kept = segments.map(|segment| {
            let kept = segment.kept.lock();
            kept.len()
        });
        kept.sum()
    }

    /// Whether something is kept for a date and an instant.
    pub(crate) fn has(&self, as_of: AsOf) -> bool {
        let kept = &self.segment(as_of).kept;
        let kept = kept.lock();
        kept.iter().any(|(key, _)| *key == as_of)
    }
}

impl<T> CacheSegment<T> {
    fn find(&self, as_of: AsOf) -> Option<Arc<T>> {
        let mut kept = self.kept.lock();
        let place = kept.iter().position(|(key, _)| *key == as_of)?;
        let found = kept.remove(place)?;
        let value = Arc::clone(&found.1);
        kept.push_front(found);
        Some(value)
    }
}

#[cfg(test)]
mod tests {
    use jiff::Timestamp;
    use jiff::civil::date;

    use super::*;

    #[test]
    fn instants_drive_out_instants_and_never_the_present() {
        let recent = ViewCache::new(2, 2);
        let on = |day, known_at| AsOf::new(date(2021, 1, day), known_at).unwrap();
        recent.get_or_make(on(1, None), || 1);
        for second in 0..100 {
            let known_at = Timestamp::from_second(second).unwrap();
            recent.get_or_make(on(1, Some(known_at)), || 2);
        }
        assert_eq!(*recent.get_or_make(on(1, None), || 3), 1);
        assert!(!recent.has(on(1, Timestamp::from_second(97).ok())));
        assert!(recent.has(on(1, Timestamp::from_second(98).ok())));
        // The one that was asked for longest ago goes first.
        recent.get_or_make(on(2, None), || 2);
        recent.get_or_make(on(1, None), || 3);
        recent.get_or_make(on(3, None), || 3);
        assert!(recent.has(on(1, None)) && !recent.has(on(2, None)));
    }
}
