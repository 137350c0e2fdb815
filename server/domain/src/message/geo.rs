//! What the library of geometry finds, as messages.

use geodata::{
    BuildError, Counted, DamagedPart, Finding, FindingKind, GeometryError, Overlap, ReadError,
    Stray,
};

use super::{Message, OutlineMessage};

/// The features that are named of those with findings that are alike.
const MOST_NAMED: usize = 5;

impl From<&Finding> for Message {
    fn from(finding: &Finding) -> Self {
        let what: Box<Self> = Box::new(OutlineMessage::from(&finding.kind).into());
        let feature = || numbered(finding.feature, finding.code.as_deref());
        match (finding.feature, finding.shown_place()) {
            (0, _) => *what,
            (geodata::MANY, _) => {
                let features = finding.features.iter();
                let features = features.map(|(number, code)| numbered(*number, code.as_deref()));
                OutlineMessage::InFeatures {
                    count: finding.features.len(),
                    features: super::List::first(MOST_NAMED, features),
                    what,
                }
                .into()
            }
            (_, Some((x, y))) => OutlineMessage::InFeatureAt {
                feature: feature(),
                x: x.to_string(),
                y: y.to_string(),
                what,
            }
            .into(),
            (_, None) => {
                let feature = feature();
                OutlineMessage::InFeature { feature, what }.into()
            }
        }
    }
}

/// `5`, `5 (GM0034)`.
fn numbered(number: usize, code: Option<&str>) -> String {
    match code {
        Some(code) => format!("{number} ({code})"),
        None => number.to_string(),
    }
}

impl From<&FindingKind> for OutlineMessage {
    fn from(kind: &FindingKind) -> Self {
        match kind.clone() {
            FindingKind::PutTogether(feature) => Self::PutTogether {
                feature: feature.to_string(),
            },
            FindingKind::PartsPutTogether => Self::PartsPutTogether,
            FindingKind::EmptyPart => Self::EmptyPart,
            FindingKind::FlatPart => Self::FlatPart,
            FindingKind::FlatHole => Self::FlatHole,
            FindingKind::RingClosed => Self::RingClosed,
            FindingKind::PositionsRepeated(count) => Self::PositionsRepeated { count },
            FindingKind::Spike => Self::Spike,
            FindingKind::DrawnAnew(places) => Self::DrawnAnew { places },
            FindingKind::RingsTurned(count) => Self::RingsTurned { count },
            FindingKind::CodeRead { given, code } => Self::OutlineCodeRead { given, code },
            FindingKind::CodesRead => Self::OutlineCodesRead,
            FindingKind::WasOpen => Self::GeopackageWasOpen,
            FindingKind::AssumedRdNew => Self::AssumedRdNew,
            FindingKind::NameMissing => Self::OutlineNameMissing,
            FindingKind::NameLong(most) => Self::OutlineNameLong { most },
            FindingKind::CodeMissing => Self::OutlineCodeMissing,
            FindingKind::CodeMalformed(given) => Self::OutlineCodeMalformed { given },
            FindingKind::CodesMalformed => Self::OutlineCodesMalformed,
            FindingKind::CodeTwice { code, first } => Self::OutlineCodeTwice {
                code,
                feature: first.to_string(),
            },
            FindingKind::CodesTwice => Self::OutlineCodesTwice,
            FindingKind::GeometryEmpty => Self::GeometryEmpty,
            FindingKind::GeometryFlat => Self::GeometryFlat,
            FindingKind::GeometryMissing => Self::GeometryMissing,
            FindingKind::GeometryMalformed(cause) => Self::GeometryMalformed { cause },
            FindingKind::GeometryOfLines(kind) => Self::GeometryOfLines { kind },
            FindingKind::GeometryDamaged(part) => Self::GeometryDamaged {
                part: damaged(part).to_owned(),
            },
            FindingKind::GeometryArcs => Self::GeometryArcs,
            FindingKind::GeometryLarge(most) => Self::GeometryLarge { most },
            FindingKind::Stray(count, why) => match why {
                Stray::NoNumber => Self::StrayNotNumber { count },
                Stray::Exchanged => Self::StrayExchanged { count },
                Stray::LikeRdNew => Self::StrayLikeRd { count },
                Stray::LikeDegrees => Self::StrayLikeDegrees { count },
                Stray::Far => Self::StrayFar { count },
            },
            FindingKind::RingsIntricate => Self::RingsIntricate,
            FindingKind::RingsCancelOut => Self::RingsCancelOut,
        }
    }
}

