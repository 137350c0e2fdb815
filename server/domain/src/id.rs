//! Ids that tell of what they are the id.

use std::borrow::Borrow;
use std::cmp::Ordering;
use std::fmt;
use std::hash::{Hash, Hasher};
use std::marker::PhantomData;
use std::ops::Deref;
use std::sync::Arc;

/// The id of a `T`, which is not taken for that of anything else. Cheap to clone.
pub struct Id<T> {
    text: Arc<str>,
    of: PhantomData<fn() -> T>,
}

impl<T> Id<T> {
    /// As it stands in the database and in answers.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.text
    }
}

impl<T> From<&str> for Id<T> {
    fn from(text: &str) -> Self {
        Self {
            text: text.into(),
            of: PhantomData,
        }
    }
}

impl<T> From<String> for Id<T> {
    fn from(text: String) -> Self {
        text.as_str().into()
    }
}

/// None yet.
impl<T> Default for Id<T> {
    fn default() -> Self {
        "".into()
    }
}

impl<T> Clone for Id<T> {
    fn clone(&self) -> Self {
        Self {
            text: Arc::clone(&self.text),
            of: PhantomData,
        }
    }
}

impl<T> PartialEq for Id<T> {
    fn eq(&self, other: &Self) -> bool {
        self.text == other.text
    }
}

impl<T> Eq for Id<T> {}

impl<T> PartialOrd for Id<T> {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl<T> Ord for Id<T> {
    fn cmp(&self, other: &Self) -> Ordering {
        self.text.cmp(&other.text)
    }
}

impl<T> Hash for Id<T> {
    fn hash<H: Hasher>(&self, state: &mut H) {
        self.text.hash(state);
    }
}

impl<T> Deref for Id<T> {
    type Target = str;

    fn deref(&self) -> &str {
        &self.text
    }
}

impl<T> Borrow<str> for Id<T> {
    fn borrow(&self) -> &str {
        &self.text
    }
}

impl<T> fmt::Display for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.text)
    }
}

impl<T> fmt::Debug for Id<T> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        fmt::Debug::fmt(&self.text, f)
    }
}
