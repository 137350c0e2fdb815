# Waaraan iets werd gedaan, in het wijzigingenoverzicht en het logboek.

NAMED = { $name }
RECORD_OF = { $kind ->
    [account] Account
    [import_batch] Aangeleverd bestand
    [request] Aanvraag van
    [sheet] Voorlichtingsblad
    [sheets] Voorlichtingsbladen
    [boundary_edition] Grenzen van
    [succession] Herindeling
    [alias] Naamvariant
    [population_figure] Inwonertal
    [region_set] Indeling
    [region] Regio
    [region_membership] Regio van gemeente
    [rubric] Kader
    [verdict] Oordeel
    [arrangement] Zorgcoördinatie
    [policy_document] Beleidsdocument
    [national_indicator] Landelijk cijfer
    [api_token] Token
    [campaign] Campagne
    [campaign_target] Gemeente in campagne
    [briefing] Voorlichting
    [bottleneck] Knelpunt
    [good_practice] Goed voorbeeld
    [confirmation] Bevestiging
    [correction] Voorstel
   *[other] { $kind }
} { $key }
NO_ACCOUNT = Geen account
VERDICTS_OF = { $count } { $count ->
    [one] oordeel
   *[other] oordelen
} over { $code }
VERDICTS_OF_MANY = { $count } { $count ->
    [one] oordeel
   *[other] oordelen
} over { $municipalities } gemeenten
EDITIONS_LOADED = { $count } { $count ->
    [one] set
   *[other] sets
} grenzen met wat daarbij hoort
EDITION_REFRESHED = uitgave { $edition }: { $new } nieuw, { $changed } veranderd, { $withdrawn } vervallen, { $left } zoals mensen ze vastlegden
MUNICIPALITIES_OF = { $count } { $count ->
    [one] gemeente
   *[other] gemeenten
} van { DATE($date) }
MEMBERSHIPS_WRITTEN = { $count } { $count ->
    [one] gemeente
   *[other] gemeenten
} in regio’s
MEMBERS_FROM = { $region }: { $count } { $count ->
    [one] gemeente
   *[other] gemeenten
} vanaf { DATE($date) }
REGION_SETS_WRITTEN = { $count } { $count ->
    [one] indeling
   *[other] indelingen
}
REGIONS_WRITTEN = { $count } { $count ->
    [one] regio
   *[other] regio’s
}
FIGURES_WRITTEN = { $count } { $count ->
    [one] inwonertal
   *[other] inwonertallen
}
ARRANGEMENTS_WRITTEN = { $count } { $count ->
    [one] afspraak
   *[other] afspraken
} over zorgcoördinatie
ARRANGEMENTS_COVERED = gemeenten van { $count } { $count ->
    [one] afspraak
   *[other] afspraken
} over zorgcoördinatie
ARRANGEMENT_STATUS = { $id }: { $status ->
    [NONE] geen zorgcoördinatie
    [REMOTE] op afstand door CoMensha
    [IN_PREPARATION] in voorbereiding
    [TEMPORARY] tijdelijk ingevuld
    [STRUCTURAL] structureel ingevuld
   *[UNKNOWN] onbekend
}
ARRANGEMENT_ON = { $id } op { DATE($date) }
DOCUMENTS_WRITTEN = { $count } { $count ->
    [one] beleidsdocument
   *[other] beleidsdocumenten
}
DOCUMENTS_COVERED = gemeenten van { $count } { $count ->
    [one] beleidsdocument
   *[other] beleidsdocumenten
}
DOCUMENT_TITLED = { $id }: { $title }
RUBRIC_FROM = { $id } vanaf { DATE($date) }
TARGETS_OF = { $count } { $count ->
    [one] gemeente
   *[other] gemeenten
} in { $campaign }
TARGET_STAGE = { $code } { $stage ->
    [SELECTED] gekozen
    [INVITED] uitgenodigd
    [PLANNED] gepland
    [HELD] gegeven
    [FOLLOW_UP] in opvolging
    [DECLINED] afgewezen
   *[OTHER] { $stage }
} in { $campaign }
BRIEFING_ON = { COMMAS($municipalities) }: { $stage ->
    [SELECTED] gekozen
    [INVITED] uitgenodigd
    [PLANNED] gepland
    [HELD] gegeven
    [FOLLOW_UP] in opvolging
    [DECLINED] afgewezen
   *[OTHER] { $stage }
}, { DATE($date) }
BOTTLENECK_IN = knelpunt in { $place }
CORRECTION_OF = Voorstel { $id } over { $code }
SHEETS_OF_CAMPAIGN = Voorlichtingsbladen van campagne { $id }
UNDO_OF = nummer { $revision }
UNDO_OF_PART = nummer { $revision } ({ $kept } gebleven)
TOKEN_OF = { $name } ({ $role })
