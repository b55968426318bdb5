import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { headsFileMustBeWritable } from './heads-file.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'heads-'));

test('a file below a file is refused by the name of the setting', async () => {
  const file = path.join(folder, 'file');
  writeFileSync(file, '');
  await expect(headsFileMustBeWritable(path.join(file, 'heads.jsonl'))).rejects.toThrow('AUDIT_HEADS_FILE');
});

test('what is kept there already stays', async () => {
  const file = path.join(folder, 'deeper', 'heads.jsonl');
  await headsFileMustBeWritable(file);
  writeFileSync(file, 'kept');
  await headsFileMustBeWritable(file);
  expect(readFileSync(file, 'utf8')).toBe('kept');
});
