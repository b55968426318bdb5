import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { departmentId, staffId } from '../demo/ids.ts';
import { COMPLAINTS, HOME } from '../demo/people.ts';
import { auditor, clerk, House, rota, security, stranger, system } from './house.ts';

const CRIMINAL = departmentId(2);
const HANDLER = staffId(12);
const COLLEAGUE = staffId(13);
const HEAD = staffId(14);
const NEWCOMER = {
  departmentId: COMPLAINTS,
  name: '曹𠮷',
  title: '检察官助理',
  grade: 'ASSISTANT',
  staffNumber: 'N-1',
};
const STAFF = 'staff { id version name title grade active department { id } lines { id } }';

const house = new House();
beforeAll(() => house.open());
afterAll(() => house.close());

const add = (input: object, viewer = system) => house.change(viewer, ['addStaff', 'AddStaffInput'], input, STAFF);
const change = (input: object) => house.change(system, ['changeStaff', 'ChangeStaffInput'], input, STAFF);
const disable = (input: object) => house.change(system, ['disableStaff', 'DisableStaffInput'], input, STAFF);
const versionOf = async (id: string): Promise<number> =>
  (await house.ask(system, `{ staffMember(id: "${id}") { version } }`)).data.staffMember.version;

test('somebody new is there at once, written down, and told to who keeps a copy', async () => {
  const { staff } = await add(NEWCOMER);
  expect(staff).toMatchObject({ name: '曹𠮷', grade: 'ASSISTANT', active: true, department: { id: COMPLAINTS } });
  expect(await house.audited(staff.id)).toEqual(['ADD_STAFF']);
  expect(await house.told('roster.staff-changed')).toEqual([
    { version: 1, staffId: staff.id, departmentId: COMPLAINTS, roles: [], active: true },
  ]);
});

test('who moves to another department no longer heads the one they leave', async () => {
  const { staff } = await change({ id: HEAD, version: await versionOf(HEAD), departmentId: CRIMINAL });
  expect(staff).toMatchObject({ department: { id: CRIMINAL }, name: '罗文心' });
  const { data } = await house.ask(system, `{ institution(id: "${HOME}") { departments { id head { id } } } }`);
  expect(data.institution.departments.find(({ id }: { id: string }) => id === COMPLAINTS).head).toBeNull();
  expect((await house.told('roster.staff-changed')).at(-1)).toMatchObject({
    staffId: HEAD,
    departmentId: CRIMINAL,
    roles: ['DEPARTMENT_HEAD'],
  });
});

test('what is not named stays, and an empty number or no lines clears', async () => {
  const { staff } = await add({
    ...NEWCOMER,
    staffNumber: 'N-2',
    grade: 'DEPUTY_CHIEF',
    lineDepartmentIds: [CRIMINAL],
  });
  expect(staff.lines).toEqual([{ id: CRIMINAL }]);
  const renamed = await change({ id: staff.id, version: staff.version, name: '曹𠮷祥' });
  expect(renamed.staff).toMatchObject({ name: '曹𠮷祥', title: '检察官助理', lines: [{ id: CRIMINAL }] });
  const input = { id: staff.id, version: renamed.staff.version, staffNumber: '', lineDepartmentIds: [] };
  expect((await change(input)).staff.lines).toEqual([]);
  expect(await house.rows('select staff_number from roster.staff where id = $1', [staff.id])).toEqual([
    { staff_number: null },
  ]);
});

describe('refused, changing nothing:', () => {
  test.each([
    ['a number somebody has', { ...NEWCOMER }, { code: 'STAFF_NUMBER_TAKEN', details: { field: 'staffNumber' } }],
    ['a number of other signs', { ...NEWCOMER, staffNumber: '一号' }, { code: 'STAFF_NUMBER_INVALID' }],
    ['a department of nobody', { ...NEWCOMER, departmentId: HOME }, { code: 'DEPARTMENT_NOT_FOUND' }],
    ['a name of one character', { ...NEWCOMER, name: '曹' }, { code: 'TEXT_TOO_SHORT', details: { field: 'name' } }],
    ['lines for a clerk', { ...NEWCOMER, lineDepartmentIds: [CRIMINAL] }, { code: 'LINES_NEED_LEADER' }],
  ])('%s', async (_, input, refusal) => {
    const before = await house.rows('select count(*) from roster.staff');
    expect(await add(input)).toMatchObject(refusal);
    expect(await house.rows('select count(*) from roster.staff')).toEqual(before);
  });

  test('a change of what somebody else changed first', async () => {
    expect(await change({ id: HANDLER, version: 99, name: '周正正' })).toMatchObject({
      code: 'STAFF_CHANGED',
      kind: 'CONFLICT',
    });
  });

  test.each([
    ['a clerk', clerk],
    ['the security administrator', security],
    ['the auditor', auditor],
  ])('%s keeping the list of people', async (_, viewer) => {
    expect(await add(NEWCOMER, viewer)).toMatchObject({ code: 'NOT_ALLOWED', kind: 'FORBIDDEN' });
  });
});

