import { createSign, generateKeyPairSync, randomUUID } from 'node:crypto';
import type { Server } from 'node:http';

import Provider from 'oidc-provider';

/** What the provider says of somebody, by what they type as their login. */
export interface Claims {
  readonly email?: string;
  /** Some providers say it in words. */
  readonly email_verified?: boolean | 'true' | 'false';
  readonly name?: string;
}

/** The claims of an id token. */
export type Token = Record<string, unknown>;

/** A real provider of OpenID Connect, which can be let lie. */
export interface TestProvider {
  readonly issuer: string;
  /** Who can sign in, with any password. */
  readonly people: Map<string, Claims>;
  /** Changes the id tokens that it gives from now on; undefined leaves them as they are. */
  lie: ((token: string) => string) | undefined;
  /** Signs claims with its own key. */
  readonly sign: (claims: Token) => string;
  readonly stop: () => Promise<void>;
}

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Starts a provider that knows the server at an address as its client. */
export async function startProvider(port: number, client: string, secret: string): Promise<TestProvider> {
  const issuer = `http://127.0.0.1:${port}`;
  const people = new Map<string, Claims>();
  const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const kid = randomUUID();
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: 'kaart',
        client_secret: secret,
        redirect_uris: [`${client}/auth/oidc/callback`],
        grant_types: ['authorization_code'],
        response_types: ['code'],
      },
    ],
    jwks: { keys: [{ ...privateKey.export({ format: 'jwk' }), kid, alg: 'RS256', use: 'sig' }] },
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    cookies: { keys: [randomUUID()] },
    pkce: { required: () => true },
    findAccount: (_: unknown, id: string) => ({
      accountId: id,
      claims: () => Promise.resolve({ sub: id, ...people.get(id) }),
    }),
  });
  const test: TestProvider = {
    issuer,
    people,
    lie: undefined,
    sign: (claims) => {
      const text = `${encode({ alg: 'RS256', kid, typ: 'JWT' })}.${encode(claims)}`;
      return `${text}.${createSign('RSA-SHA256').update(text).sign(privateKey, 'base64url')}`;
    },
    stop: () => new Promise((resolve) => listening.close(() => resolve())),
  };
  provider.use(async (context, next) => {
    await next();
    const { path, body } = context;
    if (path === '/token' && body?.id_token && test.lie) body.id_token = test.lie(body.id_token);
  });
  const listening: Server = provider.listen(port, '127.0.0.1');
  await new Promise((resolve) => listening.once('listening', resolve));
  return test;
}

/** The claims that a token holds. */
export const claimsOf = (token: string): Token =>
  JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Token;
