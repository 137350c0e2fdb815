# Wat er van de vastgelegde gegevens wordt verteld. Zonder hoofdletter en punt.

FORMED_FROM = ontstaan uit { AND($parts) }
AREA_GREW = gebied gegroeid met { AND($parts) }
WENT_INTO = opgegaan in { $name }
DIVIDED_OVER = verdeeld over { AND($shares) }
PART_OF = een deel van { $name }
IN_MUNICIPALITIES = { $count ->
    [one] één gemeente
   *[other] { $count } gemeenten
}
COORDINATION_BEGAN = zorgcoördinatie vanaf deze datum: { AND($began) }
COORDINATION_ENDED = zorgcoördinatie beëindigd: { AND($ended) }
COORDINATION_PASSED = zorgcoördinatie overgegaan van { AND($ended) } naar { AND($began) }
DOCUMENT_BEGAN = beleidsdocument ‘{ $title }’ van kracht
DOCUMENT_ENDED = beleidsdocument ‘{ $title }’ niet meer van kracht
VERDICTS_ESTABLISHED = { $count ->
    [one] een oordeel
   *[other] { $count } oordelen
} { $established }: { AND($verdicts) }

FORMED_NOT_COMPARABLE = nieuwe gemeente, ontstaan uit { AND($names) }: niet te vergelijken
GREW_NOT_COMPARABLE = het gebied groeide met { AND($parts) }: niet te vergelijken
ASSESSED_WITHOUT_DIFFERENCE = opnieuw vastgesteld op { DATE($date) }, zonder verschil
NOTHING_ON_RECORD = niets vastgelegd na { DATE($from) } tot en met { DATE($to) }
GOT_BETTER = beter: { AND($what) }
GOT_WORSE = slechter: { AND($what) }
KNOWN_OTHERWISE = nu anders bekend: { AND($what) }
BETTER_ON_BALANCE = per saldo beter
WORSE_ON_BALANCE = per saldo slechter
SAME_ON_BALANCE = per saldo gelijk
STATUS_WENT = zorgcoördinatie van { $before } naar { $after }
BLOCK_WENT = ‘{ $title }’ van { $before } naar { $after }
MORE_BLOCKS = { $count ->
    [one] nog één bouwsteen
   *[other] nog { $count } bouwstenen
}
MORE_COMPLETE = zeker { $own } van het beleid is op orde, meer dan het gemiddelde van vergelijkbare gemeenten ({ $peers })
LESS_COMPLETE = zeker { $own } van het beleid is op orde, minder dan het gemiddelde van vergelijkbare gemeenten ({ $peers })
HAS_BLOCK = heeft ‘{ $title }’, tegen { $others } van de { $peers } vergelijkbare gemeenten
MISSES_BLOCK = mist ‘{ $title }’; { $others } van de { $peers } vergelijkbare gemeenten { $others ->
    [one] heeft
   *[other] hebben
} die wel
BLOCK_NOT_KNOWN = van ‘{ $title }’ is niets bekend; { $others } van de { $peers } vergelijkbare gemeenten { $others ->
    [one] heeft
   *[other] hebben
} het
HAS_COORDINATOR = heeft een zorgcoördinator, tegen { $others } van de { $peers } vergelijkbare gemeenten
COORDINATOR_NOT_KNOWN = over zorgcoördinatie is niets vastgelegd; { $others } van de { $peers } vergelijkbare gemeenten { $others ->
    [one] heeft
   *[other] hebben
} een zorgcoördinator
HAS_NO_COORDINATOR = heeft geen zorgcoördinator; { $others } van de { $peers } vergelijkbare gemeenten { $others ->
    [one] heeft
   *[other] hebben
} er wel een
IS_NEIGHBOUR = buurgemeente
INHABITANTS_BESIDE = { NUMBER($other) } { $other ->
    [one] inwoner
   *[other] inwoners
} (hier { NUMBER($own) })
DENSITY_BESIDE = { NUMBER($other) } per km² (hier { NUMBER($own) })
INHABITANTS_NOT_KNOWN = aantal inwoners niet bekend

BLOCKS_OPEN = { $open } van { $total ->
    [one] één bouwsteen
   *[other] { $total } bouwstenen
} zeker niet af, { $unknown } onbekend
BLOCKS_NOT_KNOWN = van { $unknown } van { $total ->
    [one] de ene bouwsteen
   *[other] de { $total } bouwstenen
} is niets bekend
NO_BLOCK_KNOWN = { $total ->
    [one] van de ene bouwsteen is niets bekend
   *[other] van geen van de { $total } bouwstenen is iets bekend
}
COORDINATION_IS = { $status ->
    [NONE] geen zorgcoördinatie
    [REMOTE] zorgcoördinatie op afstand
    [IN_PREPARATION] zorgcoördinatie in voorbereiding
    [TEMPORARY] zorgcoördinatie tijdelijk
    [STRUCTURAL] zorgcoördinatie structureel
   *[other] zorgcoördinatie onbekend
}
HAS_INHABITANTS = { NUMBER($count) } { $count ->
    [one] inwoner
   *[other] inwoners
}
LAST_ASSESSED = laatst beoordeeld op { DATE($date) }
NEVER_ASSESSED = nooit beoordeeld
LAST_BRIEFED = laatste voorlichting op { DATE($date) }
NO_BRIEFING = geen voorlichting vastgelegd
PLATFORM_OPEN = in het platform is gemiddeld { $percent } % nog niet op orde, als onbekend half telt
PLATFORM_NOT_KNOWN = in het platform is gemiddeld { $percent } % niet bekend
HELPDESK_COORDINATES = er werkt hier geen zorgcoördinator: de helpdesk van CoMensha coördineert de zorg op afstand
HELPDESK_ANSWERS = er is geen zorgcoördinator bekend voor deze vraag: bel de helpdesk van CoMensha, die coördineert op afstand
ORGANISATION_COORDINATES = { $organisation } coördineert de zorg
COORDINATOR_UNNAMED = er werkt een zorgcoördinator; welke organisatie dat is, is niet bekend
