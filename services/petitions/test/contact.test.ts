import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CLERK_ID, FOREIGN_ID, OFFICER_ID } from './build.ts';
import { ContactDesk, MESSAGE, VISIT } from './contact-desk.ts';
import { NOBODY } from './desk.ts';

const desk = new ContactDesk();

beforeAll(() => desk.open());
beforeEach(() => desk.receive());
afterAll(() => desk.close());

async function unreachableOn(): Promise<string | null> {
  const [row] = await desk.rows('select unreachable_on::text as day from petitions.petition where id = $1', [
    desk.letter,
  ]);
  return row.day;
}

test('phone, message, two officers at the door: each says what to try next, and the timeline tells it', async () => {
  expect((await desk.attempt()).data.recordContactAttempt.petition.contactAttempts.at(-1).suggestedNext).toBe(
    'MESSAGE',
  );
  expect((await desk.attempt(MESSAGE)).data.recordContactAttempt.petition.contactAttempts.at(-1).suggestedNext).toBe(
    'LETTER',
  );
  const { data, errors } = await desk.attempt(VISIT);
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
  await desk.attempt();
  await desk.attempt(MESSAGE);
  expect(await unreachableOn()).toBeNull();
  const letterSent = { channel: 'LETTER', outcome: 'NO_ANSWER', attemptedOn: '2026-11-19' };
  const { data } = await desk.attempt(letterSent);
  expect(data.recordContactAttempt.petition.timeline.at(-1).words.zh).toBe('联系信访人：信函，无回应，已证明无法联系');
  expect(await unreachableOn()).toBe('2026-11-19');
  await desk.attempt(VISIT);
  expect(await unreachableOn()).toBeNull();
});

test('what was said is sealed, and neither the audit nor the facts repeat it', async () => {
  await desk.search();
  await desk.attempt(VISIT);
  const kept = JSON.stringify([
    await desk.rows('select c::text from petitions.contact_attempt c'),
    await desk.rows('select s::text from petitions.archive_search s'),
    await desk.rows('select t::text from petitions.timeline_entry t'),
    await desk.rows('select content from petitions.audit_entry'),
  ]);
  expect(kept).toContain('RECORD_CONTACT_ATTEMPT');
  for (const plain of ['王勤', '协助调查', '立案材料']) {
    expect(kept).not.toContain(plain);
    expect(kept).not.toContain(Buffer.from(plain).toString('hex'));
  }
});

test.each<[string, Record<string, unknown>, string, string]>([
  ['a visit by one', { ...VISIT, officerIds: [CLERK_ID] }, 'OFFICERS_TOO_FEW', 'officerIds'],
  ['a visit by the same one twice', { ...VISIT, officerIds: [CLERK_ID, CLERK_ID] }, 'OFFICERS_REPEATED', 'officerIds'],
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
  const before = await desk.traces();
  const { data, errors } = await desk.attempt(change);
  expect(data).toBeNull();
  expect(errors[0].extensions).toMatchObject({ code, details: { field } });
  expect(await desk.traces()).toBe(before);
});

test('a day that does not exist is refused', async () => {
  expect((await desk.attempt({ attemptedOn: '2026-02-30' })).errors[0].extensions.kind).toBe('INVALID');
});
