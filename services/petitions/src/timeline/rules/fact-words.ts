import type { Phrase } from '../../clock/rules/explanation.ts';

/** Codes, ids, dates and counts kept with a timeline entry. */
export type Facts = Readonly<Record<string, string | number | boolean | null>>;

/** Facts that are told beside the heading, in this order; the others are for programs. */
const TOLD: Readonly<Record<string, Readonly<Record<string, Phrase>>>> = {
  disposition: {
    ACCEPTED: { zh: '受理', en: 'accepted' },
    TRANSFERRED: { zh: '转送', en: 'transferred' },
    ASSIGNED_DOWN: { zh: '交办', en: 'assigned with report-back' },
    DECLINED: { zh: '不予受理', en: 'declined' },
    REDIRECTED: { zh: '告知', en: 'redirected' },
    FILED: { zh: '存查', en: 'filed without action' },
  },
  finding: {
    NOTHING_FOUND: { zh: '未查到', en: 'nothing found' },
    FOUND: { zh: '已查到', en: 'found' },
  },
  channel: {
    PHONE: { zh: '电话', en: 'by phone' },
    MESSAGE: { zh: '短信', en: 'by message' },
    LETTER: { zh: '信函', en: 'by letter' },
    HOME_VISIT: { zh: '登门', en: 'home visit' },
  },
  outcome: {
    REACHED: { zh: '已联系上', en: 'reached' },
    NOT_CONNECTED: { zh: '未接通', en: 'not connected' },
    NO_ANSWER: { zh: '无回应', en: 'no answer' },
    WRONG_CONTACT: { zh: '联系方式有误', en: 'wrong contact' },
    REFUSED: { zh: '拒绝交流', en: 'would not speak' },
  },
  agreed: { true: { zh: '同意', en: 'agreed' }, false: { zh: '不同意', en: 'refused' } },
  unreachable: { true: { zh: '已证明无法联系', en: 'proven unreachable' } },
  recipient: {
    PETITIONER: { zh: '信访人', en: 'the petitioner' },
    REPRESENTATIVE: { zh: '代表人', en: 'a representative' },
    LAWYER: { zh: '律师', en: 'a lawyer' },
    FORWARDER: { zh: '转交人', en: 'a forwarder' },
  },
  hearing: {
    STANDARD: { zh: '公开听证', en: 'public hearing' },
    SIMPLE: { zh: '简易听证', en: 'simple hearing' },
    ON_SITE: { zh: '上门听证', en: 'on-site hearing' },
    ONLINE: { zh: '网上听证', en: 'online hearing' },
  },
  heard: {
    SUPPORTED: { zh: '多数意见支持', en: 'the majority supports it' },
    PARTLY_SUPPORTED: { zh: '多数意见部分支持', en: 'the majority supports it in part' },
    NOT_SUPPORTED: { zh: '多数意见不支持', en: 'the majority does not support it' },
    SETTLED: { zh: '当场化解', en: 'settled there' },
  },
  report: {
    INTERIM: { zh: '阶段报告', en: 'interim report' },
    CONCLUSION: { zh: '办结报告', en: 'conclusion report' },
  },
  delivery: {
    RETURNED: { zh: '邮件退回', en: 'returned by post' },
    FAILED: { zh: '未送达', en: 'not delivered' },
  },
  kind: {
    PROCEDURAL: { zh: '程序性回复', en: 'procedural reply' },
    PROGRESS: { zh: '办理进展答复', en: 'progress answer' },
    RESULT: { zh: '办理结果答复', en: 'result answer' },
    EXTENSION: { zh: '延期告知', en: 'notice of the extension' },
  },
  clock: {
    PROCEDURAL: { zh: '程序性回复期限', en: 'procedural clock' },
    SUBSTANTIVE: { zh: '实体性答复期限', en: 'substantive clock' },
    FOLLOW_UP: { zh: '每月后续答复期限', en: 'follow-up clock' },
    SUPERIOR_REPORT: { zh: '上级交办报告期限', en: 'report to the organ above' },
    WRONG_TRANSFER_OBJECTION: { zh: '误转异议期限', en: 'wrong-transfer objection' },
    URGENT: { zh: '告急当日办理', en: 'urgent, same day' },
    CATEGORY: { zh: '专项期限', en: 'clock of its category' },
  },
  change: {
    WITHDRAWN: { zh: '不再计算', en: 'no longer counted' },
    EXTENDED: { zh: '经批准延长', en: 'extended with approval' },
    RECOUNTED: { zh: '重新计算', en: 'counted again' },
  },
  mediation: {
    CONSENTED: { zh: '双方同意，已转出', en: 'both consented, referred' },
    ACCEPTED: { zh: '已受理', en: 'accepted' },
    AGREED: { zh: '已达成协议', en: 'agreed' },
    PERFORMED: { zh: '协议已履行', en: 'performed' },
    FAILED: { zh: '未达成协议', en: 'no agreement' },
    BREACHED: { zh: '协议未履行', en: 'not performed' },
    DECLINED: { zh: '合作组织未受理', en: 'declined by the partner' },
    EXPIRED: { zh: '合作组织逾期未答复', en: 'not answered by the partner' },
    REFUSED: { zh: '当事人不同意', en: 'a party refused' },
    WITHDRAWN: { zh: '当事人退出', en: 'a party withdrew' },
    CANCELLED: { zh: '已撤回', en: 'taken back' },
  },
  purpose: {
    READ_THE_LETTER: { zh: '阅信', en: 'to read the letter' },
    CONTACT_PETITIONER: { zh: '联系信访人', en: 'to reach the petitioner' },
    VERIFY_IDENTITY: { zh: '核实身份', en: 'to verify identity' },
    PREPARE_REPLY: { zh: '准备回复', en: 'to prepare the reply' },
    SUPERVISION: { zh: '监督检查', en: 'for supervision' },
  },
};

/** `heading` with what the facts add: 分诊：受理 / Triaged: accepted. */
export function withFacts(heading: Phrase, facts: Facts): Phrase {
  const told = [
    ...Object.entries(TOLD).flatMap(([fact, words]) => words[String(facts[fact])] ?? []),
    ...movement(facts),
    ...length(facts),
  ];
  if (told.length === 0) return heading;
  return {
    zh: `${heading.zh}：${told.map(({ zh }) => zh).join('，')}`,
    en: `${heading.en}: ${told.map(({ en }) => en).join(', ')}`,
  };
}

/** Of an extension. */
function length({ months }: Facts): Phrase[] {
  return months ? [{ zh: `${months}个月`, en: `${months} month${months === 1 ? '' : 's'}` }] : [];
}

/** The day a clock had, and the one it has. */
function movement({ change, from = null, dueOn = null }: Facts): Phrase[] {
  if (change === undefined || change === 'STOPPED' || !dueOn) return [];
  if (from && from !== dueOn) return [{ zh: `由${from}改为${dueOn}`, en: `${from} became ${dueOn}` }];
  return [{ zh: `${dueOn}到期`, en: `due ${dueOn}` }];
}
