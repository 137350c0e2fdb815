import type { Document } from './document';

/** Why there is no answer: nobody answered, or the server refused with a code. */
export class Failure extends Error {
  constructor(
    readonly kind: 'away' | 'refused',
    readonly code: string,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'Failure';
  }
}

interface Body<Answer> {
  data?: Answer | null;
  errors?: { message: string; extensions?: { code?: string } }[];
}

async function get(url: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    const options = { headers: { accept: 'application/graphql-response+json, application/json' } };
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

async function read<Answer>(url: string, signal?: AbortSignal): Promise<Answer> {
  const response = await get(url, signal);
  try {
    const body = (await response.json()) as Answer;
    if (response.ok || (typeof body === 'object' && body !== null && 'errors' in body)) return body;
  } catch (cause) {
    if (signal?.aborted) throw cause;
  }
  throw new Failure('away', `HTTP_${response.status}`, `The server answered with status ${response.status}`);
}

/**
 * The address of a query. GET, so that the browser and any proxy may keep the
 * answer by its ETag; variables that are undefined are left out.
 */
export function address<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
): string {
  const query = new URLSearchParams({ query: document.text, variables: JSON.stringify(variables) });
  return `/graphql?${query}`;
}

/** Asks the server. Throws a `Failure` when it is away or refuses. */
export async function ask<Answer, Variables>(
  document: Document<Answer, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Answer> {
  const body = await getJson<Body<Answer>>(address(document, variables), signal);
  const error = body.errors?.[0];
  if (error) throw new Failure('refused', error.extensions?.code ?? 'ERROR', error.message);
  if (!body.data) throw new Failure('refused', 'EMPTY', 'The server gave an empty answer');
  return body.data;
}
