# What is wrong with outlines of municipalities, what was repaired, and what goes into what.

IN_FEATURE = feature { $feature }: { $what }
IN_FEATURE_AT = feature { $feature } at { $x }, { $y }: { $what }
IN_FEATURES = { $count ->
    [one] feature
   *[other] { $count } features,
} { COMMAS($features) }: { $what }
NO_OUTLINE_DATE = a file of outlines does not say from which date they hold; give it with --date 2022-01-01
OUTLINE_LEFT_OUT = feature { $feature } cannot be left out: every municipality has an outline
NO_FEATURES = there are no features in it
NOT_GEOJSON = this is no GeoJSON FeatureCollection: { $cause }
UNKNOWN_CRS = the coordinate reference system { $name } is not understood; give RD New (EPSG:28992) or WGS84 longitude, latitude (EPSG:4326, CRS84)
OTHER_CRS = the positions look like those of { $name }; give RD New (EPSG:28992) or WGS84 longitude, latitude (EPSG:4326, CRS84)
NOT_GEOPACKAGE = this is no GeoPackage that can be read: { $cause }
NO_SUCH_LAYER = there is no layer { $given }; the file has: { COMMAS($layers) }; give it with --layer
WHICH_LAYER = the file has no single layer; name one of: { COMMAS($layers) }; give it with --layer
LAYER_NOT_TABLE = the layer { $layer } is no plain table; copy it into one
LAYER_NO_COLUMN = the layer { $layer } has no column { $column }; it has: { COMMAS($columns) }
NO_SUCH_TABLE = this is no GeoPackage that can be read: it has no table { $table }
FILE_HOLDS_MORE = the file has more than { $most } { $counted ->
    [FEATURES] features
    [LAYERS] layers
    [TABLES] tables, views and triggers
    [BYTES] bytes of geometry
   *[POSITIONS] positions
}; simplify it first
PUT_TOGETHER = feature { $feature } has the same code and name; they are put together
PARTS_PUT_TOGETHER = other features have the same code and name; they are put together
EMPTY_PART = an empty part was left out
FLAT_PART = a part without area (fewer than three corners) was left out
FLAT_HOLE = a hole without area was left out
RING_CLOSED = a ring that did not end where it began was closed
POSITIONS_REPEATED = { $count ->
    [one] a repeated position was left out
   *[other] { $count } repeated positions were left out
}
SPIKE = a spike, out and back on the same line, was left out
DRAWN_ANEW = the rings crossed, touched or covered each other { $places ->
    [one] here
   *[other] here and in other places ({ $places } in all)
}; the area was drawn anew
RINGS_TURNED = { $count ->
    [one] a ring that ran the wrong way round was turned
   *[other] { $count } rings that ran the wrong way round were turned
}
OUTLINE_CODE_READ = the code "{ $given }" is read as { $code }
OUTLINE_CODES_READ = the codes are read as GM and four digits
GEOPACKAGE_WAS_OPEN = the GeoPackage was open in another program when it was copied; its last edits may be missing: close it there and copy it again
ASSUMED_RD_NEW = the file names no coordinate reference system; its positions are read as RD New (EPSG:28992)
OUTLINE_NAME_MISSING = the name is missing; fill in statnaam
OUTLINE_NAME_LONG = the name is longer than { $most } characters; shorten it
OUTLINE_CODE_MISSING = the code is missing; fill in statcode
OUTLINE_CODE_MALFORMED = the code "{ $given }" is malformed; give GM and four digits
OUTLINE_CODES_MALFORMED = the codes are malformed; give GM and four digits
OUTLINE_CODE_TWICE = the code { $code } is also that of feature { $feature }; give each code once
OUTLINE_CODES_TWICE = the codes are those of other features as well; give each code once
GEOMETRY_EMPTY = the geometry is empty; draw the area
GEOMETRY_FLAT = the geometry has no area; draw the area
GEOMETRY_MISSING = there is no geometry; give a Polygon or MultiPolygon
GEOMETRY_MALFORMED = this is no GeoJSON geometry: { $cause }
GEOMETRY_OF_LINES = a { $kind } is no area; give a Polygon or MultiPolygon
GEOMETRY_DAMAGED = { $part ->
    [BEGINNING] this is no GeoPackage geometry
    [EXTENDED_TYPE] the geometry is of an extended type
    [HEADER] the geometry's header is damaged
    [END] the geometry ends too soon
   *[RINGS] the geometry is damaged
}; write the file again, as MultiPolygon
GEOMETRY_ARCS = the geometry has arcs; convert it to straight lines (in QGIS: Convert curved geometries), and write it as MultiPolygon
GEOMETRY_LARGE = the geometry has more than { $most } positions; simplify it
STRAY_NOT_NUMBER = { $count ->
    [one] this position is
   *[other] this position and others ({ $count } in all) are
} no number; correct it
STRAY_EXCHANGED = { $count ->
    [one] this position has
   *[other] this position and others ({ $count } in all) have
} its numbers exchanged; give longitude (x) first
STRAY_LIKE_RD = { $count ->
    [one] this position looks
   *[other] this position and others ({ $count } in all) look
} like RD New; say so with a crs member, or give longitude and latitude
STRAY_LIKE_DEGREES = { $count ->
    [one] this position looks
   *[other] this position and others ({ $count } in all) look
} like degrees; give metres of RD New, or leave out the crs member
STRAY_FAR = { $count ->
    [one] this position lies
   *[other] this position and others ({ $count } in all) lie
} far from the Netherlands; correct it
RINGS_INTRICATE = the rings are too intricate to check; simplify them
RINGS_CANCEL_OUT = the rings cancel each other out; draw the area

