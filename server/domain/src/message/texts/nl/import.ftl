# Wat er mis is met een cel, een regel of een bestand met regels, en wat erin is begrepen.

CELL_EMPTY = dit is leeg; vul het in
READ_AS = “{ $given }” is gelezen als { $read }
CELL_TOO_LONG = in de cel staan meer dan { NUMBER($most) } tekens; kort de tekst in
CELL_ERROR = in de cel staat de fout { $value }; vul een waarde in
FORMULA_UNCOMPUTED = in de cel staat een formule die nooit is uitgerekend; bewaar het werkboek in Excel, of vul de waarde in
FORMULA_READ = in de cel staat een formule; gelezen is de laatste waarde “{ $value }”
MERGED_READ = de cel is samengevoegd met andere; gelezen is hun waarde “{ $value }”
SAME_AS_LINE = dit gaat over hetzelfde als regel { $line }; laat een van beide weg
ARRANGEMENT_NOT_OWN = de afspraak “{ $id }” gaat niet alleen over uw eigen regio’s; laat deze regel weg
DOCUMENT_NOT_OWN = het document “{ $id }” gaat niet alleen over uw eigen regio’s; laat deze regel weg
NO_RUBRIC_YET = er is nog geen kader; lees eerst grenzen in
NO_RUBRIC = er is geen kader “{ $given }”; kies een van { COMMAS($choices) }
BLOCK_ALIKE = “{ $given }” is in kader { $rubric } niet bekend; bedoelt u { $proposal }?
NO_BLOCK = “{ $given }” is in kader { $rubric } niet bekend; kies een van { COMMAS($choices) }
WRONG_ELSEWHERE = met deze regel is niets mis, wel met het bestand als geheel
OTHER_WIDTH = er { $cells ->
    [one] staat één cel
   *[other] staan { $cells } cellen
} en de kopregel heeft er { $header }; zet een waarde met een scheidingsteken of aanhalingsteken erin tussen aanhalingstekens
OPEN_QUOTE = een aanhalingsteken dat hier of hieronder begint, eindigt nergens
ROW_TOO_LONG = deze regel is langer dan { $megabytes } MB; kort hem in, of sluit het aanhalingsteken dat erin begint
BELOW_TABLE = deze regel onder de tabel is niet gelezen: “{ $text }”
BESIDE_HEADER = cellen rechts van de kopregel worden niet gebruikt
TWO_COLUMNS = twee kolommen betekenen hetzelfde; laat er een weg
COLUMN_ALIKE = deze kolom is niet bekend; bedoelt u { $proposal }?
COLUMN_UNUSED = deze kolom wordt niet gebruikt
SECOND_CODE_COLUMN = een andere kolom bevat de code ook; deze kolom wordt niet gebruikt
MISSING_COLUMNS = { $count ->
    [one] deze kolom ontbreekt
   *[other] deze kolommen ontbreken
}: { COMMAS($columns) }
MISSING_COLUMNS_OR_DATE = { $count ->
    [one] deze kolom ontbreekt
   *[other] deze kolommen ontbreken
}: { COMMAS($columns) }; u kunt ook één datum van de grenzen voor alle regels kiezen
AT_LINE = regel { $line }: { $what }
AT_CELL = regel { $line }, kolom “{ $name }”: { $what }
REPAIR_OR_LEAVE_OUT = { $what }; verbeter de regel of laat hem weg

