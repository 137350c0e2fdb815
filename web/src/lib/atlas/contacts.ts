import { ask } from '../api/client';
import { LastBriefedDocument, TargetCodesDocument } from '../api/generated';
import type { RegionRef } from '../filter/model';
import type { Atlas, Municipality } from './model';

/** Which outreach is joined to the municipalities. */
export interface Contacts {
  /** The campaign whose stages are told. */
  readonly campaign?: string | undefined;
  /** The regions of which who asks may know; undefined for all. */
  readonly regions?: readonly RegionRef[] | undefined;
  /** So that it is asked again after a change. */
  readonly count: number;
}

type Known = ReadonlyMap<string, string | null>;

/** The date of the last briefing by code, for the municipalities of which the viewer may know. */
async function loadBriefed(asOf: string, { regions }: Contacts): Promise<Known> {
  const where = regions && { anyRegion: regions.map(({ set, code }) => ({ set, code })) };
  const { municipalities } = await ask(LastBriefedDocument, { asOf, ...(where ? { where } : {}) });
  return new Map(municipalities.nodes.map(({ code, lastBriefing }) => [code, lastBriefing?.date ?? null]));
}

/** The municipalities with what is known of outreach to them. */
export function join(
  municipalities: readonly Municipality[],
  briefed: Known,
  stages: ReadonlyMap<string, Municipality['stage']> | undefined,
): Municipality[] {
  return municipalities.map((each) => {
    const { code } = each;
    if (!briefed.has(code)) return each;
    return { ...each, lastBriefed: briefed.get(code), stage: stages && (stages.get(code) ?? null) };
  });
}

/** An atlas with what the viewer may know of outreach. Throws a `Failure`. */
export async function withContacts(atlas: Atlas, contacts: Contacts): Promise<Atlas> {
  const { campaign } = contacts;
  const [briefed, answer] = await Promise.all([
    loadBriefed(atlas.asOf, contacts),
    campaign ? ask(TargetCodesDocument, { id: campaign }) : undefined,
  ]);
  const targets = answer?.campaign?.targets;
  const stages = targets && new Map(targets.map(({ municipality, stage }) => [municipality.code, stage]));
  const municipalities = join(atlas.municipalities, briefed, stages);
  return { ...atlas, municipalities, byCode: new Map(municipalities.map((each) => [each.code, each])) };
}
