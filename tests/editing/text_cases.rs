//! Each text that a mutation takes, and what may not stand in it.

#[derive(Clone, Copy)]
pub(super) enum Kind {
    Line,
    Prose,
    Address,
}

/// Each text that a mutation takes, with a question that sends it as `$t`.
/// `PERSON`, `REQUEST`, `CORRECTION`, `LINK` and `BATCH` stand for what there is.
pub(super) const TRIED: [(&str, Kind, &str); 44] = [
    (
        "recordVerdicts VerdictInput.note",
        Kind::Prose,
        r#"recordVerdicts(input: { code: "GM0344", validFrom: "2024-01-01", established: SURVEY, verdicts: [{ block: "focal-point", verdict: PRESENT, note: $t }] }) { code }"#,
    ),
    (
        "recordVerdicts VerdictsInput.sourceUrl",
        Kind::Address,
        r#"recordVerdicts(input: { code: "GM0344", validFrom: "2024-01-01", established: SURVEY, sourceUrl: $t, verdicts: [{ block: "focal-point", verdict: PRESENT }] }) { code }"#,
    ),
    (
        "acceptCorrection AcceptanceInput.sourceUrl",
        Kind::Address,
        r#"acceptCorrection(id: "CORRECTION", input: { sourceUrl: $t }) { id }"#,
    ),
    (
        "acceptCorrection AcceptanceInput.answer",
        Kind::Prose,
        r#"acceptCorrection(id: "CORRECTION", input: { answer: $t }) { id }"#,
    ),
    (
        "Mutation.refuseCorrection reason",
        Kind::Prose,
        r#"refuseCorrection(id: "CORRECTION", reason: $t) { id }"#,
    ),
    (
        "Mutation.proposeCorrection text",
        Kind::Prose,
        r#"proposeCorrection(code: "GM0344", text: $t)"#,
    ),
    (
        "Mutation.proposeCorrection email",
        Kind::Line,
        r#"proposeCorrection(code: "GM0344", text: "x", email: $t)"#,
    ),
    (
        "Mutation.submitCheck text",
        Kind::Prose,
        r#"submitCheck(secret: "LINK", text: $t)"#,
    ),
    (
        "Mutation.submitCheck name",
        Kind::Line,
        r#"submitCheck(secret: "LINK", name: $t)"#,
    ),
    (
        "submitCheck ProposedAnswer.note",
        Kind::Prose,
        r#"submitCheck(secret: "LINK", answers: [{ block: "focal-point", verdict: PRESENT, note: $t }])"#,
    ),
    (
        "ArrangementInput.organisation",
        Kind::Line,
        "recordArrangement(input: { ARRANGEMENT, organisation: $t }) { id }",
    ),
    (
        "ArrangementInput.commissionedBy",
        Kind::Line,
        "recordArrangement(input: { ARRANGEMENT, commissionedBy: $t }) { id }",
    ),
    (
        "ArrangementInput.sourceUrl",
        Kind::Address,
        "recordArrangement(input: { ARRANGEMENT, sourceUrl: $t }) { id }",
    ),
    (
        "ArrangementInput.note",
        Kind::Prose,
        "recordArrangement(input: { ARRANGEMENT, note: $t }) { id }",
    ),
    (
        "ContactInput.name",
        Kind::Line,
        "recordArrangement(input: { ARRANGEMENT, contact: { name: $t } }) { id }",
    ),
    (
        "ContactInput.email",
        Kind::Line,
        "recordArrangement(input: { ARRANGEMENT, contact: { email: $t } }) { id }",
    ),
    (
        "ContactInput.phone",
        Kind::Line,
        "recordArrangement(input: { ARRANGEMENT, contact: { phone: $t } }) { id }",
    ),
    (
        "PolicyDocumentInput.title",
        Kind::Line,
        "recordPolicyDocument(input: { title: $t, DOCUMENT }) { id }",
    ),
    (
        "PolicyDocumentInput.identifier",
        Kind::Line,
        r#"recordPolicyDocument(input: { title: "x", identifier: $t, DOCUMENT }) { id }"#,
    ),
    (
        "PolicyDocumentInput.sourceUrl",
        Kind::Address,
        r#"recordPolicyDocument(input: { title: "x", sourceUrl: $t, DOCUMENT }) { id }"#,
    ),
    (
        "CampaignInput.title",
        Kind::Line,
        r#"createCampaign(input: { title: $t, goal: 1, from: "2024-01-01", to: "2024-02-01" }) { id }"#,
    ),
    (
        "CampaignInput.partners",
        Kind::Line,
        r#"createCampaign(input: { title: "x", goal: 1, from: "2024-01-01", to: "2024-02-01", partners: [$t] }) { id }"#,
    ),
    (
        "BriefingInput.owner",
        Kind::Line,
        "recordBriefing(input: { BRIEFING, owner: $t }) { id }",
    ),
    (
        "BriefingInput.partners",
        Kind::Line,
        "recordBriefing(input: { BRIEFING, partners: [$t] }) { id }",
    ),
    (
        "BriefingInput.outcome",
        Kind::Prose,
        "recordBriefing(input: { BRIEFING, outcome: $t }) { id }",
    ),
    (
        "Mutation.setStage owner",
        Kind::Line,
        r#"setStage(campaign: "CAMPAIGN", code: "GM0344", stage: INVITED, owner: $t) { id }"#,
    ),
    (
        "BottleneckInput.category",
        Kind::Line,
        r#"raiseBottleneck(input: { category: $t, text: "x", raised: "2024-01-01", municipality: "GM0344" }) { id }"#,
    ),
    (
        "BottleneckInput.text",
        Kind::Prose,
        r#"raiseBottleneck(input: { category: "shelter", text: $t, raised: "2024-01-01", municipality: "GM0344" }) { id }"#,
    ),
    (
        "BottleneckInput.escalatedTo",
        Kind::Line,
        r#"raiseBottleneck(input: { category: "shelter", text: "x", raised: "2024-01-01", municipality: "GM0344", escalatedTo: $t }) { id }"#,
    ),
    (
        "GoodPracticeInput.title",
        Kind::Line,
        r#"shareGoodPractice(input: { title: $t, text: "x" }) { id }"#,
    ),
    (
        "GoodPracticeInput.text",
        Kind::Prose,
        r#"shareGoodPractice(input: { title: "x", text: $t }) { id }"#,
    ),
    (
        "GoodPracticeInput.sourceUrl",
        Kind::Address,
        r#"shareGoodPractice(input: { title: "x", text: "x", sourceUrl: $t }) { id }"#,
    ),
    (
        "RubricInput.titleNl",
        Kind::Line,
        r#"recordRubric(input: { titleNl: $t, titleEn: "x", THEMES, BLOCKS }) { id }"#,
    ),
    (
        "RubricInput.titleEn",
        Kind::Line,
        r#"recordRubric(input: { titleNl: "x", titleEn: $t, THEMES, BLOCKS }) { id }"#,
    ),
    (
        "ThemeInput.titleNl ThemeInput.titleEn",
        Kind::Line,
        r#"recordRubric(input: { id: "kader-2", validFrom: "2090-01-01", titleNl: "x", titleEn: "x", themes: [{ id: "t", dimension: POLICY, titleNl: $t, titleEn: $t, guidanceUrl: "https://example.org" }], BLOCKS }) { id }"#,
    ),
    (
        "ThemeInput.guidanceUrl",
        Kind::Address,
        r#"recordRubric(input: { id: "kader-2", validFrom: "2090-01-01", titleNl: "x", titleEn: "x", themes: [{ id: "t", dimension: POLICY, titleNl: "x", titleEn: "x", guidanceUrl: $t }], BLOCKS }) { id }"#,
    ),
    (
        "BlockInput.titleNl BlockInput.titleEn",
        Kind::Line,
        r#"recordRubric(input: { titleNl: "x", titleEn: "x", THEMES, blocks: [{ id: "b", theme: "t", level: BASIC, titleNl: $t, titleEn: $t, sourceUrl: "https://example.org" }] }) { id }"#,
    ),
    (
        "BlockInput.sourceUrl",
        Kind::Address,
        r#"recordRubric(input: { titleNl: "x", titleEn: "x", THEMES, blocks: [{ id: "b", theme: "t", level: BASIC, titleNl: "x", titleEn: "x", sourceUrl: $t }] }) { id }"#,
    ),
    (
        "Mutation.createRegionSet title",
        Kind::Line,
        r#"createRegionSet(id: "eigen", title: $t) { id }"#,
    ),
    (
        "Mutation.setRegion name NewRegion.name",
        Kind::Line,
        r#"setRegion(set: "vng-platform", code: "RP02", name: $t, municipalities: ["GM0344"], from: "2099-01-01") { code }"#,
    ),
    (
        "Mutation.invitePerson email",
        Kind::Line,
        "invitePerson(email: $t, role: OUTREACH) { link }",
    ),
    (
        "Mutation.invitePerson name Mutation.createToken name",
        Kind::Line,
        r#"invitePerson(email: "nieuw@a.nl", name: $t, role: OUTREACH) { link }"#,
    ),
    (
        "Mutation.changePerson name Mutation.approveAccess name",
        Kind::Line,
        r#"changePerson(id: "PERSON", name: $t) { id }"#,
    ),
    (
        "ImportRepairInput.field ImportRepairInput.value",
        Kind::Prose,
        r#"repairImport(batch: "BATCH", repairs: [{ line: 2, field: "note", value: $t }]) { id }"#,
    ),
];

