import { buildViewer } from '@everyletter/kit/testing';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aLetter, clerk, ELSEWHERE, HERE, NINTH, register } from './build.ts';
import { department, FOUND, handler, leader, ninthHead, ReplyDesk, secondHead } from './reply-desk.ts';

const desk = new ReplyDesk();
const PETITION = `id version number state disposition withdrawnOn mergedOn viewerCourseSteps proceduralClock { state }
  matter { id state openedOn archivedOn retainUntil substantiveClock { state startedOn dueOn } petitions { id } mergedInto { id } }
  timeline { kind words { zh } detail }`;

beforeAll(() => desk.open());
beforeEach(async () => {
  desk.now = '2026-11-23T04:00:00Z';
  await desk.receive();
});
afterAll(() => desk.close());

const read = async (id = desk.letter, viewer = clerk) =>
  (await desk.ask(viewer, `{ petition(id: "${id}") { ${PETITION} } }`)).data?.petition;

async function step(name: string, change: object = {}, viewer = clerk) {
  const { version } = await read();
  const type = {
    takeBackPetition: 'DatedCourseStepInput',
    withdrawPetition: 'DatedCourseStepInput',
    mergeMatters: 'MergeMattersInput',
  }[name];
  const mutation = `mutation ($input: ${type ?? 'CourseStepInput'}!) { ${name}(input: $input) { petition { ${PETITION} } } }`;
  const { data, errors } = await desk.ask(viewer, mutation, {
    input: { petitionId: desk.letter, version, reason: '理由如下', ...change },
  });
  return errors ? errors[0].extensions.code : data[name].petition;
}

const elsewhere = {
  disposition: 'TRANSFERRED',
  transferredTo: '某县人民检察院',
  reason: '属其管辖',
  handlingDepartmentId: null,
  handlerId: null,
};

async function answered(): Promise<void> {
  await desk.triage(desk.letter);
  const procedural = await desk.submitted(clerk, desk.accepted(), department);
  await desk.sent(procedural, { signer: ninthHead, poster: clerk, on: '2026-11-23' });
  const result = await desk.submitted(handler, desk.result(), FOUND);
  await desk.sent(result, { signer: secondHead, poster: clerk, on: '2026-11-23' });
}

describe('what was sent on comes back', () => {
  test('to the triage desk, and the answer is owed as before', async () => {
    await desk.triage(desk.letter, elsewhere);
    expect((await read()).matter.substantiveClock.state).toBe('NOT_STARTED');
    const back = await step('takeBackPetition', { on: '2026-11-23' });
    expect(back).toMatchObject({
      state: 'REGISTERED',
      disposition: null,
      matter: { state: 'OPEN', substantiveClock: { startedOn: '2026-11-16', dueOn: '2027-02-16' } },
    });
    expect(back.timeline.at(-1)).toMatchObject({ kind: 'TRANSFER_RETURNED', detail: '理由如下' });
  });

  test('only if it was sent on, and not tomorrow', async () => {
    await desk.triage(desk.letter);
    expect(await step('takeBackPetition', { on: '2026-11-23' })).toBe('PETITION_NOT_SENT_ON');
    await desk.receive();
    await desk.triage(desk.letter, elsewhere);
    expect(await step('takeBackPetition', { on: '2026-11-24' })).toBe('STEP_IN_FUTURE');
    expect((await read()).disposition).toBe('TRANSFERRED');
  });
});

test('what the petitioner withdraws is handled no more, and the written reply stays owed', async () => {
  await desk.triage(desk.letter);
  const withdrawn = await step('withdrawPetition', { on: '2026-11-23', reason: '当面递交撤回申请书' }, handler);
  expect(withdrawn).toMatchObject({
    withdrawnOn: '2026-11-23',
    disposition: 'FILED',
    proceduralClock: { state: 'DUE_SOON' },
    matter: { substantiveClock: { state: 'NOT_STARTED' } },
  });
  expect(await step('withdrawPetition', { on: '2026-11-23' })).toBe('PETITION_ALREADY_WITHDRAWN');
});

