import { ask } from '../../lib/api/client';
import {
  FactorValuesDocument,
  type MunicipalityFilter,
  SessionsDocument,
  type SessionsQuery,
  TargetDetailsDocument,
} from '../../lib/api/generated';
import { factorVariables } from '../../lib/api/factor-values';
import { serverLanguage } from '../../lib/api/language';
import { type Request, type Scene, loadScene } from '../../lib/atlas/scene';
import type { Purpose } from '../../lib/route/purpose';
import type { Language } from '../../lib/texts/language';
import { type Detail, type ListValues, toDetails, toValues } from './model';
import type { Weights } from '../../lib/route/weights';

/** A scene with the factors of its municipalities. */
export interface OutreachScene {
  readonly scene: Scene;
  readonly values: ListValues;
}

/** With every factor; `contact` only for the staff, because briefings are internal. */
export interface OutreachRequest extends Request {
  readonly staff: boolean;
}

export async function loadOutreachScene(
  { staff, ...request }: OutreachRequest,
  signal: AbortSignal,
): Promise<OutreachScene> {
  const date = request.date ? { asOf: request.date } : {};
  const [scene, answer] = await Promise.all([
    loadScene(request),
    ask(FactorValuesDocument, factorVariables(staff, date), signal),
  ]);
  return { scene, values: toValues(answer) };
}

export interface DetailsQuestion {
  readonly purpose: Purpose;
  readonly asOf: string;
  readonly language: Language;
  readonly weights: Weights;
  readonly codes: readonly string[];
}

const pause = 100;

/** What is told of some targets. Waits a moment first: who moves a slider soon moves it again. */
export async function loadDetails(
  { purpose, asOf, language, weights, codes }: DetailsQuestion,
  signal: AbortSignal,
): Promise<ReadonlyMap<string, Detail>> {
  await new Promise((resolve) => setTimeout(resolve, pause));
  signal.throwIfAborted();
  const variables = {
    purpose,
    asOf,
    codes: [...codes],
    first: codes.length,
    language: serverLanguage(language),
  };
  return toDetails(await ask(TargetDetailsDocument, { ...variables, weights }, signal));
}

export interface SessionsQuestion {
  readonly asOf: string;
  readonly language: Language;
  readonly set: string;
  readonly where?: MunicipalityFilter | undefined;
}

export type Session = SessionsQuery['sessionProposals'][number];

export async function loadSessions(
  { asOf, language, set, where }: SessionsQuestion,
  signal: AbortSignal,
): Promise<readonly Session[]> {
  const variables = { asOf, set, language: serverLanguage(language), ...(where ? { where } : {}) };
  return (await ask(SessionsDocument, variables, signal)).sessionProposals;
}
