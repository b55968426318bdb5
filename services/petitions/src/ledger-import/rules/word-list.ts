import { halfWidth, readCell } from './cell-text.ts';
import type { Category, Channel } from './petition-kinds.ts';
import { isRefused, type Reading } from './remark.ts';

/** Words of the ledgers for our channels. A word that is not here is refused: 微信 is none of the registered channels. */
const CHANNEL_WORDS: Readonly<Record<string, Channel>> = {
  来信: 'LETTER',
  信件: 'LETTER',
  信函: 'LETTER',
  网络: 'ONLINE',
  网上信访: 'ONLINE',
  网络信访: 'ONLINE',
  来访: 'VISIT',
  走访: 'VISIT',
  来电: 'PHONE',
  电话: 'PHONE',
  传真: 'FAX',
  上级交办: 'SUPERIOR_ASSIGNED',
  交办: 'SUPERIOR_ASSIGNED',
  转送: 'TRANSFERRED_IN',
  转来: 'TRANSFERRED_IN',
  其他机关转送: 'TRANSFERRED_IN',
};

const CATEGORY_WORDS: Readonly<Record<string, Category>> = {
  控告: 'ACCUSATION',
  举报: 'REPORT',
  刑事申诉: 'CRIMINAL_APPEAL',
  民事监督: 'CIVIL_SUPERVISION',
  民事申诉: 'CIVIL_SUPERVISION',
  行政监督: 'ADMINISTRATIVE_SUPERVISION',
  行政申诉: 'ADMINISTRATIVE_SUPERVISION',
  国家赔偿: 'STATE_COMPENSATION',
  司法救助: 'JUDICIAL_ASSISTANCE',
  公益诉讼线索: 'PUBLIC_INTEREST_CLUE',
  公益诉讼: 'PUBLIC_INTEREST_CLUE',
  检察人员违纪举报: 'STAFF_MISCONDUCT',
  干警违法违纪举报: 'STAFF_MISCONDUCT',
  意见建议: 'SUGGESTION',
  法律咨询: 'LEGAL_CONSULTATION',
  咨询: 'LEGAL_CONSULTATION',
  其他: 'OTHER',
  其它: 'OTHER',
};

/** A missing or unknown channel refuses the row: nobody may guess how a letter came. */
export function readChannel(written: string): Reading<Channel | null> {
  const { value, remarks } = readWord(written, 'channel');
  const channel = lookUp(CHANNEL_WORDS, value);
  if (channel) return { value: channel, remarks };
  if (isRefused(remarks)) return { value: null, remarks };
  const code = value === '' ? 'CHANNEL_MISSING' : 'CHANNEL_UNKNOWN';
  return { value: null, remarks: [...remarks, { code, column: 'channel' }] };
}

/** A category we do not know does not keep a letter out: it is settled at triage, and the row says so. */
export function readCategory(written: string): Reading<Category> {
  const { value, remarks } = readWord(written, 'category');
  const category = lookUp(CATEGORY_WORDS, value);
  if (category) return { value: category, remarks };
  const code = value === '' ? 'CATEGORY_MISSING' : 'CATEGORY_UNKNOWN';
  return { value: 'OTHER', remarks: [...remarks, { code, column: 'category' }] };
}

/** A ledger's word, without spaces between its characters (`来　信`). */
function readWord(written: string, column: 'channel' | 'category'): Reading<string> {
  const { value, remarks } = halfWidth(readCell(written, column), column);
  const word = value.replaceAll(/\s/gu, '');
  if (word === value) return { value, remarks };
  return { value: word, remarks: [...remarks, { code: 'SPACES_REMOVED', column }] };
}

function lookUp<T>(words: Readonly<Record<string, T>>, word: string): T | undefined {
  return Object.hasOwn(words, word) ? words[word] : undefined;
}
