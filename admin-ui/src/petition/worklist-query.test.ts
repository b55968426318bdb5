import { describe, expect, test } from 'vitest';
import { parseWorklistAddress, withFilter, withoutChip, worklistQuery } from './worklist-query.ts';

const WHOLE = {
  view: 'OVERDUE',
  channels: 'LETTER,VISIT',
  categories: 'REPORT',
  tracks: 'REAL_NAME',
  states: 'DISPOSED',
  departmentId: '01940000-0000-7000-8000-000300000011',
  handlerId: '01940000-0000-7000-8000-000300000012',
  receivedFrom: '2026-01-01',
  receivedTo: '2026-03-31',
  proceduralState: 'OVERDUE',
  substantiveState: 'RUNNING',
  search: '王勤',
  figure: 'RECEIVED',
  figureFrom: '2026-01-01',
  figureTo: '2026-03-31',
  order: 'DUE_FIRST',
  after: 'cursor',
  page: '3',
  columns: 'subject,number,track',
};

describe('the address bar is the state of the list', () => {
  test('what is written there comes back whole', () => {
    expect(worklistQuery(parseWorklistAddress(WHOLE))).toEqual(WHOLE);
  });

  test('an empty address is the first page of everything, and is written as nothing', () => {
    const address = parseWorklistAddress({});
    expect(address).toEqual({ filter: { view: 'ALL' }, order: 'RECEIVED_NEWEST', after: null, page: 1, columns: null });
    expect(worklistQuery(address)).toEqual({});
  });

  test.each([
    [{ view: 'LATE' }],
    [{ channels: 'PIGEON' }],
    [{ receivedFrom: 'yesterday' }],
    [{ departmentId: "1' or 1=1" }],
    [{ order: 'RANDOM' }],
    [{ figure: 'drop table' }],
    [{ search: '   ' }],
  ])('%j is no possible value and is left out', (query) => {
    expect(worklistQuery(parseWorklistAddress(query))).toEqual({});
  });

  test('of several values those that exist stay', () => {
    expect(parseWorklistAddress({ channels: 'PIGEON,VISIT' }).filter.channels).toEqual(['VISIT']);
  });
});

describe('another filter', () => {
  const address = parseWorklistAddress(WHOLE);

  test('begins at the first page', () => {
    expect(withFilter(address, { view: 'MINE' })).toMatchObject({ after: null, page: 1, filter: { view: 'MINE' } });
  });

  test('nothing chosen is no filter', () => {
    expect(withFilter(address, { channels: [] }).filter).not.toHaveProperty('channels');
  });

  test('a figure takes its period along', () => {
    const { filter } = withoutChip(address, 'figure');
    for (const name of ['figure', 'figureFrom', 'figureTo']) expect(filter).not.toHaveProperty(name);
    expect(filter.receivedFrom).toBe('2026-01-01');
  });
});
