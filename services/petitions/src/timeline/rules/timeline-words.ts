import type { Phrase } from '../../clock/rules/explanation.ts';
import { type Facts, withFacts } from './fact-words.ts';

/** What may happen to a petition, in the words of its timeline. */
export const TimelineKind = {
  RECEIVED: 'RECEIVED',
  REGISTERED: 'REGISTERED',
  TRIAGED: 'TRIAGED',
  ASSIGNED: 'ASSIGNED',
  ARCHIVE_SEARCHED: 'ARCHIVE_SEARCHED',
  CONTACT_ATTEMPTED: 'CONTACT_ATTEMPTED',
  REPLY_DRAFTED: 'REPLY_DRAFTED',
  REPLY_SUBMITTED: 'REPLY_SUBMITTED',
  REPLY_SENT_BACK: 'REPLY_SENT_BACK',
  REPLY_APPROVED: 'REPLY_APPROVED',
  REPLY_DISPATCHED: 'REPLY_DISPATCHED',
  CLOCK_STARTED: 'CLOCK_STARTED',
  CLOCK_STOPPED: 'CLOCK_STOPPED',
  CLOCK_MOVED: 'CLOCK_MOVED',
  CLOCK_REOPENED: 'CLOCK_REOPENED',
  EXTENSION_REQUESTED: 'EXTENSION_REQUESTED',
  EXTENSION_APPROVED: 'EXTENSION_APPROVED',
  EXTENSION_REFUSED: 'EXTENSION_REFUSED',
  EXTENSION_WITHDRAWN: 'EXTENSION_WITHDRAWN',
  MARKED_URGENT: 'MARKED_URGENT',
  URGENT_HANDLED: 'URGENT_HANDLED',
  TRANSFER_OBJECTED: 'TRANSFER_OBJECTED',
  OBJECTION_ANSWERED: 'OBJECTION_ANSWERED',
  REVEALED: 'REVEALED',
  LINKED: 'LINKED',
  ATTACHED: 'ATTACHED',
  MATERIALS_REQUESTED: 'MATERIALS_REQUESTED',
  MATERIALS_RECEIVED: 'MATERIALS_RECEIVED',
  RECUSED: 'RECUSED',
  RECUSAL_LIFTED: 'RECUSAL_LIFTED',
  ESCALATED: 'ESCALATED',
} as const;
export type TimelineKind = (typeof TimelineKind)[keyof typeof TimelineKind];

const WORDS: Readonly<Record<TimelineKind, Phrase>> = {
  RECEIVED: { zh: '收到', en: 'Received' },
  REGISTERED: { zh: '登记', en: 'Registered' },
  TRIAGED: { zh: '分诊', en: 'Triaged' },
  ASSIGNED: { zh: '分派', en: 'Assigned' },
  ARCHIVE_SEARCHED: { zh: '查档', en: 'Archive searched' },
  CONTACT_ATTEMPTED: { zh: '联系信访人', en: 'Contact attempted' },
  REPLY_DRAFTED: { zh: '拟稿', en: 'Reply drafted' },
  REPLY_SUBMITTED: { zh: '送审', en: 'Reply submitted' },
  REPLY_SENT_BACK: { zh: '退回修改', en: 'Reply sent back' },
  REPLY_APPROVED: { zh: '审批通过', en: 'Reply approved' },
  REPLY_DISPATCHED: { zh: '发出', en: 'Reply dispatched' },
  CLOCK_STARTED: { zh: '期限起算', en: 'Clock started' },
  CLOCK_STOPPED: { zh: '期限完成', en: 'Clock stopped' },
  CLOCK_MOVED: { zh: '期限变动', en: 'Clock moved' },
  CLOCK_REOPENED: { zh: '期限恢复计算', en: 'Clock runs again' },
  EXTENSION_REQUESTED: { zh: '申请延期', en: 'Extension requested' },
  EXTENSION_APPROVED: { zh: '批准延期', en: 'Extension approved' },
  EXTENSION_REFUSED: { zh: '不批准延期', en: 'Extension refused' },
  EXTENSION_WITHDRAWN: { zh: '撤回延期申请', en: 'Extension request withdrawn' },
  MARKED_URGENT: { zh: '标记告急', en: 'Marked urgent' },
  URGENT_HANDLED: { zh: '当日处置', en: 'Handled the same day' },
  TRANSFER_OBJECTED: { zh: '提出误转异议', en: 'Objected to the transfer' },
  OBJECTION_ANSWERED: { zh: '来文机关答复异议', en: 'The sender answered the objection' },
  REVEALED: { zh: '查看个人信息', en: 'Personal data opened' },
  LINKED: { zh: '关联', en: 'Linked' },
  MATERIALS_REQUESTED: { zh: '一次性告知补正材料', en: 'Materials asked for, once and all' },
  MATERIALS_RECEIVED: { zh: '收到补正材料', en: 'Materials received' },
  RECUSED: { zh: '回避', en: 'Recused' },
  RECUSAL_LIFTED: { zh: '解除回避', en: 'Recusal lifted' },
  ATTACHED: { zh: '收到材料', en: 'Papers received' },
  ESCALATED: { zh: '重复来信，前件答复逾期，已提请督办', en: 'Repeated while the answer was late: escalated' },
};

/** What happened, with what of its facts people are told. */
export function timelineWords(kind: TimelineKind, facts: Facts): Phrase {
  return withFacts(WORDS[kind], facts);
}