describe('two matters become one', () => {
  test('by the earlier promise, each petition with its own seven days and a pointer', async () => {
    await desk.triage(desk.letter);
    const older = await read();
    const [laterId = ''] = await register(desk.database, [aLetter({ receivedOn: '2026-11-20' as never })]);
    await desk.triage(laterId);
    const later = await read(laterId);
    const merged = await step('mergeMatters', { intoNumber: ` ${later.number} ` });
    expect(merged).toMatchObject({
      mergedOn: '2026-11-23',
      proceduralClock: { state: 'DUE_SOON' },
      matter: {
        id: later.matter.id,
        openedOn: '2026-11-16',
        substantiveClock: { startedOn: '2026-11-16', dueOn: '2027-02-16' },
      },
    });
    expect(merged.matter.petitions).toHaveLength(2);
    const pointer = `{ _entities(representations: [{ __typename: "Matter", id: "${older.matter.id}" }]) { ... on Matter { state mergedInto { id } } } }`;
    expect((await desk.ask(clerk, pointer)).data._entities).toEqual([
      { state: 'MERGED', mergedInto: { id: later.matter.id } },
    ]);
    expect(merged.timeline.map(({ kind }: { kind: string }) => kind)).toContain('MATTERS_MERGED');
  });

  test('all of their petitions or none: who does not see every one is told how many are hidden', async () => {
    await desk.triage(desk.letter);
    const { matter } = await read();
    const [hiddenId = '', targetId = ''] = await register(desk.database, [aLetter(), aLetter()]);
    const elsewhereDepartment = '01900000-0000-7000-8000-0000000000ee';
    await desk.rows(
      `update petitions.petition set matter_id = $1, receiving_department_id = $2, handling_department_id = $2
       where id = $3`,
      [matter.id, elsewhereDepartment, hiddenId],
    );
    const reference = `{ _entities(representations: [{ __typename: "Matter", id: "${matter.id}" }]) { ... on Matter { hiddenPetitions petitions { id } } } }`;
    const seen = async (viewer: typeof clerk) => (await desk.ask(viewer, reference)).data._entities[0];
    expect(await seen(clerk)).toEqual({ hiddenPetitions: 1, petitions: [{ id: desk.letter }] });
    expect((await seen(leader)).hiddenPetitions).toBe(0);
    expect(await step('mergeMatters', { intoNumber: (await read(targetId)).number })).toBe('MATTER_PARTLY_HIDDEN');
    expect((await read()).matter.id).toBe(matter.id);
  });

  test('but not with itself, with what nobody sees, or with what is answered', async () => {
    await answered();
    const { number } = await read();
    const [openId = ''] = await register(desk.database, [aLetter()]);
    const answeredNumber = number;
    desk.letter = openId;
    const own = await read();
    expect(await step('mergeMatters', { intoNumber: own.number })).toBe('MATTER_IS_THE_SAME');
    expect(await step('mergeMatters', { intoNumber: '没有这个号' })).toBe('PETITION_NOT_FOUND');
    expect(await step('mergeMatters', { intoNumber: answeredNumber })).toBe('MATTER_IN_HAND_NEEDED');
    expect((await read()).matter.id).toBe(own.matter.id);
  });
});

describe('an answered matter', () => {
  test('is put away for as long as the policy says, and other services hear of it', async () => {
    await answered();
    const { version: _, ...archived } = await step('archiveMatter');
    expect(archived.matter).toMatchObject({ state: 'ARCHIVED', archivedOn: '2026-11-23', retainUntil: '2056-12-31' });
    expect(archived.viewerCourseSteps).toEqual([]);
  });

  test('is not put away while somebody waits', async () => {
    await desk.triage(desk.letter);
    expect(await step('archiveMatter')).toBe('MATTER_NOT_ANSWERED');
    const result = await desk.submitted(handler, desk.result(), FOUND);
    await desk.sent(result, { signer: secondHead, poster: clerk, on: '2026-11-23' });
    await desk.rows('update petitions.petition set returned_on = $1 where id = $2', ['2026-11-23', desk.letter]);
    expect(await step('archiveMatter')).toBe('ARCHIVE_TOO_EARLY');
  });

  test('is taken up again with a promise of its own', async () => {
    await answered();
    expect(await step('reopenMatter', {}, clerk)).toBe('NOT_ALLOWED');
    const again = await step('reopenMatter', { reason: '提出新的证据' }, secondHead);
    expect(again.matter).toMatchObject({
      state: 'REOPENED',
      substantiveClock: { state: 'RUNNING', startedOn: '2026-11-23', dueOn: '2027-02-23' },
    });
    expect(await step('reopenMatter', {}, leader)).toBe('MATTER_NOT_ANSWERED');
    const result = await desk.submitted(handler, desk.result(), FOUND);
    await desk.sent(result, { signer: secondHead, poster: clerk, on: '2026-11-23' });
    expect((await read()).matter.state).toBe('ANSWERED');
  });
});

describe('who may', () => {
  test('each sees only the steps they may take', async () => {
    await answered();
    const steps = async (viewer: typeof clerk) => (await read(desk.letter, viewer)).viewerCourseSteps;
    expect(await steps(clerk)).toEqual(['ARCHIVE']);
    expect(await steps(ninthHead)).toEqual(['REOPEN', 'ARCHIVE']);
    expect(await steps(handler)).toEqual([]);
    expect(await steps(leader)).toEqual(['REOPEN']);
  });

  test.each<[string, typeof clerk, string]>([
    [
      'of another institution',
      buildViewer(ELSEWHERE, ['DEPARTMENT_HEAD'], { staffId: HERE, departmentIds: [NINTH] }),
      'PETITION_NOT_FOUND',
    ],
    ['who audits', buildViewer(HERE, ['AUDITOR'], { departmentIds: [NINTH] }), 'NOT_ALLOWED'],
    ['with a key', { ...ninthHead, via: 'API_KEY' }, 'NOT_ALLOWED'],
  ])('somebody %s takes no step', async (_, viewer, code) => {
    await answered();
    for (const name of ['archiveMatter', 'reopenMatter']) expect(await step(name, {}, viewer)).toBe(code);
    expect(await step('withdrawPetition', { on: '2026-11-23' }, viewer)).toBe(code);
    expect((await read()).matter.state).toBe('ANSWERED');
  });
});
