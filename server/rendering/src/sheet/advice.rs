//! What a building block is, what it means for victims when it is missing, and
//! what to do about it, in plain Dutch. Data, by the id of the block: a block of another rubric
//! that is not among them gets no advice.

use std::collections::HashMap;
use std::sync::LazyLock;

use serde::Deserialize;

/// What there is to say of one block.
#[derive(Debug, Deserialize)]
pub(super) struct Advice {
    block: String,
    /// The order in which a municipality does best to work: the basis first.
    pub(super) order: u32,
    /// What it means for victims when the block is missing.
    pub(super) meaning: String,
    /// What to do.
    pub(super) step: String,
    /// The question whether a municipality has the block, which says what it is.
    pub(super) question: String,
}

static ALL: LazyLock<HashMap<String, Advice>> = LazyLock::new(|| {
    let mut reader = csv::Reader::from_reader(include_bytes!("advice.csv").as_slice());
    let rows = reader.deserialize::<Advice>().flatten();
    rows.map(|advice| (advice.block.clone(), advice)).collect()
});

/// The advice on the block with this id.
pub(super) fn find(block: &str) -> Option<&'static Advice> {
    ALL.get(block)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn there_is_advice_on_every_block_that_is_shipped() {
        let mut shipped =
            csv::Reader::from_reader(geodata::data::RUBRIC_BUILDING_BLOCKS.as_bytes());
        let ids: Vec<String> = shipped
            .records()
            .map(|row| row.unwrap()[1].to_owned())
            .collect();
        assert_eq!(ids.len(), 24);
        for id in &ids {
            let advice = find(id).unwrap_or_else(|| panic!("{id}"));
            assert!(advice.question.ends_with('?'), "{id}");
        }
        let mut orders: Vec<_> = ids.iter().map(|id| find(id).unwrap().order).collect();
        orders.sort_unstable();
        assert_eq!(orders, (1..=24).collect::<Vec<_>>());
    }
}
