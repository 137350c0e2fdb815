//! The shipped data, embedded. `data/README.md` says where each file is from.

/// The municipalities as they were from a date on.
#[derive(Clone, Copy, Debug)]
pub struct BoundaryFile {
    /// The first day on which these boundaries held, ISO 8601.
    pub date: &'static str,
    /// A GeoJSON `FeatureCollection` in CRS84, with `statcode` and `statnaam`.
    pub geojson: &'static [u8],
}

macro_rules! boundary_file {
    ($date:literal) => {
        BoundaryFile {
            date: $date,
            geojson: include_bytes!(concat!("../data/boundaries/gemeenten-", $date, ".geojson")),
        }
    };
}

/// One file for each date on which boundaries changed, oldest first: 355, 352,
/// 345, 344 and 342 municipalities.
pub const BOUNDARIES: [BoundaryFile; 5] = [
    boundary_file!("2020-01-01"),
    boundary_file!("2021-01-01"),
    boundary_file!("2022-01-01"),
    boundary_file!("2022-03-24"),
    boundary_file!("2023-01-01"),
];

/// Up to and including this day no boundaries are known but those of
/// [`BOUNDARIES`], ISO 8601. No municipality was redrawn after the last of them
/// (CBS, *Gemeentelijke indeling op 1 januari*, 2024 to 2026), and boundaries
/// change on a first of January unless a law says otherwise.
pub const BOUNDARIES_KNOWN_UNTIL: &str = "2026-12-31";

/// `id,title_nl,title_en,provisional`: the ways to divide the country.
pub const REGION_SETS: &str = include_str!("../data/regions/sets.csv");
/// `region_set,code,name,status`.
pub const REGIONS: &str = include_str!("../data/regions/regions.csv");
/// `boundary_date,municipality_code,municipality_name,region_set,region_code`.
pub const MEMBERSHIP: &str = include_str!("../data/regions/membership.csv");
/// `municipality_code,alias`: other names in use.
pub const ALIASES: &str = include_str!("../data/aliases.csv");
/// `code,name,valid_from,valid_to,lies_today_in,name_today,share_of_places,basis`:
/// the municipalities that ended since 2005, a row for each of today in which
/// they lie. For messages, not for inheritance.
pub const FORMER_MUNICIPALITIES: &str = include_str!("../data/former_municipalities.csv");
/// `place_code,name,municipality_code,longitude,latitude,kind`: places of
/// residence and neighbourhoods, with the municipality of 2023.
pub const PLACES: &str = include_str!("../data/places/places.csv");

/// `postcode4,municipality_code,locality`: four-digit postcodes with the
/// municipality in which their locality lies since 2023. A postcode that could
/// not be placed beyond doubt is left out; one can lie in two municipalities.
/// Open Database License.
pub const POSTCODES: &str = include_str!("../data/places/postcodes.csv");
/// `boundary_date,municipality_code,municipality_name,population,reference_date,source`.
pub const POPULATION: &str = include_str!("../data/population.csv");
/// `effective_date,from_code,from_name,to_code,to_name,area_share`.
pub const SUCCESSIONS: &str = include_str!("../data/successions.csv");
/// What was gathered from public sources about care coordination and policy, as
/// CSV files. They come in editions: a later one corrects and adds.
#[derive(Clone, Copy, Debug)]
pub struct PublicRecords {
    /// Counts the editions, from 1.
    pub edition: u32,
    /// The day on which the edition was closed, ISO 8601.
    pub date: &'static str,
    /// Care-coordination arrangements, one a row.
    pub arrangements: &'static str,
    /// Which municipalities each arrangement covers.
    pub arrangement_coverage: &'static str,
    /// Policy documents, one a row.
    pub documents: &'static str,
    /// Which municipalities each policy document covers.
    pub document_coverage: &'static str,
    /// Answers on single building blocks, in the columns of an import; the
    /// first edition had none.
    pub verdicts: Option<&'static str>,
}

/// The edition that this program brings.
pub const PUBLIC_RECORDS: PublicRecords = PublicRecords {
    edition: 2,
    date: "2026-11-28",
    arrangements: include_str!("../data/coordination/arrangements.csv"),
    arrangement_coverage: include_str!("../data/coordination/coverage.csv"),
    documents: include_str!("../data/policy/documents.csv"),
    document_coverage: include_str!("../data/policy/coverage.csv"),
    verdicts: Some(include_str!("../data/policy/verdicts.csv")),
};
/// `organisation,phone,source_url`: the public telephone numbers of those who
/// coordinate care.
pub const PHONES: &str = include_str!("../data/coordination/phones.csv");
/// `english,nl,en`: the notes and certainties of the files above as the
/// researchers wrote them, and what readers are shown instead.
pub const NOTES: &str = include_str!("../data/notes.csv");
/// The same, for what only an earlier edition said.
pub const EARLIER_NOTES: &str = include_str!("../data/notes-earlier.csv");
/// The themes of the provisional rubric.
pub const RUBRIC_THEMES: &str = include_str!("../data/rubric/themes.csv");
/// The building blocks of the provisional rubric.
pub const RUBRIC_BUILDING_BLOCKS: &str = include_str!("../data/rubric/building_blocks.csv");
/// National figures published by others.
pub const NATIONAL_INDICATORS: &str = include_str!("../data/national_indicators.csv");
/// What to show wherever the map is shown.
pub const ATTRIBUTION: &str = "Grenzen: CBS / Kadaster, CC BY 4.0";
