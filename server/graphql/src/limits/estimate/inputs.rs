//! How much the arguments of a field hold: areas and filters count by their size.

use async_graphql::Value as ConstValue;
use async_graphql::parser::types::Field;
use async_graphql_value::Value;

use super::Walk;

/// How much an argument holds.
#[derive(Clone, Copy, Default)]
pub(super) struct Input {
    /// Values in it, itself too.
    values: u64,
    /// Numbers in areas.
    numbers: u64,
    /// Bytes of its texts.
    bytes: u64,
}

impl Input {
    fn add(&mut self, other: Self) {
        self.values = self.values.saturating_add(other.values);
        self.numbers = self.numbers.saturating_add(other.numbers);
        self.bytes = self.bytes.saturating_add(other.bytes);
    }
}

impl<'a> Walk<'a> {
    /// The work of reading the arguments, and that of a filter on one view.
    pub(super) fn inputs(&mut self, field: &'a Field) -> (u64, u64) {
        let (mut reading, mut filtering) = (0_u64, 0_u64);
        for (name, value) in &field.arguments {
            let input = self.input(&value.node, false);
            let read = input.values / 2 + input.bytes / 100 + input.numbers / 2;
            reading = reading.saturating_add(read);
            if name.node.as_str() == "where" {
                let all = self.sizes.municipalities;
                let conditions = input.values.saturating_mul(all) / 50;
                // A position is two numbers; a municipality is held against each.
                let positions = input.numbers.saturating_mul(all) / 1_200;
                filtering = conditions.saturating_add(positions);
            }
        }
        for directive in &field.directives {
            for (_, value) in &directive.node.arguments {
                reading = reading.saturating_add(self.input(&value.node, false).values);
            }
        }
        (reading, filtering)
    }

    /// The brackets of a document and of variables were counted before, so that
    /// this goes no deeper.
    fn input(&mut self, value: &'a Value, is_area: bool) -> Input {
        match value {
            Value::Variable(name) => {
                if let Some(known) = self.inputs.get(&(name, is_area)) {
                    return *known;
                }
                let given = self.asked.variables.get(name);
                let input = given.map(|value| in_const(value, is_area));
                let input = input.unwrap_or_default();
                self.inputs.insert((name, is_area), input);
                input
            }
            Value::List(items) => {
                let mut input = one_value(is_area);
                for item in items {
                    input.add(self.input(item, is_area));
                }
                input
            }
            Value::Object(fields) => {
                let mut input = one_value(is_area);
                for (name, value) in fields {
                    input.add(self.input(value, is_area || name.as_str() == "within"));
                }
                input
            }
            Value::String(text) => in_text(text, is_area),
            _ => one_value(is_area),
        }
    }
}

fn one_value(is_area: bool) -> Input {
    Input {
        values: u64::from(!is_area),
        numbers: u64::from(is_area),
        bytes: 0,
    }
}

fn in_text(text: &str, is_area: bool) -> Input {
    let bytes = u64::try_from(text.len()).unwrap_or(u64::MAX);
    Input {
        values: u64::from(!is_area),
        // The shortest number takes a digit and a mark.
        numbers: if is_area { bytes / 3 } else { 0 },
        bytes,
    }
}

fn in_const(value: &ConstValue, is_area: bool) -> Input {
    match value {
        ConstValue::List(items) => {
            let mut input = one_value(is_area);
            for item in items {
                input.add(in_const(item, is_area));
            }
            input
        }
        ConstValue::Object(fields) => {
            let mut input = one_value(is_area);
            for (name, value) in fields {
                input.add(in_const(value, is_area || name.as_str() == "within"));
            }
            input
        }
        ConstValue::String(text) => in_text(text, is_area),
        _ => one_value(is_area),
    }
}
