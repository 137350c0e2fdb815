//! Checks of what people write, shared by actions.

use jiff::civil::Date;

use super::Refusal;
use domain::care::arrangement::NamedMunicipality;
use domain::dates::record_date;
use domain::facts::Region;
use domain::message::{Message, RecordMessage};
use domain::places::code::{MunicipalityCode, RegionRef};
use domain::places::register::{NoMunicipality, Register};
use domain::record::text_fields::{HasTexts, Text};

/// The longest id, in bytes.
pub(super) const LONGEST_ID: usize = 200;
/// The most items of a list.
pub(super) const MOST_ITEMS: usize = 1_000;

/// What is wrong with an input, as far as it was looked at.
#[derive(Debug, Default)]
pub(super) struct Checks(pub(super) Vec<Refusal>);

impl Checks {
    pub(super) fn refuse(&mut self, field: &'static str, message: impl Into<Message>) {
        self.0.push(Refusal::of_all(field, message));
    }

    pub(super) fn refuse_item(
        &mut self,
        item: usize,
        field: &'static str,
        message: impl Into<Message>,
    ) {
        self.0.push(Refusal::new(item, field, message));
    }

    /// A refusal of an item of a list, or of something that is no list.
    pub(super) fn refuse_at(
        &mut self,
        item: Option<usize>,
        field: &'static str,
        message: impl Into<Message>,
    ) {
        match item {
            Some(item) => self.refuse_item(item, field, message),
            None => self.refuse(field, message),
        }
    }

    /// All texts of a record.
    pub(super) fn written(&mut self, item: Option<usize>, record: &impl HasTexts) {
        for (field, text) in record.texts() {
            self.text(item, field, text);
        }
    }

    /// A text that somebody writes.
    pub(super) fn text(&mut self, item: Option<usize>, field: &'static str, text: Text<'_>) {
        if let Err(what) = text.check() {
            self.refuse_at(item, field, what);
        }
    }

    /// A text that may be left out.
    pub(super) fn optional_text(&mut self, field: &'static str, text: Option<Text<'_>>) {
        if let Some(text) = text {
            self.text(None, field, text);
        }
    }

    /// Names of people or organisations.
    pub(super) fn names(&mut self, field: &'static str, names: &[String]) {
        if names.len() > MOST_ITEMS {
            self.refuse(field, RecordMessage::ListTooLong { most: MOST_ITEMS });
        }
        for (item, name) in names.iter().enumerate() {
            if name.trim().is_empty() {
                self.refuse_item(item, field, RecordMessage::ItemEmpty);
            } else {
                self.text(Some(item), field, Text::Line(name));
            }
        }
    }

    /// The date of a record.
    pub(super) fn date(&mut self, field: &'static str, date: Date) {
        if let Err(error) = record_date(date) {
            self.refuse(field, error);
        }
    }

    /// A date that is past.
    pub(super) fn past(&mut self, field: &'static str, date: Date, today: Date) {
        self.date(field, date);
        if date > today {
            self.refuse(field, RecordMessage::DateInFuture { date });
        }
    }

    /// A date that is not before another.
    pub(super) fn not_before(&mut self, field: &'static str, date: Date, first: Date) {
        if date < first {
            self.refuse(field, RecordMessage::DateBefore { date, first });
        }
    }

    /// Whom a record covers that names these municipalities from a date on. One
    /// that ended before is replaced; one that begins later is named as it is
    /// then.
    pub(super) fn covers(
        &mut self,
        codes: &[MunicipalityCode],
        register: &Register,
        from: Date,
        notices: &mut Vec<Message>,
    ) -> Vec<NamedMunicipality> {
        const FIELD: &str = "municipalities";
        if codes.is_empty() || codes.len() > MOST_ITEMS {
            self.refuse(
                FIELD,
                RecordMessage::MunicipalitiesCount { most: MOST_ITEMS },
            );
        }
        let mut covers = Vec::new();
        for (item, code) in codes.iter().enumerate() {
            let date = match register.get(*code, from) {
                Err(NoMunicipality::NotYet { from, .. }) => from,
                _ => from,
            };
            let heir = self.heir((item, FIELD), *code, register, date, notices);
            let editions = register.editions().iter().copied();
            let boundary_date = editions.clone().rfind(|edition| *edition <= date);
            let named = heir.zip(boundary_date.or_else(|| editions.clone().next()));
            covers.extend(named.map(|(code, boundary_date)| NamedMunicipality {
                code,
                boundary_date,
            }));
        }
        covers.sort_unstable();
        covers.dedup();
        covers
    }

    /// A region that is on record.
    pub(super) fn region(&mut self, region: Option<&RegionRef>, regions: &[Region]) {
        if let Some(region) = region
            && regions.iter().all(|known| known.id != *region)
        {
            self.refuse("region", no_region(region));
        }
    }

    /// A municipality that bore its code on the date.
    pub(super) fn municipality(
        &mut self,
        code: Option<MunicipalityCode>,
        register: &Register,
        date: Date,
    ) {
        if let Some(Err(error)) = code.map(|code| register.get(code, date)) {
            self.refuse("municipality", error);
        }
    }

    /// What a municipality of whatever date is on a date. One that ended is
    /// replaced by the one that it went into, of which a notice tells.
    pub(super) fn heir(
        &mut self,
        (item, field): (usize, &'static str),
        code: MunicipalityCode,
        register: &Register,
        date: Date,
        notices: &mut Vec<Message>,
    ) -> Option<MunicipalityCode> {
        match find_heir(register, code, date) {
            Ok(heir) => {
                if heir != code {
                    notices.push(told(register, code, heir, date));
                }
                Some(heir)
            }
            Err(error) => {
                self.refuse_item(item, field, error);
                None
            }
        }
    }
}

/// That a region is not on record.
pub(crate) fn no_region(region: &RegionRef) -> RecordMessage {
    let region = region.to_string();
    RecordMessage::NoRegion { region }
}

/// That a municipality ended, and which one takes its place.
fn told(
    register: &Register,
    code: MunicipalityCode,
    heir: MunicipalityCode,
    date: Date,
) -> Message {
    let name = |code| {
        let life = register.find(code);
        life.map(|life| life.name(date).to_owned())
            .unwrap_or_default()
    };
    let ended = register.find(code).and_then(|life| life.to);
    let (name, heir_name) = (name(code), name(heir));
    let message = match ended {
        Some(ended) => RecordMessage::HeirTakesPlace {
            code,
            name,
            ended,
            heir,
            heir_name,
        },
        None => RecordMessage::HeirTookPlace {
            code,
            name,
            heir,
            heir_name,
        },
    };
    message.into()
}

/// The municipality of the date that one of whatever date has become, where
/// that is one municipality; else why it is not.
pub(super) fn find_heir(
    register: &Register,
    code: MunicipalityCode,
    date: Date,
) -> Result<MunicipalityCode, NoMunicipality> {
    let mut heir = code;
    loop {
        match register.get(heir, date) {
            Ok(_) => return Ok(heir),
            Err(NoMunicipality::Ended { successors, .. }) if successors.len() == 1 => {
                heir = successors[0].code;
            }
            Err(error) => return Err(error),
        }
    }
}
