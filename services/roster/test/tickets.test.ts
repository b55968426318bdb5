import { type Answer, ask, buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { staffId } from '../demo/ids.ts';
import { HOME, INSTITUTIONS } from '../demo/people.ts';
import { rosterService } from '../src/service.ts';
import { clerk, leader, planner, RotaDesk } from './rota-desk.ts';

const DAY = `id revision leader { id } slots { from taken } queue { number state from }
  substitutions { reason from { id } to { id } }
  tickets { id version number state from visitorName visitorPhone mustBeTold record nextStates
    tasks { id version content dueOn report reportedOn isOverdue } }`;
const desk = new RotaDesk();
let day: string;
let afternoon: string;

beforeAll(async () => {
  await desk.open();
  const { data } = await desk.ask(clerk, '{ receptionDays(from: "2026-11-25", to: "2026-11-25") { id halfDay } }');
  [day, afternoon] = data.receptionDays.map(({ id }: { id: string }) => id);
}, 60_000);
afterAll(() => desk.close());

const book = (change: Record<string, unknown> = {}, viewer = clerk): Promise<Answer> =>
  desk.change(
    viewer,
    'bookReception',
    { receptionDayId: day, kind: 'BOOKED', name: '王勤', phone: '13900000017', people: 1, ...change },
    `ticket { id version number state from } receptionDay { ${DAY} }`,
  );
const codeOf = ({ errors }: Answer) => errors?.[0].extensions.code;
const move = (ticket: Answer, state: string, viewer = clerk) =>
  desk.change(
    viewer,
    'moveTicket',
    { id: ticket.id, version: ticket.version, state },
    `ticket { id version state } receptionDay { ${DAY} }`,
  );

test('a visitor gets a number and a time; who it is stays sealed and is shown masked', async () => {
  const { data, errors } = await book({ slot: '09:30' });
  expect(errors).toBeUndefined();
  const { ticket, receptionDay } = data.bookReception;
  expect(ticket).toMatchObject({ number: 1, state: 'BOOKED', from: '09:30' });
  expect(receptionDay.tickets[0]).toMatchObject({ visitorName: '王*', visitorPhone: '139****0017', mustBeTold: false });
  expect(receptionDay.slots.find(({ from }: { from: string }) => from === '09:30').taken).toBe(true);
  const kept = JSON.stringify([
    await desk.rows('select t::text from roster.reception_ticket t'),
    await desk.rows('select content from roster.audit_entry'),
  ]);
  for (const plain of ['王勤', '13900000017', Buffer.from('王勤').toString('hex')]) expect(kept).not.toContain(plain);
});

test('the hall calls numbers and nothing else', async () => {
  const { data } = await desk.ask(
    buildViewer(HOME, ['DUTY_LAWYER']),
    '{ receptionDays(from: "2026-11-25", to: "2026-11-25") { queue { number state from } } }',
  );
  expect(data.receptionDays[0].queue).toEqual([{ number: 1, state: 'BOOKED', from: '09:30' }]);
});

describe('nobody is booked twice', () => {
  test('the same time is not given again', async () => {
    expect(codeOf(await book({ slot: '09:30', name: '李四', phone: null }))).toBe('SLOT_TAKEN');
  });

  test('the same visitor is not in two places at one time', async () => {
    const [row] = await desk.rows(
      `insert into roster.reception_day (id, institution_id, date, half_day, leader_id, place)
       select gen_random_uuid(), $1, '2026-11-25', 'MORNING', s.id, '另一室' from roster.staff s
       where s.institution_id = $1 and not exists (select from roster.reception_day d
         where d.leader_id = s.id and d.date = '2026-11-25' and d.half_day = 'MORNING') limit 1 returning id`,
      [HOME],
    );
    expect(codeOf(await book({ receptionDayId: row.id, slot: '09:30' }))).toBe('VISITOR_BOOKED');
  });

  test('a cancelled number is free for another, and its own is never given again', async () => {
    const { data } = await book({ slot: '10:00', name: '赵六', phone: null });
    await move(data.bookReception.ticket, 'CANCELLED');
    const again = await book({ slot: '10:00', name: '孙七', phone: null });
    expect(again.data.bookReception.ticket.number).toBe(data.bookReception.ticket.number + 1);
  });
});

test('another leader takes the day: it stays the same day with its numbers, and says who is to be told', async () => {
  const { data: before } = await desk.ask(clerk, `{ receptionDay(id: "${day}") { ${DAY} } }`);
  const { revision, leader: first } = before.receptionDay;
  const input = { receptionDayId: day, revision, leaderId: staffId(3), reason: '临时赴市院开会' };
  const { data, errors } = await desk.change(
    planner,
    'substituteLeader',
    input,
    `receptionDay { ${DAY.replace(/record|tasks \{[^}]*\}/g, '')} }`,
  );
  expect(errors).toBeUndefined();
  const { receptionDay } = data.substituteLeader;
  expect(receptionDay).toMatchObject({ id: day, revision: revision + 1, leader: { id: staffId(3) } });
  expect(receptionDay.substitutions).toEqual([{ reason: '临时赴市院开会', from: first, to: { id: staffId(3) } }]);
  const open = receptionDay.tickets.filter(({ state }: { state: string }) => state === 'BOOKED');
  expect(open.every(({ mustBeTold }: { mustBeTold: boolean }) => mustBeTold)).toBe(true);
  const told = await desk.change(clerk, 'markTicketTold', { id: open[0].id }, `receptionDay { ${DAY} }`);
  expect(told.data.markTicketTold.receptionDay.tickets[0].mustBeTold).toBe(false);
  const stale = await desk.change(planner, 'substituteLeader', input, 'receptionDay { id }');
  expect(codeOf(stale)).toBe('RECEPTION_DAY_CHANGED');
});

test('a day somebody is booked for is not called off by a rota', async () => {
  const plan = await desk.made({ from: '2026-11-25', to: '2026-11-25' });
  const [turn] = plan.turns;
  const moves = turn.leaderIds.map((removeId: string) => ({ turnKey: turn.key, removeId }));
  const { data } = await desk.change(
    planner,
    'editRotaPlan',
    { id: plan.id, version: plan.version, moves },
    'rotaPlan { id version }',
  );
  expect(codeOf(await desk.publish(data.editRotaPlan.rotaPlan))).toBe('RECEPTION_DAY_BOOKED');
});

test('arrived, called in, written down: departments are given work and report back to the leader', async () => {
  const { data } = await book({ receptionDayId: afternoon, kind: 'WALK_IN', name: '钱八', phone: null });
  const { ticket } = data.bookReception;
  expect(ticket).toMatchObject({ state: 'ARRIVED', from: '14:00' });
  const tasks = [
    { departmentId: '01940000-0000-7000-8000-000200000009', content: '核对钱八的来信', dueOn: '2026-12-01' },
  ];
  const write = (id: string) =>
    desk.change(
      clerk,
      'recordReception',
      { ticketId: id, content: '钱八反映拆迁补偿', tasks },
      `receptionDay { ${DAY} }`,
    );
  expect(codeOf(await write(ticket.id))).toBe('TICKET_NOT_CALLED');
  expect(codeOf(await move(ticket, 'DONE'))).toBe('TICKET_STEP_INVALID');
  await move(ticket, 'CALLED');
  const { data: written } = await write(ticket.id);
  const [done] = written.recordReception.receptionDay.tickets;
  expect(done).toMatchObject({ state: 'DONE', record: '钱八反映拆迁补偿' });
  expect(codeOf(await write(ticket.id))).toBe('RECEPTION_RECORDED');
  const [task] = done.tasks;
  const report = { id: task.id, version: task.version, report: '已核对，原件齐全' };
  const answer = await desk.change(
    clerk,
    'reportReceptionTask',
    report,
    'receptionTask { report reportedOn isOverdue }',
  );
  expect(answer.data.reportReceptionTask.receptionTask).toEqual({
    report: '已核对，原件齐全',
    reportedOn: '2026-11-23',
    isOverdue: false,
  });
  const kept = JSON.stringify(
    await desk.rows(
      'select r::text from roster.reception_record r union all select t::text from roster.reception_task t',
    ),
  );
  expect(kept).not.toContain('拆迁');
});

test('a name is opened for the desk only, and the reading is written down', async () => {
  const { data } = await desk.ask(clerk, `{ receptionDay(id: "${day}") { tickets { id } } }`);
  const [{ id }] = data.receptionDay.tickets;
  const opened = await desk.change(clerk, 'revealVisitor', { id }, 'name phone');
  expect(opened.data.revealVisitor).toEqual({ name: '王勤', phone: '13900000017' });
  const [{ content }] = await desk.rows('select content from roster.audit_entry order by sequence desc limit 1');
  expect(JSON.parse(content)).toMatchObject({ action: 'REVEAL_VISITOR', subjectId: id });
  for (const viewer of [planner, leader]) {
    expect(codeOf(await desk.change(viewer, 'revealVisitor', { id }, 'name'))).toBe('NOT_ALLOWED');
  }
});

test.each<[string, Record<string, unknown>, string]>([
  ['a day that is not there', { receptionDayId: staffId(1) }, 'RECEPTION_DAY_NOT_FOUND'],
  ['a time between two', { slot: '09:10' }, 'SLOT_INVALID'],
  ['a crowd', { people: 6 }, 'PEOPLE_INVALID'],
  ['no name', { name: ' ' }, 'TEXT_TOO_SHORT'],
  ['a telephone that is none', { phone: 'abc' }, 'VISITOR_PHONE_INVALID'],
])('%s is refused and leaves nothing', async (_, change, code) => {
  const before = await desk.rows('select count(*) from roster.reception_ticket');
  expect(codeOf(await book(change))).toBe(code);
  expect(await desk.rows('select count(*) from roster.reception_ticket')).toEqual(before);
});

test('a stranger finds no number at any door', async () => {
  const { data } = await desk.ask(clerk, `{ receptionDay(id: "${day}") { tickets { id version } } }`);
  const [ticket] = data.receptionDay.tickets;
  const stranger = buildViewer(INSTITUTIONS[0].id, ['CLERK'], { staffId: staffId(11) });
  const { data: nothing } = await desk.ask(
    stranger,
    `{ receptionDay(id: "${day}") { id } _entities(representations: [{ __typename: "ReceptionTicket", id: "${ticket.id}" }]) { __typename } }`,
  );
  expect(nothing).toEqual({ receptionDay: null, _entities: [null] });
  expect(codeOf(await move(ticket, 'ARRIVED', stranger))).toBe('TICKET_NOT_FOUND');
  expect(codeOf(await book({}, stranger))).toBe('RECEPTION_DAY_NOT_FOUND');
});

test('of 1,600 who book at once none is booked twice, and none waits for ever', { timeout: 90_000 }, async () => {
  const days = 8;
  const rows = await desk.rows(
    `insert into roster.reception_day (id, institution_id, date, half_day, leader_id, place)
     select gen_random_uuid(), $1, '2027-06-10'::date + d, 'MORNING', $2, '竞争' from generate_series(1, ${days}) d returning id`,
    [HOME, staffId(4)],
  );
  const services = await Promise.all(
    [1, 2].map(() => desk.database.start(rosterService, { clock: () => new Date('2026-11-23T04:00:00Z') })),
  );
  const query = `mutation ($input: BookReceptionInput!) { bookReception(input: $input) { ticket { id } } }`;
  const outcomes: string[] = [];
  const runners = Array.from({ length: 32 }, async (_, runner) => {
    for (let at = 0; at < 50; at += 1) {
      const receptionDayId = rows[(runner + at) % days].id;
      const phone = `1390000${String((runner * 7 + at) % 40).padStart(4, '0')}`;
      const input = { receptionDayId, kind: 'BOOKED', name: '竞争者', phone, people: 1 };
      const service = services[runner % 2] as (typeof services)[0];
      const answer = await ask(service, clerk, query, { input });
      outcomes.push(codeOf(answer) ?? 'BOOKED');
    }
  });
  await Promise.all(runners);
  const count = (code: string) => outcomes.filter((outcome) => outcome === code).length;
  expect(outcomes).toHaveLength(1600);
  expect(count('BOOKED') + count('RECEPTION_DAY_FULL') + count('VISITOR_BOOKED')).toBe(1600);
  const [{ total, doubles }] = await desk.rows(
    `select count(*)::int as total, (select count(*)::int from roster.reception_ticket a join roster.reception_ticket b
       on a.reception_day_id = b.reception_day_id and a.id < b.id and a.span && b.span
         and a.state <> 'CANCELLED' and b.state <> 'CANCELLED') as doubles
     from roster.reception_ticket where reception_day_id = any($1)`,
    [rows.map(({ id }) => id)],
  );
  expect(total).toBe(count('BOOKED'));
  expect(total).toBe(days * 5);
  expect(doubles).toBe(0);
});
