import { ConfigError } from '@everyletter/kit/config';
import { prepareHeads } from '../audit/signed-heads.ts';

/**
 * Without a place for the signed ends a cut of the audit would go unseen: refused before anything is served.
 * @throws ConfigError when the file cannot be written
 */
export async function headsFileMustBeWritable(file: string): Promise<void> {
  try {
    await prepareHeads(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new ConfigError([`AUDIT_HEADS_FILE: cannot be written (${code ?? message})`]);
  }
}
