import { ask } from '../../../lib/api/client';
import {
  BriefingLogDocument,
  CampaignDocument,
  CampaignsDocument,
  EffectDocument,
  type EffectQuery,
  FollowUpsDocument,
  TargetCodesDocument,
} from '../../../lib/api/generated';
import { serverLanguage } from '../../../lib/api/language';
import type { Language } from '../../../lib/texts/language';
import type { Briefing, Campaign, CampaignLine } from './model';

/** Part of a question, so that it is asked again after a change. */
interface Counted {
  readonly count: number;
}

export interface Campaigns {
  readonly campaigns: readonly CampaignLine[];
  /** The number of municipalities of today. */
  readonly municipalities: number;
}

export async function loadCampaigns(_: Counted, signal: AbortSignal): Promise<Campaigns> {
  const { campaigns, municipalities } = await ask(CampaignsDocument, {}, signal);
  return { campaigns, municipalities: municipalities.totalCount };
}

/** Later than any briefing is followed up. */
const someDay = '2100-01-01';

/** What is to be followed up this week, and what later. */
export async function loadFollowUps(
  _: Counted,
  signal: AbortSignal,
): Promise<{ readonly week: readonly Briefing[]; readonly later: readonly Briefing[] }> {
  const { followUps: week, all } = await ask(FollowUpsDocument, { later: someDay }, signal);
  return { week, later: all.filter(({ id }) => week.every((each) => each.id !== id)) };
}

/** The briefings that count for a municipality, given and planned, the last first. */
export async function loadBriefings(
  { code, asOf }: { readonly code: string; readonly asOf: string } & Counted,
  signal: AbortSignal,
): Promise<readonly Briefing[]> {
  return (await ask(BriefingLogDocument, { code, asOf }, signal)).municipality?.briefings ?? [];
}

export interface CampaignQuestion extends Counted {
  readonly id: string;
  readonly language: Language;
}

/** A campaign, null when there is none for who asks, with the number of municipalities of today. */
export async function loadCampaign(
  { id, language }: CampaignQuestion,
  signal: AbortSignal,
): Promise<{ readonly campaign: Campaign | null; readonly municipalities: number }> {
  const { campaign, municipalities } = await ask(
    CampaignDocument,
    { id, language: serverLanguage(language) },
    signal,
  );
  return { campaign, municipalities: municipalities.totalCount };
}

export async function loadTargetCodes({ id }: { readonly id: string } & Counted, signal: AbortSignal) {
  return (await ask(TargetCodesDocument, { id }, signal)).campaign?.targets ?? [];
}

export type Effect = NonNullable<EffectQuery['campaign']>;

export async function loadEffect(
  { id, language, total }: CampaignQuestion & { readonly total: boolean },
  signal: AbortSignal,
): Promise<Effect | null> {
  return (await ask(EffectDocument, { id, language: serverLanguage(language), total }, signal)).campaign;
}
