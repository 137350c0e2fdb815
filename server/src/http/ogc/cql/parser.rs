//! Conditions out of marks.

use jiff::Timestamp;
use jiff::civil::Date;

use super::tokens::{Mark, Token, tokens, unread};
use super::{Comparison, Condition, DEEPEST, LONGEST, Literal, MOST, Operand};
use domain::clock::dutch_date;
use domain::message::PublishMessage;

/// The condition that a text is, about properties of these names.
pub(in crate::http::ogc) fn read(text: &str, known: &[&str]) -> Result<Condition, PublishMessage> {
    if text.len() > LONGEST {
        let (bytes, most) = (text.len(), LONGEST);
        return Err(PublishMessage::FilterTooLong { bytes, most });
    }
    let mut parser = Parser {
        tokens: tokens(text)?,
        next: 0,
        left: MOST,
        known,
    };
    let condition = parser.any(0)?;
    match parser.peek().mark {
        Mark::End => Ok(condition),
        _ => Err(parser.expected(&["AND", "OR"])),
    }
}

struct Parser<'k> {
    tokens: Vec<Token>,
    next: usize,
    /// How many more conditions and values there may be.
    left: usize,
    known: &'k [&'k str],
}

/// Words that are no names.
const WORDS: [&str; 10] = [
    "AND", "OR", "NOT", "LIKE", "BETWEEN", "IN", "IS", "NULL", "TRUE", "FALSE",
];
const COMPARISONS: [(&str, Comparison); 6] = [
    ("=", Comparison::Equal),
    ("<>", Comparison::NotEqual),
    ("<", Comparison::Less),
    ("<=", Comparison::LessOrEqual),
    (">", Comparison::Greater),
    (">=", Comparison::GreaterOrEqual),
];

