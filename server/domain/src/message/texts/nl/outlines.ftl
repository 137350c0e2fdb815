# Wat er mis is met grenzen van gemeenten, wat is hersteld, en wat waarin opgaat.

IN_FEATURE = vlak { $feature }: { $what }
IN_FEATURE_AT = vlak { $feature } bij { $x }, { $y }: { $what }
IN_FEATURES = { $count ->
    [one] vlak
   *[other] { NUMBER($count) } vlakken,
} { COMMAS($features) }: { $what }
NO_OUTLINE_DATE = een bestand met grenzen zegt niet vanaf welke datum ze gelden; vul die datum in
OUTLINE_LEFT_OUT = vlak { $feature } kan niet worden weggelaten: elke gemeente heeft een grens
NO_FEATURES = er staan geen grenzen in het bestand
NOT_GEOJSON = dit is geen GeoJSON met een FeatureCollection
UNKNOWN_CRS = het coördinatenstelsel { $name } wordt niet gelezen; lever RD New (EPSG:28992) of WGS84 met lengte en breedte (EPSG:4326)
OTHER_CRS = de punten lijken die van { $name }; lever RD New (EPSG:28992) of WGS84 met lengte en breedte (EPSG:4326)
NOT_GEOPACKAGE = dit GeoPackage is niet te lezen
NO_SUCH_LAYER = er is geen laag { $given }; vul in welke laag wordt gelezen; het bestand heeft: { COMMAS($layers) }
WHICH_LAYER = vul in welke laag wordt gelezen; het bestand heeft: { COMMAS($layers) }
LAYER_NOT_TABLE = de laag { $layer } is geen gewone tabel; kopieer die naar een gewone tabel
LAYER_NO_COLUMN = in de laag { $layer } ontbreekt de kolom { $column }; zij heeft: { COMMAS($columns) }
NO_SUCH_TABLE = dit GeoPackage is niet te lezen: de tabel { $table } ontbreekt
FILE_HOLDS_MORE = het bestand heeft meer dan { NUMBER($most) } { $counted ->
    [FEATURES] vlakken
    [LAYERS] lagen
    [TABLES] tabellen
    [BYTES] bytes aan geometrie
   *[POSITIONS] punten
}; vereenvoudig het eerst
PUT_TOGETHER = vlak { $feature } heeft dezelfde code en naam; ze zijn samengevoegd
PARTS_PUT_TOGETHER = vlakken met dezelfde code en naam zijn samengevoegd
EMPTY_PART = een leeg deel is weggelaten
FLAT_PART = een deel zonder oppervlakte is weggelaten
FLAT_HOLE = een gat zonder oppervlakte is weggelaten
RING_CLOSED = een ring die niet eindigde waar hij begon, is gesloten
POSITIONS_REPEATED = { $count ->
    [one] een herhaald punt is weggelaten
   *[other] { NUMBER($count) } herhaalde punten zijn weggelaten
}
SPIKE = een uitstekende lijn, heen en terug, is weggelaten
DRAWN_ANEW = ringen kruisten, raakten of bedekten elkaar (plaatsen: { NUMBER($places) }); het vlak is opnieuw getekend
RINGS_TURNED = { $count ->
    [one] een ring die verkeerd om liep, is omgedraaid
   *[other] { NUMBER($count) } ringen die verkeerd om liepen, zijn omgedraaid
}
OUTLINE_CODE_READ = de code “{ $given }” is gelezen als { $code }
OUTLINE_CODES_READ = de codes zijn gelezen als GM en vier cijfers
GEOPACKAGE_WAS_OPEN = het GeoPackage stond open in een ander programma toen het werd gekopieerd; de laatste wijzigingen kunnen ontbreken: sluit het daar en kopieer het opnieuw
ASSUMED_RD_NEW = het bestand noemt geen coördinatenstelsel; de punten zijn gelezen als RD New (EPSG:28992)
OUTLINE_NAME_MISSING = de naam ontbreekt; vul statnaam in
OUTLINE_NAME_LONG = de naam is langer dan { $most } tekens; kort hem in
OUTLINE_CODE_MISSING = de code ontbreekt; vul statcode in
OUTLINE_CODE_MALFORMED = de code “{ $given }” is niet goed; vul GM en vier cijfers in
OUTLINE_CODES_MALFORMED = de codes zijn niet goed; vul GM en vier cijfers in
OUTLINE_CODE_TWICE = de code { $code } is ook die van vlak { $feature }; geef elke code één keer
OUTLINE_CODES_TWICE = de codes zijn ook die van andere vlakken; geef elke code één keer
GEOMETRY_EMPTY = er is geen vlak; teken de grens
GEOMETRY_FLAT = het vlak heeft geen oppervlakte; teken de grens
GEOMETRY_MISSING = er is geen vlak; lever een Polygon of MultiPolygon
GEOMETRY_MALFORMED = dit is geen GeoJSON-geometrie
GEOMETRY_OF_LINES = een { $kind } is geen vlak; lever een Polygon of MultiPolygon
GEOMETRY_DAMAGED = de geometrie { $part ->
    [EXTENDED_TYPE] is van een uitgebreid type
    [END] houdt te vroeg op
   *[RINGS] is beschadigd
}; schrijf het bestand opnieuw, als MultiPolygon
GEOMETRY_ARCS = in de grens zitten bogen; zet die om naar rechte lijnen (in QGIS: Gebogen geometrieën omzetten) en bewaar het vlak als MultiPolygon
GEOMETRY_LARGE = de geometrie heeft meer dan { NUMBER($most) } punten; vereenvoudig die
STRAY_NOT_NUMBER = een punt is geen getal (aantal: { NUMBER($count) }); verbeter het
STRAY_EXCHANGED = van een punt zijn de getallen verwisseld (aantal: { NUMBER($count) }); geef de lengte (x) eerst
STRAY_LIKE_RD = een punt lijkt RD New (aantal: { NUMBER($count) }); noem dat stelsel, of geef lengte en breedte
STRAY_LIKE_DEGREES = een punt lijkt in graden (aantal: { NUMBER($count) }); geef meters van RD New, of laat het stelsel weg
STRAY_FAR = een punt ligt ver van Nederland (aantal: { NUMBER($count) }); verbeter het
RINGS_INTRICATE = de ringen zijn te ingewikkeld; vereenvoudig ze
RINGS_CANCEL_OUT = de ringen heffen elkaar op; teken de grens

