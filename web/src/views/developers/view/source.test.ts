import { type OperationDefinitionNode, buildSchema, getVariableValues, parse, validate } from 'graphql';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';

import { type View, filterOf, parse as parseAddress } from '../../../lib/route/model';
import { classIds, shadeIds } from '../../../lib/shade/model';
import { filtered, municipality } from '../../../lib/testing/build';
import { curl, gisAddresses, python, r } from '../snippets';
import { compareRegionsQuery } from './queries';
import { hasSource, shownPage, sourceOf } from './source';

const web = join(import.meta.dirname, '../../../..');
const schema = buildSchema(readFileSync(join(web, 'schema.graphql'), 'utf8'));
const route = join(import.meta.dirname, '../../../lib/route');

const regionName = (_: string, code?: string): string => code ?? '';

const viewAt = (address: string): View => parseAddress(new URL(address, 'http://x')).view;

/** How the view at an address is asked for, as its link to the developers' page tells it. */
function sourceAt(address: string, staff = false) {
  const view = viewAt(address);
  const all = [
    municipality('GM0200', { regions: new Map([['provincie', 'PV25']]), policyClass: 'NONE' }),
    municipality('GM0344', { regions: new Map([['provincie', 'PV26']]), policyClass: 'COMPLETE' }),
  ];
  const shown = filtered(all, view.shade, filterOf({ ...view, page: { name: 'map' } }));
  return sourceOf({
    view: { ...view, ofPage: view.page },
    filtered: shown,
    today: '2026-11-30',
    staff,
    regionName,
  });
}

/** Views that show data, with what makes their queries differ. */
const addresses = [
  '/',
  '/?class=NONE&region=provincie/PV25&block=focal-point:ABSENT',
  '/tabel?sort=-population',
  '/gemeente/GM0344?lang=en',
  '/regio',
  '/regio?set=provincie&per=inhabitants',
  '/regio/provincie/PV25',
  '/vergelijken?with=GM0200,GM0344',
  '/vergelijken?with=provincie/PV25,vng-platform/RP01',
  '/tijd?class=NONE',
  '/tijd?since=2025-01-01&date=2024-06-01',
  '/bouwsteen?class=NONE',
  '/bouwsteen/focal-point?class=NONE',
  '/bouwsteen/focal-point',
  '/voorlichting',
  '/voorlichting?doel=navragen&weights=gap:5',
  '/voorlichting?list=sessions&set=provincie',
  '/voorlichting?list=chosen&kies=GM0200',
  '/voorlichting/campagnes',
  '/voorlichting/campagnes/campaign-1',
  '/voorlichting/campagnes/campaign-1?tab=effect',
  '/knelpunten?category=capacity&state=open&region=provincie/PV25',
  '/goede-voorbeelden?about=focal-point&region=provincie/PV25',
  '/verantwoording',
  '/beheer?region=provincie/PV25',
  '/beheer/import',
  '/beheer/import/7',
  '/beheer/wijzigingen',
  '/beheer/voorstellen',
  '/beheer/regios',
  '/beheer/rubriek',
  '/beheer/mensen',
  '/beheer/logboek?actor=desk&from=2026-01-01',
];

/** Forms and sign-in, which show no data to ask for, and the page that tells how. */
const withoutData = [
  '/aanmelden',
  '/wachtwoord',
  '/uitnodiging',
  '/toegang',
  '/account',
  '/controle',
  '/ontwikkelaars',
];