impl Parser<'_> {
    fn peek(&self) -> &Token {
        // The last mark says that the text ends, and is never passed.
        &self.tokens[self.next.min(self.tokens.len() - 1)]
    }

    fn expected(&self, expected: &[&str]) -> PublishMessage {
        let token = self.peek();
        unread(token.at, &token.mark.shown(), expected)
    }

    fn is_word(&self, word: &str) -> bool {
        matches!(&self.peek().mark, Mark::Word(given) if given.eq_ignore_ascii_case(word))
    }

    fn takes(&mut self, word: &str) -> bool {
        let is_next = self.is_word(word);
        self.next += usize::from(is_next);
        is_next
    }

    fn takes_sign(&mut self, sign: &str) -> bool {
        let is_next = matches!(self.peek().mark, Mark::Sign(given) if given == sign);
        self.next += usize::from(is_next);
        is_next
    }

    fn needs(&mut self, word: &str) -> Result<(), PublishMessage> {
        if self.takes(word) {
            return Ok(());
        }
        Err(self.expected(&[word]))
    }

    fn needs_sign(&mut self, sign: &str) -> Result<(), PublishMessage> {
        if self.takes_sign(sign) {
            return Ok(());
        }
        Err(self.expected(&[sign]))
    }

    /// Counts one more condition or value.
    fn count(&mut self) -> Result<(), PublishMessage> {
        let left = self.left.checked_sub(1);
        self.left = left.ok_or(PublishMessage::ConditionsTooMany { most: MOST })?;
        Ok(())
    }

    fn any(&mut self, depth: usize) -> Result<Condition, PublishMessage> {
        let mut one_of = vec![self.all(depth)?];
        while self.takes("OR") {
            one_of.push(self.all(depth)?);
        }
        Ok(match one_of.len() {
            1 => one_of.remove(0),
            _ => Condition::Or(one_of),
        })
    }

    fn all(&mut self, depth: usize) -> Result<Condition, PublishMessage> {
        let mut all = vec![self.one(depth)?];
        while self.takes("AND") {
            all.push(self.one(depth)?);
        }
        Ok(match all.len() {
            1 => all.remove(0),
            _ => Condition::And(all),
        })
    }

    fn one(&mut self, depth: usize) -> Result<Condition, PublishMessage> {
        self.count()?;
        if depth >= DEEPEST {
            let most = DEEPEST;
            return Err(PublishMessage::ConditionTooDeep { most });
        }
        if self.takes("NOT") {
            return Ok(Condition::Not(Box::new(self.one(depth + 1)?)));
        }
        if self.takes_sign("(") {
            let inner = self.any(depth + 1)?;
            self.needs_sign(")")?;
            return Ok(inner);
        }
        let value = self.operand()?;
        if let Operand::Literal(Literal::Flag(flag)) = value
            && !matches!(self.peek().mark, Mark::Sign("=" | "<>"))
        {
            return Ok(Condition::Fixed(flag));
        }
        self.about(value)
    }

    /// What is said of a value.
    fn about(&mut self, value: Operand) -> Result<Condition, PublishMessage> {
        if let Mark::Sign(sign) = self.peek().mark
            && let Some((_, comparison)) = COMPARISONS.iter().find(|(known, _)| *known == sign)
        {
            self.next += 1;
            return Ok(Condition::Compare(value, *comparison, self.operand()?));
        }
        if self.takes("IS") {
            let is_not = self.takes("NOT");
            self.needs("NULL")?;
            let condition = Condition::IsNull(self.property(value)?);
            return Ok(negated(condition, is_not));
        }
        let is_not = self.takes("NOT");
        let condition = if self.takes("LIKE") {
            let name = self.property(value)?;
            Condition::Like(name, self.text()?)
        } else if self.takes("BETWEEN") {
            let low = self.operand()?;
            self.needs("AND")?;
            Condition::Between(value, low, self.operand()?)
        } else if self.takes("IN") {
            Condition::In(value, self.list()?)
        } else {
            let words = ["LIKE", "BETWEEN", "IN"];
            let signs = COMPARISONS.map(|(sign, _)| sign).into_iter();
            let expected: Vec<&str> = signs.filter(|_| !is_not).chain(words).collect();
            return Err(self.expected(&expected));
        };
        Ok(negated(condition, is_not))
    }

    fn property(&self, value: Operand) -> Result<String, PublishMessage> {
        match value {
            Operand::Property(name) => Ok(name),
            Operand::Literal(_) => Err(self.expected(&["=", "<>"])),
        }
    }

    fn text(&mut self) -> Result<String, PublishMessage> {
        match self.peek().mark.clone() {
            Mark::Text(text) => {
                self.next += 1;
                Ok(text)
            }
            _ => Err(self.expected(&["'Ut%'"])),
        }
    }

    fn list(&mut self) -> Result<Vec<Literal>, PublishMessage> {
        self.needs_sign("(")?;
        let mut values = Vec::new();
        loop {
            self.count()?;
            let before = self.next;
            match self.operand()? {
                Operand::Literal(value) => values.push(value),
                Operand::Property(_) => {
                    self.next = before;
                    return Err(self.expected(&["'NONE'", "1"]));
                }
            }
            if !self.takes_sign(",") {
                self.needs_sign(")")?;
                return Ok(values);
            }
        }
    }

    /// A property or a value.
    fn operand(&mut self) -> Result<Operand, PublishMessage> {
        let literal = |literal| Ok(Operand::Literal(literal));
        match self.peek().mark.clone() {
            Mark::Text(text) => {
                self.next += 1;
                literal(Literal::Text(text))
            }
            Mark::Number(number) => {
                self.next += 1;
                literal(Literal::Number(number))
            }
            Mark::Quoted(name) => self.known(name),
            Mark::Word(word) if word.eq_ignore_ascii_case("TRUE") => {
                self.next += 1;
                literal(Literal::Flag(true))
            }
            Mark::Word(word) if word.eq_ignore_ascii_case("FALSE") => {
                self.next += 1;
                literal(Literal::Flag(false))
            }
            Mark::Word(word) if self.is_date(&word) => {
                self.next += 1;
                self.date()
            }
            Mark::Word(word) if !WORDS.iter().any(|known| known.eq_ignore_ascii_case(&word)) => {
                self.known(word)
            }
            _ => Err(self.expected(&["class", "'NONE'", "0.5", "DATE('2021-12-31')"])),
        }
    }

    fn known(&mut self, name: String) -> Result<Operand, PublishMessage> {
        if !self.known.contains(&name.as_str()) {
            return Err(PublishMessage::PropertyUnknown {
                at: self.peek().at,
                given: name.chars().take(40).collect(),
                known: self.known.iter().copied().collect(),
            });
        }
        self.next += 1;
        Ok(Operand::Property(name))
    }

    fn is_date(&self, word: &str) -> bool {
        let after = self.tokens.get(self.next + 1);
        let opens = after.is_some_and(|token| token.mark == Mark::Sign("("));
        opens
            && ["DATE", "TIMESTAMP"]
                .iter()
                .any(|known| known.eq_ignore_ascii_case(word))
    }

    /// The rest of `DATE('2021-12-31')`; of an instant the date in the Netherlands.
    fn date(&mut self) -> Result<Operand, PublishMessage> {
        self.needs_sign("(")?;
        let Mark::Text(text) = self.peek().mark.clone() else {
            return Err(self.expected(&["'2021-12-31'"]));
        };
        let instant = || text.parse::<Timestamp>().ok().map(dutch_date);
        let date = text
            .parse::<Date>()
            .ok()
            .filter(|_| text.len() == 10)
            .or_else(instant);
        let Some(date) = date else {
            return Err(self.expected(&["'2021-12-31'", "'2021-12-31T12:00:00Z'"]));
        };
        self.next += 1;
        self.needs_sign(")")?;
        Ok(Operand::Literal(Literal::Text(date.to_string())))
    }
}

fn negated(condition: Condition, is_not: bool) -> Condition {
    if is_not {
        Condition::Not(Box::new(condition))
    } else {
        condition
    }
}
