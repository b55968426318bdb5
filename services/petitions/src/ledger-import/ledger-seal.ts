import { type InstitutionKeys, newDataKey, type SealingKey, seal, unseal } from '@everyletter/kit/sealing';
import type { LedgerValues } from './rules/ledger-values.ts';

/** What of an import tells where its key lives. */
interface SealedImport {
  readonly id: string;
  readonly institutionId: string;
  readonly wrappedKey: Uint8Array;
}

/** Seals and opens what belongs to one import, under a key of its own: with the key gone, all of it is. */
export class LedgerSeal {
  private constructor(
    private readonly importId: string,
    private readonly dataKey: SealingKey,
  ) {}

  static fresh(importId: string, institutionId: string, keys: InstitutionKeys) {
    const dataKey = newDataKey();
    return { seal: new LedgerSeal(importId, dataKey), wrappedKey: keys.wrap(dataKey, institutionId, importId) };
  }

  static of({ id, institutionId, wrappedKey }: SealedImport, keys: InstitutionKeys): LedgerSeal {
    return new LedgerSeal(id, keys.unwrap(wrappedKey, institutionId, id));
  }

  sealText(column: 'file_name' | 'content', text: string): Buffer {
    return seal(text, this.dataKey, `ledger_import.${column}:${this.importId}`);
  }

  openText(column: 'file_name' | 'content', sealed: Uint8Array): string {
    return unseal(sealed, this.dataKey, `ledger_import.${column}:${this.importId}`);
  }

  sealRow(line: number, values: LedgerValues): Buffer {
    return seal(JSON.stringify(values), this.dataKey, `ledger_row.values:${this.importId}/${line}`);
  }

  openRow(line: number, sealed: Uint8Array): LedgerValues {
    return JSON.parse(unseal(sealed, this.dataKey, `ledger_row.values:${this.importId}/${line}`)) as LedgerValues;
  }
}
