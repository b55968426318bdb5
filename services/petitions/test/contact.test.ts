import type { Service } from '@everyletter/kit/service';
import { buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { petitionsService } from '../src/service.ts';
import {
  aLetter,
  CLERK_ID,
  clerk,
  ELSEWHERE,
  FOREIGN_ID,
  HANDLER_ID,
  HERE,
  NINTH,
  OFFICER_ID,
  plantTerms,
  register,
  SECOND,
  testKeys,
} from './build.ts';

const NOBODY = '01900000-0000-7000-8000-0000000000ff';
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

const PAGE = `version nextAction { kind dueOn words { zh } }
  archiveSearches { archives yearFrom yearTo finding note searchedOn searchedBy { id } }
  contactAttempts { channel outcome attemptedOn officers { id } minutes record suggestedNext }
  timeline { kind on words { zh } detail }`;

function search(change: Record<string, unknown> = {}, viewer = clerk) {
  const input = {
    petitionId: letter,
    archives: ['诉讼档案', '统一业务应用系统'],
    yearFrom: 1998,
    yearTo: 2006,
    finding: 'NOTHING_FOUND',
    note: '以王勤为名未查到立案材料',
    ...change,
  };
  return ask(
    viewer,
    `mutation ($input: RecordArchiveSearchInput!) { recordArchiveSearch(input: $input) { petition { ${PAGE} } } }`,
    { input },
  );
}

function attempt(change: Record<string, unknown> = {}, viewer = clerk) {
  const input = {
    petitionId: letter,
    channel: 'PHONE',
    outcome: 'NOT_CONNECTED',
    attemptedOn: '2026-11-17',
    officerIds: [CLERK_ID],
    ...change,
  };
  return ask(
    viewer,
    `mutation ($input: RecordContactAttemptInput!) { recordContactAttempt(input: $input) { petition { ${PAGE} } } }`,
    { input },
  );
}

const MESSAGE = { channel: 'MESSAGE', outcome: 'NO_ANSWER', attemptedOn: '2026-11-18' };
const VISIT = {
  channel: 'HOME_VISIT',
  outcome: 'REACHED',
  attemptedOn: '2026-11-20',
  officerIds: [CLERK_ID, OFFICER_ID],
  minutes: 130,
  record: '当面向王勤说明当年只是请其协助调查，未对其立案',
};

async function rows(query: string, values: unknown[] = []) {
  const owner = new pg.Client(database.ownerUrl);
  await owner.connect();
  const result = await owner.query(query, values);
  await owner.end();
  return result.rows;
}

/** Everything a refused mutation might have left behind. */
async function traces(): Promise<string> {
  const found = await rows(
    `select (select count(*) from petitions.archive_search) as searches,
            (select count(*) from petitions.contact_attempt) as attempts,
            (select count(*) from petitions.timeline_entry) as told,
            (select count(*) from petitions.audit_entry) as audited,
            (select p::text from petitions.petition p where p.id = $1) as petition`,
    [letter],
  );
  return JSON.stringify(found);
}

async function unreachableOn(): Promise<string | null> {
  const [row] = await rows('select unreachable_on::text as day from petitions.petition where id = $1', [letter]);
  return row.day;
}

describe('the archive', () => {
  test('a search is kept with its finding; what it names of the petitioner is masked', async () => {
    const { data, errors } = await search();
    expect(errors).toBeUndefined();
    const { petition } = data.recordArchiveSearch;
    expect(petition.archiveSearches).toEqual([
      {
        archives: ['诉讼档案', '统一业务应用系统'],
        yearFrom: 1998,
        yearTo: 2006,
        finding: 'NOTHING_FOUND',
        note: '以王*为名未查到立案材料',
        searchedOn: '2026-11-23',
        searchedBy: { id: CLERK_ID },
      },
    ]);
    expect(petition.timeline.at(-1)).toMatchObject({ kind: 'ARCHIVE_SEARCHED', words: { zh: '查档：未查到' } });
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['no archive', { archives: [] }, 'ARCHIVES_COUNT_INVALID', 'archives'],
    ['more archives than there are', { archives: Array(21).fill('诉讼档案') }, 'ARCHIVES_COUNT_INVALID', 'archives'],
    ['an archive without a name', { archives: ['诉讼档案', ' '] }, 'TEXT_TOO_SHORT', 'archives.1'],
    ['years backwards', { yearFrom: 2006, yearTo: 1998 }, 'YEARS_REVERSED', 'yearTo'],
    ['a year to come', { yearTo: 2027 }, 'YEAR_INVALID', 'yearTo'],
    ['a year before the archives', { yearFrom: 1948 }, 'YEAR_INVALID', 'yearFrom'],
    ['no note', { note: ' \n' }, 'TEXT_TOO_SHORT', 'note'],
    ['a note with NUL', { note: '查\u0000' }, 'TEXT_HAS_NUL', 'note'],
    ['a note with a lone surrogate', { note: '查\uDC00' }, 'TEXT_NOT_UNICODE', 'note'],
    ['an unknown petition', { petitionId: NOBODY }, 'PETITION_NOT_FOUND', 'petitionId'],
  ])('%s is refused and leaves nothing', async (_, change, code, field) => {
    const before = await traces();
    const { data, errors } = await search(change);
    expect(data).toBeNull();
    expect(errors[0].extensions).toMatchObject({ code, details: { field } });
    expect(await traces()).toBe(before);
  });
});

describe('reaching the petitioner', () => {
  test('phone, message, two officers at the door: each says what to try next, and the timeline tells it', async () => {
    expect((await attempt()).data.recordContactAttempt.petition.contactAttempts.at(-1).suggestedNext).toBe('MESSAGE');
    expect((await attempt(MESSAGE)).data.recordContactAttempt.petition.contactAttempts.at(-1).suggestedNext).toBe(
      'LETTER',
    );
    const { data, errors } = await attempt(VISIT);
    expect(errors).toBeUndefined();
    const { petition } = data.recordContactAttempt;
    expect(petition.contactAttempts.map(({ suggestedNext }: { suggestedNext: string }) => suggestedNext)).toEqual([
      'MESSAGE',
      'LETTER',
      null,
    ]);
    expect(petition.contactAttempts.at(-1)).toMatchObject({
      channel: 'HOME_VISIT',
      outcome: 'REACHED',
      attemptedOn: '2026-11-20',
      officers: [{ id: CLERK_ID }, { id: OFFICER_ID }],
      minutes: 130,
      record: '当面向王*说明当年只是请其协助调查，未对其立案',
    });
    expect(petition.timeline.slice(2)).toMatchObject([
      { on: '2026-11-17', words: { zh: '联系信访人：电话，未接通' } },
      { on: '2026-11-18', words: { zh: '联系信访人：短信，无回应' } },
      { on: '2026-11-20', words: { zh: '联系信访人：登门，已联系上' }, detail: petition.contactAttempts[2].record },
    ]);
    expect(await unreachableOn()).toBeNull();
  });

  test('enough attempts over enough channels prove it on that day; reaching them afterwards ends the proof', async () => {
    await attempt();
    await attempt(MESSAGE);
    expect(await unreachableOn()).toBeNull();
    const letterSent = { channel: 'LETTER', outcome: 'NO_ANSWER', attemptedOn: '2026-11-19' };
    const { data } = await attempt(letterSent);
    expect(data.recordContactAttempt.petition.timeline.at(-1).words.zh).toBe(
      '联系信访人：信函，无回应，已证明无法联系',
    );
    expect(await unreachableOn()).toBe('2026-11-19');
    await attempt(VISIT);
    expect(await unreachableOn()).toBeNull();
  });

  test('what was said is sealed, and neither the audit nor the facts repeat it', async () => {
    await search();
    await attempt(VISIT);
    const kept = JSON.stringify([
      await rows('select c::text from petitions.contact_attempt c'),
      await rows('select s::text from petitions.archive_search s'),
      await rows('select t::text from petitions.timeline_entry t'),
      await rows('select content from petitions.audit_entry'),
    ]);
    expect(kept).toContain('RECORD_CONTACT_ATTEMPT');
    for (const plain of ['王勤', '协助调查', '立案材料']) {
      expect(kept).not.toContain(plain);
      expect(kept).not.toContain(Buffer.from(plain).toString('hex'));
    }
  });

  test.each<[string, Record<string, unknown>, string, string]>([
    ['a visit by one', { ...VISIT, officerIds: [CLERK_ID] }, 'OFFICERS_TOO_FEW', 'officerIds'],
    [
      'a visit by the same one twice',
      { ...VISIT, officerIds: [CLERK_ID, CLERK_ID] },
      'OFFICERS_REPEATED',
      'officerIds',
    ],
    ['a visit without a record', { ...VISIT, record: ' ' }, 'RECORD_NEEDED', 'record'],
    ['nobody calling', { officerIds: [] }, 'OFFICERS_TOO_FEW', 'officerIds'],
    ['a crowd', { officerIds: Array.from({ length: 11 }, (_, at) => `${at}`) }, 'OFFICERS_TOO_MANY', 'officerIds'],
    ['an unknown officer', { officerIds: [NOBODY] }, 'STAFF_NOT_FOUND', 'officerIds'],
    ['an officer of another institution', { officerIds: [FOREIGN_ID] }, 'STAFF_NOT_FOUND', 'officerIds'],
    ['an officer that is no id', { officerIds: ['},{'] }, 'STAFF_NOT_FOUND', 'officerIds'],
    ['tomorrow', { attemptedOn: '2026-11-24' }, 'ATTEMPT_IN_FUTURE', 'attemptedOn'],
    ['before it came', { attemptedOn: '2026-11-15' }, 'ATTEMPT_BEFORE_RECEIPT', 'attemptedOn'],
    ['no time at all', { minutes: 0 }, 'MINUTES_INVALID', 'minutes'],
    ['more than a day’s work', { minutes: 481 }, 'MINUTES_INVALID', 'minutes'],
    ['a record with NUL', { record: '说\u0000' }, 'TEXT_HAS_NUL', 'record'],
    ['a record with a lone surrogate', { record: '\uD842' }, 'TEXT_NOT_UNICODE', 'record'],
    ['a record that is too long', { record: '说'.repeat(5001) }, 'TEXT_TOO_LONG', 'record'],
    ['a petition that is no id', { petitionId: '1' }, 'PETITION_NOT_FOUND', 'petitionId'],
  ])('%s is refused and leaves nothing', async (_, change, code, field) => {
    const before = await traces();
    const { data, errors } = await attempt(change);
    expect(data).toBeNull();
    expect(errors[0].extensions).toMatchObject({ code, details: { field } });
    expect(await traces()).toBe(before);
  });

  test('a day that does not exist is refused', async () => {
    expect((await attempt({ attemptedOn: '2026-02-30' })).errors[0].extensions.kind).toBe('INVALID');
  });
});

describe('a stranger', () => {
  const viewer = (institution: string, roles: Viewer['roles'], departmentIds: string[]) =>
    buildViewer(institution, roles, { staffId: HANDLER_ID, departmentIds });
  test.each<[string, Viewer, string]>([
    ['of another institution', viewer(ELSEWHERE, ['HANDLER'], [NINTH]), 'PETITION_NOT_FOUND'],
    ['of another department', viewer(HERE, ['HANDLER'], [SECOND]), 'PETITION_NOT_FOUND'],
    ['of no department', viewer(HERE, ['DEPARTMENT_HEAD'], []), 'PETITION_NOT_FOUND'],
    ['who only looks on, a leader', viewer(HERE, ['LEADER'], []), 'NOT_ALLOWED'],
    ['who mediates', viewer(HERE, ['MEDIATOR'], [NINTH]), 'NOT_ALLOWED'],
    ['who audits', viewer(HERE, ['AUDITOR'], [NINTH]), 'NOT_ALLOWED'],
  ])('%s writes nothing down', async (_, stranger, code) => {
    const before = await traces();
    expect((await search({}, stranger)).errors[0].extensions.code).toBe(code);
    expect((await attempt({}, stranger)).errors[0].extensions.code).toBe(code);
    expect(await traces()).toBe(before);
  });

  test('reads no search and no attempt, by query or by reference', async () => {
    await search();
    await attempt(VISIT);
    const [{ matter_id: matter }] = await rows('select matter_id from petitions.petition where id = $1', [letter]);
    const stranger = viewer(ELSEWHERE, ['LEADER'], []);
    const { data } = await ask(stranger, `{ petition(id: "${letter}") { ${PAGE} } }`);
    expect(data.petition).toBeNull();
    const doors = await ask(
      stranger,
      `{ _entities(representations: [{ __typename: "Petition", id: "${letter}" }, { __typename: "Matter", id: "${matter}" }]) {
        ... on Petition { contactAttempts { record } } ... on Matter { petitions { archiveSearches { note } } } } }`,
    );
    expect(doors.data._entities).toEqual([null, null]);
  });

  test('of the department that handles it reads it all and may write', async () => {
    await search();
    const accept = { petitionId: letter, version: 1, track: 'REAL_NAME', disposition: 'ACCEPTED' };
    await ask(clerk, `mutation ($input: TriagePetitionInput!) { triagePetition(input: $input) { petition { id } } }`, {
      input: { ...accept, handlingDepartmentId: SECOND },
    });
    const handler = viewer(HERE, ['HANDLER'], [SECOND]);
    const { data } = await ask(handler, `{ petition(id: "${letter}") { archiveSearches { note } viewerCanTriage } }`);
    expect(data.petition).toEqual({ archiveSearches: [{ note: '以王*为名未查到立案材料' }], viewerCanTriage: false });
    expect((await attempt({ officerIds: [HANDLER_ID] }, handler)).errors).toBeUndefined();
  });
});

test('what comes next follows the desk: triage, search, reply, and another way when the phone is dead', async () => {
  const next = async () =>
    (await ask(clerk, `{ petition(id: "${letter}") { nextAction { kind dueOn } } }`)).data.petition;
  expect(await next()).toEqual({ nextAction: { kind: 'TRIAGE', dueOn: '2026-11-23' } });
  await ask(clerk, `mutation ($input: TriagePetitionInput!) { triagePetition(input: $input) { petition { id } } }`, {
    input: { petitionId: letter, version: 1, track: 'REAL_NAME', disposition: 'ACCEPTED', handlingDepartmentId: NINTH },
  });
  expect((await next()).nextAction.kind).toBe('ARCHIVE_SEARCH');
  expect((await search()).data.recordArchiveSearch.petition.nextAction.kind).toBe('DRAFT_REPLY');
  expect((await attempt()).data.recordContactAttempt.petition.nextAction.kind).toBe('CONTACT');
  expect((await attempt(VISIT)).data.recordContactAttempt.petition.nextAction.kind).toBe('DRAFT_REPLY');
});

test('a page of the desk asks for what comes next in as many statements as one petition does', async () => {
  await register(
    database,
    Array.from({ length: 20 }, () => aLetter()),
  );
  const query = (first: number) => `{ worklist(first: ${first}) { edges { node { id nextAction { kind }
    clocks { kind dueOn steps { zh } } repeatOf { id } superiorOrder { from } contactAttempts { suggestedNext } } } } }`;
  const one = await database.statementsOf(() => ask(clerk, query(1)));
  const twenty = await database.statementsOf(() => ask(clerk, query(20)));
  expect(twenty).toHaveLength(one.length);
});

test('every clock says how it was counted, and the order from above is one of them', async () => {
  [letter = ''] = await register(database, [
    aLetter({ superiorFrom: '北京市人民检察院', reportBackDueOn: '2026-12-31' as never }),
  ]);
  const { data } = await ask(
    clerk,
    `{ petition(id: "${letter}") { superiorOrder { from reportBackDueOn clock { kind dueOn } }
      clocks { kind state dueOn policyVersion calendarVersion steps { zh en } }
      matter { petitions { id } substantiveClock { dueOn } followUpClock { dueOn } } } }`,
  );
  expect(data.petition.clocks).toMatchObject([
    { kind: 'PROCEDURAL', dueOn: '2026-11-23', policyVersion: '2025.1', calendarVersion: 1 },
    { kind: 'SUBSTANTIVE', dueOn: '2027-02-16', state: 'RUNNING' },
    { kind: 'SUPERIOR_REPORT', dueOn: '2026-12-31' },
  ]);
  expect(data.petition.clocks[0].steps[0].zh).toBe('2026年11月16日收到，次日（2026年11月17日）起算');
  expect(data.petition.clocks[2].steps).toEqual([
    { zh: '上级机关要求于2026年12月31日前报告', en: 'The organ above wants the report by 2026-12-31' },
  ]);
  expect(data.petition.superiorOrder).toEqual({
    from: '北京市人民检察院',
    reportBackDueOn: '2026-12-31',
    clock: { kind: 'SUPERIOR_REPORT', dueOn: '2026-12-31' },
  });
  expect(data.petition.matter).toEqual({
    petitions: [{ id: letter }],
    substantiveClock: { dueOn: '2027-02-16' },
    followUpClock: null,
  });
});
