import { expect, test } from 'vitest';
import { EMPTY_FORM, inputOf, namesIn, newKey } from './registration-form.ts';

test('an anonymous letter takes no name along that was typed before', () => {
  const form = {
    ...EMPTY_FORM,
    identityKind: 'ANONYMOUS' as const,
    name: '王勤',
    idNumber: '1',
    receivedOn: '2026-11-23',
  };
  expect(inputOf('LETTER', form)).toMatchObject({ name: null, idNumber: null });
});

test('only an order from above has a report-back day', () => {
  const form = { ...EMPTY_FORM, superiorFrom: '市院', reportBackDueOn: '2026-12-31' };
  expect(inputOf('SUPERIOR_ASSIGNED', form)).toMatchObject({ superiorFrom: '市院', reportBackDueOn: '2026-12-31' });
  expect(inputOf('TRANSFERRED_IN', form)).toMatchObject({ superiorFrom: '市院', reportBackDueOn: null });
  expect(inputOf('LETTER', form)).toMatchObject({ superiorFrom: null, reportBackDueOn: null });
});

test('representatives stand one a line or with commas, and count only for more than one person', () => {
  expect(namesIn('甲一、乙二\n 丙三，\n')).toEqual(['甲一', '乙二', '丙三']);
  expect(inputOf('VISIT', { ...EMPTY_FORM, representatives: '甲一', peopleCount: '' }).representatives).toEqual([]);
});

test('every form has a key of its own', () => {
  expect(newKey()).toMatch(/^[0-9a-f]{32}$/);
  expect(newKey()).not.toBe(newKey());
});
