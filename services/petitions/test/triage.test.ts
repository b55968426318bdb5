import type { Service } from '@everyletter/kit/service';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { petitionsService } from '../src/service.ts';
import {
  aLetter,
  CLERK_ID,
  clerk,
  ELSEWHERE,
  FOREIGN_DEPARTMENT,
  FOREIGN_ID,
  HANDLER_ID,
  HERE,
  NINTH,
  OFFICER_ID,
  plantTerms,
  register,
  SECOND,
  SECOND_HEAD_ID,
  testKeys,
} from './build.ts';

const NOBODY = '01900000-0000-7000-8000-0000000000ff';
const handler = buildViewer(HERE, ['HANDLER'], { staffId: HANDLER_ID, departmentIds: [SECOND] });
const secondHead = buildViewer(HERE, ['DEPARTMENT_HEAD'], { staffId: SECOND_HEAD_ID, departmentIds: [SECOND] });
const leader = buildViewer(HERE, ['LEADER'], { staffId: CLERK_ID });

let database: TestDatabase;
let petitions: Service;
let letter: string;

beforeAll(async () => {
  database = await testDatabase([petitionsService]);
  await plantTerms(database);
  petitions = await database.start(petitionsService, {
    clock: () => new Date('2026-11-23T04:00:00Z'),
    keys: testKeys,
  });
});
beforeEach(async () => {
  [letter = ''] = await register(database, [aLetter()]);
});
afterAll(() => database.stop());

async function ask(viewer: Viewer, query: string, variables?: Record<string, unknown>) {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's own
  return JSON.parse(JSON.stringify(await petitions.execute({ query, variables }, viewer))) as any;
}

const STATE = `id version state disposition track trackReason { zh en } handlingDepartment { id } handler { id }
  matter { state } substantiveClock { state dueOn } timeline { kind actor { id } assignedTo { id } assignee { id } words { zh } detail }`;

function triage(change: Record<string, unknown> = {}, viewer = clerk) {
  const accepted = { track: 'REAL_NAME', disposition: 'ACCEPTED', handlingDepartmentId: SECOND, handlerId: HANDLER_ID };
  return ask(
    viewer,
    `mutation ($input: TriagePetitionInput!) { triagePetition(input: $input) { petition { ${STATE} } } }`,
    { input: { petitionId: letter, version: 1, ...accepted, ...change } },
  );
}

function assign(change: Record<string, unknown> = {}, viewer = clerk) {
  return ask(
    viewer,
    `mutation ($input: AssignPetitionInput!) { assignPetition(input: $input) { petition { ${STATE} } } }`,
    { input: { petitionId: letter, version: 2, handlingDepartmentId: NINTH, handlerId: OFFICER_ID, ...change } },
  );
}

async function stored(): Promise<string> {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const { rows } = await owner.query(
    `select (select p::text from petitions.petition p where p.id = $1) as petition,
            (select count(*) from petitions.timeline_entry where petition_id = $1) as happened,
            (select count(*) from petitions.audit_entry) as audited`,
    [letter],
  );
  await owner.end();
  return JSON.stringify(rows[0]);
}

const DECLINED = {
  disposition: 'DECLINED',
  reason: '不属于检察机关管辖',
  handlingDepartmentId: null,
  handlerId: null,
};

