import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type Configuration } from 'oidc-provider';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Gateway } from '../../src/http/gateway.ts';
import { createAuth } from '../../src/identity/auth.ts';
import { PAGE_ID, TestGateway } from './test-gateway.ts';

const PUBLIC_URL = 'http://localhost:4000';
const HANDLER = '01900000-0000-7000-8000-0000000000d1';
const CLIENT = { client_id: 'everyletter', client_secret: 'a secret between the two of them' };

const fixture = new TestGateway();
let provider: Server;
let issuer: string;
let gateway: Gateway;
let base: string;
/** Who sits before the provider's sign-in page. */
let personAtProvider = 'zhou@x.example';

beforeAll(async () => {
  provider = await startProvider();
  await fixture.open();
  const { pool } = fixture.accounts;
  await fixture.employ(HANDLER, '周正', '{HANDLER}');
  await pool.query(
    `insert into identity."user" ("id", "name", "email", "emailVerified") values ($1, '周正', 'zhou@x.example', true)`,
    [HANDLER],
  );
  const oidc = { issuer, clientId: CLIENT.client_id, clientSecret: CLIENT.client_secret };
  const auth = createAuth({ pool, secret: 'a secret of thirty-two characters', publicUrl: PUBLIC_URL, oidc });
  const started = await fixture.start({ auth, secondFactor: 'REQUIRED', identityProvider: true });
  gateway = started.gateway;
  base = started.at;
});
afterAll(async () => {
  await gateway.close();
  await fixture.close();
  provider.close();
});

/** A real OpenID provider, whose sign-in page lets the person before it in without asking. */
async function startProvider(): Promise<Server> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const configuration: Configuration = {
    clients: [{ ...CLIENT, redirect_uris: [`${PUBLIC_URL}/auth/callback/oidc`] }],
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    findAccount: (_, id) => ({
      accountId: id,
      claims: () => ({ sub: id, email: id, email_verified: true, name: '周正' }),
    }),
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({ clientId: oidc.client?.clientId, accountId: oidc.session?.accountId });
      grant.addOIDCScope('openid email profile');
      await grant.save();
      return grant;
    },
  };
  const openid = new Provider(issuer, configuration);
  const answer = openid.callback();
  server.on('request', (request, response) => {
    if (!request.url?.startsWith('/interaction/')) return answer(request, response);
    return openid.interactionFinished(request, response, { login: { accountId: personAtProvider } });
  });
  return server;
}

/** A browser that keeps cookies by host and follows redirects itself. */
class Browser {
  private readonly jars = new Map<string, Map<string, string>>();

  async ask(url: string, init: RequestInit = {}): Promise<Response> {
    const { origin } = new URL(url);
    const jar = this.jars.get(origin) ?? new Map<string, string>();
    this.jars.set(origin, jar);
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(url, { ...init, redirect: 'manual', headers: { ...init.headers, cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [name = '', value = ''] = line.split(';')[0]?.split(/=(.*)/s) ?? [];
      jar.set(name, value);
    }
    return answer;
  }

  post(path: string, body: object): Promise<Response> {
    const headers = { 'content-type': 'application/json', origin: PUBLIC_URL, 'x-everyletter': '1' };
    return this.ask(base + path, { method: 'POST', headers, body: JSON.stringify(body) });
  }
}

async function signInThroughProvider(): Promise<Browser> {
  const browser = new Browser();
  const started = await browser.post('/auth/sign-in/social', { provider: 'oidc', callbackURL: '/' });
  const { url } = (await started.json()) as { url: string };
  let answer = await browser.ask(url);
  for (let hops = 0; hops < 8; hops += 1) {
    const location = answer.headers.get('location');
    if (!location) break;
    const next = new URL(location, answer.url || issuer).href;
    if (next === `${PUBLIC_URL}/` || next === `${base}/`) break;
    answer = await browser.ask(next.replace(PUBLIC_URL, base));
  }
  return browser;
}

test('whom the provider knows by an address of ours is in, without a password or second factor of ours', async () => {
  personAtProvider = 'zhou@x.example';
  const browser = await signInThroughProvider();
  expect(await (await browser.post('/graphql', { documentId: PAGE_ID })).json()).toEqual({
    data: { me: { name: 'ANN' } },
  });
  expect(fixture.seenViewer).toMatchObject({ accountId: HANDLER, roles: ['HANDLER'], via: 'SESSION' });
});

test('the sign-in page can ask whether there is this way', async () => {
  expect(await (await fetch(`${base}/auth/ways`)).json()).toEqual({ identityProvider: true });
  expect(await (await fetch(`${fixture.base}/auth/ways`)).json()).toEqual({ identityProvider: false });
});

test('whom we do not know stays out, and no account is made', async () => {
  personAtProvider = 'stranger@x.example';
  const browser = await signInThroughProvider();
  expect((await browser.post('/graphql', { documentId: PAGE_ID })).status).toBe(401);
  expect(await fixture.rows(`select 1 from identity."user" where email = 'stranger@x.example'`)).toEqual([]);
});
