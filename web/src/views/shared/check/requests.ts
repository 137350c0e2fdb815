import { asFailure } from '../../../lib/api/query.svelte';
import type { Failure } from '../../../lib/api/client';
import { toCsvText } from '../../../lib/files/csv';
import type { Writer } from '../../../lib/texts/model';
import { dayOf } from './model';

/** Whom to ask what is not known. */
export interface Asked {
  readonly code: string;
  readonly name: string;
  readonly completeness: { readonly unknown: number; readonly total: number };
}

/** A link as the server makes it. */
export interface Link {
  /** What to put behind the address of the server. */
  readonly path: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/** A request for information, ready to send. */
export interface Request {
  readonly of: Asked;
  readonly link: string;
  /** RFC 3339. */
  readonly expiresAt: string;
}

/** What came of making requests. */
export interface Requests {
  readonly made: readonly Request[];
  readonly failed: readonly { readonly of: Asked; readonly failure: Failure }[];
}

/**
 * Makes a link for each, one after the other; one that is refused does not stop
 * the others. `step` is told how many have been tried.
 */
export async function makeRequests(
  asked: readonly Asked[],
  make: (code: string) => Promise<Link>,
  origin: string,
  step: (done: number) => void,
): Promise<Requests> {
  const made: Request[] = [];
  const failed: { of: Asked; failure: Failure }[] = [];
  for (const [at, of] of asked.entries()) {
    try {
      const { path, expiresAt } = await make(of.code);
      made.push({ of, link: origin + path, expiresAt });
    } catch (cause) {
      failed.push({ of, failure: asFailure(cause) });
    }
    step(at + 1);
  }
  return { made, failed };
}

/** The mail of a request. */
export function mailOf(
  { t, date }: Writer,
  { of, link, expiresAt }: Request,
  sender: string,
): { readonly subject: string; readonly body: string } {
  const { unknown, total } = of.completeness;
  const gaps = { name: of.name, link, date: date(dayOf(expiresAt)), sender, count: unknown, total };
  return { subject: t('requests.subject', gaps), body: t('requests.body', gaps).trimEnd() };
}

/** The requests as CSV, to merge into letters or mails. */
export function requestsCsv(writer: Writer, requests: readonly Request[]): string {
  const { t, shortDate } = writer;
  const head = [t('column.name'), t('column.code'), t('requests.link'), t('requests.until')];
  const lines = requests.map(({ of, link, expiresAt }) => [
    of.name,
    of.code,
    link,
    shortDate(dayOf(expiresAt)),
  ]);
  return toCsvText(writer, [head, ...lines]);
}
