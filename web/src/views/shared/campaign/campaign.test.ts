import { describe, expect, test } from 'vitest';

import type { OutreachStage } from '../../../lib/api/generated';
import type { Purpose } from '../../../lib/route/purpose';
import { municipality as place } from '../../../lib/testing/build';
import { parseTargetOrder, stageIds, targetOrderText } from '../../../lib/route/campaign';
import { join } from '../../../lib/atlas/contacts';
import {
  checkCampaign,
  checkDraft,
  draftFor,
  draftOf,
  emptyDraft,
  newCampaign,
  toCampaignInput,
  toInput,
  withFollowUp,
} from './draft';
import {
  type Briefing,
  type Campaign,
  type Target,
  isDue,
  needsBriefing,
  sortTargets,
  toColumns,
  toPlace,
  toProgress,
} from './model';

const today = '2026-05-20';

function briefing(known: Partial<Briefing> = {}): Briefing {
  return {
    id: 'briefing-1',
    date: '2026-05-01',
    stage: 'HELD',
    kind: 'MUNICIPALITY',
    campaignId: 'campaign-1',
    region: null,
    municipalities: [{ code: 'GM0001', name: 'Een' }],
    owner: null,
    partners: [],
    outcome: null,
    followUp: null,
    ...known,
  };
}

function target(code: string, rank: number, known: Partial<Target> = {}, list?: Purpose | null): Target {
  const place = (purpose: Purpose) => ({
    purpose,
    listRank: purpose === (list === undefined ? 'BRIEF' : list) ? rank : null,
    listSize: 85,
    explanation: 'Omdat.',
  });
  return {
    municipality: { code, name: code, asOf: today, toBrief: place('BRIEF'), toAsk: place('ASK') },
    stage: 'SELECTED',
    owner: null,
    briefing: null,
    replaces: [],
    ...known,
  };
}

const byStage = (counts: Partial<Record<OutreachStage, number>>) =>
  stageIds.map((stage) => ({ stage, count: counts[stage] ?? 0 }));

const campaign: Campaign = {
  id: 'campaign-1',
  title: 'Voorjaar',
  goal: 50,
  from: '2026-01-01',
  to: '2026-12-31',
  partners: ['CoMensha', 'VNG'],
  progress: { reached: 3, byStage: byStage({ SELECTED: 5, HELD: 2, FOLLOW_UP: 1 }) },
  targets: [],
};

describe('the board', () => {
  test('has six columns, each in the order of rank', () => {
    const columns = toColumns([
      target('GM0002', 9),
      target('GM0001', 2),
      target('GM0003', 1, { stage: 'HELD' }),
    ]);
    expect(columns.map(({ stage }) => stage)).toEqual(stageIds);
    expect(columns[0]?.targets.map(({ municipality }) => municipality.code)).toEqual(['GM0001', 'GM0002']);
    expect(columns.reduce((sum, { targets }) => sum + targets.length, 0)).toBe(3);
  });

  test.each([
    ['nothing is on record', null, 'INVITED', false],
    ['nothing is on record', null, 'PLANNED', true],
    ['nothing is on record', null, 'HELD', true],
    ['nothing is on record', null, 'DECLINED', false],
    ['it was planned for a day that is past', briefing({ stage: 'PLANNED' }), 'HELD', false],
    ['it is planned for later', briefing({ stage: 'PLANNED', date: '2026-06-01' }), 'HELD', true],
    ['it was given', briefing(), 'FOLLOW_UP', false],
    [
      'it was planned for several',
      briefing({
        stage: 'PLANNED',
        municipalities: [
          { code: 'A', name: 'A' },
          { code: 'B', name: 'B' },
        ],
      }),
      'HELD',
      true,
    ],
  ] as const)('when %s (%o), %s asks for a date: %s', (_, known, stage, needs) => {
    expect(needsBriefing(target('GM0001', 1, { briefing: known as Briefing | null }), stage, today)).toBe(
      needs,
    );
  });
});

describe('the list', () => {
  const targets = [
    target('GM0001', 3, { owner: 'Anna', stage: 'HELD' }),
    target('GM0002', 1, { briefing: briefing({ followUp: '2026-06-01' }) }),
    target('GM0003', 2, { owner: 'Bram', briefing: briefing({ followUp: '2026-05-01' }) }),
  ];
  const codes = (column: string): string[] =>
    sortTargets(targets, parseTargetOrder(column) ?? { column: 'rank', descending: false }).map(
      ({ municipality: { code } }) => code,
    );

  test('is ordered by a column, what is not known last', () => {
    expect(codes('rank')).toEqual(['GM0002', 'GM0003', 'GM0001']);
    expect(codes('owner')).toEqual(['GM0001', 'GM0003', 'GM0002']);
    expect(codes('-owner')).toEqual(['GM0003', 'GM0001', 'GM0002']);
    expect(codes('followUp')).toEqual(['GM0003', 'GM0002', 'GM0001']);
    expect(codes('-stage')).toEqual(['GM0001', 'GM0002', 'GM0003']);
  });

  test('writes its order as it reads it', () => {
    expect(targetOrderText({ column: 'followUp', descending: true })).toBe('-followUp');
    expect(targetOrderText({ column: 'rank', descending: false })).toBeUndefined();
    expect(parseTargetOrder('shoe')).toBeUndefined();
  });
});

