import type { Topology } from 'topojson-specification';

import { ask, Failure, getJson } from '../api/client';
import { AtlasDocument, BlockMembersDocument } from '../api/generated';
import type { BlockAnswer, BlockChoice } from '../filter/model';
import { type Geometry, draw } from '../map/geometry';
import { pause } from '../tasks/pause';
import type { Contacts } from './contacts';
import { type Atlas, toAtlas } from './model';

/** What is to be shown. */
export interface Request {
  /** ISO 8601; undefined is today. */
  readonly date: string | undefined;
  readonly block: BlockChoice | undefined;
  /** The outreach to join to it, for those who may know. */
  readonly contacts?: Contacts | undefined;
}

/** Data, borders and block answer that belong together, with the request that they answer. */
export interface Scene {
  readonly request: Request;
  readonly atlas: Atlas;
  readonly geometry: Geometry;
  readonly block: BlockAnswer | undefined;
}

/** Keeps what was fetched, so that a date or block seen before is shown at once. Failures are not kept. */
function remember<Value>(most: number) {
  const kept = new Map<string, Promise<Value>>();
  const find = (key: string, make: () => Promise<Value>): Promise<Value> => {
    const found = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, found);
    found.catch(() => kept.delete(key));
    if (kept.size > most) kept.delete(kept.keys().next().value ?? '');
    return found;
  };
  return { find, clear: (): void => kept.clear() };
}

const atlases = remember<Atlas>(48);
const geometries = remember<Geometry>(8);
const blocks = remember<BlockAnswer>(48);

/** Gives up what was fetched of the records, once these have changed. */
export function forgetRecords(): void {
  atlases.clear();
  blocks.clear();
}

const loadAtlas = (date: string | undefined): Promise<Atlas> =>
  atlases.find(date ?? '', async () => {
    const atlas = toAtlas(await ask(AtlasDocument, date ? { asOf: date } : {}));
    if (!atlas) throw new Failure('refused', 'EMPTY', 'The server holds no municipalities on this date');
    return atlas;
  });

const loadGeometry = (url: string): Promise<Geometry> =>
  geometries.find(url, async () => {
    const topology = await getJson<Topology>(url);
    await pause();
    const drawn = draw(topology);
    await pause();
    return drawn;
  });

const loadBlock = (date: string | undefined, { block, verdicts }: BlockChoice): Promise<BlockAnswer> =>
  blocks.find(`${date} ${block} ${verdicts.join()}`, async () => {
    const where = { block: { block, verdict: [...verdicts] } };
    const answer = await ask(BlockMembersDocument, date ? { asOf: date, where } : { where });
    return { block, verdicts, codes: new Set(answer.municipalities.nodes.map(({ code }) => code)) };
  });

const withContacts = async (atlas: Atlas, contacts: Contacts): Promise<Atlas> =>
  (await import('./contacts')).withContacts(atlas, contacts);

/** Fetches a scene, with its borders drawn for a map of the country or, finer, of a region. Throws a `Failure`. */
export async function loadScene(
  request: Request,
  detail: 'national' | 'regional' = 'national',
): Promise<Scene> {
  const [plain, block] = await Promise.all([
    loadAtlas(request.date),
    request.block ? loadBlock(request.date, request.block) : undefined,
  ]);
  const atlas = request.contacts ? await withContacts(plain, request.contacts) : plain;
  const { topologyUrl, regionalUrl } = atlas.boundary;
  const geometry = await loadGeometry(detail === 'national' ? topologyUrl : regionalUrl);
  return { request, atlas, block, geometry };
}
