import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Page } from 'playwright-core';

export interface ChosenFile {
  readonly name: string;
  readonly mimeType: string;
  readonly buffer: Buffer;
}

const DEMO_LEDGER = new URL('../../services/petitions/demo/ledger-2026.csv', import.meta.url);
const LINE_FEED = 0x0a;

/** The untidy ledger of the demonstration as an office has it on its disk: GB18030, 401 rows. */
export const LEDGER = fileURLToPath(DEMO_LEDGER);

/** Its header and the one row that says `words`, in its own encoding. */
export function ledgerRow(words: string): ChosenFile {
  const ledger = readFileSync(DEMO_LEDGER);
  const decoder = new TextDecoder('gb18030');
  const lines: Buffer[] = [];
  for (let from = 0; from < ledger.length; ) {
    const end = ledger.indexOf(LINE_FEED, from);
    const line = ledger.subarray(from, end < 0 ? ledger.length : end + 1);
    if (lines.length === 0 || decoder.decode(line).includes(words)) lines.push(line);
    from += line.length;
  }
  return { name: 'ledger.csv', mimeType: 'text/csv', buffer: Buffer.concat(lines) };
}

export function choose(page: Page, file: string | ChosenFile): Promise<void> {
  return page.locator('input[type=file]').setInputFiles(file);
}
