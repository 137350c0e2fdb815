//! Why a request is refused.

use jiff::civil::Date;

use super::List;
use super::declare::messages;

messages! {
    /// About who may ask for something.
    AccessMessage {
        RankingClosed,
        EverythingClosed,
        InternalClosed,
        InternalFilterClosed,
        StaffOnly,
        AdminOnly,
        TokenReadsOnly,
        OwnRegionsOnly,
        NotYours,
        NotSignedIn,
        BadToken,
        CrossSite,
        WrongCredentials,
        TooManyAttempts { seconds: u64 },
        SignInUsed,
        SignInUnwritten,
        SignInDiskFull,
        TooOften { minutes: u64 },
        TemplatesClosed,
        AuditClosed,
    }
}

messages! {
    /// About how something is asked, and how much.
    RequestMessage {
        BodyTooLarge { bytes: usize },
        BodyTooSlow,
        BodyBroken,
        BodyEmpty,
        TooManyBodies,
        NotJson,
        NotJsonQuestion,
        NotFile,
        BadBody,
        AskedTooMuch,
        TimedOut,
        ServerBusy,
        TooManyUploads,
        TooManyUploadsOfAll,
        UploadNotKept,
        TooManyFollowers,
        TooManySubscriptions { most: usize },
        TooManyFeeds,
        UnknownKind,
        TemplateUnknown,
        TemplateOfBoundaries,
        TemplatePart { part: String },
        TemplateFailed,
        RegionWritten,
        AuditLines { cause: String },
        AuditUnread,
        NoQuestion,
        BadQuestionAddress,
        BadQuestion { line: usize, column: usize },
        HashOfAnother,
        BatchNotServed,
        MutationByGet,
        OnlySubscriptions,
        NotOnSafelist,
        AnswerTooLong { seconds: u64 },
        AnswerTooLarge { bytes: u64 },
        ClientLeft,
        NotReadBack,
        OutOfRange { argument: String, given: String, range: String },
        EmptyBox { cause: String },
        UnknownRegionSet { set: String },
        UnknownRegion { region: String },
        UnknownBlock { block: String },
        UnknownMunicipality { code: String },
        TooManyPoints { from: Date, to: Date, most: usize },
        BadFactor { factor: String, given: String },
        AllWeightsZero,
    }
}

messages! {
    /// Why there is no sheet.
    SheetMessage {
        SheetOfMunicipality,
        SheetOfRegion,
        SheetsClosed,
        SheetAbsent,
        SheetParameter { given: String },
        SheetFormat { given: String },
        SheetCodes,
        SheetsMost { count: usize, most: usize },
        SheetsTwice { codes: List },
        SheetsAbsent { codes: List },
        SheetsInternal,
        SheetsOfNoCampaign,
        SheetsBusy,
        SheetFailed,
    }
}
