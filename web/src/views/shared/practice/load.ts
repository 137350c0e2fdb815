import { Failure, ask } from '../../../lib/api/client';
import {
  BottleneckOverviewDocument,
  type BottleneckOverviewQuery,
  BottleneckTextsDocument,
  RegionNotesDocument,
} from '../../../lib/api/generated';
import { serverLanguage } from '../../../lib/api/language';
import type { RegionRef } from '../../../lib/filter/model';
import type { Language } from '../../../lib/texts/language';
import type { Viewer } from '../../../lib/viewer/model';
import { type BottleneckText, type Choice, mergeBottlenecks, regionsToRead, whereOf } from './model';
import { type NamedRegion, type Notes, type RegionAnswer, type Spot, notesOf } from './place-notes';

interface Asking {
  readonly viewer: Viewer;
  readonly language: Language;
}

async function readTexts(
  choice: Choice,
  regions: readonly (RegionRef | undefined)[],
  { language }: Asking,
  signal: AbortSignal,
): Promise<readonly BottleneckText[] | undefined> {
  if (regions.length === 0) return undefined;
  const asked = regions.map((region) => {
    const variables = { where: whereOf({ ...choice, region }), language: serverLanguage(language) };
    return ask(BottleneckTextsDocument, variables, signal);
  });
  return mergeBottlenecks((await Promise.all(asked)).map(({ bottlenecks }) => bottlenecks));
}

export type BottleneckQuestion = Choice & Asking;

export interface BottleneckAnswer {
  readonly overview: BottleneckOverviewQuery;
  /** The bottlenecks in full; absent for who may not read them. */
  readonly texts?: readonly BottleneckText[] | undefined;
}

export async function loadBottlenecks(
  question: BottleneckQuestion,
  signal: AbortSignal,
): Promise<BottleneckAnswer> {
  const { viewer, language, categories, region, state } = question;
  const variables = {
    counted: whereOf({ region, state }),
    listed: whereOf({ categories, region, state }),
    language: serverLanguage(language),
  };
  const [overview, texts] = await Promise.all([
    ask(BottleneckOverviewDocument, variables, signal),
    readTexts({ categories, state }, regionsToRead(viewer, region), question, signal),
  ]);
  return { overview, texts };
}

/** What is told of one region; undefined when it does not exist today, as the page of an earlier date may name. */
async function askRegion(
  region: NamedRegion,
  asking: Asking,
  signal: AbortSignal,
): Promise<RegionAnswer | undefined> {
  const ref = { set: region.set, code: region.code };
  const language = serverLanguage(asking.language);
  try {
    const [notes, texts] = await Promise.all([
      ask(RegionNotesDocument, { region: ref, language }, signal),
      readTexts({ categories: [] }, regionsToRead(asking.viewer, ref), asking, signal),
    ]);
    return { region, notes, texts };
  } catch (cause) {
    if (cause instanceof Failure && cause.code.startsWith('UNKNOWN_REGION')) return undefined;
    throw cause;
  }
}

export async function loadNotes(
  question: Spot & Asking,
  signal: AbortSignal,
): Promise<{ notes: Notes | undefined }> {
  const answers = await Promise.all(question.regions.map((region) => askRegion(region, question, signal)));
  return {
    notes: notesOf(
      question,
      answers.filter((answer) => answer !== undefined),
    ),
  };
}
