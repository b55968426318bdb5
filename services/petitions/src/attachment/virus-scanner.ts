import { spawn } from 'node:child_process';
import { Invalid } from '@everyletter/kit/errors';

/** Looks into a file before it is kept. `name` is shown beside the file, so that nobody believes in a look never taken. */
export interface VirusScanner {
  readonly name: 'NONE' | 'COMMAND';
  /** @throws Invalid `ATTACHMENT_INFECTED`; Error when the scanner itself failed: what was not looked into is not kept */
  assertClean(bytes: Buffer): Promise<void>;
}

/** How long a look may take. Milliseconds; below the time a request has. */
const LOOK_MS = 4000;

const noScanner: VirusScanner = { name: 'NONE', assertClean: () => Promise.resolve() };

/** `command`: reads the file from its input and ends with 0 when it is clean, with 1 when it is not (as clamdscan does). */
export function virusScanner(command: string | undefined): VirusScanner {
  if (!command) return noScanner;
  return {
    name: 'COMMAND',
    async assertClean(bytes) {
      const code = await exitCodeOf(command, bytes);
      if (code === 1) throw new Invalid('ATTACHMENT_INFECTED', { field: 'file' });
      if (code !== 0) throw new Error(`The virus scanner ended with ${code}`);
    },
  };
}

function exitCodeOf(command: string, bytes: Buffer): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, { shell: true, stdio: ['pipe', 'ignore', 'ignore'], timeout: LOOK_MS });
    child.on('error', reject);
    child.on('close', resolve);
    // A scanner may know enough before it has read all of it.
    child.stdin.on('error', () => {});
    child.stdin.end(bytes);
  });
}
