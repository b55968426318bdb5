import { type AuditEntry, firstBrokenLink } from '@everyletter/kit/audit';
import { buildViewer } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { defaultPack } from '../src/policy-pack/rules/default-pack.ts';
import { aLetter, CLERK_ID, clerk, ELSEWHERE, FOREIGN_ID, HANDLER_ID, HERE, NINTH, SECOND } from './build.ts';
import { Desk, NOBODY } from './desk.ts';

const LIMIT = defaultPack.reveals.perHour;
const desk = new Desk();
let accounts = 0;

beforeAll(() => desk.open());
beforeEach(() => {
  const card = { ...aLetter().card, idNumber: '110105194312287030', representatives: ['黄淼', '吴禛'] };
  return desk.receive({ card });
});
afterAll(() => desk.close());

/** The same person under an account of their own, so that no test uses up another's hour. */
function freshly(viewer: Viewer): Viewer {
  accounts += 1;
  return { ...viewer, accountId: `01900000-0000-7000-8000-${String(accounts).padStart(12, '0')}` };
}

function reveal(viewer: Viewer, change: Record<string, unknown> = {}) {
  const input = { petitionId: desk.letter, fields: ['NAME', 'PHONE'], purpose: 'CONTACT_PETITIONER', ...change };
  return desk.ask(
    viewer,
    `mutation ($input: RevealPetitionerInput!) { revealPetitioner(input: $input) {
      petitionId name idNumber phone address body representatives auditEntryId } }`,
    { input },
  );
}

const traces = () =>
  desk.rows(
    `select (select count(*) from petitions.audit_entry) as audited, (select count(*) from petitions.reveal) as counted,
            (select count(*) from petitions.timeline_entry) as told`,
  );

test('only what was asked for is opened, and the audit and the timeline say so', async () => {
  const viewer = freshly(clerk);
  const { data, errors } = await reveal(viewer, { note: '王勤来电核对' });
  expect(errors).toBeUndefined();
  expect(data.revealPetitioner).toMatchObject({
    petitionId: desk.letter,
    name: '王勤',
    phone: '13900000017',
    idNumber: null,
    address: null,
    body: null,
    representatives: ['黄淼', '吴禛'],
  });
  const [audited] = await desk.rows('select content from petitions.audit_entry where id = $1', [
    data.revealPetitioner.auditEntryId,
  ]);
  expect(JSON.parse(audited.content)).toMatchObject({
    action: 'REVEAL_PETITIONER',
    actorId: viewer.accountId,
    subjectId: desk.letter,
    facts: { purpose: 'CONTACT_PETITIONER', fields: 'NAME PHONE' },
  });
  const { data: page } = await desk.ask(
    clerk,
    `{ petition(id: "${desk.letter}") { timeline { kind actor { id } words { zh en } detail } } }`,
  );
  expect(page.petition.timeline.at(-1)).toEqual({
    kind: 'REVEALED',
    actor: { id: CLERK_ID },
    words: { zh: '查看个人信息：联系信访人', en: 'Personal data opened: to reach the petitioner' },
    detail: '王*来电核对',
  });
});

test('the whole letter opens for whoever reads it', async () => {
  const { data } = await reveal(freshly(clerk), {
    fields: ['BODY', 'ADDRESS', 'ID_NUMBER'],
    purpose: 'READ_THE_LETTER',
  });
  expect(data.revealPetitioner).toMatchObject({
    name: null,
    representatives: [],
    body: '我是一名退休公职人员。',
    address: '北京市海淀区学院路17号院2号楼301室',
    idNumber: '110105194312287030',
  });
});

test('what was revealed is kept nowhere in clear, and the audit’s chain holds', async () => {
  await reveal(freshly(clerk), { note: '王勤来电核对' });
  const kept = JSON.stringify([
    await desk.rows('select t::text from petitions.timeline_entry t'),
    await desk.rows('select r::text from petitions.reveal r'),
    await desk.rows('select content from petitions.audit_entry'),
  ]);
  for (const plain of ['王勤', '13900000017', '学院路', '退休']) {
    expect(kept).not.toContain(plain);
    expect(kept).not.toContain(Buffer.from(plain).toString('hex'));
  }
  const chain: AuditEntry[] = (
    await desk.rows('select * from petitions.audit_entry where institution_id = $1 order by sequence', [HERE])
  ).map((row) => ({
    id: row.id,
    institutionId: row.institution_id,
    sequence: Number(row.sequence),
    content: row.content,
    previousHash: row.previous_hash,
    hash: row.hash,
  }));
  expect(chain.length).toBeGreaterThan(0);
  expect(firstBrokenLink(chain)).toBeNull();
});

test('if the audit cannot be written, nothing is opened', async () => {
  await desk.rows('alter function petitions.append_audit(uuid, uuid, jsonb) rename to append_audit_away');
  try {
    const before = await traces();
    const { data, errors } = await reveal(freshly(clerk));
    expect(data).toBeNull();
    expect(errors[0].extensions.code).toBe('INTERNAL');
    expect(JSON.stringify(errors)).not.toContain('王勤');
    expect(await traces()).toEqual(before);
  } finally {
    await desk.rows('alter function petitions.append_audit_away(uuid, uuid, jsonb) rename to append_audit');
  }
});

