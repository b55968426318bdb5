import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CLERK_ID, clerk, ELSEWHERE, HANDLER_ID, HERE, NINTH, OFFICER_ID, SECOND } from './build.ts';
import { FrontDesk } from './front-desk.ts';
import { DECLINED, TriageDesk } from './triage-desk.ts';

const front = new FrontDesk();
const desk = new TriageDesk();

beforeAll(() => Promise.all([front.open(), desk.open()]));
beforeEach(() => desk.receive());
afterAll(() => Promise.all([front.close(), desk.close()]));

const LANES = '{ triageLanes { track targetWorkdays count lateCount petitions { id number } } }';
const board = (day?: string) =>
  `{ dayBoard${day ? `(day: "${day}")` : ''} { day received left disposedThatDay leftFromBefore cleared lines { channel received disposed left } petitions { id } } }`;

test('what comes in waits on its lane until it is disposed of, and the day is cleared then', async () => {
  const empty = await front.ask(clerk, board());
  expect(empty.data.dayBoard).toMatchObject({ day: '2026-11-23', received: 0, left: 0, cleared: true });
  const letter = (await front.register({ receivedOn: '2026-11-16' })).data.registerPetition.petition;
  await front.register({ channel: 'VISIT', category: 'LEGAL_CONSULTATION' });
  const { data } = await front.ask(clerk, LANES);
  expect(data.triageLanes.map(({ targetWorkdays }: { targetWorkdays: number }) => targetWorkdays)).toEqual([
    1, 3, 3, 1, 3,
  ]);
  expect(data.triageLanes[2]).toEqual({
    track: 'REAL_NAME',
    targetWorkdays: 3,
    count: 1,
    lateCount: 1,
    petitions: [{ id: letter.id, number: letter.number }],
  });
  expect((await front.ask(clerk, board())).data.dayBoard).toMatchObject({
    received: 2,
    left: 2,
    cleared: false,
    lines: [
      { channel: 'LETTER', received: 1, disposed: 0, left: 1 },
      { channel: 'VISIT', received: 1, disposed: 0, left: 1 },
    ],
  });
  const input = {
    petitionId: letter.id,
    version: 1,
    track: 'REAL_NAME',
    disposition: 'ACCEPTED',
    handlingDepartmentId: SECOND,
  };
  await front.ask(
    clerk,
    'mutation ($input: TriagePetitionInput!) { triagePetition(input: $input) { petition { id } } }',
    { input },
  );
  const after = (await front.ask(clerk, `{ a: triageLanes { track count } b: dayBoard { left disposedThatDay } }`))
    .data;
  expect(after.a[2]).toEqual({ track: 'REAL_NAME', count: 0 });
  expect(after.b).toEqual({ left: 1, disposedThatDay: 1 });
});

test('strangers see no lane of another house or department, and others no desk at all', async () => {
  const viewer = (institution: string, roles: Viewer['roles'], departmentIds: string[]) =>
    buildViewer(institution, roles, { staffId: HANDLER_ID, departmentIds });
  for (const stranger of [viewer(ELSEWHERE, ['CLERK'], [NINTH]), viewer(HERE, ['CLERK'], [SECOND])]) {
    const { data } = await front.ask(stranger, LANES);
    expect(data.triageLanes.flatMap(({ petitions }: { petitions: unknown[] }) => petitions)).toEqual([]);
    expect((await front.ask(stranger, board())).data.dayBoard.left).toBe(0);
  }
  for (const stranger of [viewer(HERE, ['REPORTER'], []), viewer(HERE, ['AUDITOR'], [NINTH])]) {
    expect((await front.ask(stranger, LANES)).errors[0].extensions.code).toBe('NOT_ALLOWED');
  }
});

test.each<[string, Record<string, unknown>, string, string]>([
  [
    'an acceptance that looked at half',
    { acceptance: ['WITHIN_SCOPE', 'JURISDICTION'] },
    'ACCEPTANCE_INCOMPLETE',
    'acceptance',
  ],
  [
    'a reason of another category',
    { ...DECLINED, reasonCode: 'NO_CLUE' },
    'TRIAGE_REASON_NOT_FOR_CATEGORY',
    'reasonCode',
  ],
  [
    'a leader for what is declined',
    { ...DECLINED, leaderOwnerId: OFFICER_ID },
    'LEADER_OWNER_NOT_EXPECTED',
    'leaderOwnerId',
  ],
])('%s is refused and changes nothing', async (_, change, code, field) => {
  const before = await desk.stored();
  const { errors } = await desk.triage(change);
  expect(errors[0].extensions).toMatchObject({ code, details: { field } });
  expect(await desk.stored()).toBe(before);
});

test('a reason of the list stands for the words, and all four looked at are kept', async () => {
  const declined = await desk.triage({ ...DECLINED, reason: null, reasonCode: 'COURT_FIRST', track: 'CLEAR_NATURE' });
  expect(declined.errors[0].extensions.code).toBe('TRIAGE_REASON_NOT_FOR_CATEGORY');
  const { data } = await desk.triage({ ...DECLINED, reason: null, reasonCode: 'NO_STANDING' });
  expect(data.triagePetition.petition.timeline[2].detail).toBe('申诉人不是当事人、法定代理人或者近亲属');
  await desk.receive();
  const all = { acceptance: ['WITHIN_SCOPE', 'JURISDICTION', 'STANDING', 'MATERIALS'], leaderOwnerId: OFFICER_ID };
  expect((await desk.triage(all)).errors).toBeUndefined();
  const { petition } = (await desk.ask(clerk, `{ petition(id: "${desk.letter}") { leaderOwner { id } disposedOn } }`))
    .data;
  expect(petition).toEqual({ leaderOwner: { id: OFFICER_ID }, disposedOn: '2026-11-23' });
});

