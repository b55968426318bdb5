import { isLocalDate, type LocalDate } from '@everyletter/kit/time';
import type { IdentityKind } from '../../petition/rules/kinds.ts';
import type { Disposition } from '../../petition/rules/states.ts';
import type { FieldValues } from './letter-text.ts';
import type { FieldSpec, ReplyTemplate, Words } from './reply-template.ts';

/** What a letter is checked against before it may go to its approver. */
export interface CheckedLetter {
  readonly template: ReplyTemplate;
  readonly values: FieldValues;
  readonly body: string;
  readonly officeName: string;
  readonly recipientName: string | null;
  readonly identityKind: IdentityKind;
  readonly disposition: Disposition | null;
  readonly receivedOn: LocalDate;
  readonly today: LocalDate;
  /** A progress answer may not promise the next one later than this. */
  readonly nextAnswerBy: LocalDate | null;
}

export interface ReplyCheck {
  readonly code: string;
  readonly passed: boolean;
  readonly words: Words;
}

interface Check {
  readonly code: string;
  readonly applies: (template: ReplyTemplate) => boolean;
  readonly holds: (letter: CheckedLetter) => boolean;
  readonly passed: Words;
  readonly failed: (letter: CheckedLetter) => Words;
}

const always = () => true;
const has = (key: string) => (template: ReplyTemplate) => template.fields.some((field) => field.key === key);
const say = (zh: string, en: string) => () => ({ zh, en });

/** Words of an inner deliberation: they must not leave the house. Source: practice of the desks; 检察官法 on secrecy. */
const INTERNAL =
  /内部(?:意见|研究|讨论|掌握)|检委会|检察委员会讨论|承办人意见|合议意见|领导(?:批示|意见|指示)|请示|密级|绝密|机密|不得外传|口径/;
const PLACEHOLDER = /\{\{|\}\}|【[^】]*】|[_＿]{2,}|[xXｘＸ×]{3,}|待填|待补充|此处填/;
const LINK = /https?:|www\.|\b[\w-]+\.(?:cn|com|net|org)\b/i;
const ID_NUMBER = /\d{17}[\dXx]/;
const REMEDY = /申诉|复议|复查|复核|起诉|上诉|监督|申请|赔偿|反映/;
const PHONE = /\d[\d\s-]{3,}\d/;
const PERSONS = /[、，,；;及和与]/;

