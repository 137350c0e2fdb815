# Wat een wijziging in de weg staat, en wat zij meebracht.

LIST_TOO_LONG = dit zijn er meer dan { NUMBER($most) }
ITEM_EMPTY = dit is leeg; laat het weg
DATE_IN_FUTURE = { DATE($date) } ligt in de toekomst
DATE_BEFORE = kies een datum die niet vóór { DATE($first) } ligt
MUNICIPALITIES_COUNT = kies 1 tot { NUMBER($most) } gemeenten
MUNICIPALITIES_MOST = kies ten hoogste { NUMBER($most) } gemeenten
NO_REGION = deze regio is niet bekend ({ $region })
HEIR_TAKES_PLACE = { $name } ({ $code }) is op { DATE($ended) } opgeheven; { $heir_name } ({ $heir }) staat er nu voor in de plaats
HEIR_TOOK_PLACE = { $name } ({ $code }) is opgeheven; { $heir_name } ({ $heir }) staat er nu voor in de plaats
GIVEN_TWICE = { $given } staat er twee keer in
ID_TWICE = dit kenmerk staat er twee keer
BAD_ID = gebruik alleen kleine letters, cijfers en streepjes, zoals focal-point
REGION_OR_MUNICIPALITY = kies een regio of een gemeente, en niet beide

AGES_REVERSED = deze leeftijd ({ $to }) ligt onder de eerste ({ $from })
BAD_FTE = schrijf een getal van 0 tot en met 1.000, zoals 0,6
BAD_CONTACT_EMAIL = schrijf een e-mailadres, met een @
ARRANGEMENT_ENDED = de afspraak eindigt al op { DATE($ended) }
ARRANGEMENT_WITHOUT_ID = een afspraak heeft een kenmerk nodig
ARRANGEMENT_UNCOVERED = afspraak “{ $id }” noemt nog geen gemeente; lees in voor welke zij geldt
DOCUMENT_WITHOUT_ID = een document heeft een kenmerk nodig
DOCUMENT_UNCOVERED = document “{ $id }” noemt nog geen gemeente; lees in voor welke het geldt
NO_ARRANGEMENT_YET = er is geen afspraak “{ $id }”; lees eerst de afspraken in
NO_DOCUMENT_YET = er is geen document “{ $id }”; lees eerst de documenten in
NO_LONGER_NAMES = “{ $id }” noemt { $code } van { DATE($date) } niet meer: het bestand noemt die niet
BOTTLENECK_RESOLVED = het knelpunt is al opgelost op { DATE($date) }

NO_BUILDING_BLOCK = deze bouwsteen is niet bekend ({ $block })
NO_SUCH_RUBRIC = er is geen kader “{ $rubric }”
RUBRIC_NO_BLOCK = in kader { $rubric } is geen bouwsteen “{ $block }”
VERDICT_TWICE = regel { $row } geeft een oordeel over dezelfde bouwsteen en datum
NOT_FOR_PEOPLE = { $established } legt niemand vast: het volgt uit de gegevens
NEEDS_ASSESSMENT = zonder beoordeling is dit niet bekend ({ $verdict }); zeg hoe het is vastgesteld
RUBRIC_ID_USED = dit kenmerk is al gebruikt ({ $id }); kies een ander
RUBRIC_DATE = kies een datum na { DATE($last) }, waarop kader { $rubric } ingaat
BLOCK_UNDERIVED = er is geen bouwsteen “{ $block }”: vanaf { DATE($from) } wordt daarvoor niets afgeleid
NO_THEMES = geef ten minste één thema
BLOCKS_COUNT = geef 1 tot { NUMBER($most) } bouwstenen
BAD_WEIGHT = geef een gewicht boven 0, ten hoogste { NUMBER($most) }
NO_ORIGIN = de vorige versie kent deze bouwsteen niet ({ $block })

