import type { LedgerRowOutcome } from './remark.ts';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const WORDS: Readonly<Record<LedgerRowOutcome, Words>> = {
  ACCEPTED: { zh: '接收', en: 'Accepted' },
  REPAIRED: { zh: '修正后接收', en: 'Accepted after repair' },
  WARNED: { zh: '接收，请核对', en: 'Accepted, please check' },
  REFUSED: { zh: '拒收', en: 'Refused' },
  ALREADY_IMPORTED: { zh: '已登记过', en: 'Already registered' },
};

/** What the report calls an outcome. */
export function outcomeWords(outcome: LedgerRowOutcome): Words {
  return WORDS[outcome];
}