FILE_TOO_LARGE = het bestand is groter dan { $megabytes } MB; verdeel het
FILE_EMPTY = het bestand is leeg
NOT_UTF8 = het bestand is niet in UTF-8; het is gelezen als { $encoding }
OLD_EXCEL = dit is een oud Excel-werkboek; bewaar het als .xlsx of als CSV (UTF-8)
SQLITE_FILE = dit is een GeoPackage of een ander SQLite-bestand; alleen grenzen worden daaruit gelezen
PDF_FILE = dit is een pdf; kies een CSV-bestand of een Excel-werkboek (.xlsx)
NOT_TEXT = dit is geen tekstbestand; kies een CSV-bestand of een Excel-werkboek (.xlsx)
ZIP_FILE = dit is een zip-bestand en geen Excel-werkboek; kies het werkboek zelf (.xlsx)
BINARY_EXCEL = dit is een binair Excel-werkboek; bewaar het als .xlsx of als CSV (UTF-8)
HAS_PASSWORD = het werkboek heeft een wachtwoord; bewaar het zonder
UNREADABLE_WORKBOOK = dit werkboek is niet te lezen; bewaar het als .xlsx of als CSV (UTF-8)
DAMAGED = het bestand is beschadigd
NO_HEADER = geen kolom van de eerste regels is bekend; zet de kopregel van het invulbestand erboven
NO_SHEET = op geen blad staat een regel met bekende kolommen ({ COMMAS($sheets) }); gebruik de kopregel van het invulbestand
SHEETS_ALIKE = de bladen “{ $sheet }” en “{ $other }” hebben dezelfde kolommen; laat er een weg, of lees ze een voor een in
SHEET_READ = gelezen is het blad “{ $sheet }”; niet gelezen: { COMMAS($others) }
IN_SHEET = het blad “{ $sheet }”: { $what }
HEADER_BELOW = de kopregel is regel { $line }; wat erboven staat, is niet gelezen
NO_ROWS = onder de kopregel staan geen regels
TOO_MANY_ROWS = er zijn meer dan { NUMBER($most) } regels; verdeel het bestand
TOO_MANY_COLUMNS = er staan { $cells } cellen; een tabel heeft ten hoogste { $most } kolommen
CELL_BEYOND = er staat iets in kolom { $column }; een tabel heeft ten hoogste { $most } kolommen
TOO_MANY_CELLS = er zijn meer dan { NUMBER($most) } cellen; laat rijen, kolommen en samengevoegde cellen weg die niet bij de tabel horen
TOO_MUCH_TEXT = in de cellen staat meer dan { $megabytes } MB tekst; verdeel het bestand
TOO_MANY_WIDTHS = meer dan { NUMBER($most) } regels hebben een ander aantal cellen dan de kopregel; schrijf het bestand opnieuw
TOO_MANY_PROBLEMS = er zijn meer dan { NUMBER($most) } fouten; verbeter deze eerst: vanaf regel { $line } is niets gelezen
PART_UNPACKS_TO = een deel van het werkboek is uitgepakt groter dan { $megabytes } MB; laat weg wat niet bij de tabel hoort
WORKBOOK_UNPACKS_TO = het werkboek is uitgepakt groter dan { $megabytes } MB; laat weg wat niet bij de tabel hoort
WORKBOOK_PART = “{ $part }” in het werkboek bevat meer dan een tabel nodig heeft ({ $what }); kopieer de tabel als waarden naar een nieuw werkboek en lever dat aan
HOLDS_PARTS = meer dan { NUMBER($most) } delen
HOLDS_ELEMENTS = meer dan { NUMBER($most) } elementen
HOLDS_LONG_TAG = een tag van meer dan { NUMBER($bytes) } bytes
HOLDS_ELEMENT = meer dan { NUMBER($most) } keer <{ $name }>
HOLDS_DAMAGED_TAG = een beschadigde tag
HOLDS_LARGE_NUMBER = een te groot getal, { $name }
HOLDS_TEXT = meer dan { $megabytes } MB tekst
HOLDS_LONG_TEXT = een tekst van meer dan { $megabytes } MB
HOLDS_DEPTH = meer dan { $most } elementen in elkaar
ROWS_NOT_FILLED_IN = { $count ->
    [one] één regel die niet is ingevuld, is
   *[other] { NUMBER($count) } regels die niet zijn ingevuld, zijn
} overgeslagen
ROWS_WIDER = { $count ->
    [one] één regel over het land, een provincie of een ander gebied is overgeslagen: regel
   *[other] { NUMBER($count) } regels over het land, provincies of andere gebieden zijn overgeslagen: regels
} { COMMAS($lines) }
ROWS_SAME = { $count ->
    [one] één regel zegt hetzelfde als een regel erboven en is overgeslagen: regel
   *[other] { NUMBER($count) } regels zeggen hetzelfde als een regel erboven en zijn overgeslagen: regels
} { COMMAS($lines) }
ROWS_ERASED = { $count ->
    [one] in één regel is “{ $field }” leeg waar nu iets is vastgelegd, en wordt gewist: regel
   *[other] in { NUMBER($count) } regels is “{ $field }” leeg waar nu iets is vastgelegd, en wordt gewist: regels
} { COMMAS($lines) }; laat de kolom weg om dat te houden
DATES_FAR_AHEAD = { $count ->
    [one] één datum ligt
   *[other] { NUMBER($count) } datums liggen
} meer dan een jaar vooruit, tot { DATE($latest) }; kloppen ze? { $count ->
    [one] Regel
   *[other] Regels
} { COMMAS($lines) }
ROWS_ALIKE = { $count ->
    [one] één regel zegt hetzelfde
   *[other] { NUMBER($count) } regels zeggen hetzelfde
}, elk van een andere gemeente: { COMMAS($said) }
THINGS_WRONG = { $count ->
    [one] er is één fout
   *[other] er zijn { NUMBER($count) } fouten
}; er is niets ingelezen
MORE_ALIKE = { $count ->
    [one] en nog één van deze soort, op regel
   *[other] en nog { NUMBER($count) } van deze soort, op regels
} { COMMAS($lines) }
LAYER_OF_BOUNDARIES = alleen een GeoPackage met grenzen heeft lagen; laat dat veld leeg
LAYER_OF_GEOPACKAGE = alleen een GeoPackage heeft lagen; laat dat veld leeg
TOO_MANY_REPAIRS = dit zijn meer dan { NUMBER($most) } verbeteringen; verbeter het bestand zelf
NO_ROW_ON_LINE = er is geen regel { $line }
NOTHING_LEFT = er blijft niets van het bestand over; gooi het liever weg
IMPORT_OUTDATED = sinds het bestand is bekeken, is er iets anders vastgelegd, en daardoor { $count ->
    [one] is regel
   *[other] zijn regels
} { COMMAS($lines) } anders; bekijk het opnieuw en leg het dan vast
IMPORT_CLOSED = het bestand is { $state ->
    [COMMITTED] al vastgelegd
    [DISCARDED] weggegooid
    [UNDONE] ongedaan gemaakt
   *[other] nog niet vastgelegd
}
IMPORT_TAKEN = iemand anders heeft dit bestand intussen vastgelegd, ongedaan gemaakt of weggegooid
