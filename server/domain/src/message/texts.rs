//! The texts of messages, from the message files of both languages.
//!
//! The functions of the files: `DATE` writes a date out, `NUMBER` marks
//! thousands, `COMMAS`, `AND` and `OR` join a list.

use std::borrow::Cow;
use std::fmt::Write as _;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use fluent_syntax::ast::{Expression, InlineExpression, Pattern, PatternElement};
use unic_langid::{LanguageIdentifier, langid};

use super::{Argument, List, Message};
use crate::words::Language;

type Bundle = FluentBundle<FluentResource>;

/// Between the items of a list on its way to a function.
const BETWEEN: char = '\u{1f}';
/// Between the items of a list and the number of the others.
const MORE: char = '\u{1e}';

macro_rules! files {
    ($language:literal) => {
        [
            include_str!(concat!("texts/", $language, "/import.ftl")),
            include_str!(concat!("texts/", $language, "/outlines.ftl")),
            include_str!(concat!("texts/", $language, "/input.ftl")),
            include_str!(concat!("texts/", $language, "/record.ftl")),
            include_str!(concat!("texts/", $language, "/people.ftl")),
            include_str!(concat!("texts/", $language, "/request.ftl")),
            include_str!(concat!("texts/", $language, "/publish.ftl")),
            include_str!(concat!("texts/", $language, "/limit.ftl")),
            include_str!(concat!("texts/", $language, "/summary.ftl")),
            include_str!(concat!("texts/", $language, "/narrative.ftl")),
        ]
    };
}

static ENGLISH: LazyLock<Bundle> =
    LazyLock::new(|| bundle(Language::English, langid!("en"), files!("en")));
static DUTCH: LazyLock<Bundle> =
    LazyLock::new(|| bundle(Language::Dutch, langid!("nl"), files!("nl")));

/// The text of a message.
pub(super) fn text(message: &Message, language: Language) -> String {
    let bundle = language.choose(&*DUTCH, &*ENGLISH);
    let code = message.code();
    let Some(pattern) = bundle.get_message(code).and_then(|found| found.value()) else {
        return code.to_owned();
    };
    let mut arguments = FluentArgs::new();
    for (name, argument) in message.arguments() {
        arguments.set(name, value(argument, language));
    }
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, Some(&arguments), &mut errors);
    debug_assert!(errors.is_empty(), "{code}: {errors:?}");
    text.into_owned()
}

fn value(argument: Argument, language: Language) -> FluentValue<'static> {
    match argument {
        Argument::Text(text) => text.into(),
        Argument::Number(number) => number.into(),
        Argument::Date(date) => date.to_string().into(),
        Argument::List(List { items, more }) => {
            let items = items.join(&BETWEEN.to_string());
            format!("{items}{MORE}{more}").into()
        }
        Argument::Message(message) => message.text(language).into(),
    }
}

/// What was read is checked by the build and by a test: a file that cannot be
/// read is as good as one without texts.
fn bundle<const N: usize>(
    language: Language,
    locale: LanguageIdentifier,
    files: [&'static str; N],
) -> Bundle {
    let mut bundle = FluentBundle::new_concurrent(vec![locale]);
    bundle.set_use_isolating(false);
    for file in files {
        let resource = FluentResource::try_new(file.to_owned()).unwrap_or_else(|(read, _)| read);
        let _ = bundle.add_resource(resource);
    }
    add_functions(&mut bundle, language);
    bundle
}

fn add_functions(bundle: &mut Bundle, language: Language) {
    let mut add = |name, write: fn(Language, &FluentValue<'_>) -> String| {
        let _ = bundle.add_function(name, move |values, _| match values {
            [value, ..] => write(language, value).into(),
            [] => FluentValue::Error,
        });
    };
    add("DATE", |language, value| {
        let text = as_text(value);
        text.parse()
            .map_or_else(|_| text.into_owned(), |date| language.date(date))
    });
    add("NUMBER", |language, value| {
        let text = as_text(value);
        let (whole, tenths) = text.split_once('.').unwrap_or((&text, ""));
        let whole = language.number(whole);
        match tenths {
            "" => whole,
            tenths => format!("{whole}{}{tenths}", language.choose(',', '.')),
        }
    });
    add("COMMAS", |language, value| {
        let (items, more) = list(value);
        items.join(", ") + &others(language, more)
    });
    add("AND", |language, value| {
        let (items, more) = list(value);
        match more {
            0 => language.list(&items),
            more => items.join(", ") + &others(language, more),
        }
    });
    add("OR", |language, value| {
        let (items, _) = list(value);
        match items.as_slice() {
            [first @ .., last] if !first.is_empty() => {
                format!(
                    "{} {} {last}",
                    first.join(", "),
                    language.choose("of", "or")
                )
            }
            items => items.concat(),
        }
    });
}

fn others(language: Language, more: usize) -> String {
    match more {
        0 => String::new(),
        more => language.choose(format!(" en {more} andere"), format!(" and {more} more")),
    }
}

fn list(value: &FluentValue<'_>) -> (Vec<String>, usize) {
    let text = as_text(value);
    let (items, more) = text.split_once(MORE).unwrap_or((&text, ""));
    let items = items.split(BETWEEN).map(str::to_owned).collect();
    (items, more.parse().unwrap_or_default())
}

fn as_text<'a>(value: &'a FluentValue<'a>) -> Cow<'a, str> {
    match value {
        FluentValue::String(text) => Cow::Borrowed(text),
        FluentValue::Number(number) => number.as_string(),
        _ => Cow::Borrowed(""),
    }
}

/// The English text of a code with its gaps by name, as in `{given}`.
pub fn pattern(code: &str) -> String {
    let pattern = ENGLISH
        .get_message(code)
        .and_then(|message| message.value());
    let mut text = String::new();
    if let Some(pattern) = pattern {
        write_pattern(pattern, &mut text);
    }
    text
}

fn write_pattern(pattern: &Pattern<&str>, text: &mut String) {
    for element in &pattern.elements {
        match element {
            PatternElement::TextElement { value } => text.push_str(value),
            PatternElement::Placeable { expression } => write_expression(expression, text),
        }
    }
}

fn write_expression(expression: &Expression<&str>, text: &mut String) {
    match expression {
        Expression::Inline(inline) => write_inline(inline, text),
        Expression::Select { variants, .. } => {
            let usual = variants.iter().find(|variant| variant.default);
            if let Some(usual) = usual {
                write_pattern(&usual.value, text);
            }
        }
    }
}

fn write_inline(inline: &InlineExpression<&str>, text: &mut String) {
    match inline {
        InlineExpression::VariableReference { id } => {
            let _ = write!(text, "{{{}}}", id.name);
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            if let Some(argument) = arguments.positional.first() {
                write_inline(argument, text);
            }
        }
        InlineExpression::Placeable { expression } => write_expression(expression, text),
        InlineExpression::StringLiteral { value } => text.push_str(value),
        _ => {}
    }
}
