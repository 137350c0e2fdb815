//! Records of one kind, shared by everybody who reads them.

use std::ops::{Deref, DerefMut};
use std::sync::Arc;

/// A list that costs nothing to copy. Who changes a copy takes the records
/// apart first; the others keep theirs.
#[derive(Debug, PartialEq)]
pub struct SharedTable<T>(Arc<Vec<T>>);

impl<T> SharedTable<T> {
    /// Whether both are one list in memory, so that they need no comparison.
    #[must_use]
    pub fn is_shared_with(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

impl<T> Clone for SharedTable<T> {
    fn clone(&self) -> Self {
        Self(Arc::clone(&self.0))
    }
}

impl<T> Default for SharedTable<T> {
    fn default() -> Self {
        Self(Arc::default())
    }
}

impl<T> From<Vec<T>> for SharedTable<T> {
    fn from(records: Vec<T>) -> Self {
        Self(Arc::new(records))
    }
}

impl<T> FromIterator<T> for SharedTable<T> {
    fn from_iter<I: IntoIterator<Item = T>>(records: I) -> Self {
        records.into_iter().collect::<Vec<_>>().into()
    }
}

impl<T> Deref for SharedTable<T> {
    type Target = Vec<T>;

    fn deref(&self) -> &Vec<T> {
        &self.0
    }
}

impl<T: Clone> DerefMut for SharedTable<T> {
    fn deref_mut(&mut self) -> &mut Vec<T> {
        Arc::make_mut(&mut self.0)
    }
}

impl<'a, T> IntoIterator for &'a SharedTable<T> {
    type Item = &'a T;
    type IntoIter = std::slice::Iter<'a, T>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.iter()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_copy_is_shared_until_one_of_both_is_changed() {
        let one: SharedTable<u8> = vec![1, 2].into();
        let mut other = one.clone();
        assert!(one.is_shared_with(&other));
        other.push(3);
        assert!(!one.is_shared_with(&other));
        assert_eq!((one.len(), other.len()), (2, 3));
    }
}
