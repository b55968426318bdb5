import { describe, expect, test } from 'vitest';
import { AcceptanceCheck, acceptanceChecks, checkAcceptance, isRestricted, suggestsLeader } from './acceptance.ts';
import { DISPOSITION_REASONS, dispositionReason, reasonsFor } from './disposition-reasons.ts';
import { Category } from './kinds.ts';
import { Disposition } from './states.ts';

describe('accepting', () => {
  test('an appeal needs all four looked at, and says which is missing', () => {
    expect(acceptanceChecks('CRIMINAL_APPEAL')).toHaveLength(4);
    expect(() => checkAcceptance('CRIMINAL_APPEAL', Object.values(AcceptanceCheck))).not.toThrow();
    expect(() => checkAcceptance('CRIMINAL_APPEAL', ['WITHIN_SCOPE', 'JURISDICTION', 'MATERIALS'])).toThrow(
      expect.objectContaining({
        code: 'ACCEPTANCE_INCOMPLETE',
        details: { field: 'acceptance', missing: ['STANDING'] },
      }),
    );
  });

  test('anybody may report: standing is not asked for', () => {
    expect(acceptanceChecks('REPORT')).toEqual(['WITHIN_SCOPE', 'JURISDICTION']);
  });
});

test.each<[string, Category, string, boolean, boolean]>([
  ['a first criminal appeal', 'CRIMINAL_APPEAL', '不服判决', true, true],
  ['a repeated one', 'CRIMINAL_APPEAL', '不服判决', false, false],
  ['a first claim for state compensation', 'STATE_COMPENSATION', '申请赔偿', true, true],
  ['police that will not file a case', 'ACCUSATION', '控告应当立案而不立案', true, true],
  ['another accusation', 'ACCUSATION', '反映讯问不规范', true, false],
  ['a question', 'LEGAL_CONSULTATION', '咨询立案', true, false],
])('%s: a leader is suggested or not', (_, category, subject, isFirst, expected) => {
  expect(suggestsLeader({ category, subject, isFirst })).toBe(expected);
});

test('accusations and reports are never to reach whom they are about', () => {
  expect(Object.values(Category).filter(isRestricted)).toEqual(['ACCUSATION', 'REPORT', 'STAFF_MISCONDUCT']);
});

describe('reasons', () => {
  test('every disposition but acceptance has one for every category', () => {
    for (const category of Object.values(Category)) {
      const offered = new Set(reasonsFor(category).map(({ disposition }) => disposition));
      for (const disposition of Object.values(Disposition))
        expect(offered.has(disposition)).toBe(disposition !== 'ACCEPTED');
    }
  });

  test('an appeal that is not ours is never passed on to another organ', () => {
    const codes = reasonsFor('CRIMINAL_APPEAL').map(({ code }) => code);
    expect(codes).not.toContain('POLICE');
    expect(() => dispositionReason('POLICE', 'TRANSFERRED', 'CRIMINAL_APPEAL')).toThrow(
      expect.objectContaining({ code: 'TRIAGE_REASON_NOT_FOR_CATEGORY' }),
    );
    expect(dispositionReason('COURT', 'REDIRECTED', 'CRIMINAL_APPEAL').words.zh).toContain('人民法院');
  });

  test('no code is written twice', () => {
    expect(new Set(DISPOSITION_REASONS.map(({ code }) => code)).size).toBe(DISPOSITION_REASONS.length);
  });
});
