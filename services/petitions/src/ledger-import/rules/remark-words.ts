import type { RemarkLevel } from './remark.ts';

interface RemarkEntry {
  readonly level: RemarkLevel;
  /** `{name}` is filled from the remark's facts. */
  readonly zh: string;
  readonly en: string;
}

/**
 * Everything the dry run can say about a row. A repair changed something and says what; a warning keeps the row and asks
 * the clerk to look; a refusal keeps the row out. Facts never hold personal data.
 */
export const REMARKS = {
  SPACES_REMOVED: { level: 'REPAIR', zh: '去掉多余的空格', en: 'Stray spaces were removed' },
  LINE_BREAKS_REMOVED: {
    level: 'REPAIR',
    zh: '单元格内的换行改为空格',
    en: 'Line breaks inside the cell became spaces',
  },
  HIDDEN_CHARACTERS_REMOVED: {
    level: 'REPAIR',
    zh: '去掉 {count} 个看不见的字符',
    en: '{count} invisible characters were removed',
  },
  TEXT_NORMALISED: {
    level: 'REPAIR',
    zh: '同一个字的另一种编码改为标准编码',
    en: 'Characters were brought to their standard form',
  },
  WIDTH_CHANGED: { level: 'REPAIR', zh: '全角字符改为半角', en: 'Full-width characters became half-width' },
  DIGITS_TIDIED: {
    level: 'REPAIR',
    zh: '号码中的空格、短横或小写字母已整理',
    en: 'Spaces, dashes or a small letter in the number were tidied',
  },
  FORMULA_AS_TEXT: {
    level: 'REPAIR',
    zh: '以公式符号开头，按文字保存，不会执行',
    en: 'Begins like a formula: kept as text, never executed',
  },
  PLACEHOLDER_EMPTIED: { level: 'REPAIR', zh: '占位符号按空白处理', en: 'A placeholder was read as empty' },
  TIME_REMOVED: { level: 'REPAIR', zh: '日期后的时刻已去掉', en: 'The time of day after the date was dropped' },
  SERIAL_MISSING: {
    level: 'REPAIR',
    zh: '没有序号，以行号为准',
    en: 'No serial number: the line number stands for it',
  },
  NAME_SEPARATOR_CHANGED: { level: 'REPAIR', zh: '姓名间隔符改为“·”', en: 'The separator in the name became “·”' },
  PHONE_PREFIX_REMOVED: {
    level: 'REPAIR',
    zh: '去掉电话前的国家代码 86',
    en: 'The country code 86 before the number was dropped',
  },
  PEOPLE_COUNT_MISSING: {
    level: 'REPAIR',
    zh: '没有人数，按 {count} 人登记',
    en: 'No number of people: registered as {count}',
  },
  NOTE_KEPT_IN_BODY: { level: 'REPAIR', zh: '备注内容随内容摘要保存', en: 'The note is kept with the summary' },

  ROW_SHORT: {
    level: 'WARNING',
    zh: '本行只有 {cells} 个单元格，表头有 {expected} 个，缺少的按空白处理',
    en: 'Only {cells} cells where the header has {expected}: the missing ones are read as empty',
  },
  SERIAL_REPEATED: { level: 'WARNING', zh: '序号与第 {line} 行相同', en: 'The same serial number as line {line}' },
  CHARACTERS_LOST: {
    level: 'WARNING',
    zh: '有字在导出时已丢失，请对照原件',
    en: 'Characters were lost in the export: compare with the original',
  },
  PRIVATE_USE_CHARACTERS: {
    level: 'WARNING',
    zh: '含自造字，换一台电脑可能显示不出',
    en: 'Has private-use characters that other computers may not show',
  },
  NAME_MISSING: { level: 'WARNING', zh: '没有姓名，按匿名登记', en: 'No name: registered as anonymous' },
  NAME_UNUSUAL: {
    level: 'WARNING',
    zh: '姓名中有不常见的字符，请核对',
    en: 'Unusual characters in the name: please check',
  },
  REAL_NAME_NOT_STATED: {
    level: 'WARNING',
    zh: '没有填是否实名，因有姓名按实名登记',
    en: 'Real name or not is not stated: there is a name, so registered as real-name',
  },
  IDENTITY_TAKEN_AS_ANONYMOUS: {
    level: 'WARNING',
    zh: '填的是实名，姓名却是匿名，按匿名登记，请核对',
    en: 'Stated as real-name, but the name says anonymous: registered as anonymous, please check',
  },
  IDENTITY_TAKEN_AS_PSEUDONYMOUS: {
    level: 'WARNING',
    zh: '填的是非实名，却有姓名，按化名登记，请核对',
    en: 'Stated as not real-name, but there is a name: registered as pseudonymous, please check',
  },
  ID_NUMBER_CHECKSUM_WRONG: {
    level: 'WARNING',
    zh: '身份证号校验码不对，照录，不用于查重',
    en: 'The checksum of the ID number is wrong: kept as written, not used to find duplicates',
  },
  ID_NUMBER_BIRTH_DATE_WRONG: {
    level: 'WARNING',
    zh: '身份证号中的出生日期不成立，照录，不用于查重',
    en: 'The date of birth in the ID number cannot be: kept as written, not used to find duplicates',
  },
  ID_NUMBER_OLD_FORM: {
    level: 'WARNING',
    zh: '15 位旧身份证号，照录，不用于查重',
    en: 'An old ID number of 15 digits: kept as written, not used to find duplicates',
  },
  ID_NUMBER_MALFORMED: {
    level: 'WARNING',
    zh: '不是 18 位身份证号，照录，不用于查重',
    en: 'Not an ID number of 18 digits: kept as written, not used to find duplicates',
  },
  PHONE_MALFORMED: {
    level: 'WARNING',
    zh: '不像电话号码，照录，请核对',
    en: 'Does not look like a phone number: kept as written, please check',
  },
  PHONE_SEVERAL: {
    level: 'WARNING',
    zh: '有多个电话，照录，检索时以第一个为准',
    en: 'Several phone numbers: kept as written, found by the first',
  },
  PEOPLE_COUNT_UNREADABLE: {
    level: 'WARNING',
    zh: '人数读不出来，按 {count} 人登记',
    en: 'The number of people cannot be read: registered as {count}',
  },
  REPRESENTATIVES_TOO_MANY: {
    level: 'WARNING',
    zh: '代表 {named} 人，超过 {max} 人',
    en: '{named} representatives, more than {max}',
  },
  REPRESENTATIVES_COUNT_DIFFERS: {
    level: 'WARNING',
    zh: '人数 {count}，名单却有 {named} 人',
    en: '{count} people, but {named} are named',
  },
  REPRESENTATIVES_MISSING: {
    level: 'WARNING',
    zh: '{count} 人联名，没有写明代表',
    en: 'A joint letter of {count} people names no representative',
  },
  CATEGORY_MISSING: {
    level: 'WARNING',
    zh: '没有诉求类别，按“其他”登记，分流时再定',
    en: 'No category: registered as “other”, to be settled at triage',
  },
  CATEGORY_UNKNOWN: {
    level: 'WARNING',
    zh: '诉求类别不在类别表中，按“其他”登记，分流时再定',
    en: 'The category is not in the list: registered as “other”, to be settled at triage',
  },
  BODY_MISSING: { level: 'WARNING', zh: '没有内容摘要', en: 'No summary of the letter' },
  SUPERIOR_MISSING: {
    level: 'WARNING',
    zh: '有交办期限，没有来源单位，不作为交办件',
    en: 'A report-back date without a superior: not taken as an order from above',
  },
  REPORT_BACK_DATE_UNREADABLE: {
    level: 'WARNING',
    zh: '交办期限读不出来，请补填',
    en: 'The report-back date cannot be read: please fill it in',
  },
  REPORT_BACK_DATE_IMPOSSIBLE: {
    level: 'WARNING',
    zh: '交办期限的这一天不存在，请补填',
    en: 'There is no such day as the report-back date: please fill it in',
  },
  REPORT_BACK_BEFORE_RECEIVED: {
    level: 'WARNING',
    zh: '交办期限早于收件日期',
    en: 'The report-back date is earlier than the day of receipt',
  },
  DUPLICATE_IN_FILE: {
    level: 'WARNING',
    zh: '疑似重复：与第 {line} 行同人同事由',
    en: 'Possible duplicate of line {line}: same person, same subject',
  },
  DUPLICATE_OF_PETITION: {
    level: 'WARNING',
    zh: '疑似重复：与 {number} 同人同事由',
    en: 'Possible duplicate of {number}: same person, same subject',
  },
  DUPLICATE_NOTED: {
    level: 'WARNING',
    zh: '台账注明疑似重复，没有找到前件',
    en: 'The ledger says possible duplicate; no earlier one was found',
  },
  ROW_REPEATED: {
    level: 'WARNING',
    zh: '与第 {line} 行完全相同，不再登记',
    en: 'Identical to line {line}: not registered again',
  },
  ROW_ALREADY_IMPORTED: {
    level: 'WARNING',
    zh: '已登记为 {number}，不再登记',
    en: 'Already registered as {number}: not registered again',
  },

  RECEIVED_DATE_MISSING: { level: 'REFUSAL', zh: '没有收件日期', en: 'No day of receipt' },
  RECEIVED_DATE_UNREADABLE: {
    level: 'REFUSAL',
    zh: '收件日期读不出是哪一天',
    en: 'The day of receipt cannot be read as a day',
  },
  RECEIVED_DATE_IMPOSSIBLE: {
    level: 'REFUSAL',
    zh: '收件日期的这一天不存在',
    en: 'There is no such day as the day of receipt',
  },
  RECEIVED_DATE_YEAR_MISSING: { level: 'REFUSAL', zh: '收件日期没有年份', en: 'The day of receipt has no year' },
  RECEIVED_DATE_IN_FUTURE: {
    level: 'REFUSAL',
    zh: '收件日期晚于今天（{today}）',
    en: 'The day of receipt is later than today ({today})',
  },
  RECEIVED_DATE_TOO_OLD: {
    level: 'REFUSAL',
    zh: '收件日期早于 {earliest}',
    en: 'The day of receipt is earlier than {earliest}',
  },
  CHANNEL_MISSING: { level: 'REFUSAL', zh: '没有渠道', en: 'No channel' },
  CHANNEL_UNKNOWN: { level: 'REFUSAL', zh: '渠道不在渠道表中', en: 'The channel is not in the list' },
  SUBJECT_MISSING: { level: 'REFUSAL', zh: '没有事由', en: 'No subject' },
  TEXT_TOO_LONG: { level: 'REFUSAL', zh: '超过 {max} 个字', en: 'Longer than {max} characters' },
  HIDDEN_CHARACTERS: {
    level: 'REFUSAL',
    zh: '含控制字符或改变文字方向的字符',
    en: 'Has control characters or characters that turn the direction of text',
  },
  TEXT_NOT_UNICODE: { level: 'REFUSAL', zh: '含不完整的字符编码', en: 'Has half of a character' },
  ROW_LONG: {
    level: 'REFUSAL',
    zh: '本行有 {cells} 个单元格，表头只有 {expected} 个，多半是少了引号',
    en: '{cells} cells where the header has {expected}: most likely quotes are missing',
  },
} as const satisfies Record<string, RemarkEntry>;

export type RemarkCode = keyof typeof REMARKS;
