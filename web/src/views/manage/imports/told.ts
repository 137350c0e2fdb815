import type { Gaps, TextKey, Writer } from '../../../lib/texts/model';

type Rule = readonly [pattern: RegExp, key: TextKey, gaps: (writer: Writer, found: string[]) => Gaps];

const none = (): Gaps => ({});

/** What the server says of cells and files in English, as the texts of this client. The first that fits counts. */
const rules: readonly Rule[] = [
  [/^(\d+) things? (?:is|are) wrong; nothing was/, 'importTold.wrong', (_, [, count = '']) => ({ count })],
  [
    /`(.*)` is read as (.+?), into which (.+) went$/,
    'importTold.heir',
    (_, [, given = '', read = '', ended = '']) => ({ given, read, ended }),
  ],
  [
    /`(.*)` is read as (.+), without the invisible character (U\+\w+)$/,
    'importTold.invisible',
    (_, [, given = '', read = '', character = '']) => ({ given, read, character }),
  ],
  [/`(.*)` is read as (.+)$/, 'importTold.readAs', (_, [, given = '', read = '']) => ({ given, read })],
  [/formula; its last value `(.*)` is read/, 'importTold.formula', (_, [, value = '']) => ({ value })],
  [/holds the error `(.*)`/, 'importTold.error', (_, [, value = '']) => ({ value })],
  [/merged with others; their value `(.*)`/, 'importTold.merged', (_, [, value = '']) => ({ value })],
  [/this is empty; fill it in/, 'importTold.empty', none],
  [/^line (\d+) is about the same/, 'importTold.same', (_, [, line = '']) => ({ line })],
  [
    /called `(.*)`; write one of (.+)$/,
    'importTold.several',
    (_, [, given = '', choices = '']) => ({ given, choices }),
  ],
  [
    /\((.+?)\) ended on (\S+); it lies today in (.+)$/,
    'importTold.former',
    ({ date }, [, name = '', day = '', today = '']) => ({ name, date: date(day), today }),
  ],
  [
    /\((.+?)\) ended on (\S+) and was split; write one of (.+)$/,
    'importTold.split',
    ({ date }, [, name = '', day = '', parts = '']) => ({ name, date: date(day), parts }),
  ],
  [
    /\((.+?)\) ended on (\S+); write (.+)$/,
    'importTold.ended',
    ({ date }, [, name = '', day = '', heir = '']) => ({ name, date: date(day), heir }),
  ],
  [
    /\((.+?)\) begins on (\d{4}-\d\d-\d\d)/,
    'importTold.begins',
    ({ date }, [, name = '', day = '']) => ({ name, date: date(day) }),
  ],
  [/^(GM\d{4}) lies outside your own regions/, 'importTold.own', (_, [, code = '']) => ({ code })],
  [
    /`(.*)` can be (\S+) or (\S+); write one/,
    'importTold.twoDates',
    (_, [, given = '', one = '', other = '']) => ({ given, one, other }),
  ],
  [/this column is not known; is it `(.+)`\?/, 'importTold.column', (_, [, proposal = '']) => ({ proposal })],
  [
    /^(GM\d{4}) is (.+), and the row calls it `(.*)`, which is (.+); correct/,
    'importTold.twoNames',
    (_, [, code = '', own = '', name = '', other = '']) => ({ code, own, name, other }),
  ],
  [
    /`(.*)` is (the country|a province|a region) and no municipality/,
    'importTold.wider',
    (_, [, given = '']) => ({ given }),
  ],
  [
    /`(.*)` is a place and no municipality; it lies in (.+)$/,
    'importTold.place',
    (_, [, given = '', municipality = '']) => ({ given, municipality }),
  ],
  [
    /called `(.*)`; do you mean (.+)\? (One|\d+) letters? differs?$/,
    'importTold.alike',
    (_, [, given = '', other = '', letters = '']) => ({
      given,
      other,
      letters: letters === 'One' ? '1' : letters,
    }),
  ],
  [
    /(\d+) rows about the country, provinces or other regions are passed over: lines? (.+)$/,
    'importTold.widerRows',
    (writer, [, count = '0', lines = '']) => ({
      count: writer.number(Number(count)),
      lines: listed(writer, lines),
    }),
  ],
  [
    /(\d+) rows are the same as one above them and are read once: lines? (.+)$/,
    'importTold.sameRows',
    (writer, [, count = '0', lines = '']) => ({
      count: writer.number(Number(count)),
      lines: listed(writer, lines),
    }),
  ],
  [
    /(\d+) rows are empty where `(.+)` is filled on record, .*: lines? (.+); leave/,
    'importTold.erased',
    (writer, [, count = '0', field = '', lines = '']) => ({
      count: writer.number(Number(count)),
      field,
      lines: listed(writer, lines),
    }),
  ],
  [/the header is on line (\d+)/, 'importTold.above', (_, [, line = '']) => ({ line })],
  [/this line below the table is not read: `(.*)`$/, 'importTold.below', (_, [, text = '']) => ({ text })],
  [/another column has the code as well/, 'importTold.twoCodes', none],
  [/`(.*)` says that there is no figure/, 'importTold.noFigure', (_, [, given = '']) => ({ given })],
  [
    /^(GM\d{4}): (\d+) inhabitants is a leap from the (\d+) of (\S+);/,
    'importTold.leap',
    ({ date, number }, [, code = '', now = '0', before = '0', day = '']) => ({
      code,
      now: number(Number(now)),
      before: number(Number(before)),
      date: date(day),
    }),
  ],
  [/this is a binary Excel workbook/, 'importTold.binaryExcel', none],
  [
    /`([^`]*)`[^`]*; is it `?([^`?]+)`?\?$/,
    'importTold.isIt',
    (_, [, given = '', proposal = '']) => ({ given, proposal }),
  ],
  [/`(.*)` may be (\S+);/, 'importTold.isIt', (_, [, given = '', proposal = '']) => ({ given, proposal })],
  [/`(.*)` is not a date/, 'importTold.date', (_, [, given = '']) => ({ given })],
  [/`(.*)` is not a number/, 'importTold.number', (_, [, given = '']) => ({ given })],
  [/`(.*)` is not a whole number/, 'importTold.wholeNumber', (_, [, given = '']) => ({ given })],
  [/`(.*)` is not an address/, 'importTold.address', (_, [, given = '']) => ({ given })],
  [/`(.*)` is not true or false/, 'importTold.yesOrNo', (_, [, given = '']) => ({ given })],
  [/`(.*)` is no share/, 'importTold.share', (_, [, given = '']) => ({ given })],
  [
    /no rubric `(.*)`; write one of (.+)$/,
    'importTold.noRubric',
    (_, [, given = '', choices = '']) => ({ given, choices }),
  ],
  [/`(.*)` has no block `(.*)`; write one of/, 'importTold.notKnown', (_, [, , given = '']) => ({ given })],
  [/has the code `(.*)`/, 'importTold.notKnown', (_, [, given = '']) => ({ given })],
  [/`(.*)` is (?:not a \w+|no municipality)/, 'importTold.notKnown', (_, [, given = '']) => ({ given })],
  [/\((.*)\): this column is not used/, 'importTold.unused', (_, [, name = '']) => ({ name })],
  [
    /(\d+) rows that are not filled in/,
    'importTold.passed',
    ({ number }, [, count = '0']) => ({ count: number(Number(count)) }),
  ],
  [
    /the sheet `(.*)` is read; not read: (.+)$/,
    'importTold.sheet',
    (_, [, name = '', others = '']) => ({ name, others }),
  ],
  [/`(.*)` is not of your own regions alone/, 'importTold.ownRecord', (_, [, id = '']) => ({ id })],
  [/a formula that was never computed/, 'importTold.uncomputed', none],
  [/cells to the right of the header are not used/, 'importTold.beside', none],
  [
    /there are (\d+) cells and the header has (\d+)/,
    'importTold.cells',
    (_, [, count = '', header = '']) => ({ count, header }),
  ],
  [/a quotation mark is opened here/, 'importTold.quote', none],
  [/two columns of this meaning/, 'importTold.twoColumns', none],
  [/these columns are missing: ([^;]+)/, 'importTold.missing', (_, [, columns = '']) => ({ columns })],
  [/no column of the first line is known/, 'importTold.noHeader', none],
  [/no sheet has a line with known columns/, 'importTold.noSheet', none],
  [
    /the sheets `(.*)` and `(.*)` have the same columns/,
    'importTold.twoSheets',
    (_, [, one = '', other = '']) => ({ one, other }),
  ],
  [/there are no rows below the header/, 'importTold.noRows', none],
  [
    /more than (\d+) rows; split/,
    'importTold.rows',
    ({ number }, [, most = '0']) => ({ most: number(Number(most)) }),
  ],
  [/at most (\d+) columns/, 'importTold.columns', (_, [, most = '']) => ({ most })],
  [
    /^`(.*)` in the workbook holds (?:more than )?(.+); copy the table/,
    'importTold.part',
    (_, [, part = '']) => ({ part }),
  ],
  [
    /more than (\d+) cells; leave out/,
    'importTold.manyCells',
    ({ number }, [, most = '0']) => ({ most: number(Number(most)) }),
  ],
  [/hold more than (\d+) MB of text/, 'importTold.muchText', (_, [, most = '']) => ({ most })],
  [
    /the cell holds more than (\d+) characters/,
    'importTold.longCell',
    ({ number }, [, most = '0']) => ({ most: number(Number(most)) }),
  ],
  [/the file is larger than (\d+) MB/, 'importTold.largeFile', (_, [, most = '']) => ({ most })],
  [/this row holds more than (\d+) MB/, 'importTold.longRow', (_, [, most = '']) => ({ most })],
  [
    /more than (\d+) rows have another number of cells/,
    'importTold.otherCells',
    ({ number }, [, most = '0']) => ({ most: number(Number(most)) }),
  ],
  [
    /more than (\d+) things are wrong; .* from line (\d+) on/,
    'importTold.manyProblems',
    ({ number }, [, most = '0', line = '']) => ({ most: number(Number(most)), line }),
  ],
  [
    /the file has more than (\d+) (positions|features|layers|tables)/,
    'importTold.largeOutlines',
    ({ number }, [, most = '0']) => ({ most: number(Number(most)) }),
  ],
  [/the file has more than bytes than/, 'importTold.noGeopackage', none],
  [/the layer (.+) is no plain table/, 'importTold.noTable', (_, [, layer = '']) => ({ layer })],
  [/its last edits may be missing/, 'importTold.wasOpen', none],
  [/the name is longer than (\d+) characters/, 'importTold.longName', (_, [, most = '']) => ({ most })],
  [/the file names no coordinate reference system/, 'importTold.assumedRd', none],
  [/the positions look like those of (.+?);/, 'importTold.otherCrs', (_, [, name = '']) => ({ name })],
  [
    /the coordinate reference system (.+) is not understood/,
    'importTold.crs',
    (_, [, name = '']) => ({ name }),
  ],
  [/the geometry has arcs/, 'importTold.arcs', none],
  [/has the same code and name; they are put together/, 'importTold.together', none],
  [/an empty part was left out/, 'importTold.emptyPart', none],
  [/ran the wrong way round/, 'importTold.turned', none],
  [/did not end where it began was closed/, 'importTold.closed', none],
  [/repeated positions? (?:was|were) left out|positions were left out/, 'importTold.repeated', none],
  [/a spike, out and back/, 'importTold.spike', none],
  [/a part without area/, 'importTold.flatPart', none],
  [/a hole without area/, 'importTold.flatHole', none],
  [/the area was drawn anew/, 'importTold.drawnAnew', none],
  [/the geometry is empty|there is no geometry|has no area; draw/, 'importTold.noArea', none],
  [/lies far from the Netherlands/, 'importTold.far', none],
  [/unpacks to more than (\d+) MB/, 'importTold.large', (_, [, most = '']) => ({ most })],
  [/the file is empty/, 'importTold.emptyFile', none],
  [/not in UTF-8; it is read as (.+)$/, 'importTold.encoding', (_, [, encoding = '']) => ({ encoding })],
  [/this is an old Excel workbook/, 'importTold.oldExcel', none],
  [/this is a GeoPackage or another SQLite file/, 'importTold.geopackage', none],
  [/this is a PDF/, 'importTold.pdf', none],
  [/this is no text file/, 'importTold.noText', none],
  [/this is a zip file and no Excel workbook/, 'importTold.zip', none],
  [/the workbook has a password/, 'importTold.password', none],
  [/this is no Excel workbook that can be read/, 'importTold.noExcel', none],
  [/the file is damaged/, 'importTold.damaged', none],
  [/does not say from which date they hold/, 'importTold.noDate', none],
  [/this is no GeoJSON FeatureCollection/, 'importTold.noGeojson', none],
  [/this is no GeoPackage that can be read/, 'importTold.noGeopackage', none],
  [
    /the file has no single layer; name one of: (.+?)(?:;|$)/,
    'importTold.layer',
    (_, [, layers = '']) => ({ layers }),
  ],
  [
    /there is no layer .+; the file has: (.+?)(?:;|$)/,
    'importTold.layer',
    (_, [, layers = '']) => ({ layers }),
  ],
  [
    /has no column (.+?); it has: (.+)$/,
    'importTold.noColumn',
    (_, [, column = '', columns = '']) => ({ column, columns }),
  ],
  [/--layer is for a/, 'importTold.noLayer', none],
  [/there are no features in it/, 'importTold.noFeatures', none],
  [
    /^(.+\(GM\d{4}\)) goes wholly into (.+\(GM\d{4}\))/,
    'importTold.wholly',
    (_, [, from = '', to = '']) => ({ from, to }),
  ],
  [
    /^([\d.]+) % of (.+\(GM\d{4}\)) goes into (.+\(GM\d{4}\))/,
    'importTold.partly',
    ({ number }, [, share = '0', from = '', to = '']) => ({ percent: number(Number(share)), from, to }),
  ],
];

/** What is said of features, each or many alike, around what is said of them. */
const features: readonly [pattern: RegExp, key: TextKey][] = [
  [/^(\d+) features, (.+?): (.+)$/s, 'importTold.features'],
  [/^feature (\d+(?: \(GM\d{4}\))?)(?: at [^:]+)?()?: (.+)$/s, 'importTold.feature'],
];

/** `1, 2 and 3 more`, with its words in the language of the client. */
const listed = ({ t }: Writer, named: string): string =>
  named.replace(/ and (\d+) more$/, (_, count: string) => ` ${t('importTold.more', { count })}`);

const place = /^line (\d+)(?:, column \d+ \((.*?)\))?: (.+)$/s;

/** What the server says of a row or a file, in the language of the client where it has the words. */
export function told(writer: Writer, what: string): string {
  for (const [pattern, key] of features) {
    const [, count = '', named = '', within] = pattern.exec(what) ?? [];
    if (within) return writer.t(key, { count, named: listed(writer, named), what: told(writer, within) });
  }
  for (const [pattern, key, gaps] of rules) {
    const found = pattern.exec(what);
    if (found) return placed(writer, what) + writer.t(key, gaps(writer, [...found]));
  }
  return what;
}

/** Where it is, when the server says so and the words themselves do not. */
function placed({ t }: Writer, what: string): string {
  const [, line, name] = place.exec(what) ?? [];
  if (!line || /this column is not used$/.test(what)) return '';
  return name ? t('importTold.cell', { line, name }) : t('importTold.line', { line });
}

/** Everything that the server says of a file that it refuses, one thing each. */
export const toldOfFile = (writer: Writer, message: string, file: string): readonly string[] =>
  message
    .split('\n')
    .map((line) => line.trim())
    .map((line) => told(writer, line.startsWith(`${file}: `) ? line.slice(file.length + 2) : line));
