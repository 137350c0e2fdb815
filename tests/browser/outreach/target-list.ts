// What the tests of the outreach list share.

import { expect } from 'vitest';

import { openMap } from '../support/browser';
import { errors, page, server } from '../support/fixture';

export const path = '/voorlichting?date=2024-06-30';

interface Target {
  municipality: { code: string; name: string };
  priority: {
    rank: number;
    listRank: number | null;
    listSize: number;
    score: number;
    explanation: string;
  };
  missing: { title: string }[];
}
interface Session {
  region: { name: string };
  municipalities: { code: string; name: string }[];
  sharedMissing: { id: string }[];
  population: number;
  spanKm: number;
}
interface Answer {
  outreachTargets: { totalCount: number; nodes: Target[] };
  sessionProposals: Session[];
}

export async function graphql(query: string): Promise<Answer> {
  const response = await fetch(`${server.url}/graphql?${new URLSearchParams({ query })}`);
  const { data, errors: refused } = (await response.json()) as { data: Answer; errors?: unknown };
  expect(refused).toBeUndefined();
  return data;
}

/** What the server ranks, with weights as GraphQL has them. */
export const ranked = async (
  weights = '',
  first = 1000,
  purpose: 'BRIEF' | 'ASK' = 'BRIEF',
): Promise<Answer['outreachTargets']> => {
  const query = `{ outreachTargets(purpose: ${purpose}, asOf: "2024-06-30", first: ${first} ${weights && `, weights: {${weights}}`}) {
    totalCount nodes { municipality { code name } priority { rank listRank listSize score explanation } missing { title } } } }`;
  return (await graphql(query)).outreachTargets;
};

export const rows = '[data-testid="targets"] > li';
export const codes = (selector = rows): Promise<string[]> =>
  page
    .locator(selector)
    .evaluateAll((items) => items.map((item) => (item as HTMLElement).dataset['code'] ?? ''));
export const codesOf = ({ nodes }: Answer['outreachTargets']): string[] =>
  nodes.map(({ municipality }) => municipality.code);

export async function openList(address = path, where = page): Promise<void> {
  await openMap(where, server.url + address);
  await where.locator('.list :is(li, section)').first().waitFor();
  await where.waitForLoadState('networkidle');
}

/** The codes of the municipalities with a number on the map, the first first. */
export const numbered = (): Promise<string[]> =>
  page.locator('path.ranked').evaluateAll((paths) => {
    const all = [...document.querySelectorAll<SVGPathElement>('path.area')];
    return paths.map(
      (outline) =>
        all.find((area) => area.getAttribute('d') === outline.getAttribute('d'))?.dataset['code'] ?? '',
    );
  });
