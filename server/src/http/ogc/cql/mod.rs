//! Filters in CQL2 text: comparisons of properties with values, `LIKE`, `BETWEEN`,
//! `IN` and `IS NULL`, joined by `AND`, `OR` and `NOT`.
//!
//! `tokens` cuts the text into marks, `parser` makes conditions of them, and
//! `evaluate` asks a feature. Length, depth and number are bounded before anything
//! is evaluated. The `cql2` crate (0.6) reads all of the standard, and brings a
//! validator of JSON Schema and second versions of three geometry libraries.

mod evaluate;
mod parser;
#[cfg(test)]
mod tests;
mod tokens;

pub(super) use parser::read;

/// The longest filter, in bytes.
pub(super) const LONGEST: usize = 4 * 1024;
/// How many conditions and values it has at most.
pub(super) const MOST: usize = 200;
/// How deep brackets and negations lie within each other at most.
pub(super) const DEEPEST: usize = 16;

/// A condition.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Condition {
    And(Vec<Condition>),
    Or(Vec<Condition>),
    Not(Box<Condition>),
    Fixed(bool),
    Compare(Operand, Comparison, Operand),
    Like(String, String),
    Between(Operand, Operand, Operand),
    In(Operand, Vec<Literal>),
    IsNull(String),
}

/// What is compared.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Operand {
    Property(String),
    Literal(Literal),
}

/// A value that was written down.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Literal {
    /// A date too: dates are ordered as their texts are.
    Text(String),
    Number(f64),
    Flag(bool),
}

/// How two values are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Comparison {
    Equal,
    NotEqual,
    Less,
    LessOrEqual,
    Greater,
    GreaterOrEqual,
}

impl Condition {
    /// The properties that it asks for, each as often as it does.
    pub(super) fn properties(&self) -> Vec<&str> {
        fn named(operand: &Operand) -> Option<&str> {
            match operand {
                Operand::Property(name) => Some(name),
                Operand::Literal(_) => None,
            }
        }
        match self {
            Self::And(all) | Self::Or(all) => all.iter().flat_map(Self::properties).collect(),
            Self::Not(one) => one.properties(),
            Self::Fixed(_) => Vec::new(),
            Self::Compare(one, _, other) => [one, other].into_iter().filter_map(named).collect(),
            Self::Like(name, _) | Self::IsNull(name) => vec![name],
            Self::Between(value, low, high) => {
                [value, low, high].into_iter().filter_map(named).collect()
            }
            Self::In(value, _) => named(value).into_iter().collect(),
        }
    }
}
