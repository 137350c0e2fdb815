import { ask } from '../../../../lib/api/client';
import { type PolicyStandingFragment, StandingPolicyDocument } from '../../../../lib/api/generated';
import { serverLanguage } from '../../../../lib/api/language';
import type { Language } from '../../../../lib/texts/language';

/** What stands of the policy of a municipality today; undefined when it is no more. */
export async function loadPolicy(
  question: { readonly code: string; readonly language: Language },
  signal?: AbortSignal,
): Promise<PolicyStandingFragment | undefined> {
  const variables = { code: question.code, language: serverLanguage(question.language) };
  return (await ask(StandingPolicyDocument, variables, signal)).municipality?.policy;
}
