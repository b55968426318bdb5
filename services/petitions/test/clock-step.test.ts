import { type Answer, buildViewer } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { clerk, ELSEWHERE, HANDLER_ID, NINTH, SECOND } from './build.ts';
import { leader, ReplyDesk } from './reply-desk.ts';

const desk = new ReplyDesk();
const PETITION = `clockSteps clocks { kind state dueOn stoppedOn steps { zh } } timeline { kind words { zh } detail }`;

async function step(name: string, words: string, viewer: Viewer = clerk, agreed?: boolean): Promise<Answer> {
  const { data, errors } = await desk.ask(
    viewer,
    `mutation ($input: RecordClockStepInput!) { recordClockStep(input: $input) { petition { ${PETITION} } } }`,
    { input: { petitionId: desk.letter, step: name, words, ...(agreed === undefined ? {} : { agreed }) } },
  );
  return errors ? { code: errors[0].extensions.code } : data.recordClockStep.petition;
}
const clock = (petition: Answer, kind: string) => petition.clocks.find((one: Answer) => one.kind === kind);

beforeAll(() => desk.open());
afterAll(() => desk.close());

test('what is urgent is due the same day, whatever day that is, until something was done', async () => {
  desk.now = '2026-11-22T04:00:00Z';
  await desk.receive({ receivedOn: localDate('2026-11-20') });
  const marked = await step('MARK_URGENT', '信中称有轻生念头');
  expect(clock(marked, 'URGENT')).toMatchObject({ dueOn: '2026-11-22', stoppedOn: null, state: 'DUE_SOON' });
  expect(clock(marked, 'URGENT').steps[0].zh).toBe('2026年11月22日告急，当日办理');
  expect(marked.clockSteps).toEqual(['RECORD_URGENT_MEASURE']);
  expect(await step('MARK_URGENT', '再次')).toEqual({ code: 'URGENT_ALREADY' });
  const done = await step('RECORD_URGENT_MEASURE', '已电话联系社区，家属已到场');
  expect(clock(done, 'URGENT').stoppedOn).toBe('2026-11-22');
  expect(done.timeline.at(-1)).toBeDefined();
  expect(done.timeline.map(({ kind }: Answer) => kind)).toEqual(
    expect.arrayContaining(['MARKED_URGENT', 'URGENT_HANDLED']),
  );
});

test('a wrong transfer is objected to within five working days, and the sender answers', async () => {
  desk.now = '2026-11-23T04:00:00Z';
  await desk.receive({ channel: 'TRANSFERRED_IN', receivedOn: localDate('2026-11-20') });
  expect(await step('RECORD_OBJECTION_ANSWER', '同意', clerk, true)).toEqual({ code: 'OBJECTION_NOT_MADE' });
  const objected = await step('OBJECT_TO_TRANSFER', '不属检察机关管辖');
  expect(clock(objected, 'WRONG_TRANSFER_OBJECTION')).toMatchObject({ dueOn: '2026-11-27', stoppedOn: '2026-11-23' });
  const answered = await step('RECORD_OBJECTION_ANSWER', '区信访局函复同意收回', clerk, true);
  expect(answered.timeline.map(({ words }: Answer) => words.zh)).toContain('来文机关答复异议：同意');
  expect(await step('RECORD_OBJECTION_ANSWER', '再答', clerk, false)).toEqual({ code: 'OBJECTION_ANSWERED' });
});

test('after the days, or once accepted, there is no objecting', async () => {
  await desk.receive({ channel: 'TRANSFERRED_IN', receivedOn: localDate('2026-11-13') });
  expect(await step('OBJECT_TO_TRANSFER', '不属管辖')).toEqual({ code: 'OBJECTION_TOO_LATE' });
  await desk.receive({ channel: 'TRANSFERRED_IN', receivedOn: localDate('2026-11-20') });
  await desk.triage(desk.letter);
  expect(await step('OBJECT_TO_TRANSFER', '不属管辖')).toEqual({ code: 'OBJECTION_AFTER_ACCEPTANCE' });
  await desk.receive();
  expect(await step('OBJECT_TO_TRANSFER', '不属管辖')).toEqual({ code: 'OBJECTION_NOT_TRANSFERRED' });
});

test.each<[string, Viewer, string]>([
  ['a leader', leader, 'NOT_ALLOWED'],
  [
    'another department',
    buildViewer(clerk.institutionId, ['HANDLER'], { staffId: HANDLER_ID, departmentIds: [SECOND] }),
    'PETITION_NOT_FOUND',
  ],
  [
    'another institution',
    buildViewer(ELSEWHERE, ['CLERK'], { staffId: HANDLER_ID, departmentIds: [NINTH] }),
    'PETITION_NOT_FOUND',
  ],
])('%s takes no step', async (_, viewer, code) => {
  expect(await step('MARK_URGENT', '告急', viewer)).toEqual({ code });
  expect(await step('RECORD_URGENT_MEASURE', ' ')).toEqual({ code: 'TEXT_TOO_SHORT' });
});
