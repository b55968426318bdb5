import { localDate } from '@everyletter/kit/time';
import type { CategoryClock, PolicyPack } from './policy-pack.ts';

/** Off until an office switches one on: whether they bind a reception desk depends on how it divides its work. */
const CATEGORY_CLOCKS: readonly CategoryClock[] = [
  {
    code: 'RIGHTS_OF_DEFENCE',
    categories: ['ACCUSATION'],
    name: { zh: '阻碍行使诉讼权利的书面答复', en: 'Written answer on obstructed procedural rights' },
    period: { amount: 10, unit: 'CALENDAR_DAY' },
    legalBasis: '《人民检察院刑事诉讼规则》（2019）第五十八条：十日以内书面答复',
    confidence: 'CERTAIN',
    enabled: false,
  },
  {
    code: 'UNLAWFUL_ACTS',
    categories: ['STAFF_MISCONDUCT'],
    name: { zh: '对本院违法行为申诉的答复', en: 'Answer on unlawful acts of this office' },
    period: { amount: 15, unit: 'CALENDAR_DAY' },
    legalBasis: '《人民检察院刑事诉讼规则》（2019）第五百五十六条：十五日以内',
    confidence: 'CERTAIN',
    enabled: false,
  },
  {
    code: 'REPORT_NOT_FILED',
    categories: ['REPORT'],
    name: { zh: '实名举报不立案的送达', en: 'Serving the decision not to file a signed report' },
    period: { amount: 15, unit: 'CALENDAR_DAY' },
    legalBasis: '《人民检察院刑事诉讼规则》（2019）第一百七十三条：十五日以内送达',
    confidence: 'CERTAIN',
    enabled: false,
  },
];

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
    URGENT: {
      period: { amount: 0, unit: 'CALENDAR_DAY' },
      legalBasis: '告急信访当日办理（2007年信访工作规定；《信访工作条例》（2022）第二十五条：及时报告）',
      confidence: 'LIKELY',
    },
  },
  categoryClocks: CATEGORY_CLOCKS,
  extension: {
    maxCount: 1,
    maxMonths: 3,
    mustNotify: true,
    legalBasis: '参照《信访工作条例》（2022）第三十四条：可以适当延长，并告知延长理由',
    confidence: 'UNSURE',
  },
  reminders: {
    ownerBefore: 3,
    headBefore: 1,
    deputyAfter: 0,
    chiefAfter: 5,
    silentMinutes: 10,
    legalBasis: '催办惯例：临期提醒承办人，逾期逐级报告',
    confidence: 'LIKELY',
  },
  warnDays: 2,
  unreachable: { attempts: 3, channels: 2, confidence: 'LIKELY' },
  report: { smallestCell: 5, maxPeriodMonths: 120, ageingDays: [7, 30, 60] },
  progressSatisfies: true,
  substantiveAppliesTo: ['ACCEPTED', 'SUPERIOR_ORDER'],
  reveals: { perHour: 60, confidence: 'UNSURE' },
  retention: [
    { categories: ['CRIMINAL_APPEAL', 'STATE_COMPENSATION'], years: 30, confidence: 'LIKELY' },
    { categories: [], years: 10, confidence: 'LIKELY' },
  ],
  hearing: { officersMin: 3, officersMax: 7, noticeDays: 3, confidence: 'LIKELY' },
  publicDesk: { messagesPerDay: 5, confidence: 'UNSURE' },
  intake: {
    registrationLagWorkdays: 1,
    maxRepresentatives: 5,
    trackTargetWorkdays: { CLEAR_NATURE: 1, HARD_TO_CLASSIFY: 3, REAL_NAME: 3, SUPERIOR_ASSIGNED: 1, RESULT_READY: 3 },
    confidence: 'LIKELY',
  },
};
