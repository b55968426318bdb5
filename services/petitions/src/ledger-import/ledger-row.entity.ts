import { defineEntity, p } from '@mikro-orm/core';
import type { LedgerRowOutcome, Remark } from './rules/remark.ts';

/** What the dry run says of one row. Its words are sealed whole: a cell may have slipped into any column. */
const LedgerRowSchema = defineEntity({
  name: 'LedgerRow',
  tableName: 'ledger_row',
  properties: {
    institutionId: p.uuid().primary(),
    importId: p.uuid().primary(),
    line: p.integer().primary(),
    outcome: p.text().$type<LedgerRowOutcome>(),
    remarks: p.json<readonly Remark[]>(),
    importKey: p.blob(),
    petitionId: p.uuid().nullable(),
    valuesSealed: p.blob(),
  },
});
export class LedgerRow extends LedgerRowSchema.class {}
LedgerRowSchema.setClass(LedgerRow);
