import { describe, expect, test } from 'vitest';

import { toReference } from '../atlas/reference';
import { type View, filterOf, href, hrefIn, parse } from './model';
import { isDate } from './values';
import { reconcile } from './reconcile';

const read = (address: string) => parse(new URL(address, 'http://localhost'));
const view = (address: string): View => read(address).view;

describe('the address', () => {
  test.each([
    '/',
    '/tabel',
    '/verantwoording',
    '/ontwikkelaars',
    '/ontwikkelaars?with=GM0344,GM0200&als=python&weergave=/vergelijken',
    '/ontwikkelaars?weergave=/regio/vng-platform/RP02',
    '/aanmelden',
    '/wachtwoord?lang=en',
    '/gemeente/GM0344',
    '/?date=2021-12-31&shade=status&class=NONE,PARTIAL&status=REMOTE&region=vng-platform/RP02',
    '/?block=focal-point:ABSENT,UNKNOWN&selected=GM0344&outlines=provincie&lang=en',
    '/regio?set=veiligheidsregio&per=inhabitants',
    '/regio/vng-platform/RP02?date=2022-06-01&since=2021-01-01',
    '/vergelijken?with=GM0344,GM0200',
    '/vergelijken?with=provincie/PV23,vng-platform/RP01',
    '/tijd?date=2023-01-01&since=2021-12-31&change=IMPROVED,NOT_COMPARABLE',
    '/bouwsteen',
    '/bouwsteen/focal-point?block=focal-point:ABSENT&set=provincie',
    '/gemeente/GM0200?age=17&form=LABOUR',
    '/?shade=matrix&matrix=NONE-UNCLEAR,UNKNOWN',
    '/voorlichting?weights=gap:5,region:0&kies=GM0344,GM0363&list=chosen',
    '/voorlichting?class=NONE&list=sessions',
    '/?region=vng-platform/RP02&doel=navragen',
    '/knelpunten?region=vng-platform/RP02&category=capacity,shelter&state=open',
    '/goede-voorbeelden?region=provincie/PV20&about=focal-point',
    '/voorlichting?weights=contact:5&campaign=campaign-12',
    '/voorlichting/campagnes',
    '/voorlichting/campagnes/campaign-12?tab=list&order=-followUp',
    '/?shade=stage&stage=HELD,FOLLOW_UP&campaign=campaign-12',
    '/beheer',
    '/beheer/wijzigingen',
    '/beheer/logboek?actor=desk&subject=GM0344&from=2026-01-01&to=2026-02-01',
    '/beheer?region=vng-platform/RP02&quality=MISSING,INHERITED&lang=en',
    '/tabel?completeness=0-20&sort=-population&columns=name,class,code',
  ])('%s survives reading and writing', (address) => {
    expect(read(address).rejected).toEqual([]);
    expect(href(view(address))).toBe(address);
  });

  test('without anything is the map of today in Dutch', () => {
    expect(view('/')).toMatchObject({
      page: { name: 'map' },
      language: 'nl',
      date: undefined,
      shade: 'class',
      filter: { classes: {} },
      selected: undefined,
    });
  });

  test('of outreach means those without complete policy, unless it says otherwise', () => {
    expect(filterOf(view('/voorlichting')).classes).toEqual({ class: ['NONE', 'PARTIAL'] });
    expect(filterOf(view('/voorlichting?doel=navragen')).classes).toEqual({
      class: ['UNCERTAIN', 'NOT_ASSESSED'],
    });
    expect(filterOf(view('/voorlichting?class=COMPLETE')).classes).toEqual({ class: ['COMPLETE'] });
    expect(filterOf(view('/tabel')).classes).toEqual({});
    expect(href({ ...view('/voorlichting'), page: { name: 'map' } })).toBe('/');
  });

  test('names the page that the developers write only on their page', () => {
    const developers = view('/ontwikkelaars?weergave=/tijd');
    expect(developers.ofPage).toEqual({ name: 'time' });
    expect(href({ ...developers, page: { name: 'map' } })).toBe('/');
    expect(read('/ontwikkelaars?weergave=/nergens').rejected).toEqual([
      { part: 'weergave', value: '/nergens' },
    ]);
  });

  test('follows the remembered language only when it names none', () => {
    expect(parse(new URL('http://localhost/'), 'en').view.language).toBe('en');
    expect(parse(new URL('http://localhost/?lang=nl'), 'en').view.language).toBe('nl');
  });

  test.each([
    ['/?date=2021-02-30', 'date'],
    ['/?date=1999-01-01', 'date'],
    ['/?date=gisteren', 'date'],
    ['/?shade=paars', 'shade'],
    ['/?class=NONE,LOTS', 'class'],
    ['/?region=overal', 'region'],
    ['/?block=focal-point:MAYBE', 'block'],
    ['/?selected=34', 'selected'],
    ['/?sort=-geluk', 'sort'],
    ['/?columns=name,geluk', 'columns'],
    ['/?lang=de', 'lang'],
    ['/?set=Alle sets', 'set'],
    ['/?per=hectare', 'per'],
    ['/?with=GM0344,provincie/PV23', 'with'],
    ['/?with=GM0001,GM0002,GM0003,GM0004,GM0005,GM0006,GM0007', 'with'],
    ['/?since=2021-02-30', 'since'],
    ['/?change=BETTER', 'change'],
    ['/?age=121', 'age'],
    ['/?form=OTHER', 'form'],
    ['/?matrix=NONE', 'matrix'],
    ['/?weights=gap:9', 'weights'],
    ['/?kies=Utrecht', 'kies'],
    ['/?list=all', 'list'],
    ['/?doel=bellen', 'doel'],
    ['/?category=capacity,geluk', 'category'],
    ['/?state=half', 'state'],
    ['/?about=Focal point', 'about'],
    ['/regio/provincie', 'path'],
    ['/bouwsteen/Focal', 'path'],
    ['/?wat=dan', 'wat'],
    ['/gemeente/34', 'path'],
    ['/bestaat/niet', 'path'],
  ])('%s falls back and reports %s', (address, part) => {
    const { view: fallback, rejected } = read(address);
    expect(rejected.map((each) => each.part)).toEqual([part]);
    expect(href(fallback)).toBe('/');
  });

  test('keeps the name among the columns', () => {
    expect(view('/tabel?columns=code').columns).toEqual(['name', 'code']);
  });

  test('takes only dates of the calendar within the bounds', () => {
    expect(isDate('2020-02-29')).toBe(true);
    expect(isDate('2021-02-29')).toBe(false);
    expect(isDate('2019-12-31')).toBe(false);
    expect(isDate('2100-01-02')).toBe(false);
    expect(isDate('2021-1-1')).toBe(false);
  });
});

