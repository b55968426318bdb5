import { localDate } from '@everyletter/kit/time';
import type { PolicyPack } from './policy-pack.ts';

/** What a new institution starts with; each number is editable there under four eyes. */
export const defaultPack: PolicyPack = {
  version: '2025.1',
  effectiveFrom: localDate('2025-01-01'),
  clocks: {
    PROCEDURAL: {
      period: { amount: 7, unit: 'CALENDAR_DAY' },
      legalBasis: '《人民检察院刑事诉讼规则》（2019）第一百六十三条：七日以内',
      confidence: 'CERTAIN',
    },
    SUBSTANTIVE: {
      period: { amount: 3, unit: 'MONTH' },
      legalBasis: '《人民检察院刑事诉讼规则》（2019）第一百六十三条：三个月以内答复办理进展情况或者结果',
      confidence: 'CERTAIN',
    },
    FOLLOW_UP: {
      period: { amount: 1, unit: 'MONTH' },
      legalBasis: '最高人民检察院 2023-02-23：三个月未办结的，每月后续答复',
      confidence: 'LIKELY',
    },
    WRONG_TRANSFER_OBJECTION: {
      period: { amount: 5, unit: 'WORKDAY' },
      legalBasis: '《信访工作条例》（2022）第二十三条：五个工作日内提出异议',
      confidence: 'CERTAIN',
    },
  },
  warnDays: 2,
  unreachable: { attempts: 3, channels: 2, confidence: 'LIKELY' },
  report: { smallestCell: 5, maxPeriodMonths: 120, ageingDays: [7, 30, 60] },
  progressSatisfies: true,
  substantiveAppliesTo: ['ACCEPTED', 'SUPERIOR_ORDER'],
  reveals: { perHour: 60, confidence: 'UNSURE' },
  intake: {
    registrationLagWorkdays: 1,
    maxRepresentatives: 5,
    trackTargetWorkdays: { CLEAR_NATURE: 1, HARD_TO_CLASSIFY: 3, REAL_NAME: 3, SUPERIOR_ASSIGNED: 1, RESULT_READY: 3 },
    confidence: 'LIKELY',
  },
};
