import { inTransaction, openDatabase } from '@everyletter/kit/database';
import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { extractText, getDocumentProxy } from 'unpdf';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { Petition } from '../src/petition/petition.entity.ts';
import { petitionByQueryCode } from '../src/registration/query-code.ts';
import { CLERK_ID, clerk, ELSEWHERE, HANDLER_ID, HERE, NINTH, SECOND, testKeys } from './build.ts';
import { A_FORM, FrontDesk } from './front-desk.ts';

const desk = new FrontDesk();

beforeAll(() => desk.open());
afterAll(() => desk.close());

test('a letter is registered with its number, both clocks, its track and a query code', async () => {
  const { data, errors } = await desk.register();
  expect(errors).toBeUndefined();
  const { petition, queryCode } = data.registerPetition;
  expect(petition).toMatchObject({
    number: '海检控申〔2026〕00001号',
    state: 'REGISTERED',
    track: 'REAL_NAME',
    triageTargetOn: '2026-11-26',
    proceduralClock: { dueOn: '2026-11-30', state: 'RUNNING' },
    substantiveClock: { dueOn: '2027-02-23' },
    petitioner: { name: '赵**', phone: '139****0044' },
    repeatOf: null,
  });
  expect(petition.timeline).toEqual([
    { kind: 'RECEIVED', actor: null },
    { kind: 'REGISTERED', actor: { id: CLERK_ID } },
  ]);
  expect(queryCode).toMatch(/^(?:[0-9A-HJKMNP-TV-Z]{4}-){2}[0-9A-HJKMNP-TV-Z]{4}$/);
  const stored = JSON.stringify(await desk.rows('select to_jsonb(p) as all from petitions.petition p'));
  for (const secret of ['赵小雨', '11010519491231002X', '13900000044', queryCode, queryCode.replaceAll('-', '')]) {
    expect(stored).not.toContain(secret);
  }
});

test.each<[string, Record<string, unknown>, Record<string, unknown>]>([
  ['a visit', { channel: 'VISIT', category: 'LEGAL_CONSULTATION' }, { track: 'CLEAR_NATURE' }],
  ['a call without an address', { channel: 'PHONE', address: null }, { channel: 'PHONE' }],
  ['a fax', { channel: 'FAX' }, { channel: 'FAX' }],
  [
    'an anonymous report',
    { identityKind: 'ANONYMOUS', category: 'REPORT', name: null, idNumber: null, phone: null, address: null },
    { identityKind: 'ANONYMOUS', petitioner: { name: '' } },
  ],
  ['a pseudonymous one', { identityKind: 'PSEUDONYMOUS', name: '知情人' }, { identityKind: 'PSEUDONYMOUS' }],
  [
    'an order from above',
    { channel: 'SUPERIOR_ASSIGNED', superiorFrom: '北京市人民检察院', reportBackDueOn: '2026-12-31' },
    { track: 'SUPERIOR_ASSIGNED', superiorOrder: { from: '北京市人民检察院', reportBackDueOn: '2026-12-31' } },
  ],
  [
    'one another organ passed on, which is no order',
    { channel: 'TRANSFERRED_IN', superiorFrom: '某区人民法院' },
    { transferredFrom: '某区人民法院', superiorOrder: null, track: 'CLEAR_NATURE' },
  ],
  [
    'a joint letter of twenty with five who speak for them',
    { peopleCount: 20, representatives: ['甲一', '乙二', '丙三', '丁四', '戊五'] },
    { peopleCount: 20, representativeCount: 5 },
  ],
])('%s is registered', async (_, form, expected) => {
  const { data, errors } = await desk.register(form);
  expect(errors).toBeUndefined();
  expect(data.registerPetition.petition).toMatchObject(expected);
});

test.each<[string, Record<string, unknown>, string, string]>([
  [
    'six representatives',
    { peopleCount: 9, representatives: [...'甲乙丙丁戊己'] },
    'REPRESENTATIVES_TOO_MANY',
    'representatives',
  ],
  ['a crowd nobody speaks for', { peopleCount: 9 }, 'REPRESENTATIVES_NEEDED', 'representatives'],
  [
    'more who speak than there are',
    { peopleCount: 2, representatives: [...'甲乙丙'] },
    'REPRESENTATIVES_MORE_THAN_PEOPLE',
    'representatives',
  ],
  [
    'one representative twice',
    { peopleCount: 2, representatives: ['甲', '甲'] },
    'REPRESENTATIVES_REPEATED',
    'representatives',
  ],
  ['nobody', { peopleCount: 0 }, 'PEOPLE_COUNT_INVALID', 'peopleCount'],
  ['a real name without a name', { name: '  ' }, 'PETITIONER_NAME_NEEDED', 'name'],
  ['tomorrow', { receivedOn: '2026-11-24' }, 'RECEIVED_IN_FUTURE', 'receivedOn'],
  ['an order of nobody', { channel: 'SUPERIOR_ASSIGNED' }, 'SENDING_ORGAN_NEEDED', 'superiorFrom'],
  [
    'a report due before receipt',
    { superiorFrom: '市院', reportBackDueOn: '2026-11-01' },
    'REPORT_BACK_BEFORE_RECEIPT',
    'reportBackDueOn',
  ],
  ['hidden characters in the name', { name: '赵\u202E小雨' }, 'TEXT_HAS_HIDDEN_CHARACTERS', 'name'],
  ['hardly a subject', { subject: '诉' }, 'TEXT_TOO_SHORT', 'subject'],
])('%s is refused, and nothing is kept', async (_, form, code, field) => {
  const before = await desk.kept();
  const { errors } = await desk.register(form);
  expect(errors[0].extensions).toMatchObject({ code, details: { field } });
  expect(await desk.kept()).toBe(before);
});

