# What is wrong with a cell, a row or a file of rows, and what was understood in it.

CELL_EMPTY = this is empty; fill it in
READ_AS = `{ $given }` is read as { $read }
CELL_TOO_LONG = the cell holds more than { $most } characters; shorten it
CELL_ERROR = the cell holds the error `{ $value }`; write a value
FORMULA_UNCOMPUTED = the cell holds a formula that was never computed; open the workbook, save it and import it again, or write the value
FORMULA_READ = the cell holds a formula; its last value `{ $value }` is read
MERGED_READ = the cell is merged with others; their value `{ $value }` is read
SAME_AS_LINE = line { $line } is about the same; leave one of them out
ARRANGEMENT_NOT_OWN = the arrangement `{ $id }` is not of your own regions alone; leave this row out
DOCUMENT_NOT_OWN = the document `{ $id }` is not of your own regions alone; leave this row out
NO_RUBRIC_YET = there is no rubric on record yet; import boundaries first
NO_RUBRIC = there is no rubric `{ $given }`; write one of { COMMAS($choices) }
BLOCK_ALIKE = `{ $rubric }` has no block `{ $given }`; is it `{ $proposal }`?
NO_BLOCK = `{ $rubric }` has no block `{ $given }`; write one of { COMMAS($choices) }
WRONG_ELSEWHERE = nothing is wrong with this row, but with the file as a whole
OTHER_WIDTH = there { $cells ->
    [one] is one cell
   *[other] are { $cells } cells
} and the header has { $header }; put a value with the delimiter or a quotation mark in it in quotes
OPEN_QUOTE = a quotation mark is opened here or below and never closed
ROW_TOO_LONG = this row holds more than { $megabytes } MB; shorten it, or close the quotation mark that is opened in it
BELOW_TABLE = this line below the table is not read: `{ $text }`
BESIDE_HEADER = cells to the right of the header are not used
TWO_COLUMNS = there are two columns of this meaning; leave one out
COLUMN_ALIKE = this column is not known; is it `{ $proposal }`?
COLUMN_UNUSED = this column is not used
SECOND_CODE_COLUMN = another column has the code as well; this column is not used
MISSING_COLUMNS = for { $rows } { $count ->
    [one] this column is
   *[other] these columns are
} missing: { COMMAS($columns) }
MISSING_COLUMNS_OR_DATE = for { $rows } { $count ->
    [one] this column is
   *[other] these columns are
} missing: { COMMAS($columns) }; --date gives one boundary date to all rows
AT_LINE = line { $line }: { $what }
AT_CELL = line { $line }, column { $column } ({ $name }): { $what }
REPAIR_OR_LEAVE_OUT = { $what }; repair the row or leave it out