ALREADY_TARGET = { $code } staat al in deze campagne; haal die gemeente uit de keuze
BAD_GOAL = geef een aantal gemeenten van 1 tot en met 1.000
BRIEFING_IN_FUTURE = deze datum ligt in de toekomst; leg de voorlichting vast als gepland
REGIONAL_BRIEFING = kies de regio van een regionale voorlichting
CAMPAIGN_BEGINS = de campagne begint op { DATE($date) }; eerder kan er geen voorlichting in zijn gegeven
BRIEFING_PLANNED = de voorlichting is gepland op { DATE($date) }, in de toekomst; leg die vast op de dag waarop u die gaf

BAD_SET_ID = “{ $given }” is geen kenmerk van een indeling; schrijf kleine letters, cijfers en streepjes, zoals vng-platform
REGION_SET_ALIKE = er is geen indeling “{ $given }”; bedoelt u { $proposal }?
REGION_SET_NEW = de indeling { $set } is nieuw; zij heet “{ $title }”
REGION_SET_EXISTS = er is al een indeling “{ $set }”
NO_REGION_YET = er is geen regio { $region }; lees eerst de regio’s in
INHABITANTS_LEAP = { $code }: { NUMBER($now) } inwoners is een sprong vanaf de { NUMBER($before) } van { DATE($date) }; kijk of dit klopt

UNKNOWN_ID = er is geen { $kind ->
    [account] account
    [arrangement] afspraak
    [bottleneck] knelpunt
    [briefing] voorlichting
    [campaign] campagne
    [change] wijziging
    [correction] voorstel
    [import] bestand
    [link] link
    [person] persoon
    [region] regio
    [request] aanvraag
    [rubric] kader
    [theme] thema
    [token] token
    [municipality] gemeente
   *[other] gegeven
} “{ $id }”
UNDO_NOT_ALLOWED = dit kunt u niet ongedaan maken: een beheerder kan alles, een voorlichter wat over gemeenten gaat, een regio wat zij zelf deed
CHANGED_MEANWHILE = iemand anders heeft dit intussen gewijzigd ({ COMMAS($changes) }); bekijk beide en bewaar opnieuw
RECORDED_MEANWHILE = er is intussen iets vastgelegd; bekijk het bestand opnieuw
DECIDED_MEANWHILE = iemand anders heeft hierover intussen beslist; bekijk de lijst opnieuw
NO_BLOCK_IN_FORCE = deze bouwsteen is niet bekend ({ $block })
BLOCK_TWICE = deze bouwsteen staat er twee keer in
CHECK_LINK_USED = deze link is al gebruikt of verlopen; vraag een nieuwe
PUBLIC_DATA_STAY = de gegevens die meekwamen, gaan niet terug; verbeter wat niet klopt
UNDONE_ALREADY = wijziging { $revision } is al ongedaan gemaakt, door wijziging { $by }
NOTHING_TO_UNDO = wijziging { $revision } deed niets dat ongedaan kan worden gemaakt
ALL_CHANGED_SINCE = alles wat wijziging { $revision } deed, is sindsdien veranderd; er is niets ongedaan gemaakt
LEFT_WITHOUT = { $record } zou niet meer hebben waar het bij hoort; maak dat eerst ongedaan
INVENTED_VERDICTS = de database bevat verzonnen oordelen; begin een andere met `serve --demo`
PUBLIC_DATA_NEVER_LOADED = de publieke gegevens zijn nooit in deze database geladen
PUBLIC_DATA_NEWER = editie { $known } van de publieke gegevens is vastgelegd, later dan de { $own } van dit programma; gebruik een nieuwer programma
NO_SUCH_MUNICIPALITY = deze gemeente is er vandaag niet
NOTHING_INHERITED = { $code } heeft niets overgenomen dat bevestigd kan worden
DECIDED_ALREADY = hierover is al beslist
KEPT_AS_IS = blijft zoals het is: { $record }
RECORD_EXISTS = dit is al vastgelegd ({ $record }); lees het opnieuw en verbeter dat
TEXT_NOT_KEPT = een tekst bevat een teken dat niet bewaard kan worden; laat het weg
