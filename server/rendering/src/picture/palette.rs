//! The fills of the classes of a map: those of the client
//! (`web/src/lib/shade/palette.ts`). The one place to change them for pictures,
//! exports and sheets.

/// How an area is filled. Colours are `#rrggbb`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Fill {
    /// The colour, or what lies under the pattern.
    pub colour: &'static str,
    /// What is drawn on it: unknown is not a colour among others.
    pub pattern: Option<Pattern>,
}

/// A pattern on a colour.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pattern {
    /// Its shape.
    pub kind: PatternKind,
    /// The colour of its lines or dots.
    pub ink: &'static str,
}

/// The shape of a pattern.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum PatternKind {
    /// Lines: nothing is known.
    Hatch,
    /// Small dots: not enough is known.
    Grain,
    /// Large dots: more than one holds.
    Dots,
}

impl Fill {
    /// One colour.
    #[must_use]
    pub const fn flat(colour: &'static str) -> Self {
        Self {
            colour,
            pattern: None,
        }
    }

    const fn with(colour: &'static str, kind: PatternKind, ink: &'static str) -> Self {
        let pattern = Some(Pattern { kind, ink });
        Self { colour, pattern }
    }

    /// Small dots on a colour.
    #[must_use]
    pub const fn grain(colour: &'static str, ink: &'static str) -> Self {
        Self::with(colour, PatternKind::Grain, ink)
    }
}

pub(super) const REMOTE: &str = "#350070";
pub(super) const NONE: &str = "#872400";
pub(super) const OLIVE: &str = "#4b4b04";
pub(super) const ADVANCED: &str = "#1a65b2";
pub(super) const LOW: &str = "#d85d1b";
pub(super) const RUST: &str = "#c66c3b";
pub(super) const LILAC: &str = "#b18ded";
pub(super) const PARTIAL: &str = "#ef9735";
pub(super) const PALE: &str = "#8cc8e0";
pub(super) const COMPLETE: &str = "#9ed6f9";
pub(super) const YELLOW: &str = "#f6de82";

/// Nothing is known.
pub const UNKNOWN: Fill = Fill::with("#ffffff", PatternKind::Hatch, "#89929c");
/// Something is known, and not enough to tell.
pub const UNCERTAIN: Fill = Fill::grain("#e8ebef", "#c0c7ce");
/// More than one holds.
pub(super) const SEVERAL: Fill = Fill::with(YELLOW, PatternKind::Dots, ADVANCED);