FILE_TOO_LARGE = the file is larger than { $megabytes } MB; split it into smaller ones
FILE_EMPTY = the file is empty
NOT_UTF8 = the file is not in UTF-8; it is read as { $encoding }
OLD_EXCEL = this is an old Excel workbook; save it as .xlsx or as CSV (UTF-8)
SQLITE_FILE = this is a GeoPackage or another SQLite file; only boundaries are read from one
PDF_FILE = this is a PDF; CSV and Excel workbooks (.xlsx) are understood
NOT_TEXT = this is no text file; CSV and Excel workbooks (.xlsx) are understood
ZIP_FILE = this is a zip file and no Excel workbook; give the workbook itself, as .xlsx
BINARY_EXCEL = this is a binary Excel workbook; save it as .xlsx or as CSV (UTF-8)
HAS_PASSWORD = the workbook has a password; save it without one
UNREADABLE_WORKBOOK = this is no Excel workbook that can be read ({ $cause }); save it as .xlsx or as CSV (UTF-8)
DAMAGED = the file is damaged: { $cause }
NO_HEADER = no column of the first lines is known; write a header for { $choices }
NO_SHEET = no sheet has a line with known columns ({ COMMAS($sheets) }); write a header for { $choices }
SHEETS_ALIKE = the sheets `{ $sheet }` and `{ $other }` have the same columns; leave one sheet in the workbook, or import them one by one
SHEET_READ = the sheet `{ $sheet }` is read; not read: { COMMAS($others) }
IN_SHEET = the sheet `{ $sheet }`: { $what }
HEADER_BELOW = the header is on line { $line }; what stands above it is not read
NO_ROWS = there are no rows below the header
TOO_MANY_ROWS = there are more than { $most } rows; split the file into smaller ones
TOO_MANY_COLUMNS = there are { $cells } cells; a table has at most { $most } columns
CELL_BEYOND = there is a cell in column { $column }; a table has at most { $most } columns
TOO_MANY_CELLS = there are more than { $most } cells; leave out rows and columns that do not belong to the table, and merged cells
TOO_MUCH_TEXT = the cells hold more than { $megabytes } MB of text; split the file into smaller ones
TOO_MANY_WIDTHS = more than { $most } rows have another number of cells than the header; write the file again
TOO_MANY_PROBLEMS = more than { $most } things are wrong; put these right first: from line { $line } on nothing was read
PART_UNPACKS_TO = one part of the workbook unpacks to more than { $megabytes } MB; leave out what does not belong to the table
WORKBOOK_UNPACKS_TO = the workbook unpacks to more than { $megabytes } MB; leave out what does not belong to the table
WORKBOOK_PART = `{ $part }` in the workbook holds { $what }; copy the table into a new workbook, as values, and import that
HOLDS_PARTS = more than { $most } parts
HOLDS_ELEMENTS = more than { $most } elements
HOLDS_LONG_TAG = a tag of more than { $bytes } bytes
HOLDS_ELEMENT = more than { $most } times <{ $name }>
HOLDS_DAMAGED_TAG = a tag that is damaged
HOLDS_LARGE_NUMBER = a number that is too large, { $name }
HOLDS_TEXT = more than { $megabytes } MB of text
HOLDS_LONG_TEXT = a text of more than { $megabytes } MB
HOLDS_DEPTH = elements nested more than { $most } deep
ROWS_NOT_FILLED_IN = { $count ->
    [one] one row that is not filled in is
   *[other] { $count } rows that are not filled in are
} passed over
ROWS_WIDER = { $count ->
    [one] one row about the country, a province or another region is
   *[other] { $count } rows about the country, provinces or other regions are
} passed over: { $count ->
    [one] line
   *[other] lines
} { COMMAS($lines) }
ROWS_SAME = { $count ->
    [one] one row says the same as one above it and is passed over
   *[other] { $count } rows say the same as one above them and are passed over
}: { $count ->
    [one] line
   *[other] lines
} { COMMAS($lines) }
ROWS_ERASED = { $count ->
    [one] one row is
   *[other] { $count } rows are
} empty where `{ $field }` is filled on record, which this would erase: { $count ->
    [one] line
   *[other] lines
} { COMMAS($lines) }; leave the column out to keep it
DATES_FAR_AHEAD = { $count ->
    [one] one date lies
   *[other] { $count } dates lie
} more than a year ahead, up to { DATE($latest) }; are they right? { $count ->
    [one] Line
   *[other] Lines
} { COMMAS($lines) }
ROWS_ALIKE = { $count ->
    [one] one row says the same
   *[other] { $count } rows say the same
}, each of another municipality: { COMMAS($said) }
THINGS_WRONG = { $count } { $count ->
    [one] thing is
   *[other] things are
} wrong; nothing was imported
MORE_ALIKE = { $count ->
    [one] and one more of this kind, on line
   *[other] and { $count } more of this kind, on lines
} { COMMAS($lines) }
LAYER_OF_BOUNDARIES = --layer is for boundaries; leave it out
LAYER_OF_GEOPACKAGE = --layer is for a GeoPackage, and this is none; leave it out
TOO_MANY_REPAIRS = are more than { $most }; repair the file itself
NO_ROW_ON_LINE = there is no row on line { $line }
NOTHING_LEFT = nothing is left of the file; discard the import instead
IMPORT_OUTDATED = what is on record was changed since the import was looked at, and with it { $count ->
    [one] line
   *[other] lines
} { COMMAS($lines) }; look at it again and commit it once more
IMPORT_CLOSED = the import is { $state } and not { $wanted }
IMPORT_TAKEN = somebody else committed, undid or discarded the import in the meantime
