//! What is told of the record in sentences of its own: history, differences
//! between two dates, what stands out, and why a rank or an answer is what it
//! is. They begin in lower case; who makes a sentence of them gives it its
//! capital and its full stop.

use jiff::civil::Date;

use super::List;
use super::declare::messages;

messages! {
    /// What happened in a municipality.
    HistoryMessage {
        FormedFrom { parts: List },
        AreaGrew { parts: List },
        WentInto { name: String },
        DividedOver { shares: List },
        PartOf { name: String },
        InMunicipalities { count: usize },
        CoordinationBegan { began: List },
        CoordinationEnded { ended: List },
        CoordinationPassed { ended: List, began: List },
        DocumentBegan { title: String },
        DocumentEnded { title: String },
        VerdictsEstablished { count: usize, established: String, verdicts: List },
    }
}

messages! {
    /// How a municipality differs: from itself on another date, or from others.
    DifferenceMessage {
        FormedNotComparable { names: List },
        GrewNotComparable { parts: List },
        AssessedWithoutDifference { date: Date },
        NothingOnRecord { from: Date, to: Date },
        GotBetter { what: List },
        GotWorse { what: List },
        KnownOtherwise { what: List },
        BetterOnBalance,
        WorseOnBalance,
        SameOnBalance,
        StatusWent { before: String, after: String },
        BlockWent { title: String, before: String, after: String },
        MoreBlocks { count: usize },
        MoreComplete { own: String, peers: String },
        LessComplete { own: String, peers: String },
        HasBlock { title: String, others: usize, peers: usize },
        MissesBlock { title: String, others: usize, peers: usize },
        BlockNotKnown { title: String, others: usize, peers: usize },
        HasCoordinator { others: usize, peers: usize },
        CoordinatorNotKnown { others: usize, peers: usize },
        HasNoCoordinator { others: usize, peers: usize },
        IsNeighbour,
        InhabitantsBeside { other: u64, own: u64 },
        DensityBeside { other: u64, own: u64 },
        InhabitantsNotKnown,
    }
}

messages! {
    /// Why a municipality has its rank, and who coordinates care.
    ExplanationMessage {
        BlocksOpen { open: usize, total: usize, unknown: usize },
        BlocksNotKnown { unknown: usize, total: usize },
        NoBlockKnown { total: usize },
        CoordinationIs { status: String },
        HasInhabitants { count: u64 },
        LastAssessed { date: Date },
        NeverAssessed,
        LastBriefed { date: Date },
        NoBriefing,
        PlatformOpen { percent: u64 },
        PlatformNotKnown { percent: u64 },
        HelpdeskCoordinates,
        HelpdeskAnswers,
        OrganisationCoordinates { organisation: String },
        CoordinatorUnnamed,
    }
}
