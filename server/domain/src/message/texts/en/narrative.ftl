# What is told of what is on record. Without capital and full stop.

FORMED_FROM = formed from { AND($parts) }
AREA_GREW = area grown by { AND($parts) }
WENT_INTO = went into { $name }
DIVIDED_OVER = divided over { AND($shares) }
PART_OF = part of { $name }
IN_MUNICIPALITIES = { $count ->
    [one] one municipality
   *[other] { $count } municipalities
}
COORDINATION_BEGAN = care coordination from this date: { AND($began) }
COORDINATION_ENDED = care coordination ended: { AND($ended) }
COORDINATION_PASSED = care coordination went from { AND($ended) } to { AND($began) }
DOCUMENT_BEGAN = policy document ‘{ $title }’ in force
DOCUMENT_ENDED = policy document ‘{ $title }’ no longer in force
VERDICTS_ESTABLISHED = { $count ->
    [one] one verdict
   *[other] { $count } verdicts
} { $established }: { AND($verdicts) }

FORMED_NOT_COMPARABLE = new municipality, formed from { AND($names) }: not comparable
GREW_NOT_COMPARABLE = the area grew by { AND($parts) }: not comparable
ASSESSED_WITHOUT_DIFFERENCE = assessed again on { DATE($date) }, without a difference
NOTHING_ON_RECORD = nothing on record after { DATE($from) } up to { DATE($to) }
GOT_BETTER = better: { AND($what) }
GOT_WORSE = worse: { AND($what) }
KNOWN_OTHERWISE = known otherwise now: { AND($what) }
BETTER_ON_BALANCE = better on balance
WORSE_ON_BALANCE = worse on balance
SAME_ON_BALANCE = the same on balance
STATUS_WENT = care coordination from { $before } to { $after }
BLOCK_WENT = ‘{ $title }’ from { $before } to { $after }
MORE_BLOCKS = { $count ->
    [one] one more building block
   *[other] { $count } more building blocks
}
MORE_COMPLETE = at least { $own } of policy is in place, more than the mean of similar municipalities ({ $peers })
LESS_COMPLETE = at least { $own } of policy is in place, less than the mean of similar municipalities ({ $peers })
HAS_BLOCK = has ‘{ $title }’, against { $others } of the { $peers } similar municipalities
MISSES_BLOCK = misses ‘{ $title }’; { $others } of the { $peers } similar municipalities { $others ->
    [one] has
   *[other] have
} it
BLOCK_NOT_KNOWN = nothing is known of ‘{ $title }’; { $others } of the { $peers } similar municipalities { $others ->
    [one] has
   *[other] have
} it
HAS_COORDINATOR = has a care coordinator, against { $others } of the { $peers } similar municipalities
COORDINATOR_NOT_KNOWN = nothing is on record about care coordination; { $others } of the { $peers } similar municipalities { $others ->
    [one] has
   *[other] have
} a care coordinator
HAS_NO_COORDINATOR = has no care coordinator; { $others } of the { $peers } similar municipalities { $others ->
    [one] has
   *[other] have
} one
IS_NEIGHBOUR = neighbour
INHABITANTS_BESIDE = { NUMBER($other) } { $other ->
    [one] inhabitant
   *[other] inhabitants
} (here { NUMBER($own) })
DENSITY_BESIDE = { NUMBER($other) } per km² (here { NUMBER($own) })
INHABITANTS_NOT_KNOWN = number of inhabitants not known

BLOCKS_OPEN = { $open } of { $total ->
    [one] one building block
   *[other] { $total } building blocks
} certainly not in place, { $unknown } unknown
BLOCKS_NOT_KNOWN = nothing known of { $unknown } of { $total ->
    [one] one building block
   *[other] { $total } building blocks
}
NO_BLOCK_KNOWN = nothing known of any of { $total ->
    [one] one building block
   *[other] { $total } building blocks
}
COORDINATION_IS = { $status ->
    [NONE] no care coordination
    [REMOTE] care coordination from a distance
    [IN_PREPARATION] care coordination in preparation
    [TEMPORARY] care coordination temporary
    [STRUCTURAL] care coordination structural
   *[other] care coordination unknown
}
HAS_INHABITANTS = { NUMBER($count) } { $count ->
    [one] inhabitant
   *[other] inhabitants
}
LAST_ASSESSED = last assessed on { DATE($date) }
NEVER_ASSESSED = never assessed
LAST_BRIEFED = last briefed on { DATE($date) }
NO_BRIEFING = no briefing on record
PLATFORM_OPEN = { $percent }% not yet in place on average in the platform, with unknown counted for half
PLATFORM_NOT_KNOWN = { $percent }% not known on average in the platform
HELPDESK_COORDINATES = no care coordinator works here: CoMensha’s helpdesk coordinates care from a distance
HELPDESK_ANSWERS = no care coordinator is on record for this question: call CoMensha’s helpdesk, which coordinates from a distance
ORGANISATION_COORDINATES = { $organisation } coordinates care
COORDINATOR_UNNAMED = a care coordinator works here; which organisation that is, is not known
