import { buildViewer } from '@everyletter/kit/testing';
import { localDate } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { aLetter, clerk, ELSEWHERE, HERE, NINTH, register, SECOND } from './build.ts';
import { Desk } from './desk.ts';

const desk = new Desk();

beforeAll(async () => {
  await desk.open();
  await desk.receive();
});
afterAll(() => desk.close());

test('a registered letter has its number, track, both clocks and a timeline', async () => {
  const { data, errors } = await desk.ask(
    clerk,
    `query ($id: ID!) { petition(id: $id) {
      number channel track state matter { state subject }
      proceduralClock { dueOn targetOn state label { zh en } ticks usedTicks }
      substantiveClock { dueOn provisional state totalDays }
      timeline { kind on actor { id } words { zh } } } }`,
    { id: desk.letter },
  );
  expect(errors).toBeUndefined();
  expect(data.petition).toMatchObject({
    number: '海检控申〔2026〕00001号',
    channel: 'LETTER',
    track: 'REAL_NAME',
    state: 'REGISTERED',
    matter: { state: 'OPEN', subject: '认为二十余年前被立案审查有误' },
    proceduralClock: {
      dueOn: '2026-11-23',
      targetOn: '2026-11-23',
      state: 'DUE_SOON',
      label: { zh: '今日到期', en: 'Due today' },
      ticks: 7,
      usedTicks: 7,
    },
    substantiveClock: { dueOn: '2027-02-16', provisional: true, state: 'RUNNING', totalDays: 92 },
  });
  expect(data.petition.timeline.map((entry: { kind: string }) => entry.kind)).toEqual(['RECEIVED', 'REGISTERED']);
});

test('the petitioner is masked', async () => {
  const { data } = await desk.ask(
    clerk,
    `{ petition(id: "${desk.letter}") { petitioner { name phone address idNumber anonymous } } }`,
  );
  expect(data.petition.petitioner).toEqual({
    name: '王*',
    phone: '139****0017',
    address: '北京市海淀区****',
    idNumber: null,
    anonymous: false,
  });
});

test('numbers run on within the year and begin again in another', async () => {
  const ids = await register(desk.database, [aLetter(), aLetter({ receivedOn: localDate('2025-12-30') }), aLetter()]);
  const numbers = await Promise.all(
    ids.map(async (id) => (await desk.ask(clerk, `{ petition(id: "${id}") { number } }`)).data.petition.number),
  );
  expect(numbers).toEqual(['海检控申〔2026〕00002号', '海检控申〔2025〕00001号', '海检控申〔2026〕00003号']);
});

describe('a stranger finds no petition at any door:', () => {
  test.each<[string, Viewer]>([
    ['a clerk of another institution', buildViewer(ELSEWHERE, ['CLERK'], { departmentIds: [NINTH] })],
    ['a handler of another department', buildViewer(HERE, ['HANDLER'], { departmentIds: [SECOND] })],
    ['a handler of no department', buildViewer(HERE, ['HANDLER'])],
  ])('%s', async (_, stranger) => {
    const { data } = await desk.ask(stranger, `{ petition(id: "${desk.letter}") { number } }`);
    expect(data.petition).toBeNull();
    const entities = await desk.ask(
      stranger,
      `{ _entities(representations: [{ __typename: "Petition", id: "${desk.letter}" }]) { __typename ... on Petition { number } } }`,
    );
    expect(entities.data._entities).toEqual([null]);
  });

  test.each([
    'SYSTEM_ADMINISTRATOR',
    'SECURITY_ADMINISTRATOR',
    'AUDITOR',
    'MEDIATOR',
    'DUTY_LAWYER',
    'REPORTER',
  ] as const)('the role %s', async (role) => {
    const { data, errors } = await desk.ask(buildViewer(HERE, [role]), `{ petition(id: "${desk.letter}") { number } }`);
    expect(data.petition).toBeNull();
    expect(errors[0].extensions.code).toBe('NOT_ALLOWED');
  });
});

test('a leader sees every department of the institution', async () => {
  const { data } = await desk.ask(buildViewer(HERE, ['LEADER']), `{ petition(id: "${desk.letter}") { number } }`);
  expect(data.petition.number).toBe('海检控申〔2026〕00001号');
});

test('the database holds no personal data in clear', async () => {
  const rows = await desk.rows('select p::text as stored from petitions.petition p');
  for (const plain of ['王勤', '13900000017', '学院路', '退休']) {
    expect(
      rows.some(({ stored }) => stored.includes(plain) || stored.includes(Buffer.from(plain).toString('hex'))),
    ).toBe(false);
  }
});

test('a time limit is explained to anyone signed in', async () => {
  const { data } = await desk.ask(
    buildViewer(HERE, ['REPORTER']),
    '{ timeLimit(kind: PROCEDURAL, receivedOn: "2026-09-24") { dueOn targetOn provisional legalBasis policyVersion calendarVersion steps { zh } } }',
  );
  expect(data.timeLimit).toMatchObject({
    dueOn: '2026-10-08',
    targetOn: '2026-09-30',
    provisional: false,
    calendarVersion: 1,
  });
  expect(data.timeLimit.legalBasis).toContain('第一百六十三条');
  expect(data.timeLimit.steps[2].zh).toBe('2026年10月1日为休息日，顺延至2026年10月8日');
});

test('a day that does not exist is refused by name', async () => {
  const { errors } = await desk.ask(clerk, '{ timeLimit(kind: PROCEDURAL, receivedOn: "2026-02-30") { dueOn } }');
  expect(errors[0].extensions).toMatchObject({ kind: 'INVALID' });
});