const MATERIALS = `materialsRequest { items requestedOn receivedOn noticePath } state proceduralClock { dueOn stoppedOn }`;
const ask = (items: string[], version: number, viewer = clerk) =>
  desk.ask(
    viewer,
    `mutation ($input: RequestMaterialsInput!) { requestMaterials(input: $input) { petition { version ${MATERIALS} } } }`,
    {
      input: { petitionId: desk.letter, version, items },
    },
  );

test('materials are asked for once and all, printed, and the seven days run on', async () => {
  const { data, errors } = await ask(['身份证明', '判决书'], 1);
  expect(errors).toBeUndefined();
  const { petition } = data.requestMaterials;
  expect(petition).toMatchObject({
    state: 'MATERIALS_REQUESTED',
    materialsRequest: { items: ['身份证明', '判决书'], requestedOn: '2026-11-23', receivedOn: null },
    proceduralClock: { dueOn: '2026-11-23', stoppedOn: null },
  });
  const { body } = await desk.door.files(
    { method: 'GET', path: petition.materialsRequest.noticePath.replace('/files/petitions/', '') },
    clerk,
  );
  const { text } = await extractText(await getDocumentProxy(new Uint8Array(body)));
  expect(text.join('').replaceAll(/\s/g, '')).toContain('2．判决书');
  const before = await desk.stored();
  expect((await ask(['还有一份'], petition.version)).errors[0].extensions.code).toBe('MATERIALS_ALREADY_REQUESTED');
  expect(await desk.stored()).toBe(before);
  const untriaged = await desk.ask(clerk, '{ worklist(filter: { view: UNTRIAGED }) { edges { node { id } } } }');
  expect(JSON.stringify(untriaged)).toContain(desk.letter);
  const came = await desk.ask(
    clerk,
    `mutation { receiveMaterials(input: { petitionId: "${desk.letter}", version: ${petition.version} }) { petition { ${MATERIALS} } } }`,
  );
  expect(came.data.receiveMaterials.petition).toMatchObject({
    state: 'REGISTERED',
    materialsRequest: { receivedOn: '2026-11-23' },
  });
});

test('nothing is asked for with an empty list, by somebody else, or after the decision', async () => {
  expect((await ask([' '], 1)).errors[0].extensions.code).toBe('MATERIALS_COUNT_INVALID');
  const handler = buildViewer(HERE, ['HANDLER'], { staffId: HANDLER_ID, departmentIds: [NINTH] });
  expect((await ask(['身份证明'], 1, handler)).errors[0].extensions.code).toBe('NOT_ALLOWED');
  await desk.triage(DECLINED);
  expect((await ask(['身份证明'], 2)).errors[0].extensions.code).toBe('PETITION_ALREADY_TRIAGED');
});

const spot = (answer: string, viewer = clerk) =>
  desk.ask(
    viewer,
    `mutation ($input: AnswerOnTheSpotInput!) { answerOnTheSpot(input: $input) { petition {
    state disposition matter { state } proceduralClock { state } substantiveClock { state } replies { kind state means: letterNumber body letterPath } } } }`,
    {
      input: { petitionId: desk.letter, version: 1, answer },
    },
  );

test('a visitor’s question is answered on the spot, in writing, and both clocks stop', async () => {
  await desk.receive({ channel: 'VISIT', category: 'LEGAL_CONSULTATION', subject: '咨询刑事申诉期限' });
  const { data, errors } = await spot('刑事申诉没有期限限制。');
  expect(errors).toBeUndefined();
  expect(data.answerOnTheSpot.petition).toMatchObject({
    state: 'DISPOSED',
    disposition: 'ACCEPTED',
    matter: { state: 'ANSWERED' },
    proceduralClock: { state: 'STOPPED' },
    substantiveClock: { state: 'STOPPED' },
  });
  const [reply] = data.answerOnTheSpot.petition.replies;
  expect(reply.body).toContain('现当场答复如下：刑事申诉没有期限限制。');
  const { status } = await desk.door.files(
    { method: 'GET', path: reply.letterPath.replace('/files/petitions/', '') },
    clerk,
  );
  expect(status).toBe(200);
  expect(
    await desk.rows(`select 1 from petitions.reply where means = 'ON_THE_SPOT' and approved_by_id = $1`, [CLERK_ID]),
  ).toHaveLength(1);
});

test('an appeal is not answered over the counter, nor a letter, nor by a handler', async () => {
  const before = await desk.stored();
  expect((await spot('不行')).errors[0].extensions.code).toBe('NOT_FOR_THE_SPOT');
  expect(await desk.stored()).toBe(before);
  await desk.receive({ channel: 'VISIT', category: 'LEGAL_CONSULTATION' });
  const handler = buildViewer(HERE, ['HANDLER'], { staffId: HANDLER_ID, departmentIds: [NINTH] });
  expect((await spot('可以', handler)).errors[0].extensions.code).toBe('NOT_ALLOWED');
});

test('a repeat of what is late is not filed away', async () => {
  const first = (await front.register({ receivedOn: '2026-06-01' })).data.registerPetition.petition.id;
  const { petition } = (await front.register({}, { repeatOfId: first })).data.registerPetition;
  const version = (await front.ask(clerk, `{ petition(id: "${petition.id}") { version } }`)).data.petition.version;
  const input = {
    petitionId: petition.id,
    version,
    track: 'REAL_NAME',
    disposition: 'FILED',
    reasonCode: 'NO_REQUEST',
  };
  const { errors } = await front.ask(
    clerk,
    'mutation ($input: TriagePetitionInput!) { triagePetition(input: $input) { petition { id } } }',
    { input },
  );
  expect(errors[0].extensions.code).toBe('REPEAT_OF_LATE_ANSWER');
});
