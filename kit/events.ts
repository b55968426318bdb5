import type { EntityManager } from '@mikro-orm/postgresql';
import * as v from 'valibot';
import { GivenUp, type Jobs, type QueueName, SCHEMA } from './jobs.ts';
import { tenantTableSql } from './migration-sql.ts';

/** `<publishing service>.<noun>-<what became of it>`, e.g. `roster.calendar-published`. */
export type EventName = `${string}.${string}`;

/**
 * Everything a hearer needs to know of the change, since it cannot ask; never personal data. `version` grows with every
 * event about the same thing: events may arrive late, twice and out of order, and an older one changes nothing.
 */
export interface EventPayload {
  readonly version: number;
  readonly [what: string]: unknown;
}

/** An event as it lies in the queue of one hearer. */
export interface EventData {
  readonly institutionId: string;
  readonly eventId: string;
  readonly payload: EventPayload;
}

/** What a service does when it hears one event. */
export interface Hearing<Context> {
  /** In one transaction with the inbox, as the system inside the event's institution. */
  handle(payload: unknown, context: Context): Promise<void>;
}

/**
 * `shape` is what this service needs of the payload; what else the publisher says is left out. A payload that does not
 * fit goes to the dead letters at once.
 * @throws GivenUp `EVENT_NOT_UNDERSTOOD`
 */
export function hear<Context, Payload>(
  shape: v.GenericSchema<unknown, Payload>,
  handle: (payload: Payload, context: Context) => Promise<void>,
): Hearing<Context> {
  return {
    handle(payload, context) {
      const read = v.safeParse(shape, payload);
      if (!read.success) throw new GivenUp('EVENT_NOT_UNDERSTOOD');
      return handle(read.output, context);
    },
  };
}

/** Every hearer of an event has a queue of its own, so that one that fails holds up no other. */
export function hearingQueue(service: string, event: EventName): QueueName {
  return `${service}.hears.${event}`;
}

/** In the caller's transaction, once for each service that hears the event. */
export async function publishEvent(jobs: Jobs, em: EntityManager, event: EventName, data: EventData): Promise<void> {
  const hearers = await em.execute<{ name: QueueName }[]>(
    `select name from ${SCHEMA}.subscription where event = ? order by name`,
    [event],
  );
  for (const { name } of hearers) await jobs.send(em, name, data);
}

/** The ids of the events a service has heard, for a migration of a service that hears any. */
export function inboxTableSql(schema: string, role: string): string[] {
  return [
    `create table ${schema}.inbox (
       institution_id uuid not null, event_id uuid not null, received_at timestamptz not null default now(),
       primary key (institution_id, event_id))`,
    ...tenantTableSql(`${schema}.inbox`, role),
  ];
}

/** Whether this is the first time; a second one waits for the transaction of the first. */
export async function noteHeard(
  em: EntityManager,
  schema: string,
  { institutionId, eventId }: EventData,
): Promise<boolean> {
  const noted = await em.execute<unknown[]>(
    `insert into ${schema}.inbox (institution_id, event_id) values (?, ?) on conflict do nothing returning event_id`,
    [institutionId, eventId],
  );
  return noted.length > 0;
}
