//! Words of the audit trail and the change log.

use super::UnknownWord;

vocabulary! {
    /// What was done. The client has a text for each code that stands in
    /// `audit_actions.txt`, which is this list.
    #[expect(missing_docs, reason = "each is named by what it does")]
    AuditAction, "action", {
        AcceptCorrection = "accept_correction",
        AcceptInvitation = "accept_invitation",
        AddAccount = "add_account",
        AddTargets = "add_targets",
        AddToken = "add_token",
        ApproveAccess = "approve_access",
        ChangePerson = "change_person",
        CheckBoundaries = "check_boundaries",
        ChoosePassword = "choose_password",
        ConfirmInherited = "confirm_inherited",
        CreateCampaign = "create_campaign",
        CreateRegionSet = "create_region_set",
        EditRefused = "edit_refused",
        EndArrangement = "end_arrangement",
        EndSessions = "end_sessions",
        Export = "export",
        InvitePerson = "invite_person",
        LinkAccount = "link_account",
        LoadPublicData = "load_public_data",
        MakeCheckLink = "make_check_link",
        MakeFirstAccount = "make_first_account",
        ProposeCorrection = "propose_correction",
        RaiseBottleneck = "raise_bottleneck",
        RecordArrangement = "record_arrangement",
        RecordArrangementCoverage = "record_arrangement_coverage",
        RecordArrangements = "record_arrangements",
        RecordBriefing = "record_briefing",
        RecordDocument = "record_document",
        RecordDocumentCoverage = "record_document_coverage",
        RecordDocuments = "record_documents",
        RecordPopulation = "record_population",
        RecordRegionSets = "record_region_sets",
        RecordRegions = "record_regions",
        RecordRubric = "record_rubric",
        RecordVerdicts = "record_verdicts",
        RefreshPublicData = "refresh_public_data",
        RefuseAccess = "refuse_access",
        RefuseCorrection = "refuse_correction",
        RemovePerson = "remove_person",
        RenewInvitation = "renew_invitation",
        ReplaceBoundaries = "replace_boundaries",
        ResetPassword = "reset_password",
        ResolveBottleneck = "resolve_bottleneck",
        RevokeToken = "revoke_token",
        SecondFactorOff = "second_factor_off",
        SecondFactorOn = "second_factor_on",
        SecondFactorReset = "second_factor_reset",
        SetMemberships = "set_memberships",
        SetPassword = "set_password",
        SetRegion = "set_region",
        SetStage = "set_stage",
        ShareGoodPractice = "share_good_practice",
        SignIn = "sign_in",
        SignInRefused = "sign_in_refused",
        SignOut = "sign_out",
        SignOutEverywhere = "sign_out_everywhere",
        UndoChange = "undo_change",
        Upload = "upload",
    }
}

vocabulary! {
    /// What something was done to that is no record of a versioned table.
    SubjectKind, "kind of subject", {
        /// An account, by its address.
        Account = "account",
        /// A file that was handed in, by its id.
        ImportBatch = "import_batch",
        /// A request for access, by the address of who asks.
        Request = "request",
        /// A briefing sheet, by its file name.
        Sheet = "sheet",
        /// Briefing sheets in one file, by their codes.
        Sheets = "sheets",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_list_for_the_client_has_every_action() {
        let codes: Vec<_> = AuditAction::ALL.iter().map(|it| it.code()).collect();
        let listed: Vec<_> = include_str!("audit_actions.txt").lines().collect();
        assert_eq!(codes, listed);
    }
}
