//! Compares the declarations of messages with the message files.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use fluent_syntax::ast::{Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

type Result<T> = std::result::Result<T, Box<dyn std::error::Error>>;
/// The names of arguments, by code.
type Messages = BTreeMap<String, BTreeSet<String>>;

const LANGUAGES: [&str; 2] = ["en", "nl"];

/// What is wrong with the texts of the messages that a folder declares.
pub fn check(folder: &str) -> Result<Vec<String>> {
    println!("cargo::rerun-if-changed={folder}");
    let mut wrong = Vec::new();
    let declared = declared(Path::new(folder), &mut wrong)?;
    for language in LANGUAGES {
        let texts = Path::new(folder).join("texts").join(language);
        let written = written(&texts, &mut wrong)?;
        for (code, arguments) in &declared {
            match written.get(code) {
                None => wrong.push(format!("the message {code} has no text in `{language}`")),
                Some(used) => wrong.extend(used.difference(arguments).map(|name| {
                    format!("the text of {code} in `{language}` uses ${name}, which it has not")
                })),
            }
        }
        let unknown = written.keys().filter(|code| !declared.contains_key(*code));
        wrong.extend(unknown.map(|code| format!("no message is called {code} (`{language}`)")));
    }
    Ok(wrong)
}

/// The messages of all `messages! { Topic { Name { argument: Type } } }`.
fn declared(folder: &Path, wrong: &mut Vec<String>) -> Result<Messages> {
    let mut all = Messages::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        if path.extension().is_none_or(|extension| extension != "rs") {
            continue;
        }
        let source = fs::read_to_string(&path)?;
        for block in source.split("\nmessages! {").skip(1) {
            let block = block.split("\n}").next().unwrap_or_default();
            let lines = block
                .lines()
                .filter(|line| !line.trim_start().starts_with("//"));
            let text: String = lines.collect::<Vec<_>>().join(" ");
            let (_, list) = text.split_once('{').ok_or("a topic without messages")?;
            for (code, arguments) in entries(list) {
                if all.insert(code.clone(), arguments).is_some() {
                    wrong.push(format!("two messages are called {code}"));
                }
            }
        }
    }
    Ok(all)
}

/// The entries of a list such as `One, Two { a: Type, b: Type }, Three`.
fn entries(list: &str) -> Vec<(String, BTreeSet<String>)> {
    let mut found: Vec<(String, BTreeSet<String>)> = Vec::new();
    let mut within = false;
    for part in list.split_inclusive([',', '{', '}']) {
        let word = part.trim_end_matches([',', '{', '}']).trim();
        if within {
            let name = word.split(':').next().unwrap_or_default().trim();
            if let Some((_, arguments)) = found.last_mut().filter(|_| !name.is_empty()) {
                arguments.insert(name.to_owned());
            }
        } else if !word.is_empty() {
            found.push((code(word), BTreeSet::new()));
        }
        match part.chars().last() {
            Some('{') => within = true,
            Some('}') => within = false,
            _ => {}
        }
    }
    found
}

/// `ReadAs` is `READ_AS`.
fn code(name: &str) -> String {
    let mut code = String::new();
    for letter in name.chars() {
        if letter.is_ascii_uppercase() && !code.is_empty() {
            code.push('_');
        }
        code.push(letter.to_ascii_uppercase());
    }
    code
}

/// The texts of a folder of message files.
fn written(folder: &Path, wrong: &mut Vec<String>) -> Result<Messages> {
    let mut all = Messages::new();
    for file in fs::read_dir(folder)? {
        let path = file?.path();
        let text = fs::read_to_string(&path)?;
        let resource = parser::parse(text.as_str()).unwrap_or_else(|(resource, errors)| {
            wrong.extend(
                errors
                    .iter()
                    .map(|error| format!("{}: {error}", path.display())),
            );
            resource
        });
        for entry in resource.body {
            let Entry::Message(message) = entry else {
                continue;
            };
            let mut used = BTreeSet::new();
            if let Some(pattern) = &message.value {
                of_pattern(pattern, &mut used);
            }
            if all.insert(message.id.name.to_owned(), used).is_some() {
                wrong.push(format!(
                    "{}: {} stands twice",
                    path.display(),
                    message.id.name
                ));
            }
        }
    }
    Ok(all)
}

fn of_pattern(pattern: &Pattern<&str>, used: &mut BTreeSet<String>) {
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, used);
        }
    }
}

fn of_expression(expression: &Expression<&str>, used: &mut BTreeSet<String>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, used),
        Expression::Select { selector, variants } => {
            of_inline(selector, used);
            for variant in variants {
                of_pattern(&variant.value, used);
            }
        }
    }
}

fn of_inline(inline: &InlineExpression<&str>, used: &mut BTreeSet<String>) {
    match inline {
        InlineExpression::VariableReference { id } => {
            used.insert(id.name.to_owned());
        }
        InlineExpression::FunctionReference { arguments, .. } => {
            for argument in &arguments.positional {
                of_inline(argument, used);
            }
        }
        InlineExpression::Placeable { expression } => of_expression(expression, used),
        _ => {}
    }
}
