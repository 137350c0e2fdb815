//! The kinds of things that are repaired or refused, with what they are about.

use std::fmt;
use std::mem::discriminant;

/// What was repaired or refused. Its text is for who uses the library: who shows
/// it to people writes one of the kind.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FindingKind {
    /// Another feature, by its number, has the same code and name.
    PutTogether(usize),
    /// Features of one code and name, put together.
    PartsPutTogether,
    /// A part without rings.
    EmptyPart,
    /// A part without area.
    FlatPart,
    /// A hole without area.
    FlatHole,
    /// A ring that did not end where it began.
    RingClosed,
    /// So many positions that repeat the one before.
    PositionsRepeated(usize),
    /// A way out and back on one line.
    Spike,
    /// Rings that crossed, touched or covered each other in so many places.
    DrawnAnew(usize),
    /// So many rings that ran the wrong way round.
    RingsTurned(usize),
    /// A code that is understood.
    CodeRead {
        /// As the file has it.
        given: String,
        /// As it is read.
        code: String,
    },
    /// Codes that are understood.
    CodesRead,
    /// The file is a copy of one that was open.
    WasOpen,
    /// The file names no CRS, and its positions are those of RD New.
    AssumedRdNew,
    /// No name.
    NameMissing,
    /// A name of more than so many characters.
    NameLong(usize),
    /// No code.
    CodeMissing,
    /// What is no code.
    CodeMalformed(String),
    /// Several that are no code.
    CodesMalformed,
    /// A code that an earlier feature has.
    CodeTwice {
        /// The code.
        code: String,
        /// The number of the earlier feature.
        first: usize,
    },
    /// Codes that earlier features have.
    CodesTwice,
    /// A geometry without positions.
    GeometryEmpty,
    /// A geometry without area.
    GeometryFlat,
    /// No geometry.
    GeometryMissing,
    /// No feature or geometry as GeoJSON has it, and why.
    GeometryMalformed(String),
    /// Geometry of a kind that has no area.
    GeometryOfLines(String),
    /// Which part of the geometry of a GeoPackage is damaged.
    GeometryDamaged(DamagedPart),
    /// Geometry with arcs.
    GeometryArcs,
    /// Geometry of more than so many positions.
    GeometryLarge(usize),
    /// So many positions that are none in the Netherlands, and why.
    Stray(usize, Stray),
    /// Rings of which nobody can tell how they lie.
    RingsIntricate,
    /// Rings that leave nothing of each other.
    RingsCancelOut,
}

/// A part of the geometry of a GeoPackage.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DamagedPart {
    /// What it begins with.
    Beginning,
    /// It is of an extended type.
    ExtendedType,
    /// Its header.
    Header,
    /// Its rings.
    Rings,
    /// Its end is missing.
    End,
}

/// Why a position is none in the Netherlands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Stray {
    /// It is no number.
    NoNumber,
    /// Longitude and latitude are exchanged.
    Exchanged,
    /// Metres where degrees belong.
    LikeRdNew,
    /// Degrees where metres belong.
    LikeDegrees,
    /// None of these.
    Far,
}

impl FindingKind {
    /// Whether both are said in the same words, but for numbers and names.
    pub(super) fn is_like(&self, other: &Self) -> bool {
        match (self, other) {
            (Self::Stray(_, one), Self::Stray(_, other)) => one == other,
            (Self::GeometryDamaged(one), Self::GeometryDamaged(other)) => one == other,
            (Self::GeometryOfLines(one), Self::GeometryOfLines(other)) => one == other,
            _ => discriminant(self) == discriminant(other),
        }
    }

    /// What is said of two that are alike: of both together.
    pub(super) fn and(&self, other: &Self) -> Self {
        match (self, other) {
            (Self::PutTogether(_), _) => Self::PartsPutTogether,
            (Self::CodeRead { .. }, _) if self != other => Self::CodesRead,
            (Self::CodeMalformed(_), _) if self != other => Self::CodesMalformed,
            (Self::CodeTwice { .. }, _) if self != other => Self::CodesTwice,
            (Self::PositionsRepeated(one), Self::PositionsRepeated(other)) => {
                Self::PositionsRepeated(one + other)
            }
            (Self::DrawnAnew(one), Self::DrawnAnew(other)) => Self::DrawnAnew(one + other),
            (Self::RingsTurned(one), Self::RingsTurned(other)) => Self::RingsTurned(one + other),
            (Self::Stray(one, why), Self::Stray(other, _)) => Self::Stray(one + other, *why),
            _ => self.clone(),
        }
    }
}

