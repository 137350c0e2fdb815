import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { AtlasDocument, type AtlasQuery, type MunicipalityFilter } from '../../../web/src/lib/api/generated';
import { type Atlas, toAtlas } from '../../../web/src/lib/atlas/model';
import { select } from '../../../web/src/lib/filter/model';
import { toWhere } from '../../../web/src/lib/filter/where';
import { classIds, isInternal, shadeIds } from '../../../web/src/lib/shade/model';
import { type Server, startServer } from '../support/server';

let server: Server;
let atlas: Atlas;
const asOf = '2024-06-01';

async function ask<Answer>(query: string, variables: object): Promise<Answer> {
  const response = await fetch(`${server.url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query, variables }),
  });
  const { data, errors } = (await response.json()) as {
    data: Answer;
    errors?: unknown;
  };
  expect(errors).toBeUndefined();
  return data;
}

const codesOf = async (where: MunicipalityFilter | undefined): Promise<string[]> => {
  const query =
    'query ($asOf: Date, $where: MunicipalityFilter) { municipalities(asOf: $asOf, where: $where) { nodes { code } } }';
  const { municipalities } = await ask<{
    municipalities: { nodes: { code: string }[] };
  }>(query, { asOf, where });
  return municipalities.nodes.map(({ code }) => code).toSorted();
};

beforeAll(async () => {
  server = await startServer({ demo: true });
  const read = toAtlas(await ask<AtlasQuery>(AtlasDocument.text, { asOf }));
  if (!read) throw new Error('the server gave no atlas');
  atlas = read;
});
afterAll(() => server?.stop());

describe('the client selects what the server selects', () => {
  // Those that tell of outreach are tried by the staff, in campaign.test.ts.
  const open = shadeIds.filter((shade) => !isInternal(shade));
  test.each(open)('for every class of %s', async (shade) => {
    for (const id of classIds(shade)) {
      const filter = { classes: { [shade]: [id] } };
      const here = select(atlas, filter).map(({ code }) => code);
      expect(await codesOf(toWhere(filter, asOf)), id).toEqual(here.toSorted());
    }
  });

  test('for classes and a region together', async () => {
    const filter = {
      classes: { class: ['NONE', 'PARTIAL'], completeness: ['20-40', '40-60'] },
      region: { set: 'vng-platform', code: 'RP03' },
    };
    const here = select(atlas, filter).map(({ code }) => code);
    expect(here.length).toBeGreaterThan(0);
    expect(await codesOf(toWhere(filter, asOf))).toEqual(here.toSorted());
  });
});
