import { type Scene, loadScene } from '../../../lib/atlas/scene';
import type { Contacts } from '../../../lib/atlas/contacts';
import type { Filter } from '../../../lib/filter/model';
import { toWhere } from '../../../lib/filter/where';
import type { Language } from '../../../lib/texts/language';
import { loadChanges } from './load';
import { type Report, sinceOf } from './model';

export interface ChangeSceneQuestion {
  /** ISO 8601; undefined is today. */
  readonly date?: string | undefined;
  readonly since?: string | undefined;
  readonly filter: Filter;
  readonly language: Language;
  readonly contacts?: Contacts | undefined;
}

/** The municipalities of the later date, and what became of each since the earlier. */
export interface ChangeScene {
  readonly scene: Scene;
  readonly since: string;
  /** Undefined when the earlier date is not earlier. */
  readonly report: Report | undefined;
}

export async function loadChangeScene(
  question: ChangeSceneQuestion,
  signal: AbortSignal,
): Promise<ChangeScene> {
  const { date, filter, language, contacts } = question;
  const scene = await loadScene({ date, block: filter.block, contacts });
  const { asOf, municipalities } = scene.atlas;
  const since = sinceOf(question.since, asOf);
  if (since >= asOf) return { scene, since, report: undefined };
  const where = toWhere(filter, asOf, municipalities);
  const report = await loadChanges({ from: since, to: asOf, language, where }, signal);
  return { scene, since, report };
}
