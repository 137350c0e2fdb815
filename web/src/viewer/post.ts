/** The server did not do it: a code of the API, and how many seconds to wait when it says so. */
export class Refused extends Error {
  constructor(
    readonly code: string,
    readonly seconds = 0,
    options?: ErrorOptions,
  ) {
    super(code, options);
    this.name = 'Refused';
  }
}

interface Body {
  errors?: { extensions?: { code?: string } }[];
}

/** What is answered to somebody who came in. */
export interface Entered {
  readonly name: string;
  /** Whether nothing opens before they choose another password. */
  readonly mustChange: boolean;
}

/** Posts to a path under `/auth`. Throws a `Refused`. */
export async function post(path: string, body: Record<string, string>): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const options = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`/auth/${path}`, options).catch((cause: unknown) => {
    throw new Refused('AWAY', 0, { cause });
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  const code = (answer as Body | undefined)?.errors?.[0]?.extensions?.code;
  throw new Refused(code ?? 'OTHER', Number(response.headers.get('retry-after') ?? 0));
}

export const signIn = (email: string, password: string): Promise<Entered> =>
  post('sign-in', { email, password }) as Promise<Entered>;

export const choosePassword = (current: string, chosen: string): Promise<Entered> =>
  post('password', { current, new: chosen }) as Promise<Entered>;

export async function signOut(everywhere = false): Promise<void> {
  await post(everywhere ? 'sign-out-everywhere' : 'sign-out', {});
}