test('the same form handed in twice is one petition, also when both come at once', async () => {
  const idempotencyKey = desk.newKey();
  const before = JSON.parse(await desk.kept())[0].petitions;
  const answers = await Promise.all([1, 2, 3].map(() => desk.register({}, { idempotencyKey })));
  const [first, ...others] = answers.map(({ data }) => data.registerPetition);
  for (const other of others) expect(other).toEqual(first);
  expect(JSON.parse(await desk.kept())[0].petitions - before).toBe(1);
});

test('another form under the same key is a conflict', async () => {
  const idempotencyKey = desk.newKey();
  await desk.register({}, { idempotencyKey });
  const before = await desk.kept();
  const { errors } = await desk.register({ subject: '不服不起诉决定' }, { idempotencyKey });
  expect(errors[0].extensions).toMatchObject({ code: 'REGISTRATION_KEY_REUSED', kind: 'CONFLICT' });
  expect((await desk.register({}, { idempotencyKey: 'short' })).errors[0].extensions.code).toBe(
    'REGISTRATION_KEY_INVALID',
  );
  expect(await desk.kept()).toBe(before);
});

const viewer = (institution: string, roles: Viewer['roles'], departmentIds: string[]) =>
  buildViewer(institution, roles, { staffId: HANDLER_ID, departmentIds });
test.each<[string, Viewer]>([
  ['a handler', viewer(HERE, ['HANDLER'], [NINTH])],
  ['a leader', viewer(HERE, ['LEADER'], [])],
  ['a clerk of another department', viewer(HERE, ['CLERK'], [SECOND])],
  ['a clerk of another institution', viewer(ELSEWHERE, ['CLERK'], [SECOND])],
  ['a system administrator', viewer(HERE, ['SYSTEM_ADMINISTRATOR'], [NINTH])],
  ['an auditor', viewer(HERE, ['AUDITOR'], [NINTH])],
  ['a key', { ...clerk, via: 'API_KEY' }],
])('%s registers nothing and reads no form', async (_, stranger) => {
  const before = await desk.kept();
  expect((await desk.register({}, {}, stranger)).errors[0].extensions.code).toBe('NOT_ALLOWED');
  expect((await desk.check({}, stranger)).errors[0].extensions.code).toBe('NOT_ALLOWED');
  expect(await desk.kept()).toBe(before);
});

test('while it is filled in the form says what is odd, and by when the reply is due', async () => {
  const odd = { idNumber: '110105194912310021', phone: '12345', receivedOn: '2026-11-18', name: '阿卜杜拉•买买提' };
  const { data } = await desk.check(odd);
  expect(data.registrationCheck).toMatchObject({
    registeredLate: true,
    track: 'REAL_NAME',
    trackReason: { zh: '实名来信' },
    proceduralDueOn: '2026-11-25',
    provisional: false,
  });
  expect(data.registrationCheck.remarks).toEqual([
    { field: 'name', level: 'REPAIR', words: { zh: '姓名间隔符改为“·”' } },
    { field: 'idNumber', level: 'WARNING', words: { zh: '身份证号校验码不对，照录，不用于查重' } },
    { field: 'phone', level: 'WARNING', words: { zh: '不像电话号码，照录，请核对' } },
  ]);
  expect((await desk.check({ receivedOn: '2026-11-20', subject: '' })).data.registrationCheck.registeredLate).toBe(
    false,
  );
});

test('the receipt tells the number and the code and no personal data; the label tells the number', async () => {
  const { data } = await desk.register();
  const { petition, queryCode, receiptPath, labelPath } = data.registerPetition;
  const text = async (path: string) => {
    const { body, headers } = await desk.door.files(
      { method: 'GET', path: path.replace('/files/petitions/', '') },
      clerk,
    );
    expect(headers['content-disposition']).toMatch(/^attachment/);
    const pages = await extractText(await getDocumentProxy(new Uint8Array(body)));
    return pages.text.join('').replaceAll(/\s+/g, '');
  };
  const receipt = await text(receiptPath);
  for (const part of [petition.number, `查询码：${queryCode}`, '不服故意伤害案判决', '2026年11月30日']) {
    expect(receipt).toContain(part);
  }
  expect(receipt).not.toContain('赵');
  expect(await text(labelPath)).toContain(petition.number);
  const printed = await desk.rows(`select content from petitions.audit_entry where content like '%PRINT_%'`);
  expect(printed).toHaveLength(2);
  const stranger = viewer(ELSEWHERE, ['CLERK'], [NINTH]);
  expect(
    (await desk.door.files({ method: 'GET', path: `petitions/${petition.id}/receipt.pdf` }, stranger)).status,
  ).toBe(404);
});

