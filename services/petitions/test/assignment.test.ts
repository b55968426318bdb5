import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CLERK_ID, clerk, ELSEWHERE, HANDLER_ID, HERE, NINTH, OFFICER_ID, SECOND, SECOND_HEAD_ID } from './build.ts';
import { DECLINED, TriageDesk } from './triage-desk.ts';

const handler = buildViewer(HERE, ['HANDLER'], { staffId: HANDLER_ID, departmentIds: [SECOND] });
const secondHead = buildViewer(HERE, ['DEPARTMENT_HEAD'], { staffId: SECOND_HEAD_ID, departmentIds: [SECOND] });
const leader = buildViewer(HERE, ['LEADER'], { staffId: CLERK_ID });

const desk = new TriageDesk();

beforeAll(() => desk.open());
beforeEach(() => desk.receive());
afterAll(() => desk.close());

describe('assignment', () => {
  beforeEach(async () => void (await desk.triage()));

  test('names another procurator and keeps the earlier one in the timeline', async () => {
    const { data, errors } = await desk.assign();
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
    const own = await desk.assign({ handlingDepartmentId: SECOND, handlerId: SECOND_HEAD_ID }, secondHead);
    expect(own.errors).toBeUndefined();
    const away = await desk.assign({ version: 3 }, secondHead);
    expect(away.errors[0].extensions).toMatchObject({ code: 'NOT_ALLOWED', kind: 'FORBIDDEN' });
  });

  test('a leader may, a handler may not', async () => {
    expect((await desk.assign({}, handler)).errors[0].extensions.code).toBe('NOT_ALLOWED');
    expect((await desk.assign({}, leader)).errors).toBeUndefined();
  });

  test('the same person again is refused', async () => {
    const { errors } = await desk.assign({ handlingDepartmentId: SECOND, handlerId: HANDLER_ID });
    expect(errors[0].extensions).toMatchObject({ code: 'ALREADY_ASSIGNED', details: { field: 'handlerId' } });
  });

  test('what was not accepted is handled by nobody', async () => {
    await desk.triage({ ...DECLINED, version: 2 });
    const { errors } = await desk.assign({ version: 3 });
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
    const before = await desk.stored();
    expect((await desk.triage({}, stranger)).errors[0].extensions.code).toBe(code);
    expect((await desk.assign({ version: 1 }, stranger)).errors[0].extensions.code).toBe(code);
    expect(await desk.stored()).toBe(before);
  });

  test('the desk is told beforehand who may triage', async () => {
    const query = `query ($id: ID!) { petition(id: $id) { viewerCanTriage } }`;
    expect((await desk.ask(clerk, query, { id: desk.letter })).data.petition.viewerCanTriage).toBe(true);
    expect((await desk.ask(leader, query, { id: desk.letter })).data.petition.viewerCanTriage).toBe(false);
  });
});
