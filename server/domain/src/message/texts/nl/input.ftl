# Wat er mis is met een tekst, een getal, een datum of een gemeente die iemand invult.

AS_WRITTEN = { $text }
EMPTY = dit is leeg
TOO_LONG = dit is langer dan { NUMBER($most) } tekens
UNSHOWABLE = hier staan tekens in die niet mogen ({ $character }); laat ze weg
NO_WEB_ADDRESS = schrijf een adres dat begint met https://
BAD_ADDRESS = “{ $given }” is geen adres; begin met https:// of laat het leeg
BAD_EMAIL = schrijf een e-mailadres, met een @ en zonder spaties
UNKNOWN_WORD = “{ $given }” is hier niet bekend; kies een van { COMMAS($choices) }
IS_IT = “{ $given }” is niet bekend; bedoelt u { $proposal }?
BAD_DATE = “{ $given }” is geen datum
DATE_OUT_OF_BOUNDARIES = { DATE($given) } valt buiten het bereik: gemeenten zijn bekend van { DATE($first) } tot { DATE($last) }
DATE_OUT_OF_RANGE = { DATE($given) } valt buiten het bereik: kies een datum van { DATE($first) } tot en met { DATE($last) }
PERIOD_REVERSED = de periode eindigt op { DATE($to) }, voor zij begint op { DATE($from) }
TWO_DATES = “{ $given }” kan { $one } zijn of { $other }
PERHAPS_DATE = “{ $given }” is niet bekend; bedoelt u { $proposal }?
BAD_NUMBER = “{ $given }” is geen getal
BAD_WHOLE_NUMBER = “{ $given }” is geen geheel getal van 0 of meer dat hier past
NO_FIGURE = “{ $given }” zegt dat er geen cijfer is; laat deze regel weg, dan blijft staan wat bekend is
BAD_YES_OR_NO = “{ $given }” is geen ja of nee; vul true of false in
BAD_SHARE = “{ $given }” is geen aandeel; vul 0,25 of 25 % in

BAD_CODE = “{ $given }” is geen gemeentecode; schrijf GM en vier cijfers, zoals GM0363
CODE_UNKNOWN = geen gemeente heeft de code { $code }
CODE_UNKNOWN_AND_NAME = geen gemeente heeft de code { $code }; { $name } is { $other }
CODE_ENDED = { $name } ({ $code }) is op { DATE($ended) } opgeheven
CODE_ENDED_INTO = { $name } ({ $code }) is op { DATE($ended) } opgeheven; kies { $heir_name } ({ $heir })
CODE_SPLIT = { $name } ({ $code }) is op { DATE($ended) } verdeeld; kies een van { OR($parts) }
CODE_BEGINS = { $name } ({ $code }) bestaat pas sinds { DATE($begins) }
CODE_BEGINS_AFTER = { $name } ({ $code }) bestaat pas sinds { DATE($begins) }; kies voor die datum { OR($before) }
CODE_FORMER = { $name } ({ $code }) is op { DATE($ended) } opgeheven en ligt nu in { AND($today) }
SEVERAL = { $first }; { $rest }
WIDER_AREA = “{ $given }” is geen gemeente{ $area ->
    [COUNTRY] {" "}maar het land
    [PROVINCE] {" "}maar een provincie
    [ELSEWHERE] {""}
   *[REGION] {" "}maar een groter gebied
}; laat deze regel weg
PLACE_IN = “{ $given }” is een plaats en geen gemeente; zij ligt in { COMMAS($municipalities) }
PLACE_IN_TODAY = “{ $given }” is een plaats en geen gemeente; zij ligt nu in { COMMAS($municipalities) }, een gebied dat op { DATE($date) } bestond uit { AND($before) }
NAME_ALIKE = geen gemeente heet “{ $given }”; bedoelt u { $name } ({ $code })? { $letters ->
    [0] Alleen de toevoeging bij de naam verschilt
    [one] Eén letter verschilt
   *[other] { NUMBER($letters) } letters verschillen
}
NAME_UNKNOWN = “{ $given }” is geen gemeente; vul de code in, GM en vier cijfers
NAME_AMBIGUOUS = meer gemeenten heten { $given }; kies een van { COMMAS($choices) }
NAME_OF_OTHER = { $code } is { $own }, maar de regel noemt “{ $name }”, en dat is { $other }; verbeter een van beide
OUTSIDE_REGIONS = { $code } ligt niet in uw eigen regio’s; laat deze regel weg
NOT_AN_EDITION = op { DATE($date) } gaan geen grenzen in; kies een van { COMMAS($choices) }
CODE_READ_AS = “{ $given }” is gelezen als { $code } ({ $name })
CODE_READ_WITHOUT = “{ $given }” is gelezen als { $code } ({ $name }), zonder het onzichtbare teken { $character }
FORMER_READ_AS = “{ $given }” is gelezen als { $code } ({ $name }), waarin { $former } ({ $former_name }) opging
FORMER_READ_WITHOUT = “{ $given }” is gelezen als { $code } ({ $name }), waarin { $former } ({ $former_name }) opging, zonder het onzichtbare teken { $character }
