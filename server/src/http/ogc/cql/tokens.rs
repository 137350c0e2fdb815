//! The marks of a filter.

use domain::message::{List, PublishMessage};

/// A mark, and where it begins: the character, from 1.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Token {
    pub(super) at: usize,
    pub(super) mark: Mark,
}

/// What stands there.
#[derive(Debug, Clone, PartialEq)]
pub(super) enum Mark {
    /// A name, or a word of the language: which of both, the parser knows.
    Word(String),
    /// A name between quotation marks, which is never a word of the language.
    Quoted(String),
    Text(String),
    Number(f64),
    /// `(`, `)`, `,` or a comparison.
    Sign(&'static str),
    End,
}

impl Mark {
    /// As it is said back.
    pub(super) fn shown(&self) -> String {
        let shown = match self {
            Self::Word(text) | Self::Quoted(text) => text.clone(),
            Self::Text(text) => format!("'{text}'"),
            Self::Number(number) => number.to_string(),
            Self::Sign(sign) => (*sign).to_owned(),
            Self::End => return "…".to_owned(),
        };
        shown.chars().take(40).collect()
    }
}

/// The longest come first: `<=` is not `<`.
const SIGNS: [&str; 9] = ["<=", ">=", "<>", "=", "<", ">", "(", ")", ","];

/// What is refused: what stands there, and what could.
pub(super) fn unread(at: usize, given: &str, expected: &[&str]) -> PublishMessage {
    PublishMessage::ConditionUnread {
        at,
        given: given.chars().take(40).collect(),
        expected: expected.iter().copied().collect::<List>(),
    }
}

/// The marks of a text; the last says that it ends.
pub(super) fn tokens(text: &str) -> Result<Vec<Token>, PublishMessage> {
    let mut tokens = Vec::new();
    let mut rest = text;
    let mut at = 1;
    loop {
        let trimmed = rest.trim_start();
        at += rest[..rest.len() - trimmed.len()].chars().count();
        rest = trimmed;
        if rest.is_empty() {
            tokens.push(Token {
                at,
                mark: Mark::End,
            });
            return Ok(tokens);
        }
        let (mark, length) = first(rest, at)?;
        tokens.push(Token { at, mark });
        at += rest[..length].chars().count();
        rest = &rest[length..];
    }
}

/// The first mark of a text, and the bytes that it takes.
fn first(text: &str, at: usize) -> Result<(Mark, usize), PublishMessage> {
    if let Some(sign) = SIGNS.iter().find(|sign| text.starts_with(**sign)) {
        return Ok((Mark::Sign(sign), sign.len()));
    }
    let begin = text.chars().next().unwrap_or_default();
    match begin {
        '\'' => quoted(text, '\'', at).map(|(text, length)| (Mark::Text(text), length)),
        '"' => quoted(text, '"', at).map(|(text, length)| (Mark::Quoted(text), length)),
        '0'..='9' | '.' | '-' | '+' => number(text, at),
        _ if begin.is_alphabetic() || begin == '_' => {
            let is_part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | ':');
            let length = text.find(|c| !is_part(c)).unwrap_or(text.len());
            Ok((Mark::Word(text[..length].to_owned()), length))
        }
        _ => Err(unread(
            at,
            &begin.to_string(),
            &["class", "'NONE'", "0.5", "("],
        )),
    }
}

/// A text between marks, where two of them stand for one.
fn quoted(text: &str, mark: char, at: usize) -> Result<(String, usize), PublishMessage> {
    let mut read = String::new();
    let mut characters = text.char_indices().skip(1).peekable();
    while let Some((place, character)) = characters.next() {
        if character != mark {
            read.push(character);
        } else if characters.next_if(|(_, next)| *next == mark).is_some() {
            read.push(mark);
        } else {
            return Ok((read, place + mark.len_utf8()));
        }
    }
    Err(unread(at, text, &["'…'"]))
}

fn number(text: &str, at: usize) -> Result<(Mark, usize), PublishMessage> {
    let is_part = |c: char| c.is_ascii_alphanumeric() || matches!(c, '.' | '-' | '+');
    let length = text.find(|c| !is_part(c)).unwrap_or(text.len());
    let given = &text[..length];
    let number = given.parse().ok().filter(|number: &f64| number.is_finite());
    match number {
        Some(number) => Ok((Mark::Number(number), length)),
        None => Err(unread(at, given, &["0.5", "1000"])),
    }
}
