/** As far as the tests use it. */
declare module 'oidc-provider' {
  import type { Server } from 'node:http';

  type Next = () => Promise<void>;
  interface Context {
    readonly path: string;
    readonly body: { id_token?: string } | undefined;
  }
  export default class Provider {
    constructor(issuer: string, configuration: object);
    use(layer: (context: Context, next: Next) => Promise<void>): void;
    listen(port: number, host: string): Server;
  }
}