test('labels of several letters are one roll; with one of another office among them there is none', async () => {
  const made = [await desk.register(), await desk.register()].map(({ data }) => data.registerPetition.petition);
  const path = `labels/${made.map(({ id }) => id).join(',')}.pdf`;
  const { status, body } = await desk.door.files({ method: 'GET', path }, clerk);
  expect(status).toBe(200);
  const pages = await extractText(await getDocumentProxy(new Uint8Array(body)));
  expect(pages.totalPages).toBe(2);
  for (const [at, { number }] of made.entries()) expect(pages.text[at]?.replaceAll(/\s+/g, '')).toContain(number);
  const stranger = viewer(ELSEWHERE, ['CLERK'], [NINTH]);
  expect((await desk.door.files({ method: 'GET', path }, stranger)).status).toBe(404);
});

test('number and query code together find the petition, apart they find nothing', async () => {
  const { data } = await desk.register();
  const { petition, queryCode } = data.registerPetition;
  const orm = await openDatabase({ url: desk.database.urlOf('petitions'), schema: 'petitions', entities: [Petition] });
  const find = (number: string, code: string, institutionId = HERE) => {
    const variables = { 'app.institution_id': institutionId, 'app.scope': 'INSTITUTION' };
    return inTransaction(
      orm,
      { variables, readOnly: true },
      async (em) => (await petitionByQueryCode({ em, keys: testKeys, institutionId }, number, code))?.id ?? null,
    );
  };
  try {
    expect(await find(petition.number, queryCode.toLowerCase())).toBe(petition.id);
    expect(await find('海检控申〔2026〕00001号', queryCode)).toBeNull();
    expect(await find(petition.number, '0000-0000-0000')).toBeNull();
    expect(await find(petition.number, '不是查询码')).toBeNull();
    expect(await find(petition.number, queryCode, ELSEWHERE)).toBeNull();
  } finally {
    await orm.close(true);
  }
});

test('a repeat joins the matter of the earlier one and keeps a clock of its own', async () => {
  const { data: first } = await desk.register({ receivedOn: '2026-11-02' });
  const earlier = first.registerPetition.petition;
  const { data, errors } = await desk.register({ receivedOn: '2026-11-23' }, { repeatOfId: earlier.id });
  expect(errors).toBeUndefined();
  const { petition } = data.registerPetition;
  expect(petition).toMatchObject({
    repeatOf: { id: earlier.id },
    matter: { id: earlier.matter.id, petitions: [{ id: earlier.id }, { id: petition.id }] },
    proceduralClock: { dueOn: '2026-11-30' },
    substantiveClock: { dueOn: '2027-02-02' },
  });
  const told = await desk.rows(`select kind from petitions.timeline_entry where petition_id = $1`, [earlier.id]);
  expect(told.map(({ kind }) => kind)).toContain('LINKED');
  const nowhere = { repeatOfId: '01900000-0000-7000-8000-0000000000ff' };
  expect((await desk.register({}, nowhere)).errors[0].extensions.code).toBe('PETITION_NOT_FOUND');
});

describe('another system', () => {
  const key: Viewer = { ...clerk, via: 'API_KEY' };
  const takeIn = (idempotencyKey: string, form: Record<string, unknown> = {}, by = key) =>
    desk.ask(
      by,
      'mutation ($input: RegisterPetitionInput!) { takeInPetition(input: $input) { number queryCode receivedOn replyDueOn } }',
      {
        input: { idempotencyKey, form: { ...A_FORM, channel: 'ONLINE', ...form } },
      },
    );

  test('hands an online petition in by key, however often it asks', async () => {
    const idempotencyKey = desk.newKey();
    const before = JSON.parse(await desk.kept())[0].petitions;
    const first = await takeIn(idempotencyKey);
    expect(first.errors).toBeUndefined();
    expect(first.data.takeInPetition).toMatchObject({ receivedOn: '2026-11-23', replyDueOn: '2026-11-30' });
    expect(await takeIn(idempotencyKey)).toEqual(first);
    expect((await takeIn(idempotencyKey, { subject: '不服不起诉决定' })).errors[0].extensions.code).toBe(
      'REGISTRATION_KEY_REUSED',
    );
    expect(JSON.parse(await desk.kept())[0].petitions - before).toBe(1);
  });

  test('hands in nothing but online petitions, and only for the department that takes them', async () => {
    expect((await takeIn(desk.newKey(), { channel: 'VISIT' })).errors[0].extensions.code).toBe('TAKEN_IN_NOT_ONLINE');
    const elsewhere: Viewer = { ...key, departmentIds: [SECOND] };
    expect((await takeIn(desk.newKey(), {}, elsewhere)).errors[0].extensions.code).toBe('NOT_ALLOWED');
    const reporter: Viewer = { ...key, roles: ['REPORTER'] };
    expect((await takeIn(desk.newKey(), {}, reporter)).errors[0].extensions.code).toBe('NOT_ALLOWED');
  });
});
