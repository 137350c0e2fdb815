import type { BrowserContext, Locator, Page } from 'playwright-core';

import { type desktop, open } from './browser';
import { context, page, server, useServer, visit, visitForEach } from './fixture';
import { type Server, ask } from './server';

/** A desk of the outreach staff: a server with invented verdicts, and for each test a page that is signed in. */
export function openDesk() {
  let staff: string;
  let today: string;

  useServer({ demo: true }, async () => {
    staff = await server.token('desk', 'OUTREACH');
    const { municipalities } = await graphql<{ municipalities: { nodes: { asOf: string }[] } }>(
      '{ municipalities(first: 1) { nodes { asOf } } }',
    );
    today = municipalities.nodes[0]?.asOf ?? '';
  });
  visitForEach({ token: () => staff });

  const graphql = <Answer>(query: string, variables: object = {}): Promise<Answer> =>
    ask(server.url, staff, query, variables);

  const inDays = (days: number, from = today): string => {
    const day = new Date(`${from}T00:00:00Z`);
    day.setUTCDate(day.getUTCDate() + days);
    return day.toISOString().slice(0, 10);
  };

  /** A campaign that began a year ago, with targets that are chosen. */
  async function begin(title: string, codes: readonly string[], from = inDays(-300)): Promise<string> {
    const input = { title, goal: 50, from, to: inDays(100), partners: ['VNG'] };
    const { createCampaign } = await graphql<{ createCampaign: { id: string } }>(
      'mutation ($input: CampaignInput!) { createCampaign(input: $input) { id } }',
      { input },
    );
    if (codes.length > 0)
      await graphql(
        'mutation ($id: ID!, $codes: [MunicipalityCode!]!) { addTargets(campaign: $id, codes: $codes) { id } }',
        { id: createCampaign.id, codes },
      );
    return createCampaign.id;
  }

  async function record(input: object): Promise<string> {
    const { recordBriefing } = await graphql<{ recordBriefing: { id: string } }>(
      'mutation ($input: BriefingInput!) { recordBriefing(input: $input) { id } }',
      { input: { stage: 'HELD', kind: 'MUNICIPALITY', ...input } },
    );
    return recordBriefing.id;
  }

  return {
    get server(): Server {
      return server;
    },
    get context(): BrowserContext {
      return context;
    },
    get page(): Page {
      return page;
    },
    /** ISO 8601, as the server has it. */
    get today(): string {
      return today;
    },
    graphql,
    inDays,
    begin,
    record,
    /** Comes anew, on another screen or as somebody else; an empty token is nobody's. */
    async comeAs(viewport: typeof desktop, token?: string): Promise<void> {
      await context.close();
      await visit(token ?? staff, viewport);
    },
    openCampaign: async (id: string, query = ''): Promise<void> => {
      await open(page, `${server.url}/voorlichting/campagnes/${id}${query}`);
      await page.locator('.progress').waitFor();
    },
    card: (code: string): Locator => page.locator(`.board li[data-code="${code}"]`),
    column: (stage: string): Locator => page.locator(`.board section[data-stage="${stage}"]`),
    dialog: (): Locator => page.getByRole('dialog'),
    save: (): Locator => page.getByRole('dialog').getByRole('button', { name: 'Vastleggen', exact: true }),
  };
}