impl fmt::Display for FindingKind {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::PutTogether(feature) => {
                return write!(
                    f,
                    "feature {feature} has the same code and name; they are put together"
                );
            }
            Self::CodeRead { given, code } => {
                return write!(f, "the code {given:?} is read as {code}");
            }
            Self::CodeMalformed(given) => {
                return write!(
                    f,
                    "the code {given:?} is malformed; give GM and four digits"
                );
            }
            Self::CodeTwice { code, first } => {
                return write!(
                    f,
                    "the code {code} is also that of feature {first}; give each code once"
                );
            }
            Self::NameLong(most) => {
                return write!(f, "the name is longer than {most} characters; shorten it");
            }
            Self::GeometryMalformed(cause) => {
                return write!(f, "not a GeoJSON feature or geometry: {cause}");
            }
            Self::GeometryOfLines(kind) => {
                return write!(f, "a {kind} is no area; give a Polygon or MultiPolygon");
            }
            Self::GeometryLarge(most) => {
                return write!(
                    f,
                    "the geometry has more than {most} positions; simplify it"
                );
            }
            Self::Stray(1, why) => return write!(f, "this position {why}"),
            Self::Stray(count, why) => {
                return write!(f, "this position (and {} more) {why}", count - 1);
            }
            Self::PositionsRepeated(1) => "a repeated position was left out",
            Self::PositionsRepeated(count) => {
                return write!(f, "{count} repeated positions were left out");
            }
            Self::DrawnAnew(1) => {
                "the rings crossed, touched or covered each other here; the area was drawn anew"
            }
            Self::DrawnAnew(places) => {
                return write!(
                    f,
                    "the rings crossed, touched or covered each other here and in {} more places; \
                     the area was drawn anew",
                    places - 1
                );
            }
            Self::RingsTurned(1) => "a ring that ran the wrong way round was turned",
            Self::RingsTurned(count) => {
                return write!(f, "{count} rings that ran the wrong way round were turned");
            }
            Self::GeometryDamaged(part) => return part.fmt(f),
            Self::PartsPutTogether => "features with the same code and name are put together",
            Self::EmptyPart => "an empty part was left out",
            Self::FlatPart => "a part without area (fewer than three corners) was left out",
            Self::FlatHole => "a hole without area was left out",
            Self::RingClosed => "a ring that did not end where it began was closed",
            Self::Spike => "a spike, out and back on the same line, was left out",
            Self::CodesRead => "codes are read as GM and four digits",
            Self::WasOpen => {
                "the GeoPackage was open in another program when it was copied; \
                 its last edits may be missing: close it there and copy it again"
            }
            Self::AssumedRdNew => {
                "the file names no coordinate reference system; \
                 its positions are read as RD New (EPSG:28992)"
            }
            Self::NameMissing => "the name is missing; fill in statnaam",
            Self::CodeMissing => "the code is missing; fill in statcode",
            Self::CodesMalformed => "codes are malformed; give GM and four digits",
            Self::CodesTwice => "codes are those of other features; give each code once",
            Self::GeometryEmpty => "the geometry is empty; draw the area",
            Self::GeometryFlat => "the geometry has no area; draw the area",
            Self::GeometryMissing => "there is no geometry; give a Polygon or MultiPolygon",
            Self::GeometryArcs => "the geometry has arcs; convert it to straight lines",
            Self::RingsIntricate => "the rings are too intricate; simplify them",
            Self::RingsCancelOut => "the rings cancel each other out; draw the area",
        })
    }
}

impl fmt::Display for DamagedPart {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::Beginning => "this is no GeoPackage geometry; write the file again",
            Self::ExtendedType => "geometry of an extended type; write it as MultiPolygon",
            Self::Header => "the geometry's header is damaged; write the file again",
            Self::Rings => "the geometry is damaged; write the file again",
            Self::End => "the geometry ends too soon; write the file again",
        })
    }
}

impl fmt::Display for Stray {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::NoNumber => "is no number; correct it",
            Self::Exchanged => "has its numbers exchanged; give longitude (x) first",
            Self::LikeRdNew => {
                "looks like RD New; say so with a crs member, or give longitude and latitude"
            }
            Self::LikeDegrees => {
                "looks like degrees; give metres of RD New, or leave out the crs member"
            }
            Self::Far => "lies far from the Netherlands; correct it",
        })
    }
}
