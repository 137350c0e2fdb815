# To what something was done, in the change log and the audit trail.

NAMED = { $name }
RECORD_OF = { $kind } { $key }
NO_ACCOUNT = no account
VERDICTS_OF = { $count } { $count ->
    [one] verdict
   *[other] verdicts
} of { $code }
VERDICTS_OF_MANY = { $count } { $count ->
    [one] verdict
   *[other] verdicts
} of { $municipalities } municipalities
EDITIONS_LOADED = { $count } { $count ->
    [one] edition
   *[other] editions
} of the boundaries and all that belongs to them
EDITION_REFRESHED = edition { $edition }: { $new } new, { $changed } changed, { $withdrawn } withdrawn, { $left } left
MUNICIPALITIES_OF = { $count } { $count ->
    [one] municipality
   *[other] municipalities
} of { $date }
MEMBERSHIPS_WRITTEN = { $count } { $count ->
    [one] membership
   *[other] memberships
}
MEMBERS_FROM = { $region }: { $count } { $count ->
    [one] member
   *[other] members
} from { $date }
REGION_SETS_WRITTEN = { $count } region { $count ->
    [one] set
   *[other] sets
}
REGIONS_WRITTEN = { $count } { $count ->
    [one] region
   *[other] regions
}
FIGURES_WRITTEN = { $count } { $count ->
    [one] figure
   *[other] figures
}
ARRANGEMENTS_WRITTEN = { $count } { $count ->
    [one] arrangement
   *[other] arrangements
}
ARRANGEMENTS_COVERED = coverage of { $count } { $count ->
    [one] arrangement
   *[other] arrangements
}
ARRANGEMENT_STATUS = { $id }: { $status }
ARRANGEMENT_ON = { $id } on { $date }
DOCUMENTS_WRITTEN = { $count } { $count ->
    [one] document
   *[other] documents
}
DOCUMENTS_COVERED = coverage of { $count } { $count ->
    [one] document
   *[other] documents
}
DOCUMENT_TITLED = { $id }: { $title }
RUBRIC_FROM = { $id } from { $date }
TARGETS_OF = { $count } { $count ->
    [one] target
   *[other] targets
} of { $campaign }
TARGET_STAGE = { $code } { $stage } in { $campaign }
BRIEFING_ON = { COMMAS($municipalities) } { $stage } on { $date }
BOTTLENECK_IN = { $category } in { $place }
CORRECTION_OF = { $code } correction { $id }
SHEETS_OF_CAMPAIGN = sheets of campaign { $id }
UNDO_OF = revision { $revision } ({ $action })
UNDO_OF_PART = revision { $revision } ({ $action }), { $kept } kept
TOKEN_OF = { $role } { $name }
