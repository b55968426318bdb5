import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { composeSchema } from './compose.ts';
import { printSubgraphs } from './print-subgraphs.ts';

/** Prints and composes again and compares: a difference means `npm run schema` was forgotten. */
const committed = new URL('../../schema/', import.meta.url);
const fresh = mkdtempSync(path.join(tmpdir(), 'everyletter-schema-'));
cpSync(committed, fresh, { recursive: true });
const copy = pathToFileURL(`${fresh}/`);
printSubgraphs(copy);
composeSchema(copy);
const stale = readdirSync(committed).filter((file) => read(committed, file) !== read(copy, file));
rmSync(fresh, { recursive: true });
if (stale.length > 0) {
  console.error(`Out of date: schema/${stale.join(', schema/')}. Run \`npm run schema\` and commit the result.`);
  process.exit(1);
}

function read(directory: URL, file: string): string {
  return readFileSync(new URL(file, directory), 'utf8');
}
