// What the tests of asking whether the record is right share.

import { desktop } from '../support/browser';
import { endVisits, page, server, useServer, visit } from '../support/fixture';
import { ask } from '../support/server';

export let desk: string;
export let platform: string;
/** The addresses that the page asked the server for. */
export let asked: string[];

/** Starts a server with a desk and the platform of one region. */
export function useDesk(): void {
  useServer({}, async () => {
    desk = await server.token('desk', 'OUTREACH');
    platform = await server.token('platform', 'PLATFORM', 'vng-platform/RP05');
  });
  endVisits();
}

export async function visitAs(token: string | undefined, viewport = desktop): Promise<void> {
  await visit(token, viewport);
  asked = [];
  page.on('request', (request) => asked.push(request.url()));
}

export const graphql = <Answer>(query: string): Promise<Answer> => ask(server.url, desk, query);

interface Correction {
  origin: string;
  name: string | null;
  text: string;
  municipality: { code: string };
  differences: { block: { id: string }; standing: string; proposed: string; note: string | null }[];
}

/** What waits for a decision about a municipality. */
export async function waiting(code: string): Promise<Correction[]> {
  const { corrections } = await graphql<{ corrections: { nodes: Correction[] } }>(`
    {
      corrections {
        nodes {
          origin
          name
          text
          municipality {
            code
          }
          differences {
            block {
              id
            }
            standing
            proposed
            note
          }
        }
      }
    }
  `);
  return corrections.nodes.filter(({ municipality }) => municipality.code === code);
}

export async function makeLink(code: string): Promise<string> {
  const { makeCheckLink } = await graphql<{ makeCheckLink: { path: string } }>(
    `mutation { makeCheckLink(code: "${code}") { path } }`,
  );
  return makeCheckLink.path;
}

export const heading = (name: string) => page.getByRole('heading', { level: 1, name });
export const block = (id: string) => page.locator(`fieldset[data-block="${id}"]`);