describe('the query of a view', () => {
  test.each(addresses)('%s is valid, and its variables fit it', (address) => {
    const { query, variables } = sourceAt(address, true);
    const document = parse(query);
    expect(validate(schema, document)).toEqual([]);
    const [operation] = document.definitions as [OperationDefinitionNode];
    const { variableDefinitions = [] } = operation;
    expect(getVariableValues(schema, variableDefinitions, variables).errors).toBeUndefined();
    const declared = variableDefinitions.map(({ variable }) => variable.name.value);
    expect(declared).toEqual(expect.arrayContaining(Object.keys(variables)));
  });

  test.each(shadeIds)('has variables that fit, filtered by any class of %s', (shade) => {
    for (const id of classIds(shade)) {
      const { query, variables } = sourceAt(`/?${shade}=${id}&region=provincie/PV25`);
      const [operation] = parse(query).definitions as [OperationDefinitionNode];
      const { errors } = getVariableValues(schema, operation.variableDefinitions ?? [], variables);
      expect(errors, id).toBeUndefined();
    }
  });

  test('is another for each view: none is told as the map', () => {
    const [map, ...others] = addresses.map((address) => sourceAt(address).query);
    const asMap = addresses.slice(1).filter((_, at) => others[at] === map);
    expect(asMap).toEqual(addresses.filter((address) => /^\/(\?|tabel)/.test(address)));
  });

  test('asks for what the view shows', () => {
    expect(sourceAt('/').variables).toEqual({ asOf: '2024-06-01' });
    expect(sourceAt('/vergelijken?with=GM0200,GM0344').variables).toMatchObject({
      where: { code: ['GM0200', 'GM0344'] },
    });
    expect(sourceAt('/vergelijken?with=provincie/PV25,vng-platform/RP01').query).toContain(
      'region2: region(set: "vng-platform", code: "RP01"',
    );
    expect(sourceAt('/tijd').variables).toMatchObject({ from: '2021-01-01', to: '2024-06-01' });
    expect(sourceAt('/bouwsteen/focal-point?class=NONE').variables).toMatchObject({
      absent: { and: [{ policyClass: ['NONE'] }, { block: { block: 'focal-point', verdict: ['ABSENT'] } }] },
    });
    expect(sourceAt('/voorlichting?doel=navragen').variables).toMatchObject({
      purpose: 'ASK',
      where: { policyClass: ['UNCERTAIN', 'NOT_ASSESSED'] },
    });
    expect(sourceAt('/tabel?zoek=gm0344').variables).toMatchObject({ where: { code: ['GM0344'] } });
    expect(sourceAt('/tabel?kies=GM0200&alleen=gekozen').municipalities?.codes).toEqual(['GM0200']);
    expect(sourceAt('/tabel?sort=-population').variables).toMatchObject({
      orderBy: [{ by: 'POPULATION', direction: 'DESC' }],
    });
  });

  test('is there for every page of the client but forms', () => {
    const pages = readFileSync(join(route, 'pages.txt'), 'utf8').trim().split('\n');
    for (const path of pages) {
      const example = path
        .replace('{municipality}', 'GM0344')
        .replace('{word}/{id}', 'provincie/PV25')
        .replace('{word}', 'focal-point')
        .replace('{id}', '7');
      expect(hasSource(viewAt(example).page), path).toBe(!withoutData.includes(path));
    }
  });

  test('is that of the map where the address names no view that shows data', () => {
    expect(shownPage(viewAt('/ontwikkelaars'))).toEqual({ name: 'map' });
    expect(shownPage(viewAt('/ontwikkelaars?weergave=/account'))).toEqual({ name: 'map' });
    expect(shownPage(viewAt('/ontwikkelaars?weergave=/tijd'))).toEqual({ name: 'time' });
  });
});

describe('a view for other programs', () => {
  const at = (address: string) => ({ ...sourceAt(address), origin: 'https://x.nl' });
  const writers = { curl, python, r };

  test.each(addresses)('%s is fetched by each of them, with a token where one is needed', (address) => {
    const source = at(address);
    for (const [name, write] of Object.entries(writers)) {
      const script = write(source);
      expect(script, name).toContain(source.file ? source.file.path : 'https://x.nl/graphql');
      if (!source.file) expect(script, name).toContain(source.query);
      expect(script.includes('Bearer TOKEN'), name).toBe(source.internal === true);
    }
  });

  test('is regions as features where it is about regions', () => {
    const layers = gisAddresses(at('/vergelijken?with=provincie/PV25,provincie/PV26,vng-platform/RP01'), {
      asOf: '2024-06-01',
      language: 'nl',
    });
    const [provinces, platforms, all] = layers.map(({ address }) => new URL(address));
    expect(provinces?.pathname).toBe('/ogc/collections/regions-provincie/items');
    expect(provinces?.searchParams.get('code')).toBe('PV25,PV26');
    expect(platforms?.searchParams.get('code')).toBe('RP01');
    expect(all?.pathname).toBe('/ogc');
  });

  test('that is not on a map has no layer but all', () => {
    const layers = gisAddresses(at('/knelpunten'), { asOf: '2024-06-01', language: 'nl' });
    expect(layers.map(({ text }) => text)).toEqual(['developers.gis.all']);
  });
});

test('what is compared cannot leave the query', () => {
  const query = compareRegionsQuery([{ set: 'a") { x } #', code: 'b' }]);
  expect(query).toContain(String.raw`"a\") { x } #"`);
});
