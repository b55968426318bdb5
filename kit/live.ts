import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import pg from 'pg';
import { Subscription } from 'type-graphql';
import type { Logger } from './log.ts';

const CHANNEL = 'everyletter_live';
/** How long after a lost connection it is tried again. Milliseconds. */
const RECONNECT_MS = 1000;

/** Something a subscription shows is not what it was. Ids only; whoever watches asks again under their own rights. */
export interface Announcement {
  readonly institutionId: string;
  /** The field of `Subscription` it is about. */
  readonly field: string;
  /** Narrows it to those who watch this one thing; absent, everybody who watches the field is meant. */
  readonly id?: string;
}

/** `null`: announcements may have been missed, so that everybody asks again. */
export type OnAnnouncement = (announcement: Announcement | null) => void;

export interface Listening {
  close(): Promise<void>;
}

/**
 * A field of `Subscription`. It answers what is so now, like a query; the gateway asks it again at each announcement of
 * its name, as the viewer of that moment.
 */
export function Live(returns: Returns, description: string): MethodDecorator {
  return Subscription(returns, { description, subscribe: neverStreamed });
}
type Returns = Extract<Parameters<typeof Subscription>[0], (...args: never[]) => unknown>;

/** Where the schema asks for a source of events of its own: there is none inside a subgraph. */
export function neverStreamed(): never {
  throw new Error('Between the gateway and a subgraph a subscription is asked, not streamed');
}

/** Told when the transaction commits, and never when it does not. */
export async function announce(em: EntityManager, announcement: Announcement): Promise<void> {
  const database = em.getKysely() as unknown as Kysely<unknown>;
  await sql`select pg_notify(${CHANNEL}, ${JSON.stringify(announcement)})`.execute(database);
}

/** Listens on a connection of its own, found again when it is lost. */
export async function listenLive(url: string, log: Logger, tell: OnAnnouncement): Promise<Listening> {
  let client: pg.Client | undefined;
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  async function connect(): Promise<void> {
    const fresh = new pg.Client({ connectionString: url, keepAlive: true });
    fresh.on('error', () => {});
    fresh.on('end', retry);
    fresh.on('notification', ({ payload }) => tell(JSON.parse(payload ?? 'null')));
    await fresh.connect();
    await fresh.query(`listen ${CHANNEL}`);
    client = fresh;
  }

  function retry(): void {
    if (closed || timer) return;
    log.warn({}, 'LIVE_CONNECTION_LOST');
    timer = setTimeout(() => {
      timer = undefined;
      connect().then(() => tell(null), retry);
    }, RECONNECT_MS);
  }

  await connect();
  return {
    async close() {
      closed = true;
      clearTimeout(timer);
      await client?.end();
    },
  };
}
