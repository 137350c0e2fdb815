//! What the arguments of a field say of dates, pages and words.

use async_graphql::Value as ConstValue;
use async_graphql::parser::types::Field;
use async_graphql_value::Value;
use jiff::Timestamp;
use jiff::civil::Date;

use super::Walk;
use domain::dates::parse_date;

impl<'a> Walk<'a> {
    /// The value of an argument, if it is one.
    fn value(&self, field: &'a Field, argument: &str) -> Option<ConstValue> {
        match &field.get_argument(argument)?.node {
            Value::Variable(name) => {
                let definitions = self.operation.variable_definitions.iter();
                let given = self.asked.variables.get(name).cloned();
                given.or_else(|| {
                    let mut own = definitions.filter(|own| own.node.name.node == *name);
                    let default = own.next()?.node.default_value.as_ref()?;
                    Some(default.node.clone())
                })
            }
            // Long lists are no dates, numbers or words.
            Value::List(_) | Value::Object(_) => None,
            value => value.clone().into_const(),
        }
    }

    pub(super) fn word(&self, field: &'a Field, argument: &str) -> Option<String> {
        match self.value(field, argument)? {
            ConstValue::String(text) => Some(text),
            ConstValue::Enum(name) => Some(name.to_string()),
            _ => None,
        }
    }

    pub(super) fn date(&self, field: &'a Field, argument: &str) -> Option<Date> {
        parse_date(&self.word(field, argument)?).ok()
    }

    pub(super) fn instant(&self, field: &'a Field) -> Option<Timestamp> {
        self.word(field, "knownAt")?.parse().ok()
    }

    /// How many rows a page is asked to have.
    pub(super) fn page(&self, field: &'a Field) -> Option<u64> {
        let number = |argument| match self.value(field, argument)? {
            ConstValue::Number(number) => Some(number.as_u64().unwrap_or(0)),
            _ => None,
        };
        number("first").or_else(|| number("last"))
    }

    /// How many municipalities a filter names, when it does.
    pub(super) fn codes(&self, field: &'a Field) -> Option<u64> {
        let length = |value: &ConstValue| match value {
            ConstValue::List(codes) => u64::try_from(codes.len()).ok(),
            _ => None,
        };
        match &field.get_argument("where")?.node {
            Value::Object(conditions) => match conditions.get("code")? {
                Value::List(codes) => u64::try_from(codes.len()).ok(),
                Value::Variable(name) => length(self.asked.variables.get(name)?),
                _ => None,
            },
            Value::Variable(name) => match self.asked.variables.get(name)? {
                ConstValue::Object(conditions) => length(conditions.get("code")?),
                _ => None,
            },
            _ => None,
        }
    }
}