fn damaged(part: DamagedPart) -> &'static str {
    match part {
        DamagedPart::Beginning => "BEGINNING",
        DamagedPart::ExtendedType => "EXTENDED_TYPE",
        DamagedPart::Header => "HEADER",
        DamagedPart::Rings => "RINGS",
        DamagedPart::End => "END",
    }
}

impl From<&ReadError> for Message {
    fn from(error: &ReadError) -> Self {
        let message = match error {
            ReadError::NotGeoJson(cause) => OutlineMessage::NotGeojson {
                cause: cause.clone(),
            },
            ReadError::UnknownCrs(name) => OutlineMessage::UnknownCrs { name: name.clone() },
            ReadError::OtherCrs(name) => OutlineMessage::OtherCrs {
                name: (*name).to_owned(),
            },
            ReadError::NotGeoPackage(cause) => OutlineMessage::NotGeopackage {
                cause: cause.to_string(),
            },
            ReadError::NoSuchLayer { wanted, layers } => OutlineMessage::NoSuchLayer {
                given: wanted.clone(),
                layers: layers.iter().collect(),
            },
            ReadError::WhichLayer(layers) => OutlineMessage::WhichLayer {
                layers: layers.iter().collect(),
            },
            ReadError::NotATable(layer) => OutlineMessage::LayerNotTable {
                layer: layer.clone(),
            },
            ReadError::NoSuchColumn {
                layer,
                missing,
                columns,
            } => OutlineMessage::LayerNoColumn {
                layer: layer.clone(),
                column: (*missing).to_owned(),
                columns: columns.iter().collect(),
            },
            ReadError::NoSuchTable(table) => OutlineMessage::NoSuchTable {
                table: table.clone(),
            },
            ReadError::TooLarge(most, counted) => OutlineMessage::FileHoldsMore {
                most: *most,
                counted: of_what(*counted).to_owned(),
            },
        };
        message.into()
    }
}

fn of_what(counted: Counted) -> &'static str {
    match counted {
        Counted::Positions => "POSITIONS",
        Counted::Features => "FEATURES",
        Counted::Layers => "LAYERS",
        Counted::Tables => "TABLES",
        Counted::Bytes => "BYTES",
    }
}

impl From<&GeometryError> for Message {
    fn from(error: &GeometryError) -> Self {
        let message = match error {
            GeometryError::Malformed(cause) => OutlineMessage::GeometryMalformed {
                cause: cause.to_string(),
            },
            GeometryError::NoArea(kind) => OutlineMessage::GeometryOfLines { kind: kind.clone() },
        };
        message.into()
    }
}

impl From<&BuildError> for Message {
    fn from(error: &BuildError) -> Self {
        let message = match error {
            BuildError::Empty => OutlineMessage::NoAreas,
            BuildError::DuplicateCode(code) => OutlineMessage::AreaTwice { code: code.clone() },
            BuildError::Position { code, cause } => OutlineMessage::AreaPosition {
                code: code.clone(),
                x: cause.0.to_string(),
                y: cause.1.to_string(),
            },
            BuildError::Collapsed(code) => OutlineMessage::AreaCollapsed { code: code.clone() },
            BuildError::TooIntricate => OutlineMessage::BordersIntricate,
            BuildError::Overlaps(overlaps) => OutlineMessage::AreasOverlap {
                places: overlaps.iter().map(at).collect(),
            },
        };
        message.into()
    }
}

/// `GM0001, GM0002 (5.1, 52.3)`: the areas, and where.
fn at(overlap: &Overlap) -> String {
    let (one, other) = &overlap.codes;
    let (x, y) = overlap.place;
    if one == other {
        format!("{one} ({x:.5}, {y:.5})")
    } else {
        format!("{one} + {other} ({x:.5}, {y:.5})")
    }
}
