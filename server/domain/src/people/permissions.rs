//! Who may read and do what: the one place that decides it. Pure functions over
//! who asks and what it is about, for GraphQL, HTTP, imports, exports and sheets
//! alike. `tests/access` holds every field, mutation and route against its
//! decision.

use crate::message::{AccessMessage, Message, says};
use crate::vocabulary::{AuditAction, Role, Scope};

use super::viewer::Viewer;
use crate::places::code::RegionRef;

/// What the public may read.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, clap::ValueEnum)]
pub enum PublicAccess {
    /// Status, policy and the ranking that follows from them.
    #[default]
    All,
    /// Status and policy, without the ranking for outreach.
    Status,
    /// Nothing.
    None,
}

/// Something that is closed to who asks.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Forbidden {
    /// The ranking for outreach, and what follows from it.
    Ranking,
    /// All of it.
    Everything,
    /// Briefings, and what tells of them.
    Internal,
    /// A filter or an order by briefings.
    InternalFilter,
    /// What only the staff of outreach does.
    Staff,
    /// What only administrators do.
    Admin,
    /// What a token of scope READ does not do.
    ReadOnly,
    /// What is done for a region or a municipality.
    OwnRegions,
    /// A record of somebody else's, or none at all: the answer does not tell
    /// which.
    NotYours,
}

says!(Forbidden);

impl From<&Forbidden> for Message {
    fn from(error: &Forbidden) -> Self {
        Self::Access(match error {
            Forbidden::Ranking => AccessMessage::RankingClosed,
            Forbidden::Everything => AccessMessage::EverythingClosed,
            Forbidden::Internal => AccessMessage::InternalClosed,
            Forbidden::InternalFilter => AccessMessage::InternalFilterClosed,
            Forbidden::Staff => AccessMessage::StaffOnly,
            Forbidden::Admin => AccessMessage::AdminOnly,
            Forbidden::ReadOnly => AccessMessage::TokenReadsOnly,
            Forbidden::OwnRegions => AccessMessage::OwnRegionsOnly,
            Forbidden::NotYours => AccessMessage::NotYours,
        })
    }
}

/// Who reads a ranking.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Audience {
    /// Those who may not know of briefings: the factor `contact` is left out.
    Public,
    /// Those who may know of every briefing.
    Staff,
}

/// The kinds of files, and the actions, that are for ADMIN alone.
const FILES_OF_ADMIN: [&str; 2] = ["boundaries", "regions"];
const ACTIONS_OF_ADMIN: [AuditAction; 7] = [
    AuditAction::CreateRegionSet,
    AuditAction::SetRegion,
    AuditAction::SetMemberships,
    AuditAction::RecordRegions,
    AuditAction::RecordRegionSets,
    AuditAction::ReplaceBoundaries,
    AuditAction::RecordRubric,
];

fn allow(is_allowed: bool, otherwise: Forbidden) -> Result<(), Forbidden> {
    if is_allowed { Ok(()) } else { Err(otherwise) }
}

/// Refuses the public where it may read nothing at all.
pub fn check_server(viewer: &Viewer, public: PublicAccess) -> Result<(), Forbidden> {
    let is_open = public != PublicAccess::None || viewer.is_signed_in();
    allow(is_open, Forbidden::Everything)
}

/// Refuses whoever has no account.
pub fn check_signed_in(viewer: &Viewer) -> Result<(), Forbidden> {
    allow(viewer.is_signed_in(), Forbidden::Internal)
}

/// Refuses whoever is not of the staff of outreach.
pub fn check_staff(viewer: &Viewer) -> Result<(), Forbidden> {
    allow(viewer.reads_everywhere(), Forbidden::Staff)
}

/// Refuses whoever does not manage people, region sets and rubrics.
pub fn check_admin(viewer: &Viewer) -> Result<(), Forbidden> {
    allow(viewer.role == Role::Admin, Forbidden::Admin)
}

/// Refuses a token with which nothing is changed.
pub fn check_write(viewer: &Viewer) -> Result<(), Forbidden> {
    allow(viewer.scope == Scope::Write, Forbidden::ReadOnly)
}

/// Refuses the public where the ranking is not for it.
pub fn check_ranking(viewer: &Viewer, public: PublicAccess) -> Result<(), Forbidden> {
    let is_open = viewer.is_signed_in() || public == PublicAccess::All;
    allow(is_open, Forbidden::Ranking)
}

/// As whom somebody reads a ranking. A PLATFORM reads that of the public: its
/// own regions stand in it among others.
#[must_use]
pub fn audience(viewer: &Viewer) -> Audience {
    if viewer.reads_everywhere() {
        Audience::Staff
    } else {
        Audience::Public
    }
}

