import { expect, test } from 'vitest';
import { dayText, readLawyerRow, UnknownWord } from './lawyer-columns.ts';

const row = {
  name: '钟听雨',
  firm: '某所',
  licenceNumber: '11101201510123456',
  practisingSince: '2015年7月1日',
  reviews: '2023、2024、2025',
  sponsor: '',
  specialties: '民事、劳动',
  languages: '普通话 英语',
  weeklyCap: '3',
  monthlyCap: '',
};

test('a row says what its cells say, and nothing where they are empty', () => {
  expect(readLawyerRow(row)).toEqual({
    name: '钟听雨',
    licenceNumber: '11101201510123456',
    practisingSince: '2015-07-01',
    passedReviewYears: [2023, 2024, 2025],
    sponsor: undefined,
    specialties: ['CIVIL', 'LABOUR'],
    languages: ['MANDARIN', 'ENGLISH'],
    weeklyCap: 3,
    monthlyCap: undefined,
  });
});

test('a word of no list names its column', () => {
  expect(() => readLawyerRow({ ...row, specialties: '民事、炒股' })).toThrow(UnknownWord);
});

test.each([
  ['2015-7-1', '2015-07-01'],
  ['2015.07.01', '2015-07-01'],
  ['七月', '七月'],
])('%s is read as %s', (cell, day) => {
  expect(dayText(cell)).toBe(day);
});