const CHECKS: readonly Check[] = [
  {
    code: 'FIELDS_COMPLETE',
    applies: always,
    holds: ({ template, values }) => missingFields(template, values).length === 0,
    passed: { zh: '必填内容齐全', en: 'All required fields are filled in' },
    failed: ({ template, values }) => {
      const missing = missingFields(template, values);
      return {
        zh: `尚未填写：${missing.map(({ label }) => label.zh).join('、')}`,
        en: `Still empty: ${missing.map(({ label }) => label.en).join(', ')}`,
      };
    },
  },
  {
    code: 'RECIPIENT_PRESENT',
    applies: always,
    holds: ({ recipientName, identityKind }) => recipientName !== null || identityKind !== 'REAL_NAME',
    passed: { zh: '收件人明确', en: 'The recipient is known' },
    failed: say('实名信访没有信访人姓名', 'A real-name petition has no name'),
  },
  {
    code: 'DISPOSITION_MATCHES',
    applies: ({ dispositions }) => dispositions !== null,
    holds: ({ template: { dispositions }, disposition }) =>
      disposition !== null && (dispositions ?? []).includes(disposition),
    passed: { zh: '与处置决定一致', en: 'Agrees with the disposition' },
    failed: say('与分诊作出的处置决定不一致', 'Does not agree with the disposition made at triage'),
  },
  {
    code: 'OFFICE_AND_CONTACT_NAMED',
    applies: always,
    holds: ({ officeName, values: { contactPhone = '' }, body }) =>
      officeName !== '' && PHONE.test(contactPhone) && body.includes(contactPhone.trim()),
    passed: { zh: '写明机关与联系电话', en: 'Names the office and a phone' },
    failed: say('未写明可以拨打的联系电话', 'No phone that can be called'),
  },
  {
    code: 'BASIS_CITED',
    applies: has('basis'),
    holds: ({ values: { basis = '' } }) => /《[^《》]+》/.test(basis),
    passed: { zh: '引用了法律依据', en: 'Cites its legal basis' },
    failed: say('法律依据应写明法律文件名称，用书名号标出', 'Name the law or rule relied on, in 《》'),
  },
  {
    code: 'REMEDY_TOLD',
    applies: has('remedies'),
    holds: ({ values: { remedies = '' } }) => REMEDY.test(remedies),
    passed: { zh: '告知了救济途径', en: 'Tells the remedies still open' },
    failed: say('应告知信访人不服时的救济途径及期限', 'Tell the petitioner how and until when to seek remedy'),
  },
  {
    code: 'NEXT_ANSWER_TOLD',
    applies: has('nextAnswerOn'),
    holds: ({ values: { nextAnswerOn = '' }, today, nextAnswerBy }) =>
      isLocalDate(nextAnswerOn) && nextAnswerOn > today && (nextAnswerBy === null || nextAnswerOn <= nextAnswerBy),
    passed: { zh: '写明了下次答复日期', en: 'Tells when the next answer comes' },
    failed: ({ nextAnswerBy }) => ({
      zh: nextAnswerBy ? `下次答复日期应在今日之后、${nextAnswerBy}之前（含当日）` : '下次答复日期应在今日之后',
      en: nextAnswerBy
        ? `The next answer must come after today and by ${nextAnswerBy}`
        : 'The next answer must come after today',
    }),
  },
  {
    code: 'VISIT_RECORDED',
    applies: has('visitedOn'),
    holds: ({ values: { visitedOn = '', officers = '' }, receivedOn, today }) =>
      isLocalDate(visitedOn) && visitedOn >= receivedOn && visitedOn <= today && PERSONS.test(officers),
    passed: { zh: '登门日期与二名以上人员已写明', en: 'Names the day of the visit and two officers' },
    failed: say(
      '登门日期应在收到之后、今日之前（含当日），登门人员应为二人以上',
      'The visit lies between receipt and today and takes two officers or more',
    ),
  },
  {
    code: 'DAYS_REAL',
    applies: (template) => template.fields.some(({ type }) => type === 'DAY'),
    holds: ({ template, values }) =>
      template.fields.every(({ type, key }) => type !== 'DAY' || !values[key] || isLocalDate(values[key])),
    passed: { zh: '日期均有效', en: 'Every date is real' },
    failed: say('日期应写成 2026-11-23 的形式，且确有其日', 'Write dates as 2026-11-23; the day must exist'),
  },
  {
    code: 'NO_PLACEHOLDER_LEFT',
    applies: always,
    holds: ({ body }) => !PLACEHOLDER.test(body),
    passed: { zh: '没有未填的空白', en: 'No blank is left' },
    failed: say('正文中还有未填的空白或占位符', 'The letter still has blanks or placeholders'),
  },
  {
    code: 'NO_INTERNAL_OPINION',
    applies: always,
    holds: ({ body }) => !INTERNAL.test(body),
    passed: { zh: '未涉及内部意见', en: 'Tells no internal opinion' },
    failed: say('正文含有内部意见或工作秘密用语', 'The letter tells internal opinions or working secrets'),
  },
  {
    code: 'NO_LINK',
    applies: always,
    holds: ({ body }) => !LINK.test(body),
    passed: { zh: '没有网络链接', en: 'Holds no link' },
    failed: say('复函不得含有网络链接，以免被疑为诈骗', 'A letter holds no link, so that nobody takes it for fraud'),
  },
  {
    code: 'NO_ID_NUMBER',
    applies: always,
    holds: ({ body }) => !ID_NUMBER.test(body),
    passed: { zh: '没有身份证号码', en: 'Holds no ID number' },
    failed: say('复函不需要身份证号码，请删去', 'A letter needs no ID number: remove it'),
  },
];

/** Every check that applies to the letter's template, in the order a reviewer reads. */
export function checkReply(letter: CheckedLetter): ReplyCheck[] {
  return CHECKS.filter(({ applies }) => applies(letter.template)).map(({ code, holds, passed, failed }) => {
    const ok = holds(letter);
    return { code, passed: ok, words: ok ? passed : failed(letter) };
  });
}

/** An approved letter passed them all, whatever today would say of it. */
export function checksPassed(template: ReplyTemplate): ReplyCheck[] {
  return CHECKS.filter(({ applies }) => applies(template)).map(({ code, passed }) => ({
    code,
    passed: true,
    words: passed,
  }));
}

export function missingFields({ fields }: ReplyTemplate, values: FieldValues): FieldSpec[] {
  return fields.filter(({ key, required }) => required && !values[key]?.trim());
}
