import type { Service } from '@everyletter/kit/service';
import { type Answer, ask, buildViewer, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import { staffId } from '@everyletter/roster/demo/ids';
import { loadRosterDemo } from '@everyletter/roster/demo/load';
import { HOME } from '@everyletter/roster/demo/people';
import { rosterService } from '@everyletter/roster/service';

const TODAY = '2026-11-23';
const DAYS = 8;
const RUNNERS = 32;
const EACH = 50;
const BOOK = `mutation ($input: BookReceptionInput!) { bookReception(input: $input) { ticket { id } } }`;
const clerk = buildViewer(HOME, ['CLERK'], { staffId: staffId(11) });

/** 1,600 bookings at once over two processes' worth of connections: none twice, none waiting for ever. */
export async function raceForNumbers(): Promise<void> {
  const database = await testDatabase([rosterService]);
  await loadRosterDemo(database.ownerUrl, localDate(TODAY));
  const days: Answer[] = await database.rows(
    `insert into roster.reception_day (id, institution_id, date, half_day, leader_id, place)
     select gen_random_uuid(), $1, '2027-06-10'::date + d, 'MORNING', $2, '竞争' from generate_series(1, ${DAYS}) d returning id`,
    [HOME, staffId(4)],
  );
  const clock = () => new Date(`${TODAY}T04:00:00Z`);
  const services = await Promise.all([1, 2].map(() => database.start(rosterService, { clock })));
  const outcomes = (
    await Promise.all(Array.from({ length: RUNNERS }, (_, runner) => bookMany(services, days, runner)))
  ).flat();
  const [{ doubles }] = await database.rows(
    `select count(*)::int as doubles from roster.reception_ticket a join roster.reception_ticket b
       on a.id < b.id and a.span && b.span and a.state <> 'CANCELLED' and b.state <> 'CANCELLED'
       and (a.reception_day_id = b.reception_day_id or a.visitor_index = b.visitor_index)`,
  );
  const count = (isIt: (code: string) => boolean) => outcomes.filter(isIt).length;
  const refused = count((code) => code === 'RECEPTION_DAY_FULL' || code === 'VISITOR_BOOKED');
  const booked = count((code) => code === 'BOOKED');
  console.log(
    `race: ${outcomes.length} bookings  booked ${booked}  refused with words ${refused}  failed ${outcomes.length - booked - refused}  double ${doubles}`,
  );
  await database.stop();
}

async function bookMany(services: readonly Service[], days: readonly Answer[], runner: number): Promise<string[]> {
  const outcomes: string[] = [];
  for (let at = 0; at < EACH; at += 1) {
    const phone = `1390000${String((runner * 7 + at) % 40).padStart(4, '0')}`;
    const input = { receptionDayId: days[(runner + at) % DAYS].id, kind: 'BOOKED', name: '竞争者', phone, people: 1 };
    const { errors } = await ask(services[runner % services.length] as Service, clerk, BOOK, { input });
    outcomes.push(errors?.[0].extensions.code ?? 'BOOKED');
  }
  return outcomes;
}
