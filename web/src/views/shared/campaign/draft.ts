import type { BriefingInput, BriefingKind, CampaignInput, OutreachStage } from '../../../lib/api/generated';
import type { TextKey } from '../../../lib/texts/model';
import { type Briefing, type Campaign, type Named, type Target, isGiven } from './model';

export interface Region extends Named {
  readonly set: string;
}

/** A briefing as it stands in a form. */
export interface Draft {
  /** Undefined for a new one. */
  readonly id?: string | undefined;
  /** Empty without a campaign. */
  campaign: string;
  /** ISO 8601, or empty. */
  date: string;
  stage: OutreachStage;
  kind: BriefingKind;
  region?: Region | undefined;
  municipalities: readonly Named[];
  owner: string;
  /** Separated by commas. */
  partners: string;
  outcome: string;
  /** ISO 8601, or empty. */
  followUp: string;
}

export const emptyDraft: Draft = {
  campaign: '',
  date: '',
  stage: 'PLANNED',
  kind: 'MUNICIPALITY',
  municipalities: [],
  owner: '',
  partners: '',
  outcome: '',
  followUp: '',
};

/** What is on record, to be corrected. */
export const draftOf = (briefing: Briefing): Draft => ({
  id: briefing.id,
  campaign: briefing.campaignId ?? '',
  date: briefing.date,
  stage: briefing.stage,
  kind: briefing.kind,
  region: briefing.region ?? undefined,
  municipalities: briefing.municipalities,
  owner: briefing.owner ?? '',
  partners: briefing.partners.join(', '),
  outcome: briefing.outcome ?? '',
  followUp: briefing.followUp ?? '',
});

/** A briefing for a target of a campaign, on the way to a stage: the planned one, or a new one. */
export function draftFor(campaign: Campaign, target: Target, stage: OutreachStage, today: string): Draft {
  const { briefing, municipality, owner } = target;
  if (briefing && (!isGiven(briefing.stage) || isGiven(stage))) {
    const given = isGiven(stage) && briefing.date > today ? { date: today } : {};
    return { ...draftOf(briefing), ...given, stage };
  }
  return {
    ...emptyDraft,
    campaign: campaign.id,
    stage,
    date: isGiven(stage) ? today : '',
    municipalities: [municipality],
    owner: owner ?? '',
    partners: campaign.partners.join(', '),
  };
}

const words = (text: string): string[] =>
  text
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');

const orNull = (text: string): string | null => text.trim() || null;

export const toInput = (draft: Draft): BriefingInput => ({
  ...(draft.id ? { id: draft.id } : {}),
  campaign: orNull(draft.campaign),
  date: draft.date,
  stage: draft.stage,
  kind: draft.kind,
  region:
    draft.region && draft.kind === 'REGIONAL_PLATFORM'
      ? { set: draft.region.set, code: draft.region.code }
      : null,
  municipalities: draft.municipalities.map(({ code }) => code),
  owner: orNull(draft.owner),
  partners: words(draft.partners),
  outcome: orNull(draft.outcome),
  followUp: orNull(draft.followUp),
});

/** What is on record with another day to come back to it; none when that was done. */
export const withFollowUp = (briefing: Briefing, day: string): BriefingInput =>
  toInput({ ...draftOf(briefing), followUp: day });

const first = '2020-01-01';
const most = { line: 200, text: 5000 };

/** What is wrong by the field of the server's input. */
export type Wrong = Readonly<Record<string, TextKey>>;

/** What the server would refuse, as far as that can be seen before. */
export function checkDraft(draft: Draft, today: string): Wrong {
  const wrong: Record<string, TextKey> = {};
  if (!draft.date) wrong['date'] = 'briefing.noDate';
  else if (draft.date < first) wrong['date'] = 'briefing.tooEarly';
  else if (isGiven(draft.stage) && draft.date > today) wrong['date'] = 'briefing.future';
  if (draft.kind === 'REGIONAL_PLATFORM' && !draft.region) wrong['region'] = 'refusal.region';
  if (draft.municipalities.length === 0) wrong['municipalities'] = 'briefing.nobody';
  if (draft.followUp && draft.date && draft.followUp < draft.date)
    wrong['followUp'] = 'briefing.followUpBefore';
  if (draft.owner.length > most.line) wrong['owner'] = 'briefing.long';
  if (draft.outcome.length > most.text) wrong['outcome'] = 'briefing.long';
  return wrong;
}

/** A campaign as it stands in a form. */
export interface CampaignDraft {
  title: string;
  /** NaN when it is no number. */
  goal: number;
  from: string;
  to: string;
  partners: string;
}

/** From today to the end of the year; of the next year when that is near. */
export function newCampaign(today: string): CampaignDraft {
  const year = Number(today.slice(0, 4)) + (today.slice(5) >= '10-01' ? 1 : 0);
  return { title: '', goal: 50, from: today, to: `${year}-12-31`, partners: 'CoMensha, VNG' };
}

export const toCampaignInput = ({ partners, title, ...rest }: CampaignDraft): CampaignInput => ({
  ...rest,
  title: title.trim(),
  partners: words(partners),
});

export function checkCampaign({ title, goal, from, to }: CampaignDraft): Wrong {
  const wrong: Record<string, TextKey> = {};
  if (title.trim() === '') wrong['title'] = 'campaign.noTitle';
  if (title.length > most.line) wrong['title'] = 'briefing.long';
  if (!Number.isInteger(goal) || goal < 1 || goal > 1000) wrong['goal'] = 'refusal.goal';
  if (!from) wrong['from'] = 'briefing.noDate';
  if (!to) wrong['to'] = 'briefing.noDate';
  else if (to < from || to < first) wrong['to'] = 'campaign.toBefore';
  return wrong;
}