describe('somebody who leaves', () => {
  test('is shut out at once, and a colleague takes over', async () => {
    const version = await versionOf(HANDLER);
    const { staff } = await disable({ id: HANDLER, version, handOverToId: COLLEAGUE });
    expect(staff.active).toBe(false);
    const [claim] = await house.rows('select disabled, signed_out_at from roster.viewer_claim where staff_id = $1', [
      HANDLER,
    ]);
    expect(claim).toEqual({ disabled: true, signed_out_at: new Date(house.now) });
    expect((await house.told('roster.staff-handed-over')).at(-1)).toMatchObject({
      fromStaffId: HANDLER,
      toStaffId: COLLEAGUE,
    });
    expect((await house.told('roster.staff-changed')).at(-1)).toMatchObject({ staffId: HANDLER, active: false });
  });

  test('is on no list of people any more, but named where they were', async () => {
    const { data } = await house.ask(
      system,
      `{ staffMember(id: "${HANDLER}") { name leftOn } institution(id: "${HOME}") { staff { id } all: staff(left: true) { id } } }`,
    );
    expect(data.staffMember).toEqual({ name: '周正', leftOn: '2026-11-23' });
    const has = (list: { id: string }[]) => list.some(({ id }) => id === HANDLER);
    expect([has(data.institution.staff), has(data.institution.all)]).toEqual([false, true]);
  });

  test('comes back as who they were, with sessions that are over still over', async () => {
    const input = { id: HANDLER, version: await versionOf(HANDLER) };
    expect((await house.change(system, ['enableStaff', 'StaffStepInput'], input, STAFF)).staff.active).toBe(true);
    const [claim] = await house.rows('select disabled, signed_out_at from roster.viewer_claim where staff_id = $1', [
      HANDLER,
    ]);
    expect(claim).toEqual({ disabled: false, signed_out_at: new Date(house.now) });
  });

  test('hands their reception days on, but for half-days on which the other receives already', async () => {
    const ahead = `select count(*)::int as days from roster.reception_day where leader_id = $1 and date > '2026-11-23'`;
    const days = async (id: string) => (await house.rows(ahead, [id]))[0].days;
    const [mine, theirs] = [await days(staffId(3)), await days(staffId(4))];
    expect(mine).toBeGreaterThan(0);
    await disable({ id: staffId(3), version: await versionOf(staffId(3)), handOverToId: staffId(4) });
    expect([await days(staffId(3)), await days(staffId(4))]).toEqual([0, mine + theirs]);
  });

  test('cannot leave twice, nor leave by their own hand, nor to another department', async () => {
    const version = await versionOf(COLLEAGUE);
    expect(await disable({ id: COLLEAGUE, version, handOverToId: staffId(22) })).toMatchObject({
      code: 'HANDOVER_OTHER_DEPARTMENT',
    });
    expect(await disable({ id: system.staffId, version: await versionOf(system.staffId ?? '') })).toMatchObject({
      code: 'STAFF_IS_YOU',
    });
    expect(await disable({ id: staffId(3), version: await versionOf(staffId(3)) })).toMatchObject({
      code: 'STAFF_ALREADY_LEFT',
    });
  });
});

describe('departments', () => {
  const DEPARTMENT = 'department { id version name closedOn head { id } staffCount }';
  const step = (mutation: string, type: string, input: object) =>
    house.change(system, [mutation, type], input, DEPARTMENT);

  test('are opened, named anew, headed by one of their own, and closed when nobody is in them', async () => {
    const { department } = await step('addDepartment', 'AddDepartmentInput', {
      name: '案件管理部',
      kind: 'GENERAL_OFFICE',
    });
    const { id, version } = department;
    expect(await step('changeDepartment', 'ChangeDepartmentInput', { id, version, headId: HANDLER })).toMatchObject({
      code: 'HEAD_NOT_IN_DEPARTMENT',
    });
    const { staff } = await add({ ...NEWCOMER, departmentId: id, staffNumber: 'N-9' });
    const headed = await step('changeDepartment', 'ChangeDepartmentInput', {
      id,
      version,
      headId: staff.id,
      name: '案管部',
    });
    expect(headed.department).toMatchObject({ name: '案管部', head: { id: staff.id }, staffCount: 1 });
    const now = headed.department.version;
    expect(await step('closeDepartment', 'DepartmentStepInput', { id, version: now })).toMatchObject({
      code: 'DEPARTMENT_NOT_EMPTY',
      details: { staff: 1 },
    });
    await change({ id: staff.id, version: staff.version, departmentId: COMPLAINTS });
    const left = (await house.ask(system, `{ institution(id: "${HOME}") { departments { id version } } }`)).data;
    const latest = left.institution.departments.find((one: { id: string }) => one.id === id).version;
    const closed = await step('closeDepartment', 'DepartmentStepInput', { id, version: latest });
    expect(closed.department).toMatchObject({ closedOn: '2026-11-23', head: null });
    expect(await add({ ...NEWCOMER, departmentId: id, staffNumber: 'N-10' })).toMatchObject({
      code: 'DEPARTMENT_CLOSED',
    });
  });

  test('the one that takes complaints stays open, and no two bear one name', async () => {
    expect(await step('closeDepartment', 'DepartmentStepInput', { id: COMPLAINTS, version: 2 })).toMatchObject({
      code: 'DEPARTMENT_TAKES_COMPLAINTS',
    });
    expect(await step('addDepartment', 'AddDepartmentInput', { name: '办公室', kind: 'GENERAL_OFFICE' })).toMatchObject(
      {
        code: 'DEPARTMENT_NAME_TAKEN',
      },
    );
  });
});

