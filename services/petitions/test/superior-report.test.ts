import { buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { clerk, ELSEWHERE, HERE, NINTH } from './build.ts';
import { FOUND, handler, leader, ReplyDesk, secondHead } from './reply-desk.ts';

const desk = new ReplyDesk();
const PETITION = `id version superiorOrder { from number reportBackDueOn reportedOn clock { state dueOn stoppedOn } }
  superiorReports { kind reportedOn words writtenBy { id } } timeline { kind words { zh } }`;

beforeAll(() => desk.open());
beforeEach(async () => {
  desk.now = '2026-11-23T04:00:00Z';
  await desk.receive();
  await desk.triage(desk.letter);
});
afterAll(() => desk.close());

const read = async (viewer = clerk) =>
  (await desk.ask(viewer, `{ petition(id: "${desk.letter}") { ${PETITION} } }`)).data?.petition;

async function step(viewer: typeof clerk, name: string, change: object) {
  const { version } = await read();
  const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
  const mutation = `mutation ($input: ${type}!) { ${name}(input: $input) { petition { ${PETITION} } } }`;
  const { data, errors } = await desk.ask(viewer, mutation, {
    input: { petitionId: desk.letter, version, ...change },
  });
  return errors ? errors[0].extensions.code : data[name].petition;
}

const order = (change: object = {}, viewer = clerk) =>
  step(viewer, 'recordSuperiorOrder', {
    from: '北京市人民检察院',
    number: '京检交〔2026〕12号',
    reportBackDueOn: '2026-12-25',
    ...change,
  });
const report = (change: object = {}, viewer = handler) =>
  step(viewer, 'reportToSuperior', {
    kind: 'INTERIM',
    reportedOn: '2026-11-23',
    words: '已调阅原案卷宗，正在核实有关情况。',
    ...change,
  });

test('an order runs from its receipt, by interim reports, to the conclusion report', async () => {
  expect((await order()).superiorOrder).toMatchObject({
    from: '北京市人民检察院',
    number: '京检交〔2026〕12号',
    clock: { state: 'RUNNING', dueOn: '2026-12-25' },
  });
  expect((await report()).superiorReports).toMatchObject([{ kind: 'INTERIM', writtenBy: { id: handler.staffId } }]);
  expect(await report({ kind: 'CONCLUSION' })).toBe('CONCLUSION_BEFORE_ANSWER');
  const result = await desk.submitted(handler, desk.result(), FOUND);
  await desk.sent(result, { signer: secondHead, poster: clerk, on: '2026-11-23' });
  const concluded = await report({ kind: 'CONCLUSION', words: '经审查，反映的问题不存在，已书面答复信访人。' });
  expect(concluded.superiorOrder).toMatchObject({
    reportedOn: '2026-11-23',
    clock: { state: 'STOPPED', stoppedOn: '2026-11-23' },
  });
  expect(concluded.timeline.map(({ words }: { words: { zh: string } }) => words.zh)).toContain('向上级报告：办结报告');
  expect(await report()).toBe('ORDER_ALREADY_CONCLUDED');
  expect(await order({ reportBackDueOn: '2027-01-25' })).toBe('ORDER_ALREADY_CONCLUDED');
});

test('a day the organ above moves is moved with a trail, and one it takes back runs no more', async () => {
  await order();
  expect((await order({ reportBackDueOn: '2027-01-25' })).superiorOrder.clock.dueOn).toBe('2027-01-25');
  const freed = await order({ reportBackDueOn: null });
  expect(freed.superiorOrder.clock?.dueOn ?? null).toBeNull();
  expect(freed.timeline.filter(({ kind }: { kind: string }) => kind === 'SUPERIOR_ORDERED')).toHaveLength(3);
});

test('orders stand in a tab of their own until they are concluded', async () => {
  const count = async () => (await desk.ask(clerk, '{ worklistCounts { superior } }')).data.worklistCounts.superior;
  const before = await count();
  await order();
  expect(await count()).toBe(before + 1);
});

test.each<[string, object, string]>([
  ['of what nobody ordered', {}, 'PETITION_NOT_ORDERED'],
  ['tomorrow', { reportedOn: '2026-11-24' }, 'REPORT_IN_FUTURE'],
  ['before it came', { reportedOn: '2026-11-15' }, 'REPORT_BEFORE_RECEIPT'],
  ['in too few words', { words: '已办' }, 'TEXT_TOO_SHORT'],
])('a report %s is refused and changes nothing', async (_, change, code) => {
  if (code !== 'PETITION_NOT_ORDERED') await order();
  expect(await report(change)).toBe(code);
  expect((await read()).superiorReports).toEqual([]);
});

test('an order by a day before the letter came is refused', async () => {
  expect(await order({ reportBackDueOn: '2026-11-15' })).toBe('REPORT_DUE_BEFORE_RECEIPT');
});

test.each<[string, typeof clerk, string, string]>([
  ['who handles it', handler, 'NOT_ALLOWED', 'ALLOWED'],
  ['who leads', leader, 'NOT_ALLOWED', 'NOT_ALLOWED'],
  ['who audits', buildViewer(HERE, ['AUDITOR'], { departmentIds: [NINTH] }), 'NOT_ALLOWED', 'NOT_ALLOWED'],
  [
    'of another institution',
    buildViewer(ELSEWHERE, ['CLERK'], { staffId: HERE, departmentIds: [NINTH] }),
    'PETITION_NOT_FOUND',
    'PETITION_NOT_FOUND',
  ],
])('somebody %s records an order: %s %s, and reports: %s', async (_, viewer, ordering, reporting) => {
  await order();
  expect(await order({}, viewer)).toBe(ordering);
  const answer = await report({}, viewer);
  expect(typeof answer === 'string' ? answer : 'ALLOWED').toBe(reporting);
});

test('a stranger reads no report by reference, and the database none in clear', async () => {
  await order();
  await report();
  const stranger = buildViewer(ELSEWHERE, ['LEADER'], { staffId: HERE });
  const reference = `{ _entities(representations: [{ __typename: "Petition", id: "${desk.letter}" }]) { ... on Petition { superiorReports { words } } } }`;
  expect((await desk.ask(stranger, reference)).data._entities).toEqual([null]);
  const [{ stored }] = await desk.rows(`select string_agg(r::text, '') as stored from petitions.superior_report r`);
  expect(stored.includes(Buffer.from('原案卷宗').toString('hex'))).toBe(false);
});
