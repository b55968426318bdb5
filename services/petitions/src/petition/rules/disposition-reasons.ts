import { RuleBroken } from '@everyletter/kit/errors';
import { Category } from './kinds.ts';
import { Disposition } from './states.ts';

/** A reason of the desk; `categories` null: for every one. */
export interface DispositionReason {
  readonly code: string;
  readonly disposition: Disposition;
  readonly categories: readonly Category[] | null;
  readonly words: { readonly zh: string; readonly en: string };
}

const { CRIMINAL_APPEAL, CIVIL_SUPERVISION, ADMINISTRATIVE_SUPERVISION, STATE_COMPENSATION } = Category;
const APPEALS = [CRIMINAL_APPEAL, CIVIL_SUPERVISION, ADMINISTRATIVE_SUPERVISION, STATE_COMPENSATION] as const;
const { ACCUSATION, REPORT, STAFF_MISCONDUCT, PUBLIC_INTEREST_CLUE, SUGGESTION, OTHER } = Category;
const SUPERVISION = [CIVIL_SUPERVISION, ADMINISTRATIVE_SUPERVISION] as const;
/** What may be passed on; of an appeal that is not ours the appellant is told where to go. Source: 刑事诉讼规则 161. */
const PASSED_ON = Object.values(Category).filter((category) => !(APPEALS as readonly Category[]).includes(category));

const reason = (
  disposition: Disposition,
  code: string,
  categories: readonly Category[] | null,
  [zh, en]: readonly [string, string],
): DispositionReason => ({ code, disposition, categories, words: { zh, en } });

const { DECLINED, TRANSFERRED, ASSIGNED_DOWN, REDIRECTED, FILED } = Disposition;

export const DISPOSITION_REASONS: readonly DispositionReason[] = [
  reason(DECLINED, 'OUT_OF_SCOPE', null, ['不属于检察机关受理范围', 'Not for a procuratorate to take']),
  reason(DECLINED, 'NOT_OUR_JURISDICTION', APPEALS, ['不属于本院管辖', 'Not of our jurisdiction']),
  reason(DECLINED, 'NO_STANDING', APPEALS, ['申诉人不是当事人、法定代理人或者近亲属', 'The appellant has no standing']),
  reason(DECLINED, 'MATERIALS_NOT_SUPPLIED', APPEALS, ['经一次性告知仍未补正材料', 'The papers asked for never came']),
  reason(DECLINED, 'COURT_FIRST', SUPERVISION, ['未先向人民法院申请再审', 'No retrial was asked of the court first']),
  reason(DECLINED, 'CONCLUDED', APPEALS, ['已经依法审查终结，没有新的事实和理由', 'Concluded by law, and nothing new']),
  reason(DECLINED, 'IN_HAND_BELOW', null, ['同一事项下级机关正在期限内办理', 'In hand below, within its time limit']),
  reason(TRANSFERRED, 'OTHER_PROCURATORATE', null, ['属于其他检察院管辖', 'Another procuratorate’s jurisdiction']),
  reason(TRANSFERRED, 'POLICE', PASSED_ON, ['属于公安机关职责', 'The police’s duty']),
  reason(
    TRANSFERRED,
    'SUPERVISORY_COMMISSION',
    [ACCUSATION, REPORT, STAFF_MISCONDUCT],
    ['属于监察机关职责', 'The supervisory commission’s duty'],
  ),
  reason(
    TRANSFERRED,
    'ADMINISTRATION',
    [REPORT, PUBLIC_INTEREST_CLUE, SUGGESTION, OTHER],
    ['属于行政机关职责', 'An administrative organ’s duty'],
  ),
  reason(ASSIGNED_DOWN, 'LOWER_JURISDICTION', null, [
    '属于下级检察院管辖，要求报告结果',
    'A lower procuratorate’s, with report-back',
  ]),
  reason(ASSIGNED_DOWN, 'LOWER_LATE', null, [
    '下级检察院逾三个月未办结，再次交办',
    'A lower one has had it over three months',
  ]),
  reason(REDIRECTED, 'COURT', null, ['应当向人民法院提出', 'To be brought before the court']),
  reason(REDIRECTED, 'PETITION_OFFICE', null, [
    '应当向信访部门或者行政机关提出',
    'To be brought to the petition office or the administration',
  ]),
  reason(REDIRECTED, 'OTHER_PROCURATORATE_TOLD', APPEALS, [
    '应当向有管辖权的检察院申诉',
    'To be brought to the competent procuratorate',
  ]),
  reason(REDIRECTED, 'LEGAL_AID', null, ['建议向法律援助机构求助', 'Legal aid can help']),
  reason(
    FILED,
    'NO_CLUE',
    [ACCUSATION, REPORT, STAFF_MISCONDUCT, PUBLIC_INTEREST_CLUE, OTHER],
    ['匿名且没有可查的线索', 'Unsigned, and nothing that can be looked into'],
  ),
  reason(FILED, 'REPEAT_ANSWERED', null, [
    '重复来信，已经答复，没有新的事实和理由',
    'A repeat of what was answered, and nothing new',
  ]),
  reason(FILED, 'NOTED', [SUGGESTION, OTHER], ['意见建议已记录，供工作参考', 'The suggestion is noted']),
  reason(FILED, 'NO_REQUEST', null, ['没有具体诉求', 'No request in it']),
];

export function reasonsFor(category: Category): readonly DispositionReason[] {
  return DISPOSITION_REASONS.filter(({ categories }) => categories === null || categories.includes(category));
}

/** @throws RuleBroken `TRIAGE_REASON_NOT_FOR_CATEGORY` */
export function dispositionReason(code: string, disposition: Disposition, category: Category): DispositionReason {
  const found = reasonsFor(category).find((one) => one.code === code && one.disposition === disposition);
  if (!found) throw new RuleBroken('TRIAGE_REASON_NOT_FOR_CATEGORY', { field: 'reasonCode', disposition, category });
  return found;
}