describe('absence', () => {
  const ABSENCE = 'absence { id from to kind staff { name } }';
  const record = (input: object, viewer = rota) =>
    house.change(viewer, ['recordAbsence', 'RecordAbsenceInput'], input, ABSENCE);
  const LEAVE = { staffId: staffId(2), kind: 'ILLNESS', from: '2026-12-01', to: '2026-12-05' };

  test('is written down for the rota, and why is nobody else’s business', async () => {
    const { absence } = await record(LEAVE);
    expect(absence).toMatchObject({ kind: 'ILLNESS', staff: { name: '沈若兰' } });
    const query = '{ absences(from: "2026-12-05", to: "2026-12-31") { id kind } }';
    expect((await house.ask(clerk, query)).data.absences).toEqual([{ id: absence.id, kind: null }]);
    expect((await house.ask(rota, query)).data.absences).toEqual([{ id: absence.id, kind: 'ILLNESS' }]);
    const trail = await house.rows(`select content from roster.audit_entry where content like '%RECORD_ABSENCE%'`);
    expect(trail[0].content).not.toContain('ILLNESS');
  });

  test('does not overlap another of the same person, and ends after it begins', async () => {
    expect(await record({ ...LEAVE, from: '2026-12-05', to: '2026-12-06' })).toMatchObject({
      code: 'ABSENCE_OVERLAPS',
    });
    expect(await record({ ...LEAVE, from: '2026-12-20', to: '2026-12-19' })).toMatchObject({ code: 'PERIOD_REVERSED' });
    expect((await record({ ...LEAVE, from: '2026-12-06', to: '2026-12-06' })).absence.from).toBe('2026-12-06');
  });

  test('of a colleague is not a clerk’s to write; one’s own is, and to take back', async () => {
    expect(await record(LEAVE, clerk)).toMatchObject({ code: 'NOT_ALLOWED' });
    const { absence } = await record({ ...LEAVE, staffId: clerk.staffId }, clerk);
    const removed = await house.ask(clerk, `mutation { removeAbsence(id: "${absence.id}") { absence { id } } }`);
    expect(removed.errors).toBeUndefined();
    expect(await house.rows('select from roster.absence where staff_id = $1', [clerk.staffId])).toEqual([]);
  });

  test('of two written at once for the same days one is refused', async () => {
    const both = { ...LEAVE, staffId: staffId(1), from: '2027-01-04', to: '2027-01-08' };
    const answers = await Promise.all([record(both), record(both), record(both)]);
    expect(answers.filter(({ absence }) => absence)).toHaveLength(1);
    expect(answers.filter(({ code }) => code === 'ABSENCE_OVERLAPS')).toHaveLength(2);
  });
});

test('a stranger finds nobody at any of the three doors', async () => {
  const [absence] = await house.rows('select id from roster.absence limit 1');
  const { data } = await house.ask(
    stranger,
    `{ staffMember(id: "${HANDLER}") { id } absences(from: "2026-12-01", to: "2026-12-31") { id }
      _entities(representations: [{ __typename: "Staff", id: "${HANDLER}" }, { __typename: "Department", id: "${CRIMINAL}" },
        { __typename: "Absence", id: "${absence.id}" }]) { __typename } }`,
  );
  expect(data).toEqual({ staffMember: null, absences: [], _entities: [null, null, null] });
  const input = { id: HANDLER, version: await versionOf(HANDLER) };
  expect(await house.change(stranger, ['disableStaff', 'DisableStaffInput'], input, 'staff { id }')).toMatchObject({
    code: 'STAFF_NOT_FOUND',
  });
  const absent = { staffId: HANDLER, kind: 'LEAVE', from: '2026-12-01', to: '2026-12-01' };
  expect(await house.change(stranger, ['recordAbsence', 'RecordAbsenceInput'], absent, 'absence { id }')).toMatchObject(
    {
      code: 'STAFF_NOT_FOUND',
    },
  );
});
