/** The server did not do it: a code of the API, and how many seconds to wait when it says so. */
export class AuthError extends Error {
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
export interface SignedIn {
  readonly name: string;
  /** Whether nothing opens before they choose another password. */
  readonly mustChange: boolean;
}

/** Posts to a path under `/auth`. Throws a `AuthError`. */
export async function postAuth(path: string, body: unknown): Promise<unknown> {
  const headers = { 'content-type': 'application/json' };
  const options = { method: 'POST', headers, body: JSON.stringify(body) };
  const response = await fetch(`/auth/${path}`, options).catch((cause: unknown) => {
    throw new AuthError('AWAY', 0, { cause });
  });
  const answer: unknown = await response.json().catch(() => undefined);
  if (response.ok) return answer;
  const code = (answer as Body | undefined)?.errors?.[0]?.extensions?.code;
  throw new AuthError(code ?? 'OTHER', Number(response.headers.get('retry-after') ?? 0));
}

export const signIn = (email: string, password: string, code?: string): Promise<SignedIn> =>
  postAuth('sign-in', { email, password, code }) as Promise<SignedIn>;

/** Asks a path under `/auth`. Throws a `AuthError`. */
export async function getAuth<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`/auth/${path}`).catch((cause: unknown) => {
    throw new AuthError('AWAY', 0, { cause });
  });
  if (!response.ok) throw new AuthError(response.status === 401 ? 'UNAUTHENTICATED' : 'OTHER');
  return (await response.json()) as Answer;
}

/** How people may sign in beside a password. */
export interface SignInOptions {
  readonly oidc: { readonly name: string } | null;
}

/** Whether the server is asked to answer as it answers the public. */
export const viewsAsPublic = (): boolean => document.cookie.includes('__Host-dekkingskaart-openbaar=');

/** Asks to be answered as the public, or no longer. */
export async function viewAsPublic(on: boolean): Promise<void> {
  await postAuth('as-public', { on });
}

export const choosePassword = (current: string, chosen: string): Promise<SignedIn> =>
  postAuth('password', { current, new: chosen }) as Promise<SignedIn>;

export async function signOut(everywhere = false): Promise<void> {
  await postAuth(everywhere ? 'sign-out-everywhere' : 'sign-out', {});
}
