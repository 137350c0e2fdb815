// What the tests of editing share.

import type { Locator } from 'playwright-core';

import { open } from '../support/browser';
import { page, server, useServer, visit, visitForEach } from '../support/fixture';
import { ask } from '../support/server';

export let desk: string;
export let colleague: string;
export let platform: string;
/** Starts a server with two colleagues and the platform of one region; each visit is that of the first. */
export function useEditors(): void {
  useServer({}, async () => {
    desk = await server.token('desk', 'OUTREACH');
    colleague = await server.token('colleague', 'OUTREACH');
    platform = await server.token('platform', 'PLATFORM', 'vng-platform/RP08');
  });
  visitForEach({ token: () => desk });
}

export const graphql = <Answer>(query: string, token = desk): Promise<Answer> =>
  ask(server.url, token, query);

interface Arrangement {
  id: string;
  status: string;
  organisation: string | null;
  fte: number | null;
  ageFrom: number | null;
  forms: string[];
  validFrom: string;
  validTo: string | null;
  note: string | null;
  source: { url: string | null };
  contact: { email: string | null } | null;
  municipalities: { code: string }[];
}

export const arrangementsOf = async (code: string): Promise<Arrangement[]> =>
  (
    await graphql<{ municipality: { coordination: { arrangements: Arrangement[] } } }>(
      `{ municipality(code: "${code}") { coordination { arrangements {
          id status organisation fte ageFrom forms validFrom validTo note source { url }
          contact { email } municipalities { code } } } } }`,
    )
  ).municipality.coordination.arrangements;

interface Verdict {
  verdict: string;
  established: string;
  note: string | null;
  inherited: boolean;
  validFrom: string | null;
  block: { id: string };
}

export const verdictsOf = async (code: string): Promise<Verdict[]> =>
  (
    await graphql<{ municipality: { policy: { verdicts: Verdict[] } } }>(
      `{ municipality(code: "${code}") { policy { verdicts {
          verdict established note inherited validFrom block { id } } } } }`,
    )
  ).municipality.policy.verdicts;

export const dialog = (): Locator => page.getByRole('dialog');
export const told = (): Locator => page.getByRole('complementary', { name: 'Wat er gedaan is' });
export const save = (name: string | RegExp): Promise<void> => dialog().getByRole('button', { name }).click();

/** Adds a municipality or a region to what a form is about. */
export async function add(text: string, name: RegExp): Promise<void> {
  await dialog().getByRole('combobox', { name: 'Voeg een gemeente of een hele regio toe' }).fill(text);
  await dialog().getByRole('option', { name }).first().click();
}

export async function municipality(code: string): Promise<void> {
  await open(page, `${server.url}/gemeente/${code}`);
}
