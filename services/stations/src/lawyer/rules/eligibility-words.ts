import type { EligibilityCheck } from './eligibility.ts';

/** Why a rule is passed or not, for the administrator. */
export function eligibilityWords(check: EligibilityCheck): { readonly zh: string; readonly en: string } {
  switch (check.rule) {
    case 'PRACTICE':
      return {
        zh: `执业 ${check.years} 年，要求至少 ${check.min} 年`,
        en: `${check.years} years of practice; at least ${check.min} are asked for`,
      };
    case 'REVIEWS':
      return check.passed
        ? {
            zh: `最近 ${check.reviews} 次年度考核均称职`,
            en: `The last ${check.reviews} annual reviews were passed`,
          }
        : {
            zh: `缺 ${check.missing.join('、')} 年度考核称职的记录`,
            en: `No passed annual review on record for ${check.missing.join(', ')}`,
          };
    case 'DISCIPLINE':
      return check.on === null
        ? { zh: '没有受处罚或惩戒的记录', en: 'No discipline on record' }
        : {
            zh: `${check.on} 受过处罚或惩戒，满 ${check.years} 年后不再计`,
            en: `Disciplined on ${check.on}; it no longer counts after ${check.years} years`,
          };
  }
}