/// Whether somebody may read the internal data of a place, and write about it,
/// by the regions in which it lies. A region lies in itself; a place that there
/// is not lies nowhere.
#[must_use]
pub fn reads_place<'a>(viewer: &Viewer, lies_in: impl IntoIterator<Item = &'a RegionRef>) -> bool {
    viewer.reads_everywhere()
        || viewer.role == Role::Platform
            && lies_in
                .into_iter()
                .any(|region| viewer.regions.contains(region))
}

/// Refuses when one of these places is not for somebody to read; the public may
/// not even ask about none.
pub fn check_internal<'a, P>(
    viewer: &Viewer,
    places: impl IntoIterator<Item = P>,
) -> Result<(), Forbidden>
where
    P: IntoIterator<Item = &'a RegionRef>,
{
    let mut places = places.into_iter();
    let reads_all = viewer.is_signed_in() && places.all(|place| reads_place(viewer, place));
    allow(reads_all, Forbidden::Internal)
}

/// Refuses when none of these places is for somebody to read.
pub fn check_internal_of_any<'a, P>(
    viewer: &Viewer,
    places: impl IntoIterator<Item = P>,
) -> Result<(), Forbidden>
where
    P: IntoIterator<Item = &'a RegionRef>,
{
    let mut places = places.into_iter();
    let reads_any = viewer.reads_everywhere() || places.any(|place| reads_place(viewer, place));
    allow(reads_any, Forbidden::Internal)
}

/// Refuses whoever may not write about all of these places. What is about no
/// place is for those who may write everywhere.
pub fn check_edit<'a, P>(
    viewer: &Viewer,
    places: impl IntoIterator<Item = P>,
) -> Result<(), Forbidden>
where
    P: IntoIterator<Item = &'a RegionRef>,
{
    let mut places = places.into_iter().peekable();
    let edits_all = viewer.reads_everywhere()
        || places.peek().is_some() && places.all(|place| reads_place(viewer, place));
    allow(edits_all, Forbidden::OwnRegions)
}

/// Refuses a record that is not for somebody. What is of somebody else and what
/// there is not are refused alike, so that nobody can try which ids there are;
/// whoever may write everywhere is told by the action that there is none.
pub fn check_own(viewer: &Viewer, is_own: bool) -> Result<(), Forbidden> {
    allow(is_own || viewer.reads_everywhere(), Forbidden::NotYours)
}

/// Whether somebody may filter or order by briefings. A PLATFORM may when the
/// answer is about its own regions alone, which `stays_within` says.
pub fn uses_briefings(viewer: &Viewer, stays_within: impl FnOnce(&[RegionRef]) -> bool) -> bool {
    viewer.reads_everywhere() || viewer.role == Role::Platform && stays_within(&viewer.regions)
}

/// Whose changes and files somebody may read; nothing means everybody's.
#[must_use]
pub fn reads_only_of(viewer: &Viewer) -> Option<&str> {
    let name = viewer.name.as_deref().unwrap_or_default();
    (!viewer.reads_everywhere()).then_some(name)
}

/// Whether somebody may read of a change or a file, by who made it.
#[must_use]
pub fn reads_work_of(viewer: &Viewer, by: &str) -> bool {
    reads_only_of(viewer).is_none_or(|name| name == by)
}

/// Refuses whoever may not import files of a kind. The scope of an import says
/// which of their rows are for them.
pub fn check_import(viewer: &Viewer, kind: &str) -> Result<(), Forbidden> {
    if FILES_OF_ADMIN.contains(&kind) && viewer.is_signed_in() {
        check_admin(viewer)
    } else {
        allow(viewer.is_signed_in(), Forbidden::OwnRegions)
    }
}

