//! The columns of each kind of file, and finding them in a header.

use domain::places::name_key::is_invisible;

/// A column of a file.
#[derive(Debug)]
pub(crate) struct Column {
    /// Its name in the shipped files.
    pub(crate) name: &'static str,
    /// Other names under which it is understood.
    pub(crate) also: &'static [&'static str],
    pub(crate) need: Requirement,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Requirement {
    Required,
    /// May be missing when this other column is there.
    Unless(&'static str),
    /// May be missing when `--date` is given.
    UnlessDate,
    Optional,
}

/// What rows of a kind look like.
#[derive(Debug)]
pub(crate) struct ColumnLayout {
    /// What the rows are, such as `verdicts`.
    pub(crate) what: &'static str,
    /// A row in which all of these are empty says nothing: a template has a row
    /// for each municipality, and nobody fills all of them.
    pub(crate) answer: &'static [&'static str],
    pub(crate) columns: &'static [Column],
}

pub(crate) const fn required(name: &'static str) -> Column {
    Column {
        name,
        also: &[],
        need: Requirement::Required,
    }
}

pub(crate) const fn optional(name: &'static str) -> Column {
    Column {
        name,
        also: &[],
        need: Requirement::Optional,
    }
}

pub(crate) const VALID_FROM: Column = required("valid_from").also(&["geldig_vanaf"]);
pub(crate) const VALID_TO: Column = optional("valid_to").also(&["geldig_tot"]);
pub(crate) const SOURCE_URL: Column = optional("source_url").also(&["bron"]);
pub(crate) const NOTE: Column = optional("note").also(&["opmerking"]);

impl Column {
    /// The same column, under other names too.
    pub(crate) const fn also(self, also: &'static [&'static str]) -> Self {
        Self { also, ..self }
    }

    /// What a file for people calls it: its first other name.
    pub(crate) fn title(&self) -> &'static str {
        self.also.first().copied().unwrap_or(self.name)
    }
}

/// The layouts with their columns, for somebody who has to write a header.
pub(crate) fn choices(layouts: &[ColumnLayout]) -> String {
    let choices = layouts.iter().map(|layout| {
        let names = layout.columns.iter().map(|column| column.name);
        format!("{} ({})", layout.what, names.collect::<Vec<_>>().join(", "))
    });
    choices.collect::<Vec<_>>().join(", or ")
}

/// The code, or a name instead of it.
pub(crate) const CODE: Column = Column {
    name: "municipality_code",
    also: &[
        "gemeentecode",
        "gm_code",
        "statcode",
        "code",
        "gemeente",
        "municipality",
        "gemeentecodegm",
        "gemeentecode_gm",
        "gemeente_code",
        "gm_code_gemeente",
        "cbs_code",
        // StatLine.
        "regios",
        "regio's",
    ],
    need: Requirement::Unless("municipality_name"),
};
pub(crate) const NAME: Column = Column {
    name: "municipality_name",
    also: &["gemeentenaam", "statnaam", "naam", "name"],
    need: Requirement::Optional,
};
pub(crate) const BOUNDARY_DATE: Column = Column {
    name: "boundary_date",
    also: &["peildatum", "grenzen_van"],
    need: Requirement::UnlessDate,
};

/// A header cell as it is compared: `Valid From` is `valid_from`.
pub(crate) fn normal(cell: &str) -> String {
    let seen: String = cell.chars().filter(|c| !is_invisible(*c)).collect();
    seen.trim().to_lowercase().replace([' ', '-'], "_")
}

/// For each column of a header, the place in the layout that it is.
#[derive(Debug)]
pub(crate) struct MatchedColumns {
    pub(crate) layout: &'static ColumnLayout,
    pub(crate) places: Vec<Option<usize>>,
}

/// The layout that fits a header best: the one with the fewest missing
/// columns, then with the most that are known.
pub(crate) fn find(
    layouts: &'static [ColumnLayout],
    header: &[String],
    has_date: bool,
) -> Option<MatchedColumns> {
    layouts
        .iter()
        .map(|layout| MatchedColumns {
            layout,
            places: header.iter().map(|cell| place(layout, cell)).collect(),
        })
        .filter(|found| found.known() > 0)
        .min_by_key(|found| {
            let missing = found.missing(has_date);
            let unlike = missing.iter().filter(|name| !found.may_have(header, name));
            (unlike.count(), missing.len(), usize::MAX - found.known())
        })
}

fn place(layout: &ColumnLayout, cell: &str) -> Option<usize> {
    let cell = normal(cell);
    let by_name = layout.columns.iter().position(|column| column.name == cell);
    by_name.or_else(|| {
        layout
            .columns
            .iter()
            .position(|column| column.also.contains(&cell.as_str()))
    })
}

impl MatchedColumns {
    pub(crate) fn known(&self) -> usize {
        self.places.iter().flatten().count()
    }

    /// Whether a column of the header that is not known may be the one of a name.
    fn may_have(&self, header: &[String], name: &str) -> bool {
        let columns = self.layout.columns.iter();
        let names: Vec<&str> = columns
            .filter(|column| column.name == name)
            .flat_map(|column| column.also.iter().chain([&column.name]))
            .copied()
            .collect();
        let unknown = header.iter().zip(&self.places);
        let mut unknown = unknown.filter(|(_, place)| place.is_none());
        unknown.any(|(cell, _)| {
            let names = || names.iter().copied();
            nearest(cell, names())
                .or_else(|| within(cell, names()))
                .is_some()
        })
    }

    pub(crate) fn has(&self, name: &str) -> bool {
        self.places
            .iter()
            .flatten()
            .any(|place| self.layout.columns[*place].name == name)
    }

