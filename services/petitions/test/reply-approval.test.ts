import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { CLERK_ID, clerk, ELSEWHERE, HANDLER_ID, HERE, NINTH, SECOND } from './build.ts';
import { department, handler, leader, ninthHead, ReplyDesk, secondHead } from './reply-desk.ts';

const desk = new ReplyDesk();

beforeAll(() => desk.open());
beforeEach(async () => {
  desk.now = '2026-11-23T04:00:00Z';
  await desk.receive();
  await desk.triage(desk.letter);
});
afterAll(() => desk.close());

describe('four eyes:', () => {
  test('an author who heads the department may not approve; another may, and a leader may', async () => {
    const { id, version } = await desk.submitted(ninthHead, desk.accepted(), department);
    const own = await desk.step(ninthHead, 'approveReply', { replyId: id, version });
    expect(own).toMatchObject({ code: 'REPLY_APPROVER_IS_AUTHOR', kind: 'FORBIDDEN' });
    const { reply } = await desk.step(leader, 'approveReply', { replyId: id, version });
    expect(reply.state).toBe('APPROVED');
  });

  test('whoever writes last is the author', async () => {
    const { reply } = await desk.step(clerk, 'draftReply', desk.accepted());
    const fields = [{ key: 'handlingDepartment', value: '第二检察部' }];
    await desk.step(ninthHead, 'editReply', { replyId: reply.id, version: 1, fields });
    await desk.step(clerk, 'submitReply', { replyId: reply.id, version: 2 });
    const own = await desk.step(ninthHead, 'approveReply', { replyId: reply.id, version: 3 });
    expect(own.code).toBe('REPLY_APPROVER_IS_AUTHOR');
  });

  test.each<[string, Viewer]>([
    ['a clerk', buildViewer(HERE, ['CLERK'], { staffId: HANDLER_ID, departmentIds: [NINTH] })],
    ['the head of the department that does not answer for it', secondHead],
    ['an API key', { ...ninthHead, via: 'API_KEY' }],
  ])('%s may not approve', async (_, viewer) => {
    const { id, version } = await desk.submitted(clerk, desk.accepted(), department);
    expect(await desk.step(viewer, 'approveReply', { replyId: id, version })).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  test('who handles answers, who received replies', async () => {
    expect((await desk.step(handler, 'draftReply', desk.accepted())).code).toBe('REPLY_OF_OTHER_DEPARTMENT');
    expect((await desk.step(clerk, 'draftReply', desk.result())).code).toBe('REPLY_OF_OTHER_DEPARTMENT');
  });
});

const fileOf = (id: string) => ({ method: 'GET', path: `replies/${id}/letter.pdf` }) as const;

describe('a stranger finds no reply at any door:', () => {
  test.each<[string, Viewer]>([
    [
      'a clerk of another institution',
      buildViewer(ELSEWHERE, ['CLERK'], { staffId: CLERK_ID, departmentIds: [NINTH] }),
    ],
    [
      'a head of another department',
      buildViewer(HERE, ['DEPARTMENT_HEAD'], { staffId: CLERK_ID, departmentIds: [HERE] }),
    ],
    ['an auditor', buildViewer(HERE, ['AUDITOR'], { departmentIds: [NINTH, SECOND] })],
  ])('%s', async (_, stranger) => {
    const { id, version } = await desk.submitted(clerk, desk.accepted(), department);
    const query = await desk.ask(stranger, `{ petition(id: "${desk.letter}") { replies { id } } }`);
    expect(query.data?.petition ?? null).toBeNull();
    expect(await desk.read(stranger, id)).toBeNull();
    const refused = await desk.step(stranger, 'approveReply', { replyId: id, version });
    expect(['REPLY_NOT_FOUND', 'NOT_ALLOWED']).toContain(refused.code);
    expect([403, 404]).toContain((await desk.door.files(fileOf(id), stranger)).status);
    expect((await desk.read(clerk, id)).state).toBe('SUBMITTED');
  });
});
