//! An answer while it is written.

use std::fmt::{Display, Write as _};
use std::sync::Arc;

use async_graphql::Context;
use async_graphql::resolver_utils::EnumType;
use serde::Serialize;

use super::{AnswerText, NotDirect};
use crate::limits::{LARGEST_ANSWER, go_on};

/// After so many items of lists it is asked whether the work may go on.
const ITEMS: u32 = 32;

/// The text so far, and what the request brings along.
pub(crate) struct Run<'a> {
    ctx: &'a Context<'a>,
    text: AnswerText,
    items: u32,
}

impl<'a> Run<'a> {
    pub(super) fn new(ctx: &'a Context<'a>) -> Self {
        Self {
            ctx,
            text: AnswerText::default(),
            items: 0,
        }
    }

    pub(super) fn into_text(self) -> AnswerText {
        self.text
    }

    /// What resolvers ask of the request. It is that of the field of the query,
    /// whichever field is asked.
    pub(crate) fn context(&self) -> &'a Context<'a> {
        self.ctx
    }

    /// Puts text there that is JSON.
    pub(super) fn push(&mut self, text: &str) {
        self.text.push(text);
    }

    /// Puts text there that is JSON and kept elsewhere.
    pub(super) fn share(&mut self, text: &Arc<str>) {
        self.text.share(text);
    }

    /// Puts something there between quotes, whose text has no mark of JSON.
    pub(crate) fn quoted(&mut self, value: impl Display) {
        let _ = write!(self.text.tail(), "\"{value}\"");
    }

    /// Puts the name of a word of the schema there.
    pub(super) fn word<T: EnumType>(&mut self, word: T) -> Result<(), NotDirect> {
        let mut items = T::items().iter();
        let item = items.find(|item| item.value == word).ok_or(NotDirect)?;
        quote(self.text.tail(), item.name);
        Ok(())
    }

    /// Puts text there as a value.
    pub(super) fn string(&mut self, value: &str) -> Result<(), NotDirect> {
        if value
            .bytes()
            .any(|byte| byte < b' ' || byte == b'"' || byte == b'\\')
        {
            return self.json(value);
        }
        quote(self.text.tail(), value);
        Ok(())
    }

    /// Puts a value there as `serde_json` writes it.
    pub(crate) fn json<T: Serialize + ?Sized>(&mut self, value: &T) -> Result<(), NotDirect> {
        serde_json::to_writer(&mut self.text, value).map_err(|_| NotDirect)
    }

    /// Whether one more item of a list may be written.
    pub(super) fn item(&mut self) -> Result<(), NotDirect> {
        self.items += 1;
        if !self.items.is_multiple_of(ITEMS) {
            return Ok(());
        }
        let length = u64::try_from(self.text.len()).unwrap_or(u64::MAX);
        if length > LARGEST_ANSWER || go_on(self.ctx).is_err() {
            return Err(NotDirect);
        }
        Ok(())
    }
}

fn quote(text: &mut String, value: &str) {
    text.push('"');
    text.push_str(value);
    text.push('"');
}
