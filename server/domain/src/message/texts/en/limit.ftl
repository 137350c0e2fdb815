# Why a question is over a limit, and what of it cannot be read.

QUESTION_TOO_DEEP = { $depth } brackets lie within each other, and { $most } may; send a flatter question
QUESTION_OPEN_STRING = a string has no end: close it with the mark that it began with
QUESTION_TOO_LONG = the document is { $bytes } bytes long, and { $most } may be; send a shorter one
QUESTION_TOO_MANY_TOKENS = the document has { $tokens } names, values and marks, and { $most } may be; send a shorter one
QUESTION_TOO_MANY_SELECTIONS = the document has { $selections } fields, spreads and directives when its fragments are written out, and { $most } may be; ask for less at once
FRAGMENT_IN_ITSELF = the fragment `{ $fragment }` spreads itself; take one of the spreads out
FIELD_TOO_DEEP = a field stands { $depth } deep, and { $most } may be; ask in two questions
SELECTIONS_TOO_DEEP = { $depth } sets of selections lie within each other, fragments written out, and { $most } may; send a flatter question
TOO_MANY_DIRECTIVES = { $directives } directives stand in one place, and { $most } may
TOO_MANY_OPERATIONS = the document holds { $operations } operations, and { $most } may be
TOO_MANY_VARIABLES = an operation has { $variables } variables, and { $most } may be
QUESTION_TOO_COSTLY = the question costs { $estimate } points by estimate ({ $views } views of a date and an instant among them), and { $most } may be; ask for fewer fields, fewer rows or fewer dates at once
ANSWER_WOULD_BE_TOO_LARGE = the answer has { $bytes } bytes by estimate, and { $most } may be; ask for fewer rows, or for outlines in less detail

AREA_UNREAD = this is not GeoJSON; send a Polygon or MultiPolygon, or a Feature or FeatureCollection of these
AREA_OF_LINES = a { $kind } has no area; send a Polygon or MultiPolygon
AREA_TOO_DETAILED = the area has { $positions } positions; send at most { $most }
AREA_OUTSIDE = position { $longitude }, { $latitude } is not a longitude and latitude in degrees (WGS84)
AREA_EMPTY = the area is empty; send at least one ring of four positions
CURSOR_UNKNOWN = `{ $given }` is not a cursor of this list; use a `cursor`, `startCursor` or `endCursor` from an answer on the same date
PAGE_SIZE_BAD = `{ $argument }` is { $given }; ask for 0 to { $most }
PAGE_FROM_BOTH_ENDS = `first` and `last` together are ambiguous; give one of them
VALUE_IS_NO_TEXT = `{ $given }` is not text; put it in quotes
