import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { CLERK_ID } from './build.ts';
import { ContactDesk } from './contact-desk.ts';
import { NOBODY } from './desk.ts';

const desk = new ContactDesk();

beforeAll(() => desk.open());
beforeEach(() => desk.receive());
afterAll(() => desk.close());

test('a search of the archive is kept with its finding; what it names of the petitioner is masked', async () => {
  const { data, errors } = await desk.search();
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
  const before = await desk.traces();
  const { data, errors } = await desk.search(change);
  expect(data).toBeNull();
  expect(errors[0].extensions).toMatchObject({ code, details: { field } });
  expect(await desk.traces()).toBe(before);
});