/// Whether somebody may take back an action that somebody did, by its code.
#[must_use]
pub fn undoes(viewer: &Viewer, by: &str, action: &str) -> bool {
    let action = action.parse();
    let is_of_admin = action.is_ok_and(|action| ACTIONS_OF_ADMIN.contains(&action));
    match viewer.role {
        Role::Admin => true,
        Role::Outreach => !is_of_admin,
        Role::Platform => viewer.name.as_deref() == Some(by) && !is_of_admin,
        Role::Public => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn viewer(role: Role) -> Viewer {
        Viewer {
            name: Some("Jan".into()),
            role,
            ..Viewer::public()
        }
    }

    fn platform() -> Viewer {
        Viewer {
            regions: vec![region("RP02")],
            ..viewer(Role::Platform)
        }
    }

    fn everybody() -> [Viewer; 4] {
        [
            Viewer::public(),
            platform(),
            viewer(Role::Outreach),
            viewer(Role::Admin),
        ]
    }

    fn region(code: &str) -> RegionRef {
        RegionRef::new("vng-platform", code)
    }

    /// For whom of the public, a PLATFORM, OUTREACH and ADMIN it is.
    fn allowed<E>(check: impl Fn(&Viewer) -> Result<(), E>) -> [bool; 4] {
        everybody().map(|viewer| check(&viewer).is_ok())
    }

    #[test]
    fn the_roles_open_one_after_the_other() {
        assert_eq!(allowed(check_signed_in), [false, true, true, true]);
        assert_eq!(allowed(check_staff), [false, false, true, true]);
        assert_eq!(allowed(check_admin), [false, false, false, true]);
    }

    #[test]
    fn the_setting_closes_to_the_public_alone() {
        for (setting, server, ranking) in [
            (PublicAccess::All, true, true),
            (PublicAccess::Status, true, false),
            (PublicAccess::None, false, false),
        ] {
            let others = [true; 3];
            let of_server = allowed(|viewer| check_server(viewer, setting));
            let of_ranking = allowed(|viewer| check_ranking(viewer, setting));
            assert_eq!(of_server, [server, others[0], others[1], others[2]]);
            assert_eq!(of_ranking, [ranking, others[0], others[1], others[2]]);
        }
    }

    #[test]
    fn a_token_that_reads_changes_nothing() {
        let reading = Viewer {
            scope: Scope::Read,
            ..viewer(Role::Admin)
        };
        assert_eq!(check_write(&reading), Err(Forbidden::ReadOnly));
        assert_eq!(allowed(check_write), [true; 4]);
    }

    #[test]
    fn a_platform_reads_and_writes_about_its_own_regions() {
        let (own, other) = (region("RP02"), region("RP03"));
        let places = [vec![&other, &own], vec![&own]];
        let [first, _] = &places;
        let own_first = |viewer: &Viewer| reads_place(viewer, first.iter().copied());
        assert_eq!(
            everybody().map(|viewer| own_first(&viewer)),
            [false, true, true, true]
        );
        let edit = |viewer: &Viewer| check_edit(viewer, places.clone());
        assert_eq!(allowed(edit), [false, true, true, true]);
        let mixed = [vec![&own], vec![&other]];
        let edit = |viewer: &Viewer| check_edit(viewer, mixed.clone());
        assert_eq!(allowed(edit), [false, false, true, true]);
        let internal = |viewer: &Viewer| check_internal(viewer, mixed.clone());
        assert_eq!(allowed(internal), [false, false, true, true]);
        let any = |viewer: &Viewer| check_internal_of_any(viewer, mixed.clone());
        assert_eq!(allowed(any), [false, true, true, true]);
    }

    #[test]
    fn what_is_about_no_place_is_read_by_who_has_an_account_and_written_by_the_staff() {
        let nothing: [Vec<&RegionRef>; 0] = [];
        let nowhere: [Vec<&RegionRef>; 1] = [Vec::new()];
        let internal = |viewer: &Viewer| check_internal(viewer, nothing.clone());
        assert_eq!(allowed(internal), [false, true, true, true]);
        for places in [nothing.to_vec(), nowhere.to_vec()] {
            let edit = |viewer: &Viewer| check_edit(viewer, places.clone());
            assert_eq!(allowed(edit), [false, false, true, true]);
        }
    }

    #[test]
    fn a_region_in_the_name_of_another_role_opens_nothing() {
        let public = Viewer {
            regions: vec![region("RP02")],
            ..Viewer::public()
        };
        assert!(!reads_place(&public, [&region("RP02")]));
    }

    #[test]
    fn a_platform_filters_by_briefings_within_its_own_regions() {
        let within = |stays: bool| everybody().map(|viewer| uses_briefings(&viewer, |_| stays));
        assert_eq!(within(true), [false, true, true, true]);
        assert_eq!(within(false), [false, false, true, true]);
    }

    #[test]
    fn somebodys_work_is_theirs_and_the_staffs() {
        let reads = |by| everybody().map(|viewer| reads_work_of(&viewer, by));
        assert_eq!(reads("Jan"), [false, true, true, true]);
        assert_eq!(reads("Piet"), [false, false, true, true]);
        let own = |is_own| allowed(|viewer| check_own(viewer, is_own));
        assert_eq!(own(true), [true; 4]);
        assert_eq!(own(false), [false, false, true, true]);
    }

    #[test]
    fn boundaries_and_regions_are_imported_by_administrators() {
        let import = |kind| everybody().map(|viewer| check_import(&viewer, kind).err());
        let (own, admin) = (Some(Forbidden::OwnRegions), Some(Forbidden::Admin));
        assert_eq!(import("verdicts"), [own, None, None, None]);
        assert_eq!(import("boundaries"), [own, admin, admin, None]);
    }

    #[test]
    fn everybody_takes_back_what_they_may_do() {
        let takes_back = |by, action| everybody().map(|viewer| undoes(&viewer, by, action));
        assert_eq!(
            takes_back("Jan", "record_verdict"),
            [false, true, true, true]
        );
        assert_eq!(
            takes_back("Piet", "record_verdict"),
            [false, false, true, true]
        );
        assert_eq!(
            takes_back("Jan", "record_rubric"),
            [false, false, false, true]
        );
    }
}
