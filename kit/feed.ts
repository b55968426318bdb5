import { createHash, randomBytes } from 'node:crypto';
import ical, { ICalCalendarMethod, ICalEventBusyStatus, ICalEventStatus } from 'ical-generator';
import { type Kysely, sql } from 'kysely';
import { tenantTableSql } from './migration-sql.ts';
import type { FileResponse } from './service.ts';

/**
 * One duty in a calendar app. Its `uid` stays the same whatever changes, `revision` grows with every change, and what
 * was called off stays as called off, or the apps would keep showing it. Never holds anything of a petitioner.
 */
export interface FeedEvent {
  readonly uid: string;
  readonly revision: number;
  readonly start: Date;
  readonly end: Date;
  readonly title: string;
  readonly place: string;
  readonly calledOff: boolean;
  readonly changedAt: Date;
}

/** Calendar apps come back after this. Seconds. */
const REFRESH_SECONDS = 3600;
const COMPANY = 'EveryLetter';

/** RFC 5545 text: instants in UTC, lines folded at 75 octets. */
export function feedText(name: string, events: readonly FeedEvent[]): string {
  const calendar = ical({
    name,
    method: ICalCalendarMethod.PUBLISH,
    prodId: { company: COMPANY, product: 'feed', language: 'ZH' },
    ttl: REFRESH_SECONDS,
  });
  for (const { uid, revision, calledOff, start, end, title, place, changedAt } of events) {
    calendar.createEvent({
      id: uid,
      sequence: revision,
      start,
      end,
      summary: title,
      location: place,
      stamp: changedAt,
      lastModified: changedAt,
      status: calledOff ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
      busystatus: calledOff ? ICalEventBusyStatus.FREE : ICalEventBusyStatus.BUSY,
    });
  }
  return calendar.toString();
}

/** As the door answers it; kept by nobody on the way. */
export function feedFile(name: string, events: readonly FeedEvent[]): FileResponse {
  return {
    status: 200,
    headers: {
      'content-type': 'text/calendar; charset=utf-8',
      'content-disposition': 'inline; filename="duties.ics"',
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    },
    body: Buffer.from(feedText(name, events)),
  };
}

const INSTITUTION_CHARACTERS = 22;
const SECRET_BYTES = 32;
const TOKEN = /^[A-Za-z0-9_-]{65}$/;
const FEED_FILE = /^feeds\/([A-Za-z0-9_-]{65})\.ics$/;

/** 256 bits of chance behind the institution the feed belongs to, so that row-level security holds for it too. */
export function newFeedToken(institutionId: string): string {
  const institution = Buffer.from(institutionId.replaceAll('-', ''), 'hex').toString('base64url');
  return institution + randomBytes(SECRET_BYTES).toString('base64url');
}

/** Null when it cannot be a token. */
export function institutionOfFeed(token: string): string | null {
  if (!TOKEN.test(token)) return null;
  const hex = Buffer.from(token.slice(0, INSTITUTION_CHARACTERS), 'base64url').toString('hex');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}

/** The path of a feed below `/files/<service>/`, as the gateway's door asks for it. */
export function feedFilePath(token: string): string {
  return `feeds/${token}.ics`;
}

/** The token of such a path, or null. */
export function feedTokenOf(path: string): string | null {
  return FEED_FILE.exec(path)?.[1] ?? null;
}

/** Where a calendar app finds it. */
export function feedAddress(service: string, token: string): string {
  return `/feeds/${service}/${token}.ics`;
}

/** For a migration: a service that offers feeds keeps the hashes of their tokens, one for a subject at a time. */
export function feedTokenTableSql(schema: string, role: string): string[] {
  return [
    `create table ${schema}.feed_token (
       institution_id uuid not null, kind text not null, subject_id uuid not null, token_hash bytea not null,
       issued_at timestamptz not null, primary key (institution_id, kind, subject_id))`,
    `create unique index feed_token_hash on ${schema}.feed_token (institution_id, token_hash)`,
    ...tenantTableSql(`${schema}.feed_token`, role),
  ];
}

/** Whose duties a feed holds; `kind` is the service's own word. */
export interface FeedSubject {
  readonly kind: string;
  readonly subjectId: string;
}

export interface IssuedFeed extends FeedSubject {
  readonly issuedAt: Date;
}

/** Tokens of one service and institution: only their hashes are kept, so that nobody can read an address off the table. */
export class FeedTokens {
  private readonly table;

  constructor(
    private readonly database: Kysely<unknown>,
    schema: string,
    private readonly institutionId: string,
  ) {
    this.table = sql.raw(`${schema}.feed_token`);
  }

  /** A new token for the subject; the one before it opens nothing any more. The caller tells it once. */
  async issue({ kind, subjectId }: FeedSubject, now: Date): Promise<string> {
    const token = newFeedToken(this.institutionId);
    await sql`insert into ${this.table} values (${this.institutionId}, ${kind}, ${subjectId}, ${hashOf(token)}, ${now})
      on conflict (institution_id, kind, subject_id)
      do update set token_hash = excluded.token_hash, issued_at = excluded.issued_at`.execute(this.database);
    return token;
  }

  async revoke({ kind, subjectId }: FeedSubject): Promise<void> {
    await sql`delete from ${this.table} where kind = ${kind} and subject_id = ${subjectId}`.execute(this.database);
  }

  async issuedFor(subjectIds: readonly string[]): Promise<IssuedFeed[]> {
    if (subjectIds.length === 0) return [];
    const { rows } = await sql<{ kind: string; subject_id: string; issued_at: Date }>`
      select kind, subject_id, issued_at from ${this.table}
      where subject_id in (${sql.join(subjectIds)}) order by kind`.execute(this.database);
    return rows.map((row) => ({ kind: row.kind, subjectId: row.subject_id, issuedAt: new Date(row.issued_at) }));
  }

  /** Null for a token that was revoked, replaced or never issued. */
  async subjectOf(token: string): Promise<FeedSubject | null> {
    const { rows } = await sql<{ kind: string; subject_id: string }>`
      select kind, subject_id from ${this.table} where token_hash = ${hashOf(token)}`.execute(this.database);
    const [row] = rows;
    return row ? { kind: row.kind, subjectId: row.subject_id } : null;
  }
}

function hashOf(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}
