import { buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerk, ELSEWHERE, HERE, NINTH } from './build.ts';
import { A_FORM, FrontDesk } from './front-desk.ts';

const desk = new FrontDesk();

beforeAll(() => desk.open());
afterAll(() => desk.close());

const find = async (form: Record<string, unknown>, viewer = clerk) =>
  desk.ask(
    viewer,
    `query ($form: RegistrationFormInput!) { alikePetitions(form: $form) { petition { id number subject } reasons samePerson
      sameMatter similarity answered answerOverdue } }`,
    { form: { ...A_FORM, ...form } },
  );
const NOBODY_YET = { name: '孙某某', idNumber: null, phone: null, address: null };

test('the same person and matter comes first; what another wrote about the same comes too', async () => {
  const { data: first } = await desk.register({ receivedOn: '2026-11-02' });
  await desk.register({ ...NOBODY_YET, subject: '不服某某故意伤害案判决' });
  await desk.register({ ...NOBODY_YET, subject: '建议增设无障碍接待席位' });
  const { data, errors } = await find({ phone: null, subject: '再次反映不服故意伤害案判决' });
  expect(errors).toBeUndefined();
  expect(data.alikePetitions).toHaveLength(2);
  expect(data.alikePetitions[0]).toMatchObject({
    petition: { id: first.registerPetition.petition.id },
    reasons: ['SAME_ID_NUMBER', 'SAME_NAME', 'SAME_ADDRESS', 'SIMILAR_SUBJECT'],
    samePerson: true,
    sameMatter: true,
    answered: false,
    answerOverdue: false,
  });
  expect(data.alikePetitions[1]).toMatchObject({ samePerson: false, sameMatter: true, reasons: ['SIMILAR_SUBJECT'] });
});

test('a look for a person is written down without the person, one for a subject is not', async () => {
  const looks = async () =>
    desk.rows(`select content from petitions.audit_entry where content like '%SEARCH_PETITIONER%'`);
  const before = (await looks()).length;
  await find({ ...NOBODY_YET, identityKind: 'ANONYMOUS', name: null });
  expect(await looks()).toHaveLength(before);
  await find({});
  const now = await looks();
  expect(now).toHaveLength(before + 1);
  expect(JSON.stringify(now)).not.toContain('赵小雨');
});

test('a stranger finds nothing: elsewhere nothing is there, others may not look', async () => {
  const elsewhere = buildViewer(ELSEWHERE, ['CLERK'], { staffId: clerk.staffId, departmentIds: [NINTH] });
  expect((await find({}, elsewhere)).data.alikePetitions).toEqual([]);
  const leader = buildViewer(HERE, ['LEADER'], { staffId: clerk.staffId });
  expect((await find({}, leader)).errors[0].extensions.code).toBe('NOT_ALLOWED');
});

test('a repeat while the earlier answer is late says so on both and is escalated, never refused', async () => {
  const { data: first } = await desk.register({ receivedOn: '2026-06-01', subject: '反映执行款长期未到位' });
  const earlier = first.registerPetition.petition.id;
  const found = await find({ subject: '反映执行款长期未到位' });
  expect(found.data.alikePetitions[0]).toMatchObject({ petition: { id: earlier }, answerOverdue: true });
  const { data } = await desk.register({ subject: '反映执行款长期未到位' }, { repeatOfId: earlier });
  const { petition } = data.registerPetition;
  expect(petition.proceduralClock).toEqual({ dueOn: '2026-11-30', state: 'RUNNING' });
  const read = await desk.ask(clerk, `{ petition(id: "${petition.id}") { escalatedOn timeline { kind } } }`);
  expect(read.data.petition.escalatedOn).toBe('2026-11-23');
  const told = await desk.rows(`select petition_id from petitions.timeline_entry where kind = 'ESCALATED'`);
  expect(told.map(({ petition_id }) => petition_id).sort()).toEqual([earlier, petition.id].sort());
  const leader = buildViewer(HERE, ['LEADER'], { staffId: clerk.staffId });
  const { data: heard } = await desk.ask(leader, '{ reminders { edges { node { kind open petition { id } } } } }');
  const raised = heard.reminders.edges.map(({ node }: { node: object }) => node);
  expect(raised).toContainEqual({ kind: 'REPEAT_OF_LATE', open: true, petition: { id: petition.id } });
  await desk.register({ subject: '反映执行款长期未到位' }, { repeatOfId: earlier });
  expect(await desk.rows(`select from petitions.reminder where kind = 'REPEAT_OF_LATE'`)).toHaveLength(1);
});
