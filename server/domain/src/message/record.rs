//! What stands in the way of a change to the record, and what it brought along.

use jiff::civil::Date;

use super::List;
use super::declare::messages;
use crate::places::code::MunicipalityCode;

messages! {
    /// About an arrangement, a verdict, a campaign or another record.
    RecordMessage {
        ListTooLong { most: usize },
        ItemEmpty,
        DateInFuture { date: Date },
        DateBefore { date: Date, first: Date },
        MunicipalitiesCount { most: usize },
        MunicipalitiesMost { most: usize },
        NoRegion { region: String },
        HeirTakesPlace {
            code: MunicipalityCode, name: String, ended: Date,
            heir: MunicipalityCode, heir_name: String,
        },
        HeirTookPlace {
            code: MunicipalityCode, name: String, heir: MunicipalityCode, heir_name: String,
        },
        GivenTwice { given: String },
        IdTwice,
        BadId,
        RegionOrMunicipality,

        AgesReversed { from: u64, to: u64 },
        BadFte,
        BadContactEmail,
        ArrangementEnded { ended: Date },
        ArrangementWithoutId,
        ArrangementUncovered { id: String },
        DocumentWithoutId,
        DocumentUncovered { id: String },
        NoArrangementYet { id: String },
        NoDocumentYet { id: String },
        NoLongerNames { id: String, code: MunicipalityCode, date: Date },
        BottleneckResolved { date: Date },

        NoBuildingBlock { block: String },
        NoSuchRubric { rubric: String },
        RubricNoBlock { rubric: String, block: String },
        VerdictTwice { row: usize },
        NotForPeople { established: String },
        NeedsAssessment { verdict: String },
        RubricIdUsed { id: String },
        RubricDate { last: Date, rubric: String },
        BlockUnderived { block: String, from: Date },
        NoThemes,
        BlocksCount { most: usize },
        BadWeight { most: u64 },
        NoOrigin { block: String },

        AlreadyTarget { code: MunicipalityCode },
        BadGoal,
        BriefingInFuture,
        RegionalBriefing,
        CampaignBegins { date: Date },
        BriefingPlanned { date: Date },

        BadSetId { given: String },
        RegionSetAlike { given: String, proposal: String },
        RegionSetNew { set: String, title: String },
        RegionSetExists { set: String },
        NoRegionYet { region: String },
        InhabitantsLeap { code: MunicipalityCode, now: u64, before: u64, date: Date },
    }
}

messages! {
    /// Why a change cannot be made to what is on record.
    ChangeMessage {
        UnknownId { kind: String, id: String },
        UndoNotAllowed,
        ChangedMeanwhile { changes: List },
        RecordedMeanwhile,
        DecidedMeanwhile,
        NoBlockInForce { block: String },
        BlockTwice,
        CheckLinkUsed,
        PublicDataStay,
        UndoneAlready { revision: u64, by: u64 },
        NothingToUndo { revision: u64 },
        AllChangedSince { revision: u64 },
        LeftWithout { record: String },
        InventedVerdicts,
        PublicDataNeverLoaded,
        PublicDataNewer { known: u64, own: u64 },
        RecordExists { record: String },
        NoSuchMunicipality,
        NothingInherited { code: MunicipalityCode },
        DecidedAlready,
        KeptAsIs { record: String },
        TextNotKept,
    }
}
