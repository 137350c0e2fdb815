# Waarom een vraag over een grens gaat, en wat ervan niet te lezen is.

QUESTION_TOO_DEEP = er staan { $depth } haken in elkaar, en er mogen er { $most }; maak de vraag minder diep
QUESTION_OPEN_STRING = een tekst heeft geen einde: sluit hem met het teken waarmee hij begon
QUESTION_TOO_LONG = het document is { NUMBER($bytes) } bytes lang, en dat mogen er { NUMBER($most) } zijn; stuur een korter document
QUESTION_TOO_MANY_TOKENS = het document heeft { NUMBER($tokens) } namen, waarden en tekens, en er mogen er { NUMBER($most) }; stuur een korter document
QUESTION_TOO_MANY_SELECTIONS = het document heeft { NUMBER($selections) } velden, spreads en directieven als de fragmenten zijn uitgeschreven, en er mogen er { NUMBER($most) }; vraag minder tegelijk
FRAGMENT_IN_ITSELF = het fragment “{ $fragment }” bevat zichzelf; haal een van de verwijzingen weg
FIELD_TOO_DEEP = een veld staat { $depth } niveaus diep, en dat mogen er { $most } zijn; vraag het in twee keer
SELECTIONS_TOO_DEEP = er staan { $depth } selecties in elkaar als de fragmenten zijn uitgeschreven, en er mogen er { $most }; maak de vraag minder diep
TOO_MANY_DIRECTIVES = op één plaats staan { $directives } directieven, en er mogen er { $most }
TOO_MANY_OPERATIONS = het document bevat { NUMBER($operations) } operaties, en er mogen er { $most }
TOO_MANY_VARIABLES = een operatie heeft { NUMBER($variables) } variabelen, en er mogen er { $most }
QUESTION_TOO_COSTLY = de vraag kost naar schatting { NUMBER($estimate) } punten (waaronder { NUMBER($views) } keer een datum en tijdstip), en dat mogen er { NUMBER($most) } zijn; vraag minder velden, rijen of datums tegelijk
ANSWER_WOULD_BE_TOO_LARGE = het antwoord is naar schatting { NUMBER($bytes) } bytes groot, en dat mogen er { NUMBER($most) } zijn; vraag minder rijen, of grenzen met minder detail

AREA_UNREAD = dit is geen GeoJSON; stuur een Polygon of MultiPolygon, of een Feature of FeatureCollection daarvan
AREA_OF_LINES = een { $kind } heeft geen oppervlakte; stuur een Polygon of MultiPolygon
AREA_TOO_DETAILED = het gebied heeft { NUMBER($positions) } punten; stuur er ten hoogste { NUMBER($most) }
AREA_OUTSIDE = { $longitude }, { $latitude } is geen lengte- en breedtegraad (WGS84)
AREA_EMPTY = het gebied is leeg; stuur ten minste één ring van vier punten
CURSOR_UNKNOWN = “{ $given }” is geen plaats in deze lijst; gebruik `cursor`, `startCursor` of `endCursor` uit een antwoord voor dezelfde datum
PAGE_SIZE_BAD = `{ $argument }` is { $given }; vraag 0 tot en met { NUMBER($most) }
PAGE_FROM_BOTH_ENDS = `first` en `last` samen is dubbelzinnig; geef een van beide
VALUE_IS_NO_TEXT = “{ $given }” is geen tekst; zet het tussen aanhalingstekens
