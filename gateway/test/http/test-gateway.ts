import { newId } from '@everyletter/kit/id';
import type { Announcement, OnAnnouncement } from '@everyletter/kit/live';
import { type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { identityMigrations } from '../../migrations/list.ts';
import { createExecutor } from '../../src/executor/executor.ts';
import { createInProcessTransport } from '../../src/executor/transports/in-process.ts';
import { createGateway, type Gateway } from '../../src/http/gateway.ts';
import type { GatewayOptions } from '../../src/http/gateway-options.ts';
import { createAccount } from '../../src/identity/accounts.ts';
import { type Auth, createAuth } from '../../src/identity/auth.ts';
import { ApiKeys, type NewKey } from '../../src/keys/api-keys.ts';
import { REPORT_SCOPES } from '../../src/keys/key-scopes.ts';
import { TrustedDocuments } from '../../src/operations/trusted-documents.ts';
import { localSubgraphs, supergraphSdl } from '../executor/fixture.ts';
import { rosterStandIn } from './roster-stand-in.ts';

export const CLERK = '01900000-0000-7000-8000-0000000000c1';
export const REPORTER = '01900000-0000-7000-8000-0000000000e1';
export const PASSWORD = 'correct horse battery';
export const PAGE_ID = 'page-hash';
const PAGE = 'query Page { me { name } }';
export const LIVE_ID = 'live-hash';
export const SHELF_ID = 'shelf-hash';
const SHELF = `query Shelf($first: Int!, $after: String) { shelf(first: $first, after: $after) {
  totalCount pageInfo { hasNextPage endCursor } edges { node { id no kind weight writer { tags } } } } }`;
const LIVE = 'subscription Live($place: ID) { letterShown(place: $place) { id author { name } score } }';
/** All of the two subgraphs but when somebody is reachable, and how old they are. */
const REPORTER_FIELDS = {
  PETITIONS: ['Query.me', 'Query.people', 'Person.id', 'Person.name', 'Person.friends', 'Person.tags'],
  RECEPTION: [
    'Query.letter',
    'Query.letters',
    'Letter.id',
    'Letter.author',
    'Letter.weight',
    'Subscription.letterShown',
  ],
};
const EXAMPLE = {
  name: 'light-letters',
  document: 'query Light($first: Int!) { letters(first: $first) { id weight author { name } } }',
  variables: { first: 2 },
  words: { zh: '轻信', en: 'Light letters' },
};
export type Bearer = { readonly authorization: string };
const SECRET = 'a secret of thirty-two characters';
const PUBLIC_URL = 'http://localhost:4000';

/** A gateway over two small subgraphs, with a database of its own, a clerk's account and a reporter's. */
export class TestGateway {
  now = new Date();
  base = '';
  /** Whom the subgraphs last answered. */
  seenViewer: Viewer | undefined;
  private database: TestDatabase | undefined;
  private identity: { readonly pool: pg.Pool; readonly auth: Auth } | undefined;
  private first: Gateway | undefined;
  private readonly told = new Set<OnAnnouncement>();
  /** `tell` stands for what services announce. */
  readonly live = {
    tell: (announcement: Announcement | null) => {
      for (const tell of this.told) tell(announcement);
    },
    subscribe: (tell: OnAnnouncement) => {
      this.told.add(tell);
      return () => this.told.delete(tell);
    },
  };
  readonly transport = createInProcessTransport<Viewer>(localSubgraphs, 1000);
  private readonly executor = createExecutor<Viewer>({
    supergraphSdl,
    isPublicCode: () => false,
    transport: async (name, request, viewer, signal) => {
      this.seenViewer = viewer;
      await this.asked?.();
      return this.transport(name, request, viewer, signal);
    },
  });

  private asked: (() => Promise<void>) | undefined;

  /** From here on `told` is run before each fetch of a subgraph. */
  whenAsked(told: (() => Promise<void>) | undefined): void {
    this.asked = told;
  }

  async open(change: Partial<GatewayOptions> = {}): Promise<void> {
    this.database = await testDatabase([rosterStandIn, identityMigrations]);
    const pool = new pg.Pool({
      connectionString: this.database.urlOf('identity'),
      options: '-c search_path=identity',
    });
    this.identity = { pool, auth: createAuth({ pool, secret: SECRET, publicUrl: PUBLIC_URL }) };
    await this.employ(CLERK, '林静', '{CLERK}');
    await this.employ(REPORTER, '报表', '{REPORTER}');
    await createAccount(pool, { accountId: CLERK, email: 'clerk@x.example', password: PASSWORD, displayName: '林静' });
    const reporter = { accountId: REPORTER, email: 'reporter@x.example', password: PASSWORD, displayName: '报表' };
    await createAccount(pool, reporter);
    const { gateway, at } = await this.start(change);
    this.first = gateway;
    this.base = at;
  }

  /** Another gateway on the same database; whoever starts it closes it. */
  async start(change: Partial<GatewayOptions> = {}): Promise<{ readonly gateway: Gateway; readonly at: string }> {
    const gateway = await createGateway({ ...this.options(), ...change });
    return { gateway, at: `http://127.0.0.1:${await gateway.listen(0, '127.0.0.1')}` };
  }

  async close(): Promise<void> {
    await this.first?.close();
    await this.identity?.pool.end();
    await this.database?.stop();
  }

  get accounts(): { readonly pool: pg.Pool; readonly auth: Auth } {
    if (!this.identity) throw new Error('The gateway is not open');
    return this.identity;
  }

  // biome-ignore lint/suspicious/noExplicitAny: the shape is the statement's own
  async rows(statement: string, values?: readonly unknown[]): Promise<any[]> {
    return (await this.database?.rows(statement, values)) ?? [];
  }

  async employ(accountId: string, name: string, roles: string): Promise<void> {
    await this.rows('insert into roster.viewer_claim values ($1, $1, $2, $3)', [accountId, name, roles]);
  }

  /** A key as its holder would make it; the page's defaults unless told otherwise. */
  async key(accountId: string, change: Partial<NewKey> = {}): Promise<{ id: string; secret: string; bearer: Bearer }> {
    const owner = { accountId, institutionId: accountId };
    const wanted = { name: newId(this.now), scopes: REPORT_SCOPES, perHour: 600, days: 30, ...owner, ...change };
    const made = await new ApiKeys(this.accounts.pool).create(wanted, { ...owner, now: this.now });
    return { ...made, bearer: { authorization: `Bearer ${made.secret}` } };
  }

  private options(): GatewayOptions {
    const { auth, pool } = this.accounts;
    return {
      executor: this.executor,
      files: async (subgraph, { path, body }, viewer) => ({
        status: body ? 201 : 200,
        headers: { 'content-type': 'text/plain' },
        body: Buffer.from(`${subgraph}/${path} ${body?.length ?? 0} ${viewer.roles}`),
      }),
      auth,
      identityPool: pool,
      sessionSecret: SECRET,
      publicUrl: PUBLIC_URL,
      allowedOrigins: ['https://reports.example'],
      documents: new TrustedDocuments(
        new Map([
          [PAGE_ID, PAGE],
          [LIVE_ID, LIVE],
          [SHELF_ID, SHELF],
        ]),
      ),
      reporterFields: REPORTER_FIELDS,
      exampleReports: [EXAMPLE],
      siteDir: null,
      demoAccounts: [],
      secondFactor: 'OFF',
      identityProvider: false,
      announcements: this.live,
      subgraphsReady: async () => true,
      clock: () => this.now,
      log: { error: () => {}, warn: () => {} } as never,
    };
  }

  post(path: string, body: unknown, headers: Record<string, string> = {}, at = this.base): Promise<Response> {
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    return fetch(at + path, {
      method: 'POST',
      body: text,
      headers: { 'content-type': 'application/json', ...headers },
    });
  }

  /** The cookies of a session: of the clerk, or of whom the address is. */
  async signIn(email = 'clerk@x.example'): Promise<string> {
    const response = await this.post('/auth/sign-in/email', { email, password: PASSWORD });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    return cookies.join('; ');
  }
}

/** What the application's own pages send along. */
export const own = (cookie: string) => ({ cookie, 'x-everyletter': '1' });

export interface Refused {
  readonly code: string;
  readonly details: Readonly<Record<string, unknown>>;
}

export async function refusalOf(response: Response): Promise<Refused> {
  const body = (await response.json()) as { errors: { extensions: Refused }[] };
  return body.errors[0]?.extensions ?? { code: '', details: {} };
}

export async function codeOf(response: Response): Promise<string> {
  return (await refusalOf(response)).code;
}
