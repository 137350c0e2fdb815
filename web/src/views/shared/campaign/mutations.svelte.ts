import type { Message } from '../../../lib/texts/messages/model';
import { send } from '../../../lib/api/client';
import {
  AddTargetsDocument,
  type BriefingInput,
  type CampaignInput,
  CreateCampaignDocument,
  type OutreachStage,
  RecordBriefingDocument,
  SetStageDocument,
} from '../../../lib/api/generated';
import { outreachChanges } from './outreach-changes.svelte';

/** Begins a campaign and gives its id. Throws a `Failure`, as the others do. */
export async function createCampaign(input: CampaignInput): Promise<string> {
  const { answer } = await send(CreateCampaignDocument, { input });
  outreachChanges.add();
  return answer.createCampaign.id;
}

/** Gives what is to be known beside it: who took the place of who ended. */
export async function addTargets(campaign: string, codes: readonly string[]): Promise<readonly Message[]> {
  const { notices } = await send(AddTargetsDocument, { campaign, codes: [...codes] });
  outreachChanges.add();
  return notices;
}

export async function setStage(
  campaign: string,
  code: string,
  stage: OutreachStage,
  owner?: string,
): Promise<void> {
  await send(SetStageDocument, { campaign, code, stage, ...(owner === undefined ? {} : { owner }) });
  outreachChanges.add();
}

/** Gives for how many municipalities it counts, and what is to be known beside it. */
export async function recordBriefing(
  input: BriefingInput,
): Promise<{ readonly counts: number; readonly notices: readonly Message[] }> {
  const { answer, notices } = await send(RecordBriefingDocument, { input });
  outreachChanges.add();
  return { counts: answer.recordBriefing.municipalities.length, notices };
}