describe('triage', () => {
  test('accepts: the matter is being handled, by whom it says, and the timeline tells it', async () => {
    const { data, errors } = await triage();
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

  test('declines: the reason is kept for readers, sealed in the database, and no answer is owed', async () => {
    const { data } = await triage({ ...DECLINED, track: 'CLEAR_NATURE', reason: '王勤所述属法院管辖' });
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
    const owner = new pg.Client(database.ownerUrl);
    await owner.connect();
    const { rows } = await owner.query('select t::text as kept from petitions.timeline_entry t');
    const audit = await owner.query('select content from petitions.audit_entry');
    await owner.end();
    const text = JSON.stringify([rows, audit.rows]);
    expect(text).toContain('TRIAGE_PETITION');
    expect(text).not.toContain('王勤');
    expect(text).not.toContain(Buffer.from('法院').toString('hex'));
  });

  test('a second time needs a reason and gives the clock back', async () => {
    await triage(DECLINED);
    const again = await triage({ version: 2 });
    expect(again.errors[0].extensions).toMatchObject({
      code: 'PETITION_ALREADY_TRIAGED',
      kind: 'RULE_BROKEN',
      details: { field: 'reason' },
    });
    const { data } = await triage({ version: 2, reason: '补正后属本院管辖' });
    expect(data.triagePetition.petition).toMatchObject({
      disposition: 'ACCEPTED',
      matter: { state: 'HANDLING' },
      substantiveClock: { state: 'RUNNING', dueOn: '2027-02-16' },
    });
  });

  test('what came from above is owed an answer even when sent on', async () => {
    [letter = ''] = await register(database, [
      aLetter({ superiorFrom: '北京市人民检察院', reportBackDueOn: localDate('2026-12-31') }),
    ]);
    const { data } = await triage({
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
    const before = await stored();
    const { data, errors } = await triage(change);
    expect(data).toBeNull();
    expect(errors[0].extensions).toMatchObject({ code, details: { field } });
    expect(await stored()).toBe(before);
  });

  test('a stale version is refused, saying who was first and when', async () => {
    await triage();
    const { errors } = await triage({ ...DECLINED });
    expect(errors[0].extensions).toMatchObject({
      code: 'PETITION_CHANGED',
      kind: 'CONFLICT',
      details: { field: 'version', version: 2, changedById: CLERK_ID, changedAt: '2026-11-23T04:00:00.000Z' },
    });
  });

  test('of two at once one is kept and the other told', async () => {
    const both = await Promise.all([triage(), triage(DECLINED)]);
    const codes = both.map(({ errors }) => errors?.[0].extensions.code ?? 'KEPT').sort();
    expect(codes).toEqual(['KEPT', 'PETITION_CHANGED']);
  });
});

describe('assignment', () => {
  beforeEach(async () => void (await triage()));

  test('names another procurator and keeps the earlier one in the timeline', async () => {
    const { data, errors } = await assign();
    expect(errors).toBeUndefined();
    expect(data.assignPetition.petition).toMatchObject({
      version: 3,
      handlingDepartment: { id: NINTH },
      handler: { id: OFFICER_ID },
    });
    const given = data.assignPetition.petition.timeline.filter(({ kind }: { kind: string }) => kind === 'ASSIGNED');
    expect(given).toMatchObject([
      { assignedTo: { id: SECOND }, assignee: { id: HANDLER_ID } },
      { assignedTo: { id: NINTH }, assignee: { id: OFFICER_ID } },
    ]);
  });

  test('the head of the handling department chooses among their own people only', async () => {
    const own = await assign({ handlingDepartmentId: SECOND, handlerId: SECOND_HEAD_ID }, secondHead);
    expect(own.errors).toBeUndefined();
    const away = await assign({ version: 3 }, secondHead);
    expect(away.errors[0].extensions).toMatchObject({ code: 'NOT_ALLOWED', kind: 'FORBIDDEN' });
  });

  test('a leader may, a handler may not', async () => {
    expect((await assign({}, handler)).errors[0].extensions.code).toBe('NOT_ALLOWED');
    expect((await assign({}, leader)).errors).toBeUndefined();
  });

  test('the same person again is refused', async () => {
    const { errors } = await assign({ handlingDepartmentId: SECOND, handlerId: HANDLER_ID });
    expect(errors[0].extensions).toMatchObject({ code: 'ALREADY_ASSIGNED', details: { field: 'handlerId' } });
  });

  test('what was not accepted is handled by nobody', async () => {
    await triage({ ...DECLINED, version: 2 });
    const { errors } = await assign({ version: 3 });
    expect(errors[0].extensions.code).toBe('PETITION_NOT_ACCEPTED');
  });
});

describe('a stranger changes nothing and learns nothing:', () => {
  const member = { staffId: HANDLER_ID };
  test.each<[string, Viewer, string]>([
    [
      'another institution',
      buildViewer(ELSEWHERE, ['CLERK'], { ...member, departmentIds: [NINTH] }),
      'PETITION_NOT_FOUND',
    ],
    ['another department', buildViewer(HERE, ['CLERK'], { ...member, departmentIds: [SECOND] }), 'PETITION_NOT_FOUND'],
    ['no department', buildViewer(HERE, ['CLERK'], member), 'PETITION_NOT_FOUND'],
    [
      'a handler of the department that received it',
      buildViewer(HERE, ['HANDLER'], { ...member, departmentIds: [NINTH] }),
      'NOT_ALLOWED',
    ],
    ['an account without a member of staff', buildViewer(HERE, ['CLERK'], { departmentIds: [NINTH] }), 'NOT_ALLOWED'],
    ['a key', buildViewer(HERE, ['CLERK'], { ...member, departmentIds: [NINTH], via: 'API_KEY' }), 'NOT_ALLOWED'],
    ['a reporter', buildViewer(HERE, ['REPORTER'], member), 'NOT_ALLOWED'],
    ['an auditor', buildViewer(HERE, ['AUDITOR'], member), 'NOT_ALLOWED'],
    ['a system administrator', buildViewer(HERE, ['SYSTEM_ADMINISTRATOR'], member), 'NOT_ALLOWED'],
  ])('%s', async (_, stranger, code) => {
    const before = await stored();
    expect((await triage({}, stranger)).errors[0].extensions.code).toBe(code);
    expect((await assign({ version: 1 }, stranger)).errors[0].extensions.code).toBe(code);
    expect(await stored()).toBe(before);
  });

  test('the desk is told beforehand who may triage', async () => {
    const query = `query ($id: ID!) { petition(id: $id) { viewerCanTriage } }`;
    expect((await ask(clerk, query, { id: letter })).data.petition.viewerCanTriage).toBe(true);
    expect((await ask(leader, query, { id: letter })).data.petition.viewerCanTriage).toBe(false);
  });
});
