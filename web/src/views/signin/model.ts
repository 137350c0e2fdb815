import type { Writer } from '../../lib/texts/model';
import { AuthError } from '../../lib/viewer/auth';

/** The fewest and the most characters of a password, as the server has them. */
export const passwordLength = { least: 12, most: 200 } as const;

/** What somebody reads when it did not work. */
export function refusalText({ t, named }: Writer, cause: unknown): string {
  const { code, seconds } = cause instanceof AuthError ? cause : new AuthError('OTHER');
  if (code === 'TOO_MANY_ATTEMPTS') {
    return seconds > 90
      ? t('refusal.waitMinutes', { count: Math.ceil(seconds / 60) })
      : t('refusal.wait', { count: Math.max(1, seconds) });
  }
  return named(`refusal.${code}`, t('refusal.OTHER'));
}

/** The code of what is wrong with a password before it is sent; undefined when nothing is. */
export function passwordProblem(chosen: string, current: string): string | undefined {
  const characters = [...chosen.normalize('NFKC')].length;
  if (characters < passwordLength.least) return 'PASSWORD_TOO_SHORT';
  if (characters > passwordLength.most) return 'PASSWORD_TOO_LONG';
  return chosen === current ? 'PASSWORD_UNCHANGED' : undefined;
}
