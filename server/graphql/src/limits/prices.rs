//! What each field of the schema costs, and how long its list is.
//!
//! A point is a microsecond of one processor, or less.

use geodata::Detail;

use atlas::ListSizes;

/// To make the view of a date or an instant that is not kept.
pub const VIEW: u64 = 1_500;
/// To rank all municipalities by weights of one's own.
const RANKING: u64 = 100;
/// Bytes that one point writes.
pub const BYTES_A_POINT: u64 = 500;
/// Bytes of a field that is no list, no object and no outline, with its name.
pub const LEAF_BYTES: u64 = 40;

/// How many objects a field gives for each object that it is a field of.
#[derive(Clone, Copy)]
pub enum Count {
    /// One, or none.
    One,
    /// As many as a list of this atlas is long.
    Of(fn(&ListSizes) -> u64),
    /// As `first` or `last` says; so many without; never more than there are.
    Page(u64, fn(&ListSizes) -> u64),
    /// The points of a timeline.
    Timeline,
}

/// Which views a field is answered from.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Views {
    /// That of the object that it is a field of.
    Same,
    /// That of `asOf` and `knownAt`; today's without.
    Own,
    /// That of `asOf` and `knownAt`; that of the object without.
    Beside,
    /// Those of `from` and `to`.
    Both,
    /// One for each date between `from` and `to` on which something changes.
    Timeline,
    /// Another for each object.
    Each,
}

/// Outlines that a field writes.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Outlines {
    /// None.
    No,
    /// That of a municipality.
    Municipality,
    /// That of a region, which is drawn anew.
    Region,
}

/// The price of a field.
#[derive(Clone, Copy)]
pub struct Price {
    /// How many objects it gives.
    pub count: Count,
    /// Work beside one point for the field and what is asked of its objects.
    pub points: u64,
    /// The views that it needs.
    pub views: Views,
    /// The outlines that it writes.
    pub outlines: Outlines,
}

impl Price {
    const FIELD: Self = Self {
        count: Count::One,
        points: 0,
        views: Views::Same,
        outlines: Outlines::No,
    };

    const fn list(count: Count) -> Self {
        Self {
            count,
            ..Self::FIELD
        }
    }

    const fn of(sizes: fn(&ListSizes) -> u64) -> Self {
        Self::list(Count::Of(sizes))
    }

    const fn work(self, points: u64) -> Self {
        Self { points, ..self }
    }

    const fn views(self, views: Views) -> Self {
        Self { views, ..self }
    }

    const fn outlines(self, outlines: Outlines) -> Self {
        Self { outlines, ..self }
    }
}

/// The price of a field; nothing for one that has no price of its own, which is
/// one point and one object.
pub fn price(object: &str, field: &str) -> Option<Price> {
    match object {
        "Query" => query(field),
        "Municipality" => municipality(field),
        "Region" | "RegionSet" | "MunicipalityConnection" => region(object, field),
        "Campaign" | "CampaignTarget" | "CampaignEffect" | "CampaignProgress" | "Briefing"
        | "OutreachTarget" | "SessionProposal" => outreach(object, field),
        _ => rest(object, field),
    }
}

