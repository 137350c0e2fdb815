//! Whether a condition holds of a feature. What compares with nothing is neither
//! true nor false, as in SQL.

use std::cmp::Ordering;

use serde_json::Value;

use super::{Comparison, Condition, Literal, Operand};

impl Condition {
    /// Whether it certainly holds of what has these properties.
    pub(in crate::http::ogc) fn holds(&self, property: &impl Fn(&str) -> Value) -> bool {
        self.truth(property) == Some(true)
    }

    fn truth(&self, property: &impl Fn(&str) -> Value) -> Option<bool> {
        let value = |operand: &Operand| match operand {
            Operand::Property(name) => property(name),
            Operand::Literal(literal) => literal.json(),
        };
        match self {
            Self::And(all) => {
                let all = all.iter().map(|one| one.truth(property));
                joined(all, false)
            }
            Self::Or(all) => {
                let all = all.iter().map(|one| one.truth(property));
                joined(all, true)
            }
            Self::Not(one) => one.truth(property).map(|truth| !truth),
            Self::Fixed(flag) => Some(*flag),
            Self::Compare(one, comparison, other) => {
                let order = order(&value(one), &value(other))?;
                Some(comparison.is(order))
            }
            Self::Like(name, pattern) => match property(name) {
                Value::String(text) => Some(is_like(&text, pattern)),
                _ => None,
            },
            Self::Between(one, low, high) => {
                let one = value(one);
                let above = order(&one, &value(low))?.is_ge();
                Some(above && order(&one, &value(high))?.is_le())
            }
            Self::In(one, literals) => {
                let one = value(one);
                let mut orders = literals.iter().map(|literal| order(&one, &literal.json()));
                if orders.any(|order| order == Some(Ordering::Equal)) {
                    return Some(true);
                }
                (!one.is_null()).then_some(false)
            }
            Self::IsNull(name) => Some(property(name).is_null()),
        }
    }
}

/// `AND`, which one that is false decides, or `OR`, which one that is true does.
fn joined(all: impl Iterator<Item = Option<bool>>, decisive: bool) -> Option<bool> {
    let mut is_sure = true;
    for truth in all {
        if truth == Some(decisive) {
            return truth;
        }
        is_sure &= truth.is_some();
    }
    is_sure.then_some(!decisive)
}

/// None for what cannot be compared.
fn order(one: &Value, other: &Value) -> Option<Ordering> {
    match (one, other) {
        (Value::Number(one), Value::Number(other)) => one.as_f64()?.partial_cmp(&other.as_f64()?),
        (Value::String(one), Value::String(other)) => Some(one.cmp(other)),
        (Value::Bool(one), Value::Bool(other)) => Some(one.cmp(other)),
        _ => None,
    }
}

impl Comparison {
    fn is(self, order: Ordering) -> bool {
        match self {
            Self::Equal => order.is_eq(),
            Self::NotEqual => order.is_ne(),
            Self::Less => order.is_lt(),
            Self::LessOrEqual => order.is_le(),
            Self::Greater => order.is_gt(),
            Self::GreaterOrEqual => order.is_ge(),
        }
    }
}

impl Literal {
    fn json(&self) -> Value {
        match self {
            Self::Text(text) => text.as_str().into(),
            Self::Number(number) => (*number).into(),
            Self::Flag(flag) => (*flag).into(),
        }
    }
}

/// `%` stands for any text, `_` for one character, and `\` before either for
/// itself. It goes back to the last `%` alone, so it takes length times length at
/// most.
pub(super) fn is_like(text: &str, pattern: &str) -> bool {
    #[derive(PartialEq)]
    enum Part {
        One(char),
        AnyOne,
        Any,
    }
    let mut parts = Vec::new();
    let mut given = pattern.chars();
    while let Some(character) = given.next() {
        parts.push(match character {
            '%' => Part::Any,
            '_' => Part::AnyOne,
            '\\' => Part::One(given.next().unwrap_or('\\')),
            other => Part::One(other),
        });
    }
    let text: Vec<char> = text.chars().collect();
    let (mut at, mut part) = (0, 0);
    let mut back: Option<(usize, usize)> = None;
    while at < text.len() {
        match parts.get(part) {
            Some(Part::Any) => {
                back = Some((at, part));
                part += 1;
            }
            Some(Part::AnyOne) => (at, part) = (at + 1, part + 1),
            Some(Part::One(character)) if *character == text[at] => {
                (at, part) = (at + 1, part + 1);
            }
            _ => match back {
                Some((from, any)) => {
                    back = Some((from + 1, any));
                    (at, part) = (from + 1, any + 1);
                }
                None => return false,
            },
        }
    }
    parts[part..].iter().all(|part| *part == Part::Any)
}
