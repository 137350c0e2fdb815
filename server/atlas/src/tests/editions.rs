//! Boundaries on record of which no map can be made.

use std::sync::Arc;

use super::{FIRST, SECOND, merging};
use crate::fixture::{code, on};
use crate::{Atlas, EditionError};
use domain::dates::AsOf;
use domain::facts::{Edition, Facts};

/// The outlines of a date are no outlines.
fn spoiled(date: &str) -> Facts {
    let mut facts = merging().facts().clone();
    let editions = facts.editions.iter().map(|stored| {
        let mut edition = Edition::clone(stored);
        if edition.date == on(date) {
            edition.areas[0].geometry = "{}".to_owned();
        }
        Arc::new(edition)
    });
    facts.editions = editions.collect::<Vec<_>>().into();
    facts
}

#[test]
fn without_the_last_boundaries_there_is_no_atlas() {
    let refused = Atlas::build(spoiled(SECOND), None).unwrap_err();
    let EditionError::Geometry {
        date, code: area, ..
    } = refused
    else {
        panic!("{refused:?}");
    };
    assert_eq!((date, area), (on(SECOND), code(3)));
}

#[test]
fn earlier_boundaries_are_drawn_later_and_take_nothing_else_with_them() {
    let atlas = Atlas::build(spoiled(FIRST), None).unwrap();
    let [first, second] = atlas.index().editions() else {
        panic!("there are two");
    };
    assert!(first.draw().is_err());
    assert_eq!(second.draw().unwrap().len(), 2);
    let at = |date| atlas.at(AsOf::new(on(date), None).unwrap());
    assert_eq!(at(FIRST).municipalities().len(), 3);
    assert_eq!(at(SECOND).municipalities().len(), 2);

    let sound = Atlas::build(merging().facts().clone(), None).unwrap();
    assert_eq!(sound.index().editions()[0].boundaries().len(), 3);
}
