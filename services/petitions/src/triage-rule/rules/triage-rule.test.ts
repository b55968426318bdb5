import { describe, expect, test } from 'vitest';
import { checkRules, DEFAULT_RULES, routingOf, type TriageRule } from './triage-rule.ts';

const everything: TriageRule = {
  name: '其余',
  channels: [],
  categories: [],
  identityKinds: [],
  fromSuperior: null,
  track: 'CLEAR_NATURE',
  targetWorkdays: null,
  departmentId: null,
};

test('the table that stands before any is saved may be saved as it is', () => {
  expect(() => checkRules(DEFAULT_RULES.rules)).not.toThrow();
});

test('the first row that fits decides', () => {
  const visits = {
    ...everything,
    name: '来访咨询',
    channels: ['VISIT'],
    categories: ['LEGAL_CONSULTATION'],
    track: 'REAL_NAME',
  } as const;
  const rules = {
    version: 1,
    rules: [visits, { ...visits, name: '后一条', track: 'HARD_TO_CLASSIFY' as const }, everything],
  };
  const arrival = {
    channel: 'VISIT',
    category: 'LEGAL_CONSULTATION',
    identityKind: 'REAL_NAME',
    fromSuperior: false,
  } as const;
  expect(routingOf(rules, arrival)).toMatchObject({ position: 0, rule: { name: '来访咨询' } });
  expect(routingOf(rules, { ...arrival, channel: 'PHONE' }).position).toBe(2);
});

describe('a table is refused', () => {
  test.each<[string, TriageRule[], string]>([
    ['without rows', [], 'TRIAGE_RULES_COUNT_INVALID'],
    ['whose last row leaves something over', [{ ...everything, channels: ['FAX'] }], 'TRIAGE_RULES_LAST_NOT_FOR_ALL'],
    ['with a row nothing reaches', [everything, everything], 'TRIAGE_RULE_NEVER_REACHED'],
    [
      'that takes anybody’s letter for an order',
      [{ ...everything, track: 'SUPERIOR_ASSIGNED' }],
      'TRIAGE_RULE_NEEDS_ORDER',
    ],
    ['with a target of half a day', [{ ...everything, targetWorkdays: 0.5 }], 'TRIAGE_RULE_TARGET_INVALID'],
    ['with a target of two months', [{ ...everything, targetWorkdays: 44 }], 'TRIAGE_RULE_TARGET_INVALID'],
  ])('%s', (_, rules, code) => {
    expect(() => checkRules(rules)).toThrow(expect.objectContaining({ code }));
  });
});