NO_AREAS = there are no areas; give at least one
AREA_TWICE = { $code } is given twice; give each code once
AREA_POSITION = { $code }: the position { $x }, { $y } lies outside the area of use of the projection; correct the position
AREA_COLLAPSED = { $code } has no area left once positions within 0.1 m are taken as one; draw it again
BORDERS_INTRICATE = the borders are too intricate to check; simplify them first
AREAS_OVERLAP = areas lie over each other: { COMMAS($places) }; correct the borders there
AREAS_APART = { $count ->
    [one] there is a gap between neighbours
   *[other] there are { $count } gaps between neighbours
}, { $square_metres } m² in all: { COMMAS($places) }; draw the border between them once, for both
NEIGHBOURS_PARTED = { $count ->
    [one] two municipalities that were neighbours do
   *[other] { $count } pairs of municipalities that were neighbours do
} not touch any more: { COMMAS($places) }; draw the border between them once, for both
OUTLINE_MOVED = its outline moved by { NUMBER($metres) } m at most
OUTLINES_MOVED = { $count ->
    [one] one outline moved
   *[other] { $count } outlines moved
}; { $name } ({ $code }) farthest, by { NUMBER($metres) } m
AREAS_NEW = { $count } municipalities did not exist on { $date }: { COMMAS($areas) }; leave them out or give the date on which they began
AREAS_RENAMED = { $count } municipalities are called otherwise on record: { COMMAS($areas) }; write the names on record
AREAS_MISSING = { $count } municipalities are missing: { COMMAS($areas) }; add their outlines
BOUNDARIES_RANGE = boundaries are kept from { $first } up to { $last }
NO_EDITION = no boundaries begin on { $date }; replace those of a date on record or add one after { $last }
AREA_NEW = { $code } ({ $name }) did not exist on { $date }; leave it out or give the date on which it began
AREA_RENAMED = { $code } is called `{ $name }` here and `{ $known }` on record; write the name on record
AREA_MISSING = { $code } ({ $name }) is missing; add its outline
PROVISIONAL_RUBRIC = there was no rubric on record: the shipped, provisional one is in force
NOTHING_WENT_INTO = this municipality is new, and nothing went into it
GOES_WHOLLY_NEW = { $from_name } ({ $from }) goes wholly into { $to_name } ({ $to }), which is new
GOES_WHOLLY_KEPT = { $from_name } ({ $from }) goes wholly into { $to_name } ({ $to }), which keeps its code and grows
GOES_PARTLY_NEW = { $percent } % of { $from_name } ({ $from }) goes into { $to_name } ({ $to }), which is new
GOES_PARTLY_KEPT = { $percent } % of { $from_name } ({ $from }) goes into { $to_name } ({ $to }), which keeps its code and grows
BORDER_MOVED = its border was moved: { $percent } % of its area lies in { $to } now; verdicts stay as they are
GOES_MOSTLY_NEW = { NUMBER($percent) } % of { $from_name } ({ $from }) goes into { $to_name } ({ $to }), which is new, and counts as all of it; the rest goes into { AND($rest) }
GOES_MOSTLY_KEPT = { NUMBER($percent) } % of { $from_name } ({ $from }) goes into { $to_name } ({ $to }), which keeps its code and grows, and counts as all of it; the rest goes into { AND($rest) }
BORDER_GAINED = its border was moved: { NUMBER($percent) } % of the area of { $from } lies in it now; verdicts stay as they are
INHABITANTS_INEXACT = the inhabitants of { $name } ({ $code }) are about right: { AND($parts) }; import the exact number
AREA_UNACCOUNTED = { $name } ({ $code }) ends, and { $percent } % of its area is accounted for
INHABITANTS_UNKNOWN = the inhabitants of { $name } ({ $code }) do not follow from those before; import them
REGION_UNDECIDED = { $code } ({ $name }) lies in no region of `{ $set }` yet: its predecessors do not agree; import its membership
