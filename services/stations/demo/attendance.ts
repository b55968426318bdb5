import { addDays, type LocalDate } from '@everyletter/kit/time';
import type pg from 'pg';
import type { StationsDemoOptions } from './load.ts';
import { DEMO_LAWYERS, demoId } from './people.ts';

const ANSWER = 15;
const SWAP = 16;
const OFFER = 17;
/** How many days back somebody wrote down who came. */
const BACK_DAYS = 60;
/** Of so many duties one was late, and one was not kept. */
const LATE_EVERY = 17;
const ABSENT_EVERY = 41;

/** Who came in the last weeks, who confirmed, one who declined, and two who want to change; again it changes nothing. */
export async function plantAttendance(client: pg.Client, { institution, today }: StationsDemoOptions): Promise<void> {
  const { rowCount } = await client.query('select 1 from stations.attendance limit 1');
  if (rowCount) return;
  await giveToday(client, institution.id, today);
  await plantPast(client, institution.id, today);
  await confirmSoon(client, institution.id, today);
  const ahead = await dutiesAhead(client, institution.id, today);
  await declineOne(client, ahead, institution.id, today);
  await askForTwo(client, ahead, institution.id, today);
}

/** A few minutes before the beginning, mostly; all of them left when it ended. */
async function plantPast(client: pg.Client, institutionId: string, today: LocalDate): Promise<void> {
  await client.query(
    `with kept as (
       select a.id, a.lawyer_id, a.date, row_number() over (order by a.date, a.half_day, a.id) as n,
         case a.half_day when 'MORNING' then s.morning_from else s.afternoon_from end as opens,
         case a.half_day when 'MORNING' then s.morning_to else s.afternoon_to end as closes
       from stations.assignment a join stations.station s on s.id = a.station_id
       where a.institution_id = $1 and a.date >= $2 and a.date < $3)
     insert into stations.attendance (id, institution_id, assignment_id, lawyer_id, checked_in_at, checked_in_by,
       late_minutes, checked_out_at, absent_at, absence_reason)
     select gen_random_uuid(), $1, id, lawyer_id,
       case when n % $5 <> 0 then at + case when n % $4 = 0 then interval '18 minutes' else (n % 9 - 9) * interval '1 minute' end end,
       case when n % $5 <> 0 then case when n % 3 = 0 then 'DESK' else 'PHONE' end end,
       case when n % $4 = 0 and n % $5 <> 0 then 18 else 0 end,
       case when n % $5 <> 0 then until end,
       case when n % $5 = 0 then at + interval '30 minutes' end,
       case when n % $5 = 0 then '电话未接通，未到岗' end
     from kept, lateral (select (date || ' ' || opens || '+08')::timestamptz as at, (date || ' ' || closes || '+08')::timestamptz as until) t`,
    [institutionId, addDays(today, -BACK_DAYS), today, LATE_EVERY, ABSENT_EVERY],
  );
}

async function confirmSoon(client: pg.Client, institutionId: string, today: LocalDate): Promise<void> {
  await client.query(
    `update stations.assignment set status = 'CONFIRMED' where institution_id = $1 and date between $2 and $3
       and (date = $2 or lawyer_id <> $4)`,
    [institutionId, today, addDays(today, 5), DEMO_LAWYERS[0]?.id],
  );
}

/** The lawyer who has an account serves today, where anybody does. */
async function giveToday(client: pg.Client, institutionId: string, today: LocalDate): Promise<void> {
  const lawyerId = DEMO_LAWYERS[0]?.id;
  await client.query(
    `update stations.assignment set lawyer_id = $1 where id = (select a.id from stations.assignment a
       where a.institution_id = $2 and a.date = $3 and not exists (select from stations.assignment o
         where o.lawyer_id = $1 and o.date = $3) order by a.half_day, a.station_id limit 1)`,
    [lawyerId, institutionId, today],
  );
}

interface Ahead {
  readonly id: string;
  readonly lawyer_id: string;
  readonly name: string;
}

/** Some days ahead, so that a swap is still in time. */
async function dutiesAhead(client: pg.Client, institutionId: string, today: LocalDate): Promise<Ahead[]> {
  const { rows } = await client.query<Ahead>(
    `select a.id, a.lawyer_id, l.name from stations.assignment a join stations.lawyer l on l.id = a.lawyer_id
     where a.institution_id = $1 and a.date > $2 and a.lawyer_id <> $3 order by a.date, a.half_day desc, a.station_id`,
    [institutionId, addDays(today, 2), DEMO_LAWYERS[0]?.id],
  );
  return rows;
}

async function declineOne(client: pg.Client, ahead: Ahead[], institutionId: string, today: LocalDate): Promise<void> {
  const [duty] = ahead;
  if (!duty) return;
  await client.query(`update stations.assignment set status = 'DECLINED' where id = $1`, [duty.id]);
  await client.query(`insert into stations.duty_answer values ($1, $2, $3, $4, 'DECLINED', $5, $6)`, [
    demoId(ANSWER, 1),
    institutionId,
    duty.id,
    duty.lawyer_id,
    '外地开庭，当日赶不回来',
    `${today}T00:30:00Z`,
  ]);
}

/** One waits for the lawyer who has an account, one was accepted and waits for the administrator. */
async function askForTwo(client: pg.Client, ahead: Ahead[], institutionId: string, today: LocalDate): Promise<void> {
  const [, , first, second] = ahead;
  const { rows } = await client.query<{ id: string; name: string }>(
    `select l.id, l.name from stations.lawyer l, stations.assignment a where a.id = $1 and l.institution_id = $2 and l.id <> $3
       and not exists (select from stations.assignment o where o.lawyer_id = l.id and o.date = a.date) order by l.id limit 1`,
    [second?.id, institutionId, DEMO_LAWYERS[0]?.id],
  );
  const [taker] = rows;
  for (const [at, duty] of [first, second].entries()) {
    if (!duty || !taker) continue;
    const isAnswered = at === 1;
    await client.query(
      `insert into stations.swap (id, institution_id, assignment_id, kind, state, asked_by_id, asked_by_name, reason,
         asked_at, offers, answered_by_id, answered_by_name, answered_at)
       values ($1, $2, $3, 'COVER', $4, $5, $6, $7, $8, $9, $10, $11, $12)`,
      [
        demoId(SWAP, at + 1),
        institutionId,
        duty.id,
        isAnswered ? 'ANSWERED' : 'ASKED',
        duty.lawyer_id,
        duty.name,
        isAnswered ? '家中有事' : '与开庭时间冲突',
        `${addDays(today, -1)}T02:00:00Z`,
        isAnswered ? 5 : 6,
        ...(isAnswered ? [taker.id, taker.name, `${today}T01:00:00Z`] : [null, null, null]),
      ],
    );
    await client.query('insert into stations.swap_offer values ($1, $2, $3, $4, $5, $6, null)', [
      demoId(OFFER, at + 1),
      institutionId,
      demoId(SWAP, at + 1),
      duty.id,
      isAnswered ? taker.id : DEMO_LAWYERS[0]?.id,
      isAnswered ? 'ACCEPTED' : null,
    ]);
  }
}
