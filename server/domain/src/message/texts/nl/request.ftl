# Waarom een verzoek wordt geweigerd.

RANKING_CLOSED = de volgorde voor voorlichting is op deze server niet openbaar
EVERYTHING_CLOSED = deze server antwoordt alleen wie een account heeft
INTERNAL_CLOSED = dit is intern: alleen voor wie voorlicht of beheert, en voor een regio wat van die regio zelf is; meld u aan
INTERNAL_FILTER_CLOSED = filteren of ordenen op voorlichting is intern; meld u aan
STAFF_ONLY = alleen wie voorlicht of beheert, mag dit
ADMIN_ONLY = alleen een beheerder mag dit
TOKEN_READS_ONLY = met dit token kunt u alleen lezen
OWN_REGIONS_ONLY = alleen wie voorlicht of beheert, mag dit, en een regio voor de eigen gemeenten
NOT_YOURS = dit kunt u niet wijzigen: u kunt alleen wijzigen wat van uw eigen regio’s is
NOT_SIGNED_IN = u bent niet aangemeld; meld u eerst aan
BAD_TOKEN = het token is niet juist, ingetrokken of verlopen
CROSS_SITE = een pagina van een andere site stuurde dit
WRONG_CREDENTIALS = het e-mailadres of het wachtwoord is niet juist
TOO_MANY_ATTEMPTS = dit mislukte te vaak; probeer het over { NUMBER($seconds) } seconden opnieuw
SIGN_IN_USED = dit is al gebruikt of verlopen; begin opnieuw
SIGN_IN_UNWRITTEN = de database is nu niet te beschrijven; probeer het later opnieuw
SIGN_IN_DISK_FULL = de schijf van de database is vol; probeer het later opnieuw
TOO_OFTEN = dat was veel in korte tijd; probeer het over { $minutes } { $minutes ->
    [one] minuut
   *[other] minuten
} opnieuw, of neem contact op met CoMensha
TEMPLATES_CLOSED = voor invulbestanden is hier een account nodig
AUDIT_CLOSED = het logboek is voor beheerders

