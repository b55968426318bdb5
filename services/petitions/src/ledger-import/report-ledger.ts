import { NotFound, RuleBroken } from '@everyletter/kit/errors';
import type { FileResponse } from '@everyletter/kit/service';
import { stringify } from 'csv-stringify/sync';
import type { Context } from '../context.ts';
import type { ReportedRow } from './ledger-imports.repository.ts';
import { LedgerSeal } from './ledger-seal.ts';
import { columnTitle } from './rules/ledger-column.ts';
import { outcomeWords } from './rules/outcome-words.ts';
import { type Remark, remarkWords } from './rules/remark.ts';

const HEADER = ['行号', '序号', '处理结果', 'Outcome', '说明', 'Remarks', '信访编号'];

/**
 * What became of each row, as CSV that a spreadsheet opens right: UTF-8 with its mark, nothing taken for a formula.
 * @throws NotFound `LEDGER_IMPORT_NOT_FOUND`; RuleBroken `LEDGER_STILL_READING`
 */
export async function reportLedger(importId: string, { ledgerImports, options }: Context): Promise<FileResponse> {
  const ledgerImport = await ledgerImports.find(importId);
  if (!ledgerImport || ledgerImport.state === 'DISCARDED') throw new NotFound('LEDGER_IMPORT_NOT_FOUND');
  if (ledgerImport.state === 'READING') throw new RuleBroken('LEDGER_STILL_READING');
  const seal = LedgerSeal.of(ledgerImport, options.keys);
  const rows = await ledgerImports.reported(ledgerImport);
  const lines = rows.map((row) => lineOf(row, seal.openRow(row.line, row.valuesSealed).serial));
  return {
    status: 200,
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="ledger-report-${importId}.csv"`,
      'cache-control': 'no-store',
    },
    body: Buffer.from(stringify([HEADER, ...lines], { bom: true, escape_formulas: true, record_delimiter: 'windows' })),
  };
}

function lineOf({ line, outcome, remarks, number }: ReportedRow, serial: string | null): (string | number)[] {
  const words = outcomeWords(outcome);
  const zh = remarks.map((remark) => `${place(remark, '：')}${remarkWords(remark).zh}`).join('；');
  const en = remarks.map((remark) => `${place(remark, ': ')}${remarkWords(remark).en}`).join('; ');
  return [line, serial ?? '', words.zh, words.en, zh, en, number ?? ''];
}

function place({ column }: Remark, colon: string): string {
  return column ? `${columnTitle(column)}${colon}` : '';
}
