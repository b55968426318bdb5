import { localDate } from '@everyletter/kit/time';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CLERK_ID, FOREIGN_DEPARTMENT, FOREIGN_ID, HANDLER_ID, SECOND } from './build.ts';
import { NOBODY } from './desk.ts';
import { DECLINED, TriageDesk } from './triage-desk.ts';

const desk = new TriageDesk();

beforeAll(() => desk.open());
beforeEach(() => desk.receive());
afterAll(() => desk.close());

test('triage accepts: the matter is being handled, by whom it says, and the timeline tells it', async () => {
  const { data, errors } = await desk.triage();
  expect(errors).toBeUndefined();
  expect(data.triagePetition.petition).toMatchObject({
    version: 2,
    state: 'DISPOSED',
    disposition: 'ACCEPTED',
    trackReason: { zh: '实名来信' },
    handlingDepartment: { id: SECOND },
    handler: { id: HANDLER_ID },
    matter: { state: 'HANDLING' },
    substantiveClock: { state: 'RUNNING', dueOn: '2027-02-16' },
  });
  const timeline = data.triagePetition.petition.timeline;
  expect(timeline.map((entry: { kind: string }) => entry.kind)).toEqual([
    'RECEIVED',
    'REGISTERED',
    'TRIAGED',
    'ASSIGNED',
  ]);
  expect(timeline[2]).toMatchObject({ actor: { id: CLERK_ID }, words: { zh: '分诊：受理' }, detail: null });
});

test('triage declines: the reason is kept for readers, sealed in the database, and no answer is owed', async () => {
  const { data } = await desk.triage({ ...DECLINED, track: 'CLEAR_NATURE', reason: '王勤所述属法院管辖' });
  const { petition } = data.triagePetition;
  expect(petition).toMatchObject({
    disposition: 'DECLINED',
    track: 'CLEAR_NATURE',
    trackReason: { zh: '分诊时选定' },
    handler: null,
    matter: { state: 'OPEN' },
    substantiveClock: { state: 'NOT_STARTED', dueOn: null },
  });
  expect(petition.timeline.map((entry: { kind: string }) => entry.kind)).toContain('CLOCK_MOVED');
  expect(petition.timeline[2]).toMatchObject({ kind: 'TRIAGED', detail: '王*所述属法院管辖' });
  const rows = await desk.rows('select t::text as kept from petitions.timeline_entry t');
  const audit = await desk.rows('select content from petitions.audit_entry');
  const text = JSON.stringify([rows, audit]);
  expect(text).toContain('TRIAGE_PETITION');
  expect(text).not.toContain('王勤');
  expect(text).not.toContain(Buffer.from('法院').toString('hex'));
});

test('triage a second time needs a reason and gives the clock back', async () => {
  await desk.triage(DECLINED);
  const again = await desk.triage({ version: 2 });
  expect(again.errors[0].extensions).toMatchObject({
    code: 'PETITION_ALREADY_TRIAGED',
    kind: 'RULE_BROKEN',
    details: { field: 'reason' },
  });
  const { data } = await desk.triage({ version: 2, reason: '补正后属本院管辖' });
  expect(data.triagePetition.petition).toMatchObject({
    disposition: 'ACCEPTED',
    matter: { state: 'HANDLING' },
    substantiveClock: { state: 'RUNNING', dueOn: '2027-02-16' },
  });
});

test('what came from above is owed an answer even when sent on', async () => {
  await desk.receive({ superiorFrom: '北京市人民检察院', reportBackDueOn: localDate('2026-12-31') });
  const { data } = await desk.triage({
    ...DECLINED,
    disposition: 'TRANSFERRED',
    transferredTo: '海淀区人民法院',
    track: 'SUPERIOR_ASSIGNED',
  });
  expect(data.triagePetition.petition.substantiveClock.state).toBe('RUNNING');
});

test.each<[string, Record<string, unknown>, string, string]>([
  [
    'acceptance without a department',
    { handlingDepartmentId: null },
    'HANDLING_DEPARTMENT_NEEDED',
    'handlingDepartmentId',
  ],
  ['declining without a reason', { ...DECLINED, reason: '  ' }, 'TRIAGE_REASON_NEEDED', 'reason'],
  [
    'declining with a department',
    { ...DECLINED, handlingDepartmentId: SECOND },
    'HANDLING_DEPARTMENT_NOT_EXPECTED',
    'handlingDepartmentId',
  ],
  ['a transfer to nowhere', { ...DECLINED, disposition: 'TRANSFERRED' }, 'TRANSFER_TARGET_NEEDED', 'transferredTo'],
  ['acceptance with a place to go', { transferredTo: '某法院' }, 'TRANSFER_TARGET_NOT_EXPECTED', 'transferredTo'],
  ['the track of an order that never came', { track: 'SUPERIOR_ASSIGNED' }, 'TRACK_NEEDS_SUPERIOR_ORDER', 'track'],
  ['an unknown department', { handlingDepartmentId: NOBODY }, 'DEPARTMENT_NOT_FOUND', 'handlingDepartmentId'],
  [
    'a department of another institution',
    { handlingDepartmentId: FOREIGN_DEPARTMENT, handlerId: null },
    'DEPARTMENT_NOT_FOUND',
    'handlingDepartmentId',
  ],
  [
    'a department that is no id',
    { handlingDepartmentId: "x' or true", handlerId: null },
    'DEPARTMENT_NOT_FOUND',
    'handlingDepartmentId',
  ],
  ['an unknown handler', { handlerId: NOBODY }, 'STAFF_NOT_FOUND', 'handlerId'],
  ['a handler of another institution', { handlerId: FOREIGN_ID }, 'STAFF_NOT_FOUND', 'handlerId'],
  ['a handler of another department', { handlerId: CLERK_ID }, 'HANDLER_NOT_IN_DEPARTMENT', 'handlerId'],
  ['a reason with NUL', { reason: '原因\u0000' }, 'TEXT_HAS_NUL', 'reason'],
  ['a reason with a lone surrogate', { reason: '原因\uD842' }, 'TEXT_NOT_UNICODE', 'reason'],
  ['a reason that is too long', { reason: '因'.repeat(1001) }, 'TEXT_TOO_LONG', 'reason'],
  ['an unknown petition', { petitionId: NOBODY }, 'PETITION_NOT_FOUND', 'petitionId'],
  ['a petition that is no id', { petitionId: '1\u0000' }, 'PETITION_NOT_FOUND', 'petitionId'],
])('refuses %s and changes nothing', async (_, change, code, field) => {
  const before = await desk.stored();
  const { data, errors } = await desk.triage(change);
  expect(data).toBeNull();
  expect(errors[0].extensions).toMatchObject({ code, details: { field } });
  expect(await desk.stored()).toBe(before);
});

test('a stale version is refused, saying who was first and when', async () => {
  await desk.triage();
  const { errors } = await desk.triage({ ...DECLINED });
  expect(errors[0].extensions).toMatchObject({
    code: 'PETITION_CHANGED',
    kind: 'CONFLICT',
    details: { field: 'version', version: 2, changedById: CLERK_ID, changedAt: '2026-11-23T04:00:00.000Z' },
  });
});

test('of two at once one is kept and the other told', async () => {
  const both = await Promise.all([desk.triage(), desk.triage(DECLINED)]);
  const codes = both.map(({ errors }) => errors?.[0].extensions.code ?? 'KEPT').sort();
  expect(codes).toEqual(['KEPT', 'PETITION_CHANGED']);
});