BODY_TOO_LARGE = dit is groter dan { NUMBER($bytes) } bytes; stuur minder
BODY_TOO_SLOW = dit kwam te langzaam binnen; stuur het opnieuw
BODY_BROKEN = het versturen brak af; stuur het opnieuw
BODY_EMPTY = het bestand is leeg
TOO_MANY_BODIES = er wordt nu veel tegelijk verstuurd; probeer het over een paar seconden opnieuw
NOT_JSON = stuur JSON, met content-type application/json
NOT_JSON_QUESTION = stuur de vraag met content-type application/json
NOT_FILE = stuur het bestand zelf, met content-type application/octet-stream
BAD_BODY = dit is niet de JSON die hier hoort; de documentatie van de API noemt de velden
ASKED_TOO_MUCH = dat waren veel vragen in korte tijd; probeer het straks opnieuw
TIMED_OUT = het antwoord liet te lang op zich wachten; vraag minder, of probeer het later opnieuw. Een wijziging kan toch zijn vastgelegd: kijk in het logboek voordat u die herhaalt
SERVER_BUSY = het is nu druk op de server; probeer het straks opnieuw
TOO_MANY_UPLOADS = met dit account wordt al zoveel aangeleverd als tegelijk mag; wacht tot dat klaar is
TOO_MANY_UPLOADS_OF_ALL = anderen leveren nu veel bestanden aan; probeer het over een minuut opnieuw
UPLOAD_NOT_KEPT = het bestand past niet op de schijf van de server; probeer het later opnieuw
TOO_MANY_FOLLOWERS = er zijn nu al veel anderen die de wijzigingen volgen
TOO_MANY_SUBSCRIPTIONS = een verbinding heeft ten hoogste { $most } subscriptions; beëindig er een, of volg verschillende velden met één
TOO_MANY_FEEDS = er worden nu al veel verschillende vragen gevolgd; volg alleen `changed`, zoals anderen doen
UNKNOWN_KIND = alleen grenzen, regio’s, inwoners, afspraken, documenten en oordelen worden ingelezen
TEMPLATE_UNKNOWN = vraag /import/template/verdicts.xlsx, een andere soort, of .csv
TEMPLATE_OF_BOUNDARIES = voor grenzen is er geen invulbestand: grenzen zijn vlakken
TEMPLATE_PART = “{ $part }” is geen deel van deze soort; laat het weg, of vraag `coverage` of `regions`
TEMPLATE_FAILED = het invulbestand kon niet worden gemaakt
REGION_WRITTEN = schrijf de regio als vng-platform/RP02
AUDIT_LINES = vraag op actor, subject, from en to
AUDIT_UNREAD = het logboek is nu niet te lezen; probeer het straks opnieuw
NO_QUESTION = stuur de vraag: `query` in de inhoud, of ?query= in het adres
BAD_QUESTION_ADDRESS = dit adres is geen vraag; schrijf query en variables (JSON) als ?query=&variables=
BAD_QUESTION = dit is geen vraag, op regel { $line } kolom { $column }: stuur query en variables als JSON in UTF-8
HASH_OF_ANOTHER = de hash is niet die van het document; stuur de SHA-256 van `query`, hexadecimaal
BATCH_NOT_SERVED = stuur één vraag per verzoek
MUTATION_BY_GET = stuur een wijziging met POST
ONLY_SUBSCRIPTIONS = over een WebSocket gaat alleen een subscription
NOT_ON_SAFELIST = zonder account beantwoordt deze server alleen de vragen van zijn lijst; vraag de beheerder om uw vraag erop te zetten, of gebruik een token
ANSWER_TOO_LONG = het antwoord duurde langer dan { $seconds ->
    [one] één seconde
   *[other] { NUMBER($seconds) } seconden
}; vraag minder tegelijk
ANSWER_TOO_LARGE = het antwoord werd groter dan { NUMBER($bytes) } bytes; vraag minder regels, of grenzen met minder detail
CLIENT_LEFT = de verbinding is verbroken voordat het antwoord er was
NOT_READ_BACK = de wijziging is bewaard, maar nu niet terug te lezen; lees die straks opnieuw
OUT_OF_RANGE = `{ $argument }` is { $given }; geef { $range }
EMPTY_BOX = de rechthoek op de kaart is leeg: { $cause }
UNKNOWN_REGION_SET = er is geen indeling “{ $set }”
UNKNOWN_REGION = er is geen regio “{ $region }”
UNKNOWN_BLOCK = er is geen bouwsteen “{ $block }” in het geldende kader
UNKNOWN_MUNICIPALITY = op de gevraagde datum was er geen gemeente met code { $code }
TOO_MANY_POINTS = de tijdlijn van { DATE($from) } tot { DATE($to) } heeft meer dan { NUMBER($most) } punten; kies een grotere stap of een kortere periode
BAD_FACTOR = het gewicht van { $factor } is { $given }; geef een getal van 0 tot 1000
ALL_WEIGHTS_ZERO = elk gewicht is 0; geef ten minste één factor een gewicht boven 0

SHEET_OF_MUNICIPALITY = vraag /sheet/GM0344.pdf of /sheet/GM0344.docx
SHEET_OF_REGION = vraag /sheet/vng-platform/RP02.pdf of /sheet/vng-platform/RP02.docx
SHEETS_CLOSED = voor voorlichtingsbladen is hier een account nodig
SHEET_ABSENT = op deze datum is er geen gemeente of regio met deze code
SHEET_PARAMETER = “{ $given }” hoort hier niet; geef `code` voor elke gemeente, en eventueel `date` en `format` (pdf of docx), elk één keer
SHEET_FORMAT = “{ $given }” is geen vorm; vraag pdf of docx
SHEET_CODES = noem de gemeenten: /sheet/batch.zip?code=GM0344&code=GM0363
SHEETS_MOST = dit zijn { NUMBER($count) } gemeenten; vraag er ten hoogste { NUMBER($most) } tegelijk
SHEETS_TWICE = vaker dan één keer gevraagd: { COMMAS($codes) }; noem elke gemeente één keer
SHEETS_ABSENT = op deze datum zijn er geen gemeenten { COMMAS($codes) }; laat ze weg of kies een andere datum
SHEETS_INTERNAL = de voorlichtingsbladen van een campagne zijn intern
SHEETS_OF_NO_CAMPAIGN = er is geen campagne met dit kenmerk, of geen gemeente ervan die voor u is
SHEETS_BUSY = anderen halen nu veel voorlichtingsbladen op; probeer het over een minuut opnieuw
SHEET_FAILED = het voorlichtingsblad kon niet worden gemaakt
