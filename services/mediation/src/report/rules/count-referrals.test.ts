import { expect, test } from 'vitest';
import { countOf, type ReferralFact } from './count-referrals.ts';
import { FIGURES, type FigureCode } from './figures.ts';

const fact: ReferralFact = {
  organisationId: 'o',
  field: 'LABOUR',
  state: 'ACCEPTED',
  acceptedOn: '2026-11-01',
  endsOn: '2026-12-01',
  effectiveOn: null,
  confirmedOn: null,
  consentRefused: false,
};

test.each<[string, Partial<ReferralFact>, FigureCode[]]>([
  ['is being mediated', {}, ['REFERRED', 'ACCEPTED']],
  [
    'a party refused',
    { acceptedOn: null, endsOn: null, state: 'REFUSED', consentRefused: true },
    ['REFERRED', 'CONSENT_REFUSED'],
  ],
  [
    'was agreed on the last day',
    { effectiveOn: '2026-12-01', state: 'AGREED' },
    ['REFERRED', 'ACCEPTED', 'IN_TIME', 'AGREED'],
  ],
  ['was agreed a day late', { effectiveOn: '2026-12-02', state: 'AGREED' }, ['REFERRED', 'ACCEPTED', 'AGREED']],
  [
    'was performed and confirmed',
    { effectiveOn: '2026-11-20', confirmedOn: '2026-12-10', state: 'PERFORMED' },
    ['REFERRED', 'ACCEPTED', 'IN_TIME', 'AGREED', 'PERFORMED', 'CONFIRMED'],
  ],
  ['a party withdrew from', { state: 'WITHDRAWN' }, ['REFERRED', 'ACCEPTED', 'WITHDRAWN']],
])('what %s counts where its definition says', (_, change, counted) => {
  const all = FIGURES.map(({ code }) => code).filter((code) => countOf(code, [{ ...fact, ...change }]) === 1);
  expect([...all].sort()).toEqual([...counted].sort());
});