fn query(field: &str) -> Option<Price> {
    use Views::{Both, Own, Timeline};
    let own = Price::FIELD.views(Own);
    Some(match field {
        "municipalityAt" => own.work(10),
        "municipalities" => Price::list(Count::Page(u64::MAX, |s| s.municipalities)).views(Own),
        "search" => Price::list(Count::Page(10, |s| s.municipalities))
            .work(2_000)
            .views(Own),
        "municipality" | "region" => own,
        "regions" => Price::of(|s| s.regions).views(Own),
        "regionSets" => Price::of(|s| s.region_sets),
        "gathered" => Price::of(|_| 4).work(1_000).views(Own),
        "coverage" => own.work(40),
        "coverageBy" => Price::of(|s| s.regions.max(11)).work(150).views(Own),
        "timeline" => Price::list(Count::Timeline).work(10).views(Timeline),
        "changes" => Price::FIELD.work(700).views(Both),
        "boundaryDates" => Price::of(|s| s.editions),
        "reorganisations" => Price::of(|s| s.successions).work(20),
        "rubrics" => Price::of(|s| s.rubrics),
        "arrangements" => Price::of(|s| s.arrangements).work(20).views(Own),
        "policyDocuments" => Price::of(|s| s.documents).work(20).views(Own),
        "whoCovers" => Price::of(|_| 3).views(Own),
        "nationalIndicators" => Price::of(|s| s.indicators),
        "outreachTargets" => Price::list(Count::Page(50, |s| s.municipalities))
            .work(RANKING + 50)
            .views(Own),
        "sessionProposals" => Price::list(Count::Page(10, |s| s.municipalities))
            .work(1_000)
            .views(Own),
        "campaigns" => Price::of(|s| s.campaigns),
        "followUps" => Price::of(|s| s.briefings),
        "bottlenecks" => Price::of(|s| s.bottlenecks).work(20).views(Own),
        "bottleneckCounts" => Price::of(|_| 9).work(50).views(Own),
        "goodPractices" => Price::of(|s| s.practices).work(20).views(Own),
        "people" | "invitations" | "accessRequests" => Price::of(|_| 100).work(500),
        "tokens" => Price::of(|s| s.tokens),
        "corrections" | "auditTrail" => Price::list(Count::Page(50, |_| 1_000)).work(500),
        "changeLog" | "importBatches" => Price::list(Count::Page(20, |_| 1_000)).work(500),
        "check" => own.work(500),
        "preview" => Price::FIELD.work(20_000),
        _ => return None,
    })
}

fn municipality(field: &str) -> Option<Price> {
    Some(match field {
        "geometry" => Price::FIELD.outlines(Outlines::Municipality),
        "neighbours" => Price::of(|s| s.neighbours).work(4),
        "regions" => Price::of(|s| s.region_sets),
        "predecessors" | "successors" => Price::of(|_| 3),
        "documents" => Price::of(|s| s.documents_of_one.max(1)),
        "peers" => Price::list(Count::Page(5, |s| s.municipalities)).work(100),
        "solvedBy" => Price::list(Count::Page(3, |s| s.municipalities)).work(200),
        "highlights" => Price::FIELD.work(200),
        "history" => Price::of(|_| 10).work(50),
        "quality" => Price::of(|_| 5).work(10),
        "priority" => Price::FIELD.work(5),
        "briefings" => Price::of(|_| 5),
        _ => return None,
    })
}

fn region(object: &str, field: &str) -> Option<Price> {
    Some(match (object, field) {
        ("RegionSet", "regions") => Price::of(|s| s.regions).views(Views::Own),
        ("Region", "municipalities") => Price::of(|s| s.members),
        ("Region", "geometry") => Price::FIELD.outlines(Outlines::Region),
        ("Region", "coverage") => Price::FIELD.work(20),
        ("Region", "documents") => Price::of(|s| s.documents.min(10)).work(50),
        ("Region", "history") => Price::list(Count::Page(20, |_| 1_000)).work(200),
        ("Region", "weakestBlocks") => Price::list(Count::Page(5, |s| s.blocks)).work(50),
        ("MunicipalityConnection", "nodes" | "edges") => Price::FIELD,
        ("MunicipalityConnection", "featureCollection") => {
            Price::FIELD.work(2).outlines(Outlines::Municipality)
        }
        _ => return None,
    })
}

