import { RuleBroken } from '@everyletter/kit/errors';
import { defineEntity, p } from '@mikro-orm/core';

export const LedgerImportState = {
  READING: 'READING',
  READY: 'READY',
  APPLYING: 'APPLYING',
  APPLIED: 'APPLIED',
  DISCARDED: 'DISCARDED',
  FAILED: 'FAILED',
} as const;
export type LedgerImportState = (typeof LedgerImportState)[keyof typeof LedgerImportState];

/** How often a step is tried before the import is given up in sight of everybody. */
const MAX_ATTEMPTS = 5;

/** A ledger handed in as a file. What is READING or APPLYING is gone on with by its job, whoever stopped. */
const LedgerImportSchema = defineEntity({
  name: 'LedgerImport',
  tableName: 'ledger_import',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    departmentId: p.uuid(),
    createdById: p.uuid(),
    createdAt: p.datetime(),
    appliedById: p.uuid().nullable(),
    encoding: p.text(),
    state: p.text().$type<LedgerImportState>(),
    totalRows: p.integer(),
    doneRows: p.integer(),
    appliedRows: p.integer(),
    attempts: p.integer(),
    failureCode: p.text().nullable(),
    version: p.integer().version(),
    wrappedKey: p.blob(),
    fileNameSealed: p.blob(),
    contentSealed: p.blob().nullable().lazy(),
  },
});
export class LedgerImport extends LedgerImportSchema.class {
  isUnfinished(): boolean {
    return this.state === 'READING' || this.state === 'APPLYING';
  }

  /** Rows of the dry run were kept; after the last one the file itself goes. */
  noteRead(rows: number): void {
    this.attempts = 0;
    this.doneRows += rows;
    if (this.doneRows < this.totalRows) return;
    this.state = 'READY';
    this.contentSealed = null;
  }

  /**
   * To apply twice is to apply once.
   * @throws RuleBroken `LEDGER_STILL_READING`, `LEDGER_DISCARDED`, `LEDGER_FAILED`
   */
  startApplying(staffId: string): void {
    if (this.state === 'APPLYING' || this.state === 'APPLIED') return;
    if (this.state === 'READING') throw new RuleBroken('LEDGER_STILL_READING', { field: 'importId' });
    if (this.state !== 'READY') throw new RuleBroken(`LEDGER_${this.state}`, { field: 'importId' });
    this.state = 'APPLYING';
    this.appliedById = staffId;
  }

  noteApplied(rows: number, isLast: boolean): void {
    this.attempts = 0;
    this.appliedRows += rows;
    if (isLast) this.state = 'APPLIED';
  }

  /** @throws RuleBroken `LEDGER_ALREADY_APPLIED`: registered petitions are not taken back with their ledger */
  discard(): void {
    const isApplied = this.state === 'APPLYING' || this.state === 'APPLIED' || this.appliedRows > 0;
    if (isApplied) throw new RuleBroken('LEDGER_ALREADY_APPLIED', { field: 'importId' });
    this.state = 'DISCARDED';
    this.contentSealed = null;
  }

  noteFailure(code: string): void {
    this.attempts += 1;
    if (this.attempts < MAX_ATTEMPTS) return;
    this.state = 'FAILED';
    this.failureCode = code;
  }
}
LedgerImportSchema.setClass(LedgerImport);
