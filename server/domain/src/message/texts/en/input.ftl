# What is wrong with a text, a number, a date or a place that somebody writes.

AS_WRITTEN = { $text }
EMPTY = is empty; write something
TOO_LONG = is longer than { $most } characters
UNSHOWABLE = holds control characters or others that no document can show ({ $character }); leave them out
NO_WEB_ADDRESS = write an address that begins with https://
BAD_ADDRESS = `{ $given }` is not an address; write https://... or leave it empty
BAD_EMAIL = is not an email address; write name@place, without spaces
UNKNOWN_WORD = `{ $given }` is not a { $vocabulary }; use one of { COMMAS($choices) }
IS_IT = `{ $given }` is not a { $vocabulary }; is it { $proposal }?
BAD_DATE = `{ $given }` is not a date; write year, month and day as 2021-12-31
DATE_OUT_OF_BOUNDARIES = { $given } is out of range: municipalities are known from { $first } up to { $last }
DATE_OUT_OF_RANGE = { $given } is out of range: a record's date lies between { $first } and { $last }
PERIOD_REVERSED = the period ends on { $to }, before it begins on { $from }
TWO_DATES = `{ $given }` can be { $one } or { $other }; write one of these
PERHAPS_DATE = `{ $given }` may be { $proposal }; if so, write that
BAD_NUMBER = `{ $given }` is not a number; write 0.8 or 0,8
BAD_WHOLE_NUMBER = `{ $given }` is not a whole number of 0 or more that fits here
NO_FIGURE = `{ $given }` says that there is no figure; leave this row out, so that what is known stays
BAD_YES_OR_NO = `{ $given }` is not true or false
BAD_SHARE = `{ $given }` is no share; write 0.25 or 25 %

BAD_CODE = `{ $given }` is not a municipality code; write GM and four digits, such as GM0363
CODE_UNKNOWN = no municipality on record has the code `{ $code }`
CODE_UNKNOWN_AND_NAME = no municipality on record has the code `{ $code }`; { $name } is { $other }
CODE_ENDED = `{ $code }` ({ $name }) ended on { $ended }
CODE_ENDED_INTO = `{ $code }` ({ $name }) ended on { $ended }; write { $heir } ({ $heir_name })
CODE_SPLIT = `{ $code }` ({ $name }) ended on { $ended } and was split; write one of { OR($parts) }
CODE_BEGINS = `{ $code }` ({ $name }) begins on { $begins }
CODE_BEGINS_AFTER = `{ $code }` ({ $name }) begins on { $begins }; before that date write { OR($before) }
CODE_FORMER = `{ $code }` ({ $name }) ended on { $ended }; it lies today in { AND($today) }
SEVERAL = { $first }; { $rest }
WIDER_AREA = `{ $given }` is { $area ->
    [COUNTRY] the country and no municipality
    [PROVINCE] a province and no municipality
    [ELSEWHERE] no municipality
   *[REGION] a region and no municipality
}; leave this row out
PLACE_IN = `{ $given }` is a place and no municipality; it lies in { COMMAS($municipalities) }
PLACE_IN_TODAY = `{ $given }` is a place and no municipality; it lies today in { COMMAS($municipalities) }, whose area on { $date } was { AND($before) }
NAME_ALIKE = no municipality is called `{ $given }`; do you mean { $code } ({ $name })? { $letters ->
    [0] Only what is added to the name differs
    [one] One letter differs
   *[other] { $letters } letters differ
}
NAME_UNKNOWN = `{ $given }` is no municipality; write its code, GM and four digits
NAME_AMBIGUOUS = several municipalities are called `{ $given }`; write one of { COMMAS($choices) }
NAME_OF_OTHER = { $code } is { $own }, and the row calls it `{ $name }`, which is { $other }; correct one of them
OUTSIDE_REGIONS = { $code } lies outside your own regions; leave this row out
NOT_AN_EDITION = no boundaries begin on { $date }; write one of { COMMAS($choices) }
CODE_READ_AS = `{ $given }` is read as { $code } ({ $name })
CODE_READ_WITHOUT = `{ $given }` is read as { $code } ({ $name }), without the invisible character { $character }
FORMER_READ_AS = `{ $given }` is read as { $code } ({ $name }), into which { $former } ({ $former_name }) went
FORMER_READ_WITHOUT = `{ $given }` is read as { $code } ({ $name }), into which { $former } ({ $former_name }) went, without the invisible character { $character }
