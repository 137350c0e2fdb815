//! Answers as JSON, with what was written directly as it is.

use std::io::Write;

use async_graphql::{Name, Response, Value};

use super::AnswerText;
use crate::limits::{BudgetExceeded, LARGEST_ANSWER};

/// The feature `raw_value` of async-graphql recognises an object of this one
/// member, whose value is text.
const RAW: &str = "$serde_json::private::RawValue";

/// A value that is written into the answer as the JSON text that it is.
pub(crate) fn raw(text: String) -> Value {
    let member = (Name::new(RAW), Value::String(text));
    Value::Object(std::iter::once(member).collect())
}

/// The same of text in pieces, for a field of the query: only [`write_answer`]
/// knows it.
pub(super) fn raw_pieces(text: AnswerText) -> Value {
    let pieces = text.into_pieces().into_iter().map(Value::Binary).collect();
    let member = (Name::new(RAW), Value::List(pieces));
    Value::Object(std::iter::once(member).collect())
}

/// Writes an answer as JSON. The fields of the query that are text already are
/// taken over as they are. The error says that the answer is larger than any may
/// be.
pub fn write_answer(answer: Response) -> Result<AnswerText, BudgetExceeded> {
    let mut text = BoundedText(AnswerText::default());
    match write_to(&mut text, answer) {
        Ok(()) if text.fits(0) => Ok(text.0),
        _ => Err(BudgetExceeded::Bytes),
    }
}

fn write_to(text: &mut BoundedText, answer: Response) -> Result<(), std::io::Error> {
    text.write_all(b"{\"data\":")?;
    match answer.data {
        Value::Object(fields) if !fields.is_empty() => {
            let mut mark = b"{";
            for (name, value) in fields {
                text.write_all(mark)?;
                serde_json::to_writer(&mut *text, name.as_str())?;
                text.write_all(b":")?;
                text.write_field(value)?;
                mark = b",";
            }
            text.write_all(b"}")?;
        }
        other => serde_json::to_writer(&mut *text, &other)?,
    }
    if !answer.extensions.is_empty() {
        text.write_all(b",\"extensions\":")?;
        serde_json::to_writer(&mut *text, &answer.extensions)?;
    }
    if !answer.errors.is_empty() {
        text.write_all(b",\"errors\":")?;
        serde_json::to_writer(&mut *text, &answer.errors)?;
    }
    text.write_all(b"}")
}

/// An answer that is as large as one may be, and no larger.
struct BoundedText(AnswerText);

impl BoundedText {
    fn fits(&self, more: usize) -> bool {
        let length = u64::try_from(self.0.len().saturating_add(more)).unwrap_or(u64::MAX);
        length <= LARGEST_ANSWER
    }

    fn write_field(&mut self, value: Value) -> Result<(), std::io::Error> {
        let value = match pieces_of(value) {
            Ok(pieces) => {
                for piece in pieces {
                    if let Value::Binary(piece) = piece {
                        self.0.push_piece(piece);
                    }
                }
                return Ok(());
            }
            Err(value) => value,
        };
        serde_json::to_writer(self, &value).map_err(Into::into)
    }
}

impl Write for BoundedText {
    fn write(&mut self, part: &[u8]) -> Result<usize, std::io::Error> {
        if !self.fits(part.len()) {
            return Err(std::io::Error::other(BudgetExceeded::Bytes));
        }
        self.0.write(part)
    }

    fn flush(&mut self) -> Result<(), std::io::Error> {
        Ok(())
    }
}

/// The pieces of a value that is text in pieces; any other value as it is.
fn pieces_of(value: Value) -> Result<Vec<Value>, Value> {
    let is_text = match &value {
        Value::Object(fields) => matches!(fields.get(RAW), Some(Value::List(_))),
        _ => false,
    };
    if !is_text {
        return Err(value);
    }
    let Value::Object(mut fields) = value else {
        return Err(value);
    };
    match fields.swap_remove(RAW) {
        Some(Value::List(pieces)) => Ok(pieces),
        _ => Ok(Vec::new()),
    }
}
