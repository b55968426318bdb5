import { addDays, localDate } from '@everyletter/kit/time';
import { Category, Channel, IdentityKind } from '../src/petition/rules/kinds.ts';
import { aLetter, ELSEWHERE, HANDLER_ID, register, SECOND } from './build.ts';
import type { Desk } from './desk.ts';

export const TODAY = '2026-11-23';
const MEANS = ['LETTER', 'MESSAGE', 'PHONE', 'WEB'] as const;

/** The same numbers on every run. */
export function dice(seed: number) {
  let state = seed;
  const next = () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
  const upTo = (count: number) => Math.floor(next() * count);
  return {
    upTo,
    chance: (share: number) => next() < share,
    one: <Value>(values: readonly Value[]): Value => values[upTo(values.length)] as Value,
  };
}

/** Petitions over a year with all that can happen to them, here and elsewhere: what a report has to count. */
export async function playHistory(desk: Desk, seed: number, count: number): Promise<void> {
  const die = dice(seed);
  const arrivals = Array.from({ length: count }, () =>
    aLetter({
      receivedOn: addDays(localDate('2026-01-01'), die.upTo(320)),
      channel: die.one(Object.values(Channel)),
      category: die.one(Object.values(Category)),
      identityKind: die.one(Object.values(IdentityKind)),
      superiorFrom: die.chance(0.2) ? '最高人民检察院' : null,
      reportBackDueOn: die.chance(0.5) ? addDays(localDate('2026-06-01'), die.upTo(200)) : null,
      peopleCount: die.chance(0.2) ? 3 : 1,
    }),
  );
  await register(desk.database, arrivals.slice(0, Math.floor(count * 0.8)));
  await register(desk.database, arrivals.slice(Math.floor(count * 0.8)), ELSEWHERE);
  const petitions = await desk.rows(
    'select id, institution_id, matter_id, received_on::text as on from petitions.petition order by number, id',
  );
  for (const petition of petitions) await happen(desk, petition, die);
}

type Die = ReturnType<typeof dice>;
type Row = { id: string; institution_id: string; matter_id: string; on: string };

async function happen(desk: Desk, { id, institution_id: institution, matter_id: matter, on }: Row, die: Die) {
  const later = (days: number) => addDays(localDate(on), die.upTo(days));
  const maybe = (share: number, days: number) => (die.chance(share) ? later(days) : null);
  const disposedOn = maybe(0.8, 4);
  await desk.rows(
    `update petitions.petition set procedural_stopped_on = $2, unreachable_on = $3, disposed_on = $4,
      disposition = $5, reported_on = case when superior_from is null then null else $6::date end,
      repeat_of_id = case when $7 then id end, handling_department_id = $8, handler_id = $9,
      representative_count = $10 where id = $1`,
    [
      id,
      maybe(0.8, 12),
      maybe(0.1, 30),
      disposedOn,
      disposedOn && (die.chance(0.2) ? 'TRANSFERRED' : 'ACCEPTED'),
      maybe(0.6, 200),
      die.chance(0.2),
      die.chance(0.5) ? SECOND : null,
      die.chance(0.5) ? HANDLER_ID : null,
      die.chance(0.1) ? 1 : 0,
    ],
  );
  await desk.rows(
    `update petitions.matter set substantive_started_on = $2, substantive_due_on = $3, substantive_stopped_on = $4
     where id = $1`,
    [matter, on, addDays(localDate(on), 90), maybe(0.6, 120)],
  );
  await contact(desk, { id, institution }, later, die);
  await reply(desk, { id, institution }, later, die);
  await promise(desk, { matter, institution }, later, die);
}

type Later = (days: number) => string;

async function contact(desk: Desk, { id, institution }: { id: string; institution: string }, later: Later, die: Die) {
  for (let nth = die.upTo(4); nth > 0; nth -= 1) {
    await desk.rows(
      `insert into petitions.contact_attempt (id, institution_id, petition_id, channel, outcome, attempted_on,
        officer_ids, recorded_by_id) values (gen_random_uuid(), $1, $2, 'PHONE', $3, $4, '{}', $5)`,
      [institution, id, die.one(['REACHED', 'NO_ANSWER']), later(60), HANDLER_ID],
    );
  }
  if (die.chance(0.1)) {
    await desk.rows(
      `insert into petitions.timeline_entry (id, institution_id, petition_id, kind, at, on_date)
       values (gen_random_uuid(), $1, $2, 'TRANSFER_OBJECTED', now(), $3)`,
      [institution, id, later(20)],
    );
  }
}

async function reply(desk: Desk, { id, institution }: { id: string; institution: string }, later: Later, die: Die) {
  for (let nth = die.upTo(3); nth > 0; nth -= 1) {
    const sentOn = later(60);
    const state = die.one(['SENT', 'DELIVERED', 'RETURNED', 'FAILED']);
    await desk.rows(
      `with reply as (insert into petitions.reply (id, institution_id, petition_id, kind, template_id, state, author_id,
        fields_sealed, created_at, changed_at, changed_by_id)
        values (gen_random_uuid(), $1, $2, 'PROGRESS', 't', 'DISPATCHED', $3, '', now(), now(), $3) returning id)
       insert into petitions.reply_recipient (id, institution_id, petition_id, reply_id, kind, state, means, sent_on,
        settled_on) select gen_random_uuid(), $1, $2, id, 'PETITIONER', $4, $5, $6, $7 from reply`,
      [
        institution,
        id,
        HANDLER_ID,
        state,
        die.one(MEANS),
        sentOn,
        state === 'SENT' ? null : addDays(localDate(sentOn), 5),
      ],
    );
  }
  if (die.chance(0.2)) {
    await desk.rows(
      `insert into petitions.extension (id, institution_id, petition_id, matter_id, months, state, reason_sealed,
        due_on_before, requested_by_id, requested_on, decided_on)
       select gen_random_uuid(), $1, id, matter_id, 1, $3, '', $4, $5, $4, $4 from petitions.petition where id = $2`,
      [institution, id, die.one(['APPROVED', 'REFUSED']), later(80), HANDLER_ID],
    );
  }
}

/** Follow-ups: each answer starts the next month, some come late, some stop, open again or are withdrawn. */
async function promise(
  desk: Desk,
  { matter, institution }: { matter: string; institution: string },
  later: Later,
  die: Die,
): Promise<void> {
  let on = later(90);
  for (let sequence = 1; sequence <= die.upTo(6); sequence += 1) {
    const type =
      sequence === 1 ? 'STARTED' : die.one(['STARTED', 'STARTED', 'STOPPED', 'REOPENED', 'WITHDRAWN', 'RECOUNTED']);
    on = addDays(localDate(on), die.upTo(45));
    const due = ['STOPPED', 'WITHDRAWN'].includes(type) ? null : addDays(localDate(on), 30);
    await desk.rows(
      `insert into petitions.clock_event (institution_id, subject_id, clock, sequence, type, on_date, due_on,
        policy_version, calendar_version, recorded_at) values ($1, $2, 'FOLLOW_UP', $3, $4, $5, $6, 'v', 1, now())`,
      [institution, matter, sequence, type, on, due],
    );
  }
}