    /// The columns that a row cannot do without and that are not there, by the
    /// name that a person would write too.
    pub(crate) fn told_missing(&self, has_date: bool) -> Vec<String> {
        let missing = self.missing(has_date);
        let columns = self.layout.columns.iter();
        let missing = columns.filter(|column| missing.contains(&column.name));
        missing
            .map(|column| match column.title() {
                title if title == column.name => title.to_owned(),
                title => format!("{} ({title})", column.name),
            })
            .collect()
    }

    /// The columns that a row cannot do without.
    pub(crate) fn missing(&self, has_date: bool) -> Vec<&'static str> {
        let missing = self.layout.columns.iter().filter(|column| {
            !self.has(column.name)
                && match column.need {
                    Requirement::Required => true,
                    Requirement::Unless(other) => !self.has(other),
                    Requirement::UnlessDate => !has_date,
                    Requirement::Optional => false,
                }
        });
        missing.map(|column| column.name).collect()
    }
}

/// The choice that looks most like what was written, if any does.
pub(crate) fn nearest<'a>(
    written: &str,
    choices: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let written = normal(written);
    let length = written.chars().count();
    choices
        .into_iter()
        .filter_map(|choice| {
            let of_choice = choice.chars().count();
            // To compare long texts takes long, and they are not alike.
            if length.abs_diff(of_choice) * 3 > of_choice {
                return None;
            }
            let distance = strsim::osa_distance(&written, &normal(choice));
            (distance * 3 <= of_choice).then_some((distance, choice))
        })
        .min_by_key(|(distance, _)| *distance)
        .map(|(_, choice)| choice)
}

/// The fewest letters of a name that say anything within another.
const FEWEST_LETTERS: usize = 6;

/// The longest of the names with which what was written begins or ends:
/// `veiligheidsRegioCode` may be `regiocode`.
pub(crate) fn within<'a>(
    written: &str,
    choices: impl IntoIterator<Item = &'a str>,
) -> Option<&'a str> {
    let letters =
        |text: &str| -> String { normal(text).chars().filter(|c| c.is_alphabetic()).collect() };
    let written = letters(written);
    let fits = |choice: &&str| {
        let choice = letters(choice);
        choice.len() >= FEWEST_LETTERS
            && (written.starts_with(&choice) || written.ends_with(&choice))
    };
    choices
        .into_iter()
        .filter(fits)
        .max_by_key(|choice| choice.len())
}

/// The layout of which most columns may be those of a header in which none is
/// known; nothing unless two of them look alike.
pub(crate) fn find_alike(
    layouts: &'static [ColumnLayout],
    header: &[String],
) -> Option<(usize, MatchedColumns)> {
    let alike = |layout: &'static ColumnLayout| {
        let names = || {
            layout
                .columns
                .iter()
                .flat_map(|column| column.also.iter().chain([&column.name]))
                .copied()
        };
        let cells = header.iter().filter(|cell| !cell.trim().is_empty());
        let known = cells.filter(|cell| {
            nearest(cell, names())
                .or_else(|| within(cell, names()))
                .is_some()
        });
        let places = vec![None; header.len()];
        (known.count(), MatchedColumns { layout, places })
    };
    let best = layouts.iter().map(alike).max_by_key(|(known, _)| *known)?;
    (best.0 >= 2).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    static LAYOUTS: [ColumnLayout; 2] = [
        ColumnLayout {
            what: "things",
            answer: &[],
            columns: &[required("id"), required("valid_from"), optional("note")],
        },
        ColumnLayout {
            what: "coverage",
            answer: &[],
            columns: &[required("thing_id"), BOUNDARY_DATE, CODE, NAME],
        },
    ];

    fn header(cells: &[&str]) -> Vec<String> {
        cells.iter().map(ToString::to_string).collect()
    }

    #[test]
    fn the_header_tells_which_kind_of_rows_they_are() {
        let found = find(&LAYOUTS, &header(&["Valid From", "ID", "note"]), false).unwrap();
        assert_eq!(found.layout.what, "things");
        assert_eq!(found.places, [Some(1), Some(0), Some(2)]);
        let found = find(&LAYOUTS, &header(&["thing_id", "gemeente", "x"]), true).unwrap();
        assert_eq!(found.layout.what, "coverage");
        assert_eq!(found.places, [Some(0), Some(2), None]);
        assert!(found.missing(true).is_empty());
        assert_eq!(found.missing(false), ["boundary_date"]);
        assert!(find(&LAYOUTS, &header(&["a", "b"]), false).is_none());
    }

    #[test]
    fn a_name_stands_in_for_a_code() {
        let found = find(&LAYOUTS, &header(&["thing_id", "naam"]), true).unwrap();
        assert!(found.missing(true).is_empty());
    }

    #[test]
    fn a_slip_of_the_pen_is_seen() {
        assert_eq!(nearest("valid_too", ["valid_to", "note"]), Some("valid_to"));
        assert_eq!(nearest("colour", ["valid_to", "note"]), None);
        for (written, meant) in [
            ("veiligheidsRegioCode", Some("regiocode")),
            ("Regiocode 2023", Some("regiocode")),
            ("regiocode_veiligheid", Some("regiocode")),
            ("provincieCode", None),
            ("regio", None),
        ] {
            assert_eq!(within(written, ["code", "regiocode"]), meant, "{written}");
        }
    }

    #[test]
    fn a_header_of_slips_alone_is_that_of_the_layout_it_looks_like() {
        let (_, found) = find_alike(&LAYOUTS, &header(&["thingId", "gemeentCode", "x"])).unwrap();
        assert_eq!(found.layout.what, "coverage");
        assert!(find_alike(&LAYOUTS, &header(&["een", "twee"])).is_none());
    }
}