/// Texts by which something is looked for, which is on record or not.
pub(super) const LOOKED_FOR: [&str; 6] = [
    "AuditFilter.actor",
    "AuditFilter.subject",
    "BottleneckFilter.category",
    "Mutation.revokeToken name",
    "Mutation.submitCheck secret",
    "MunicipalityFilter.nameContains",
];

pub(super) const PARTS: [(&str, &str); 5] = [
    (
        "ARRANGEMENT",
        r#"status: TEMPORARY, mode: OWN_STAFF, validFrom: "2024-01-01", municipalities: ["GM0344"]"#,
    ),
    (
        "DOCUMENT",
        r#"scope: MUNICIPAL, validFrom: "2024-01-01", municipalities: ["GM0344"]"#,
    ),
    (
        "BRIEFING",
        r#"date: "2024-06-01", stage: HELD, kind: MUNICIPALITY, municipalities: ["GM0344"]"#,
    ),
    (
        "THEMES",
        r#"id: "kader-2", validFrom: "2090-01-01", themes: [{ id: "t", dimension: POLICY, titleNl: "x", titleEn: "x", guidanceUrl: "https://example.org" }]"#,
    ),
    (
        "BLOCKS",
        r#"blocks: [{ id: "b", theme: "t", level: BASIC, titleNl: "x", titleEn: "x", sourceUrl: "https://example.org" }]"#,
    ),
];

/// What is refused, the worst first.
pub(super) fn bad(kind: Kind) -> Vec<String> {
    let mut bad = vec!["a\u{0}b".to_owned(), "x".repeat(900_000)];
    bad.extend(["a\u{fffe}b", "a\u{1b}[2Jb", "\u{1ffff}"].map(str::to_owned));
    match kind {
        Kind::Prose => bad.push("x".repeat(5_001)),
        Kind::Line => bad.extend(["x".repeat(201), "a\nb".to_owned()]),
        Kind::Address => bad.extend(
            [
                "javascript:alert(1)",
                "data:text/html,<script>alert(1)</script>",
                "file:///etc/passwd",
                "http://",
                "https://a b",
                "x",
            ]
            .map(str::to_owned),
        ),
    }
    bad
}