NO_AREAS = er zijn geen gebieden; geef er ten minste een
AREA_TWICE = { $code } staat er twee keer in; geef elke code één keer
AREA_POSITION = { $code }: het punt { $x }, { $y } valt buiten het gebied van de projectie; verbeter het
AREA_COLLAPSED = van { $code } blijft geen vlak over als punten binnen 0,1 m als één gelden; teken het opnieuw
BORDERS_INTRICATE = de grenzen zijn te ingewikkeld; vereenvoudig ze eerst
AREAS_OVERLAP = gebieden liggen over elkaar: { COMMAS($places) }; verbeter daar de grenzen
AREAS_APART = { $count ->
    [one] tussen buren ligt een gat
   *[other] tussen buren liggen { NUMBER($count) } gaten
}, samen { NUMBER($square_metres) } m²: { COMMAS($places) }; teken de grens ertussen één keer, voor beide
NEIGHBOURS_PARTED = { $count ->
    [one] twee gemeenten die buren waren, raken elkaar
   *[other] { NUMBER($count) } paren gemeenten die buren waren, raken elkaar
} niet meer: { COMMAS($places) }; teken de grens ertussen één keer, voor beide
OUTLINE_MOVED = de grens is ten hoogste { NUMBER($metres) } m verlegd
OUTLINES_MOVED = { $count ->
    [one] één grens is verlegd
   *[other] { NUMBER($count) } grenzen zijn verlegd
}; die van { $name } ({ $code }) het verst, { NUMBER($metres) } m
AREAS_NEW = { NUMBER($count) } gemeenten bestonden niet op { DATE($date) }: { COMMAS($areas) }; laat ze weg of geef de datum waarop zij begonnen
AREAS_RENAMED = { NUMBER($count) } gemeenten heten anders dan is vastgelegd: { COMMAS($areas) }; schrijf de vastgelegde namen
AREAS_MISSING = { NUMBER($count) } gemeenten ontbreken: { COMMAS($areas) }; voeg hun grenzen toe
BOUNDARIES_RANGE = grenzen worden bewaard van { DATE($first) } tot { DATE($last) }
NO_EDITION = op { DATE($date) } gaan geen grenzen in; vervang die van een bekende datum, of voeg er toe na { DATE($last) }
AREA_NEW = { $name } ({ $code }) bestond niet op { DATE($date) }; laat die weg of geef de datum waarop de gemeente begon
AREA_RENAMED = { $code } heet hier “{ $name }” en is vastgelegd als “{ $known }”; schrijf de vastgelegde naam
AREA_MISSING = { $name } ({ $code }) ontbreekt; voeg de grens toe
PROVISIONAL_RUBRIC = er was nog geen kader: het meegeleverde, voorlopige kader geldt nu
NOTHING_WENT_INTO = deze gemeente is nieuw, en niets ging erin op
GOES_WHOLLY_NEW = { $from_name } ({ $from }) gaat helemaal op in { $to_name } ({ $to }), die nieuw is
GOES_WHOLLY_KEPT = { $from_name } ({ $from }) gaat helemaal op in { $to_name } ({ $to }), die de code houdt en groeit
GOES_PARTLY_NEW = { NUMBER($percent) } % van { $from_name } ({ $from }) gaat naar { $to_name } ({ $to }), die nieuw is
GOES_PARTLY_KEPT = { NUMBER($percent) } % van { $from_name } ({ $from }) gaat naar { $to_name } ({ $to }), die de code houdt en groeit
BORDER_MOVED = de grens is verlegd: { NUMBER($percent) } % van het gebied ligt nu in { $to }; oordelen blijven zoals ze zijn
GOES_MOSTLY_NEW = { NUMBER($percent) } % van { $from_name } ({ $from }) gaat naar { $to_name } ({ $to }), die nieuw is, en geldt als alles; de rest gaat naar { AND($rest) }
GOES_MOSTLY_KEPT = { NUMBER($percent) } % van { $from_name } ({ $from }) gaat naar { $to_name } ({ $to }), die de code houdt en groeit, en geldt als alles; de rest gaat naar { AND($rest) }
BORDER_GAINED = de grens is verlegd: { NUMBER($percent) } % van het gebied van { $from } ligt er nu in; oordelen blijven zoals ze zijn
INHABITANTS_INEXACT = de inwoners van { $name } ({ $code }) zijn bij benadering: { AND($parts) }; lees het juiste aantal in
AREA_UNACCOUNTED = { $name } ({ $code }) houdt op, en maar van { $percent } % van het gebied is bekend waar het heen gaat
INHABITANTS_UNKNOWN = de inwoners van { $name } ({ $code }) volgen niet uit die van daarvoor; lees ze in
REGION_UNDECIDED = { $name } ({ $code }) ligt nog in geen regio van { $set }: de gemeenten van daarvoor liggen niet in dezelfde; lees in waar zij bij hoort