describe('names in the address', () => {
  const reference = toReference({
    regionSets: [
      {
        id: 'provincie',
        title: 'Provincies',
        provisional: false,
        regions: [{ code: 'PV20', name: 'Groningen' }],
      },
    ],
    rubric: {
      id: 'r',
      title: 'R',
      provisional: true,
      validFrom: '2020-01-01',
      themes: [],
      blocks: [
        { id: 'focal-point', level: 'BASIC', title: 'Functionaris', sourceUrl: '', theme: { id: 't' } },
      ],
    },
  });

  test('that exist are kept', () => {
    const known = view(
      '/?region=provincie/PV20&block=focal-point:ABSENT&outlines=provincie&about=focal-point',
    );
    expect(reconcile(known, reference)).toEqual({
      filter: known.filter,
      about: 'focal-point',
      shade: 'class',
      rejected: [],
      ready: true,
    });
  });

  test('that do not exist are left out and reported', () => {
    const { filter, about, rejected } = reconcile(
      view('/?region=provincie/PV99&block=geluk:ABSENT&outlines=wijk&about=pech'),
      reference,
    );
    expect(filter).toEqual({ classes: {}, region: undefined, block: undefined });
    expect(about).toBeUndefined();
    expect(rejected).toEqual([
      { part: 'region', value: 'provincie/PV99', known: true },
      { part: 'block', value: 'geluk', known: true },
      { part: 'outlines', value: 'wijk', known: true },
      { part: 'about', value: 'pech', known: true },
    ]);
  });

  test('are not judged before they have arrived, and a building block waits for them', () => {
    expect(reconcile(view('/?region=provincie/PV99'), undefined)).toMatchObject({
      rejected: [],
      ready: true,
    });
    expect(reconcile(view('/?block=geluk:ABSENT'), undefined)).toMatchObject({ rejected: [], ready: false });
  });
});

describe('what tells of outreach', () => {
  const asked = view('/?shade=stage&stage=HELD&class=NONE');

  test('is kept for those who may know', () => {
    expect(reconcile(asked, undefined, true)).toMatchObject({
      shade: 'stage',
      filter: { classes: { stage: ['HELD'], class: ['NONE'] } },
      rejected: [],
    });
  });

  test('is left out for the public, who are told', () => {
    expect(reconcile(asked, undefined)).toMatchObject({
      shade: 'class',
      filter: { classes: { class: ['NONE'] } },
      rejected: [
        { part: 'shade', value: 'stage' },
        { part: 'stage', value: 'HELD' },
      ],
    });
  });

  test('waits in silence until it is known who asks', () => {
    const { shade, rejected } = reconcile(asked, undefined, 'unknown');
    expect([shade, rejected]).toEqual(['class', []]);
  });
});

test('a switch of language names the language, whatever is remembered', () => {
  expect(hrefIn(view('/?lang=en'), 'nl')).toBe('/?lang=nl');
  expect(hrefIn(view('/tabel?date=2021-12-31'), 'nl')).toBe('/tabel?date=2021-12-31&lang=nl');
  expect(hrefIn(view('/'), 'en')).toBe('/?lang=en');
  expect(parse(new URL('http://localhost/?lang=nl'), 'en').view.language).toBe('nl');
});
