import { type Answer, buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { INSTITUTIONS } from '../demo/people.ts';
import { clerk, leader, PLAN, planner, RotaDesk } from './rota-desk.ts';

const desk = new RotaDesk();
let first: Answer;
let second: Answer;

beforeAll(async () => {
  await desk.open();
  [first, second] = await Promise.all([desk.made(), desk.made()]);
}, 60_000);
afterAll(() => desk.close());

interface Turn {
  readonly key: string;
  readonly date: string;
  readonly need: number;
  readonly leaderIds: readonly string[];
}

test('a rota is made, proved, told in words, and shows what publishing would change', () => {
  expect(first).toMatchObject({ state: 'READY', isOptimal: true, gapPercent: 0, isOutdated: false, failureCode: null });
  expect(first.turns.map(({ date }: Turn) => date)).toContain('2026-11-25');
  expect(first.parts.reduce((sum: number, { value }: { value: number }) => sum + value, 0)).toBe(first.value);
  expect(first.fixedOrderValue).toBeGreaterThan(first.value);
  expect(first.changes.length).toBeGreaterThan(0);
  for (const { words } of first.brokenWishes) expect(words.zh).toMatch(/：/);
});

test('the same input and seed make the same rota', () => {
  expect(second.id).not.toBe(first.id);
  expect(second.inputHash).toBe(first.inputHash);
  expect(second.turns).toEqual(first.turns);
});

test('edited by hand it is checked again, and no longer claims to be the best', async () => {
  const plan = second;
  const [turn] = plan.turns.filter(({ need }: Turn) => need === 1);
  const [removeId] = turn.leaderIds;
  const addId = plan.loads.find(({ leaderId }: { leaderId: string }) => leaderId !== removeId).leaderId;
  const edit = (moves: object[], version = plan.version) =>
    desk.change(planner, 'editRotaPlan', { id: plan.id, version, moves }, `rotaPlan { ${PLAN} }`);
  const crowded = await edit([{ turnKey: turn.key, addId }]);
  expect(crowded.errors[0].extensions).toMatchObject({ code: 'ROTA_BREAKS_RULE', details: { breach: 'TOO_MANY' } });
  expect((await edit([{ turnKey: 'nonsense', addId }])).errors[0].extensions.code).toBe('MOVE_INVALID');
  expect((await edit([{ turnKey: turn.key, removeId: addId }])).errors[0].extensions.code).toBe('MOVE_INVALID');
  const { data } = await edit([{ turnKey: turn.key, removeId, addId }]);
  const edited = data.editRotaPlan.rotaPlan;
  expect(edited).toMatchObject({ isEdited: true, version: plan.version + 1 });
  expect(edited.value).toBeGreaterThanOrEqual(plan.value);
  expect(edited.turns.find(({ key }: Turn) => key === turn.key).leaderIds).toEqual([addId]);
  expect((await edit([{ turnKey: turn.key, removeId: addId }])).errors[0].extensions.code).toBe('ROTA_PLAN_CHANGED');
});

test('published, the hall follows it; only leaders whose days changed are told; an older draft is outdated', async () => {
  const [plan, older] = [first, await desk.plan(second.id)];
  const { data, errors } = await desk.publish(plan);
  expect(errors).toBeUndefined();
  const concerned = new Set(
    plan.changes.flatMap((change: Record<string, string>) => [change.removedId, change.addedId]),
  );
  concerned.delete(null);
  expect(data.publishRotaPlan).toMatchObject({ notifiedCount: concerned.size, rotaPlan: { changes: [] } });
  const { data: hall } = await desk.ask(
    clerk,
    '{ receptionDays(from: "2026-11-24", to: "2026-12-31") { date halfDay leader { id } } }',
  );
  const seats = plan.turns.flatMap(({ leaderIds, span }: { leaderIds: string[]; span: string }) =>
    span === 'WHOLE_DAY' ? [...leaderIds, ...leaderIds] : leaderIds,
  );
  expect(hall.receptionDays).toHaveLength(seats.length);
  const refused = await desk.publish(older);
  expect(refused.errors[0].extensions).toMatchObject({ code: 'ROTA_OUTDATED', kind: 'CONFLICT' });
  expect((await desk.publish(data.publishRotaPlan.rotaPlan)).errors[0].extensions.code).toBe('ROTA_NOT_READY');
});

test('after a sick call only what must change changes, and says why; nobody else is disturbed', async () => {
  const [sick] = first.turns[3].leaderIds;
  const away = { staffId: sick, kind: 'ILLNESS', from: '2026-11-24', to: '2026-12-06' };
  const answer = 'absence { id duties { date leader { id } } viewerCanChange }';
  const { data: recorded } = await desk.change(planner, 'recordAbsence', away, answer);
  const { absence } = recorded.recordAbsence;
  expect(absence.duties.length).toBeGreaterThan(0);
  const dates = [...new Set(absence.duties.map(({ date }: { date: string }) => date))];
  const mended = await desk.repaired(dates);
  expect(mended).toMatchObject({ state: 'READY', keepsPublished: true });
  const ill = mended.turns.filter(({ date, leaderIds }: Turn) => date <= '2026-12-06' && leaderIds.includes(sick));
  expect(ill).toEqual([]);
  const of = (plan: Answer, cause: string | null) =>
    plan.changes.filter((change: Answer) => change.removedId && change.cause === cause).length;
  expect(of(mended, 'AWAY')).toBe(absence.duties.length);
  expect(of(mended, null)).toBe(0);
  const { data, errors } = await desk.publish(mended);
  expect(errors).toBeUndefined();
  expect(data.publishRotaPlan.rotaPlan.changes).toEqual([]);
  const left = await desk.ask(planner, '{ absences(from: "2026-11-24", to: "2026-12-06") { duties { id } } }');
  expect(left.data.absences).toEqual([{ duties: [] }]);
});

test.each<[string, object, string]>([
  ['no day', { dates: [] }, 'NO_TURNS'],
  ['a day that is over', { dates: ['2026-11-20'] }, 'PLAN_IN_PAST'],
  ['a hundred and one days', { dates: Array.from({ length: 101 }, () => '2026-12-01') }, 'DAYS_TOO_MANY'],
])('of %s nothing is repaired', async (_, change, code) => {
  const { errors } = await desk.change(planner, 'repairRota', { name: '调整', ...change }, 'rotaPlan { id }');
  expect(errors[0].extensions.code).toBe(code);
});

test('days of a year without a published arrangement are published only when somebody says so', async () => {
  const plan = await desk.made({ from: '2026-12-28', to: '2027-01-31' });
  expect(plan.turns.some(({ provisional }: { provisional: boolean }) => provisional)).toBe(true);
  expect((await desk.publish(plan)).errors[0].extensions.code).toBe('ROTA_PROVISIONAL');
  expect((await desk.publish(plan, { acceptProvisional: true })).errors).toBeUndefined();
});

test.each<[string, Record<string, unknown>, string]>([
  ['a period that ends before it begins', { from: '2026-12-31', to: '2026-12-01' }, 'PERIOD_REVERSED'],
  ['two years', { to: '2028-12-31' }, 'DAYS_TOO_MANY'],
  ['the past', { from: '2026-11-01' }, 'PLAN_IN_PAST'],
  ['days on which nobody receives', { from: '2026-11-28', to: '2026-11-29' }, 'NO_TURNS'],
  ['no name', { name: ' ' }, 'TEXT_TOO_SHORT'],
])('of %s no rota is made', async (_, change, code) => {
  const before = await desk.rows('select count(*) from roster.rota_plan');
  expect((await desk.start(change)).errors[0].extensions.code).toBe(code);
  expect(await desk.rows('select count(*) from roster.rota_plan')).toEqual(before);
});

test('a stranger finds no rota at any door', async () => {
  const plan = first;
  const elsewhere = buildViewer(INSTITUTIONS[0].id, ['ROTA_ADMINISTRATOR'], { staffId: planner.staffId });
  const { data } = await desk.ask(
    elsewhere,
    `{ rotaPlan(id: "${plan.id}") { id } rotaPlans { id } receptionRules { id } keyPeriods { id } leaderProfiles { id }
       _entities(representations: [{ __typename: "RotaPlan", id: "${plan.id}" }]) { __typename } }`,
  );
  const nothing = { rotaPlan: null, rotaPlans: [], receptionRules: [], keyPeriods: [], leaderProfiles: [] };
  expect(data).toEqual({ ...nothing, _entities: [null] });
  const { errors: none } = await desk.change(
    elsewhere,
    'repairRota',
    { name: '调整', dates: ['2026-12-02'] },
    'rotaPlan { id }',
  );
  expect(none[0].extensions.code).toBe('NO_TURNS');
  const { errors: notTheirs } = await desk.change(
    clerk,
    'repairRota',
    { name: '调整', dates: ['2026-12-02'] },
    'rotaPlan { id }',
  );
  expect(notTheirs[0].extensions.code).toBe('NOT_ALLOWED');
  for (const name of ['discardRotaPlan', 'cancelRotaPlan']) {
    const input = name === 'cancelRotaPlan' ? { id: plan.id } : { id: plan.id, version: plan.version };
    const { errors } = await desk.change(elsewhere, name, input, 'rotaPlan { id }');
    expect(errors[0].extensions.code).toBe('ROTA_PLAN_NOT_FOUND');
  }
  for (const viewer of [leader, clerk]) {
    const { errors } = await desk.change(
      viewer,
      'discardRotaPlan',
      { id: plan.id, version: plan.version },
      'rotaPlan { id }',
    );
    expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
  }
  expect((await desk.ask(clerk, '{ rotaPlans { id } }')).errors[0].extensions.code).toBe('NOT_ALLOWED');
});
