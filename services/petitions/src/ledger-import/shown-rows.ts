import { type Connection, pageSize, toConnection } from '@everyletter/kit/paging';
import type { Context } from '../context.ts';
import { maskName } from '../petitioner/rules/masking.ts';
import type { LedgerImport } from './ledger-import.entity.ts';
import type { LedgerRowType } from './ledger-import.type.ts';
import type { RowPageRequest } from './ledger-imports.repository.ts';
import type { LedgerRow } from './ledger-row.entity.ts';
import { LedgerSeal } from './ledger-seal.ts';
import { columnTitle } from './rules/ledger-column.ts';
import { LedgerRowOutcome, levelOf, type Remark, remarkWords } from './rules/remark.ts';

export interface ShownRow extends LedgerRowType {
  readonly petitionId: string | null;
}

/** A page of rows with what is needed to count them later, when somebody asks. */
export interface ShownRows extends Connection<ShownRow> {
  readonly ledgerImport: LedgerImport;
  readonly outcome: LedgerRowOutcome | null;
}

/** Opened, masked at once, and the clear text dropped. */
export async function showRows(
  ledgerImport: LedgerImport,
  request: RowPageRequest,
  { ledgerImports, options }: Context,
): Promise<ShownRows> {
  const first = pageSize(request.first);
  const rows = await ledgerImports.rows(ledgerImport, request);
  const seal = LedgerSeal.of(ledgerImport, options.keys);
  const shown = rows.map((row) => showRow(row, seal));
  return { ...toConnection(shown, first, ({ line }) => [line]), ledgerImport, outcome: request.outcome };
}

/** Every outcome, also those no row has. */
export async function showCounts({ id }: LedgerImport, { ledgerImports }: Context) {
  const counts = await ledgerImports.counts(id);
  return Object.values(LedgerRowOutcome).map((outcome) => ({ outcome, count: counts.get(outcome) ?? 0 }));
}

export async function countShown({ ledgerImport, outcome }: ShownRows, { ledgerImports }: Context): Promise<number> {
  const counts = await ledgerImports.counts(ledgerImport.id);
  return outcome ? (counts.get(outcome) ?? 0) : [...counts.values()].reduce((sum, count) => sum + count, 0);
}

function showRow({ line, outcome, remarks, petitionId, valuesSealed }: LedgerRow, seal: LedgerSeal): ShownRow {
  const { serial, receivedOn, channel, subject, name } = seal.openRow(line, valuesSealed);
  return {
    line,
    outcome,
    serial,
    receivedOn,
    channel,
    subject,
    petitionerName: name && maskName(name),
    petitionId: petitionId ?? null,
    remarks: remarks.map(showRemark),
  };
}

function showRemark(remark: Remark) {
  const { code, column } = remark;
  return { level: levelOf(remark), code, column: column ? columnTitle(column) : '', words: remarkWords(remark) };
}
