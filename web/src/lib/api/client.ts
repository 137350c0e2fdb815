import { copiedAnswer, copiedOn, isCopied } from '../copy/copy';
import type { Message } from '../texts/messages/model';
import { pause, waitOf } from './busy';
import type { Document } from './document';
import { knownAt } from './known-at';

/** What is wrong with an input: the field, the place in its list from 0 or in a file from 1, and what to do. */
export interface Problem extends Message {
  readonly field: string;
  readonly item: number | null;
  readonly line: number | null;
  readonly column: number | null;
  readonly proposal: string | null;
}

/** What stands where somebody wrote meanwhile: what it is about, by whom, and when (RFC 3339). */
export interface Standing {
  readonly subject: string;
  readonly by: string;
  readonly at: string;
}

/** Why there is no answer: nobody answered, or the server refused with a code. */
export class Failure extends Error {
  /** What the server refuses of an input, one by one. */
  readonly problems: readonly Problem[];
  /** What somebody else wrote after what was read. */
  readonly standing: readonly Standing[];
  /** What the server says of it, when it is not about problems. */
  readonly said: Message | undefined;

  constructor(
    readonly kind: 'away' | 'refused',
    readonly code: string,
    message: string,
    options?: ErrorOptions & {
      readonly problems?: readonly Problem[] | undefined;
      readonly standing?: readonly Standing[] | undefined;
      readonly said?: Message | undefined;
    },
  ) {
    super(message, options);
    this.name = 'Failure';
    this.problems = options?.problems ?? [];
    this.standing = options?.standing ?? [];
    this.said = options?.said;
  }
}

interface Extensions {
  code?: string;
  problems?: readonly Problem[];
  standing?: readonly Standing[];
  message?: Message;
}

/** Why the server refuses, as its answers say it. */
export interface Refused {
  message: string;
  extensions?: Extensions;
}

interface Body<Answer> {
  data?: Answer | null;
  errors?: Refused[];
  extensions?: { notices?: readonly Message[] };
}

const accept = 'application/graphql-response+json, application/json';

async function get(url: string, options: RequestInit, signal?: AbortSignal): Promise<Response> {
  try {
    return await fetch(url, signal ? { ...options, signal } : options);
  } catch (cause) {
    if (signal?.aborted) throw cause;
    throw new Failure('away', 'UNREACHABLE', 'The server does not answer', { cause });
  }
}

const early = new Map<string, Promise<unknown>>();

/** Asks for a document before anything needs it; the first `getJson` of that address takes the answer. */
export function askEarly<Answer>(url: string): Promise<Answer> {
  const answer = read<Answer>(url);
  early.set(url, answer);
  return answer;
}

/** Reads a JSON document of this server. Throws a `Failure`, or the abort of the signal. */
export function getJson<Answer>(url: string, signal?: AbortSignal): Promise<Answer> {
  const started = early.get(url) as Promise<Answer> | undefined;
  early.delete(url);
  return started ?? read<Answer>(url, signal);
}

const notCopied = (): Failure => new Failure('refused', 'NOT_COPIED', 'This site is a copy without it');

const read = async <Answer>(url: string, signal?: AbortSignal): Promise<Answer> => {
  if (copiedOn && !(await isCopied(url))) throw notCopied();
  const options = { headers: { accept } };
  const first = await get(url, options, signal);
  const wait = waitOf(first);
  if (wait === undefined) return bodyOf(first, signal);
  // What only reads can be asked twice; a second refusal stands.
  await pause(wait, signal);
  return bodyOf(await get(url, options, signal), signal);
};

let beforeMessages = (): Promise<void> => Promise.resolve();

/** Has something done before an answer is given in which the server says something to a person. */
export function onMessages(task: () => Promise<void>): void {
  beforeMessages = task;
}

const refuses = (body: unknown): body is { errors: unknown } =>
  typeof body === 'object' && body !== null && 'errors' in body;
const saysSomething = (body: unknown): boolean =>
  refuses(body) || ((body as Body<unknown> | null)?.extensions?.notices?.length ?? 0) > 0;

async function bodyOf<Answer>(response: Response, signal?: AbortSignal): Promise<Answer> {
  try {
    const body = (await response.json()) as Answer;
    if (saysSomething(body)) await beforeMessages();
    if (response.ok || refuses(body)) return body;
  } catch (cause) {
    if (signal?.aborted) throw cause;
  }
  throw new Failure('away', `HTTP_${response.status}`, `The server answered with status ${response.status}`);
}

/**
 * The address of a query. GET, so that the browser and any proxy may keep the
 * answer by its ETag; variables that are undefined are left out, and the instant of the
 * page stands in for `$knownAt`. In a copy of the site, that of the file with the answer.
 */
export function address<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
): string {
  if (copiedOn) return copiedAnswer(document.text, variables);
  const given = knownAt && document.text.includes('$knownAt') ? { ...variables, knownAt } : variables;
  const query = new URLSearchParams({ query: document.text, variables: JSON.stringify(given) });
  return `/graphql?${query}`;
}

/** The failure that a refusal is. */
export function refusal({ message, extensions = {} }: Refused): Failure {
  const { code = 'ERROR', problems, standing, message: said } = extensions;
  return new Failure('refused', code, message, { problems, standing, said });
}

/** The data of an answer. Throws a `Failure` when the server refused. */
function dataOf<Answer>({ data, errors }: Body<Answer>): Answer {
  const error = errors?.[0];
  if (error) throw refusal(error);
  if (!data) throw new Failure('refused', 'EMPTY', 'The server gave an empty answer');
  return data;
}

/** Asks the server. Throws a `Failure` when it is away or refuses. */
export async function ask<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer> {
  return dataOf(await getJson<Body<Answer>>(address(document, variables), signal));
}

/** What came of a change, and what a person should know of beside it. */
export interface Sent<Answer> {
  readonly answer: Answer;
  readonly notices: readonly Message[];
}

/** Asks the server for a change. POST: what changes something is not asked by an address. */
export async function send<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
): Promise<Sent<Answer>> {
  if (copiedOn) throw notCopied();
  const response = await get('/graphql', {
    method: 'POST',
    headers: { accept, 'content-type': 'application/json' },
    body: JSON.stringify({ query: document.text, variables }),
  });
  const body = await bodyOf<Body<Answer>>(response);
  return { answer: dataOf(body), notices: body.extensions?.notices ?? [] };
}

/**
 * Asks for what changes without a revision, such as the audit trail: by POST,
 * since what a browser keeps of an address is held to be right until a change.
 */
export async function askAnew<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
): Promise<Answer> {
  return (await send(document, variables)).answer;
}