fn outreach(object: &str, field: &str) -> Option<Price> {
    Some(match (object, field) {
        ("Campaign", "targets") => Price::of(|s| s.targets).work(20),
        ("Campaign", "briefings") => Price::of(|s| s.briefings),
        ("Campaign", "effect") => Price::of(|s| s.targets).work(500),
        ("Campaign", "effectTotal" | "effectSummary") => Price::FIELD.work(500),
        ("CampaignTarget", "municipality") => Price::FIELD.work(2),
        ("CampaignTarget", "replaces") => Price::of(|_| 3),
        ("CampaignEffect", "before" | "after") => Price::FIELD.views(Views::Each),
        ("CampaignEffect", "gained" | "lost" | "learned" | "noLongerKnown") => {
            Price::of(|s| s.blocks)
        }
        ("CampaignProgress", "byStage") => Price::of(|_| 6),
        ("Briefing", "municipalities") => Price::of(|s| s.members).views(Views::Each),
        ("OutreachTarget", "missing") => Price::of(|s| s.blocks),
        ("OutreachTarget", "solvedNearby") => Price::of(|_| 3).work(50),
        ("SessionProposal", "municipalities") => Price::of(|s| s.members),
        ("SessionProposal", "sharedMissing") => Price::of(|s| s.blocks),
        _ => return None,
    })
}

fn rest(object: &str, field: &str) -> Option<Price> {
    Some(match (object, field) {
        ("ApiToken" | "Person" | "Viewer", "regions") => Price::of(|_| 5),
        ("Arrangement", "municipalities") => {
            Price::of(|s| s.covered_by_arrangement).views(Views::Beside)
        }
        ("PolicyDocument", "municipalities") => {
            Price::of(|s| s.covered_by_document).views(Views::Beside)
        }
        (
            "AuditConnection"
            | "RecordedChangeConnection"
            | "CorrectionConnection"
            | "ImportBatchConnection"
            | "OutreachTargetConnection",
            "nodes",
        ) => Price::FIELD,
        ("BlockCoverage", "counts") => Price::of(|_| 4),
        ("BuildingBlock", "distribution") => Price::of(|_| 4).work(50).views(Views::Own),
        ("ChangePreview" | "ChangeReport", "municipalities") => Price::of(|s| s.municipalities),
        ("ChangeReport", "counts") => Price::of(|_| 5),
        ("MunicipalityChange", "before") => Price::of(|_| 2),
        ("CoordinationState", "arrangements") => Price::of(|_| 2),
        ("Correction", "differences") => Price::of(|s| s.blocks),
        ("Coverage", "byStatus" | "byClass") => Price::of(|_| 6),
        ("Coverage" | "PolicyState", "dimensions") => Price::of(|_| 3),
        ("PolicyState" | "Rubric", "themes") => Price::of(|s| s.themes),
        ("PolicyState", "verdicts") | ("Rubric", "blocks") => Price::of(|s| s.blocks),
        ("HistoryEvent", "municipalities") => Price::of(|_| 5),
        ("ImportBatch", "rows") => Price::list(Count::Page(100, |_| 100_000)).work(500),
        ("ImportBatch", "columns" | "messages") => Price::of(|_| 20),
        ("ChangePreview", "messages") => Price::of(|_| 4),
        ("ImportRow", "fields" | "remarks" | "cells") => Price::of(|_| 6),
        ("Priority", "factors") => Price::of(|_| 6),
        ("Reorganisation", "from" | "to") => Price::of(|_| 3),
        ("Succession", "municipality") => Price::FIELD.work(2),
        ("__Schema", "types") => Price::of(|_| 60),
        ("__Schema", "directives") => Price::of(|_| 8),
        ("__Type", "fields") => Price::of(|_| 15),
        ("__Type", "inputFields" | "enumValues") => Price::of(|_| 8),
        ("__Type", "interfaces" | "possibleTypes") => Price::of(|_| 2),
        ("__Field" | "__Directive", "args") => Price::of(|_| 2),
        _ => return None,
    })
}

/// Bytes and work of the outline of one object.
pub fn outline(outlines: Outlines, detail: Detail, sizes: &ListSizes) -> (u64, u64) {
    let bytes = sizes.geometry_bytes(detail);
    match outlines {
        Outlines::No => (0, 0),
        Outlines::Municipality => (bytes, 4),
        // The borders inside are gone.
        Outlines::Region => {
            let bytes = bytes.saturating_mul(sizes.members).div_ceil(3);
            (bytes, 300 + bytes / 100)
        }
    }
}

/// The work of a ranking by weights of one's own.
pub const fn ranking() -> u64 {
    RANKING
}