describe('progress', () => {
  test('has counts that add up to the targets', () => {
    const { rows, total, reached, goalAt } = toProgress(campaign);
    expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(total);
    expect([total, reached, goalAt]).toEqual([8, 3, 1]);
    expect(rows[0]).toEqual({ stage: 'HELD', count: 2, share: 0.04 });
  });

  test('shows the goal on the bar when there are more targets', () => {
    expect(toProgress({ goal: 4, progress: campaign.progress }).goalAt).toBe(0.5);
  });
});

test('who stands in the campaign is not placed again, by its own code or as who took its place', () => {
  const standing = [{ municipality: { code: 'GM0439' }, replaces: [{ code: 'GM0370' }] }];
  expect(toPlace(['GM0370', 'GM0344', 'GM0439'], standing)).toEqual({
    fresh: ['GM0344'],
    already: ['GM0370', 'GM0439'],
  });
});

describe('the form of a briefing', () => {
  const whole = { ...emptyDraft, date: '2026-05-01', municipalities: [{ code: 'GM0001', name: 'Een' }] };

  test('lets through what is whole', () => {
    expect(checkDraft(whole, today)).toEqual({});
  });

  test.each([
    ['HELD in the future', { stage: 'HELD' as const, date: '2026-05-21' }, 'date', 'briefing.future'],
    ['no date', { date: '' }, 'date', 'briefing.noDate'],
    ['a date before there were boundaries', { date: '2019-12-31' }, 'date', 'briefing.tooEarly'],
    ['nobody', { municipalities: [] }, 'municipalities', 'briefing.nobody'],
    ['a regional one without a region', { kind: 'REGIONAL_PLATFORM' as const }, 'region', 'refusal.region'],
    ['a follow-up before it', { followUp: '2026-04-30' }, 'followUp', 'briefing.followUpBefore'],
  ])('refuses %s before sending', (_, change, field, key) => {
    expect(checkDraft({ ...whole, ...change }, today)).toEqual({ [field]: key });
  });

  test('lets a plan lie in the future, and what was given be of today', () => {
    expect(checkDraft({ ...whole, date: '2027-01-01' }, today)).toEqual({});
    expect(checkDraft({ ...whole, stage: 'HELD', date: today }, today)).toEqual({});
  });

  test('sends what is on record unchanged, but for what was changed', () => {
    const known = briefing({
      kind: 'REGIONAL_PLATFORM',
      region: { set: 'vng-platform', code: 'RP02', name: 'Twee' },
      partners: ['CoMensha', 'VNG'],
      outcome: 'Goed.',
      followUp: '2026-05-25',
    });
    const input = toInput(draftOf(known));
    expect(input).toEqual({
      id: 'briefing-1',
      campaign: 'campaign-1',
      date: '2026-05-01',
      stage: 'HELD',
      kind: 'REGIONAL_PLATFORM',
      region: { set: 'vng-platform', code: 'RP02' },
      municipalities: ['GM0001'],
      owner: null,
      partners: ['CoMensha', 'VNG'],
      outcome: 'Goed.',
      followUp: '2026-05-25',
    });
    expect(withFollowUp(known, '')).toEqual({ ...input, followUp: null });
    expect(withFollowUp(known, '2026-06-01')).toEqual({ ...input, followUp: '2026-06-01' });
  });

  test('begins with the target, its campaign and today when it was given', () => {
    const draft = draftFor(campaign, target('GM0001', 1, { owner: 'Anna' }), 'HELD', today);
    expect(draft).toMatchObject({ campaign: 'campaign-1', stage: 'HELD', date: today, owner: 'Anna' });
    expect(draft.partners).toBe('CoMensha, VNG');
    expect(draft.id).toBeUndefined();
  });

  test('begins with the planned one, on today when it is given sooner', () => {
    const planned = briefing({ stage: 'PLANNED', date: '2026-06-01' });
    const draft = draftFor(campaign, target('GM0001', 1, { briefing: planned }), 'HELD', today);
    expect(draft).toMatchObject({ id: 'briefing-1', stage: 'HELD', date: today });
  });
});

describe('the form of a campaign', () => {
  test('begins with a goal of 50, to the end of the year', () => {
    expect(newCampaign(today)).toMatchObject({ goal: 50, from: today, to: '2026-12-31' });
    expect(newCampaign('2026-11-02').to).toBe('2027-12-31');
    expect(toCampaignInput({ ...newCampaign(today), title: ' Voorjaar ' })).toMatchObject({
      title: 'Voorjaar',
      partners: ['CoMensha', 'VNG'],
    });
  });

  test('refuses what is not whole', () => {
    expect(checkCampaign({ title: ' ', goal: 0, from: today, to: '2026-01-01', partners: '' })).toEqual({
      title: 'campaign.noTitle',
      goal: 'refusal.goal',
      to: 'campaign.toBefore',
    });
    expect(checkCampaign({ ...newCampaign(today), title: 'x' })).toEqual({});
  });
});

test('a follow-up is due on its day', () => {
  expect([isDue(today, today), isDue('2026-05-21', today), isDue(null, today)]).toEqual([true, false, false]);
});

test('outreach is joined to those of which the viewer may know', () => {
  const all = [place('GM0001'), place('GM0002'), place('GM0003')];
  const briefed = new Map([
    ['GM0001', '2026-05-01'],
    ['GM0002', null],
  ]);
  const joined = join(all, briefed, new Map([['GM0001', 'HELD' as const]]));
  expect(joined.map(({ lastBriefed, stage }) => [lastBriefed, stage])).toEqual([
    ['2026-05-01', 'HELD'],
    [null, null],
    [undefined, undefined],
  ]);
});
