//! What the columns of files mean, for who fills in a template.

use domain::words::Language;

/// Column, in Dutch, in English.
const TEXTS: &[(&str, &str, &str)] = &[
    (
        "municipality_code",
        "CBS-code van de gemeente.",
        "CBS code of the municipality.",
    ),
    (
        "municipality_name",
        "Naam van de gemeente; alleen om te lezen.",
        "Name of the municipality; to read only.",
    ),
    (
        "boundary_date",
        "De ingangsdatum van de gemeentegrenzen waarbij de code hoort.",
        "The date from which the boundaries hold to which the code belongs.",
    ),
    (
        "block",
        "De bouwsteen van het kader.",
        "The building block of the rubric.",
    ),
    (
        "verdict",
        "Hoe het met de bouwsteen staat. Laat leeg wat u niet wilt vastleggen: onbekend is niet afwezig.",
        "How things are with the building block. Leave empty what you do not want to record: unknown is not absent.",
    ),
    (
        "valid_from",
        "De eerste dag waarop dit geldt, zoals 2024-12-31 of 31-12-2024.",
        "The first day on which this holds, such as 2024-12-31.",
    ),
    (
        "valid_to",
        "De dag na de laatste; leeg zolang het geldt.",
        "The day after the last; empty as long as it holds.",
    ),
    (
        "established",
        "Hoe dit is vastgesteld.",
        "How this was established.",
    ),
    (
        "source_url",
        "Adres van de bron, dat met https:// begint.",
        "Address of the source, beginning with https://.",
    ),
    (
        "note",
        "Een opmerking. Nooit gegevens van slachtoffers.",
        "A remark. Never data of victims.",
    ),
    (
        "rubric",
        "Het kader waarbij de bouwsteen hoort; leeg voor het kader van de datum.",
        "The rubric of the block; empty for the one in force on the date.",
    ),
    ("population", "Aantal inwoners.", "Number of inhabitants."),
    (
        "reference_date",
        "De datum van het aantal; leeg voor die van de grenzen.",
        "The date of the number; empty for that of the boundaries.",
    ),
    (
        "source",
        "Wie het aantal publiceerde.",
        "Who published the number.",
    ),
    (
        "id",
        "Een eigen kenmerk, dat nooit verandert.",
        "An id of your own that never changes.",
    ),
    (
        "status",
        "Hoe ver de zorgcoördinatie is.",
        "How far care coordination has come.",
    ),
    (
        "mode",
        "Hoe de functie is ingevuld.",
        "How the function is filled.",
    ),
    ("organisation", "Wie coördineert.", "Who coordinates."),
    (
        "commissioned_by",
        "Wie de opdracht geeft.",
        "Who commissions it.",
    ),
    (
        "age_from",
        "Laagste leeftijd; leeg voor alle.",
        "Lowest age; empty for all.",
    ),
    (
        "age_to",
        "Hoogste leeftijd; leeg voor alle.",
        "Highest age; empty for all.",
    ),
    (
        "forms",
        "Vormen van uitbuiting, met ; ertussen; leeg voor alle.",
        "Forms of exploitation with ; between them; empty for all.",
    ),
    (
        "fte",
        "Voltijdbanen, als dat bekend is.",
        "Full-time equivalents, when known.",
    ),
    (
        "date_certainty",
        "Hoe zeker de datums zijn.",
        "How certain the dates are.",
    ),
    (
        "arrangement_id",
        "Het kenmerk van de afspraak die deze gemeente noemt.",
        "The id of the arrangement that names this municipality.",
    ),
    (
        "document_id",
        "Het kenmerk van het document dat deze gemeente noemt.",
        "The id of the document that names this municipality.",
    ),
    ("title", "Titel zoals gepubliceerd.", "Title as published."),
    (
        "scope",
        "Voor één gemeente of voor een regio.",
        "For one municipality or a region.",
    ),
    (
        "date_kind",
        "Wat voor datum het is.",
        "What kind of date it is.",
    ),
    (
        "identifier",
        "Kenmerk bij de officiële bekendmakingen.",
        "Identifier at the official publisher.",
    ),
    (
        "themes_mentioned",
        "De thema's die het document noemt.",
        "The themes that the document names.",
    ),
    (
        "region_set",
        "De indeling, zoals vng-platform.",
        "The set, such as vng-platform.",
    ),
    (
        "region_code",
        "De code van de regio.",
        "The code of the region.",
    ),
    ("code", "De code van de regio.", "The code of the region."),
    ("name", "De naam.", "The name."),
];

/// What a column means.
pub(super) fn of(column: &str, language: Language) -> &'static str {
    let text = TEXTS.iter().find(|(name, ..)| *name == column);
    text.map_or("", |(_, dutch, english)| language.choose(dutch, english))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::rows::{arrangements, documents, population, regions, verdicts};

    #[test]
    fn every_column_of_a_template_is_explained() {
        let layouts = verdicts::LAYOUTS
            .iter()
            .chain(&population::LAYOUTS)
            .chain(&arrangements::LAYOUTS)
            .chain(&documents::LAYOUTS)
            .chain(&regions::LAYOUTS[..2]);
        for column in layouts.flat_map(|layout| layout.columns) {
            for language in [Language::Dutch, Language::English] {
                assert!(!of(column.name, language).is_empty(), "{}", column.name);
            }
        }
    }
}