describe('an account has its hour:', () => {
  test('one more than the limit is refused and that is written down; an hour later it may again', async () => {
    const viewer = freshly(clerk);
    for (let made = 0; made < LIMIT; made += 1) expect((await reveal(viewer)).errors).toBeUndefined();
    const [before] = await traces();
    const { data, errors } = await reveal(viewer);
    expect(data).toBeNull();
    expect(errors[0].extensions).toMatchObject({
      code: 'REVEAL_LIMIT_REACHED',
      kind: 'RULE_BROKEN',
      details: { perHour: LIMIT },
    });
    const [after] = await traces();
    expect(after).toEqual({ ...before, audited: String(Number(before.audited) + 1) });
    expect((await reveal(freshly(clerk))).errors).toBeUndefined();
    desk.now = new Date(Date.parse(desk.now) + 3_600_001).toISOString();
    expect((await reveal(viewer)).errors).toBeUndefined();
  });

  test('many at once do not slip under it together', async () => {
    const viewer = freshly(clerk);
    await Promise.all(Array.from({ length: LIMIT - 2 }, () => reveal(viewer)));
    const rush = await Promise.all(Array.from({ length: 8 }, () => reveal(viewer)));
    expect(rush.filter(({ errors }) => !errors)).toHaveLength(2);
  });
});

describe('refused without a trace:', () => {
  test.each<[string, Record<string, unknown>, string, string]>([
    ['no field', { fields: [] }, 'REVEAL_FIELDS_INVALID', 'fields'],
    ['a field twice', { fields: ['NAME', 'NAME'] }, 'REVEAL_FIELDS_INVALID', 'fields'],
    ['a note with NUL', { note: '核\u0000对' }, 'TEXT_HAS_NUL', 'note'],
    ['a note with a lone surrogate', { note: '\uD800' }, 'TEXT_NOT_UNICODE', 'note'],
    ['a note that is too long', { note: '核'.repeat(501) }, 'TEXT_TOO_LONG', 'note'],
    ['an unknown petition', { petitionId: NOBODY }, 'PETITION_NOT_FOUND', 'petitionId'],
    ['a petition that is no id', { petitionId: "' or true --" }, 'PETITION_NOT_FOUND', 'petitionId'],
  ])('%s', async (_, change, code, field) => {
    const before = await traces();
    const { data, errors } = await reveal(freshly(clerk), change);
    expect(data).toBeNull();
    expect(errors[0].extensions).toMatchObject({ code, details: { field } });
    expect(await traces()).toEqual(before);
  });

  test('a purpose or field that does not exist', async () => {
    expect((await reveal(clerk, { purpose: 'CURIOSITY' })).errors[0].extensions.kind).toBe('INVALID');
    expect((await reveal(clerk, { fields: ['EVERYTHING'] })).errors[0].extensions.kind).toBe('INVALID');
  });
});

describe('who may, and why', () => {
  const member = (roles: Viewer['roles'], departmentIds: string[], change: Partial<Viewer> = {}) =>
    buildViewer(HERE, roles, { staffId: HANDLER_ID, departmentIds, ...change });
  test.each<[string, Viewer, string, string | null]>([
    ['a handler of the receiving department', member(['HANDLER'], [NINTH]), 'PREPARE_REPLY', null],
    ['a leader reads the letter', member(['LEADER'], []), 'READ_THE_LETTER', null],
    ['a leader does not call', member(['LEADER'], []), 'CONTACT_PETITIONER', 'NOT_ALLOWED'],
    ['a leader supervises', member(['LEADER'], []), 'SUPERVISION', null],
    ['a head supervises', member(['DEPARTMENT_HEAD'], [NINTH]), 'SUPERVISION', null],
    ['a clerk does not supervise', member(['CLERK'], [NINTH]), 'SUPERVISION', 'NOT_ALLOWED'],
    ['another department', member(['HANDLER'], [SECOND]), 'PREPARE_REPLY', 'PETITION_NOT_FOUND'],
    ['no department', member(['CLERK'], []), 'READ_THE_LETTER', 'PETITION_NOT_FOUND'],
    [
      'another institution',
      buildViewer(ELSEWHERE, ['LEADER'], { staffId: FOREIGN_ID }),
      'SUPERVISION',
      'PETITION_NOT_FOUND',
    ],
    ['a key', member(['CLERK'], [NINTH], { via: 'API_KEY' }), 'READ_THE_LETTER', 'NOT_ALLOWED'],
    [
      'an account without a member of staff',
      member(['CLERK'], [NINTH], { staffId: null }),
      'READ_THE_LETTER',
      'NOT_ALLOWED',
    ],
    ['an auditor', member(['AUDITOR'], [NINTH]), 'SUPERVISION', 'NOT_ALLOWED'],
    ['a reporter', member(['REPORTER'], [NINTH]), 'SUPERVISION', 'NOT_ALLOWED'],
    ['a duty lawyer', member(['DUTY_LAWYER'], [NINTH]), 'READ_THE_LETTER', 'NOT_ALLOWED'],
    ['a security administrator', member(['SECURITY_ADMINISTRATOR'], [NINTH]), 'SUPERVISION', 'NOT_ALLOWED'],
  ])('%s', async (_, viewer, purpose, code) => {
    const { errors } = await reveal(freshly(viewer), { purpose, note: '按计划抽查' });
    expect(errors?.[0].extensions.code ?? null).toBe(code);
  });

  test('supervision says what for', async () => {
    const { errors } = await reveal(freshly(member(['LEADER'], [])), { purpose: 'SUPERVISION' });
    expect(errors[0].extensions).toMatchObject({ code: 'REVEAL_NOTE_NEEDED', details: { field: 'note' } });
  });
});
