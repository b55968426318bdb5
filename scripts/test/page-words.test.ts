import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { keysOf, wordFiles } from './word-files.ts';

const PAGES = fileURLToPath(new URL('../../admin-ui/src/pages/', import.meta.url));
const IMPORT = /(?:from|import\()\s*'(\.[^']+)'/g;
/** With the page, or before a part of it that is fetched when it is opened. */
const MEANT = /(?:definePage\(\{\s*meta:\s*\{\s*words:\s*|loadWords\()\[([^\]]*)\]/g;

const files = wordFiles('zh-CN');

describe.each([...files.keys()])('the words of %s', (name) => {
  test('are the same in English', () => {
    expect(keysOf(wordFiles('en').get(name) ?? {}).sort()).toEqual(keysOf(files.get(name) ?? {}).sort());
  });

  test('stand in no other file', () => {
    const others = [...files].filter(([other]) => other !== name).flatMap(([, words]) => keysOf(words));
    expect(keysOf(files.get(name) ?? {}).filter((key) => others.includes(key))).toEqual([]);
  });
});

describe.each(globSync('**/*.vue', { cwd: PAGES }))('%s', (page) => {
  test('asks for the files its words stand in', () => {
    const text = readFileSync(path.join(PAGES, page), 'utf8');
    const asked = [...text.matchAll(MEANT)].flatMap(([, names = '']) => names.match(/[\w-]+/g) ?? []);
    const missing = [...sectionsUsed(path.join(PAGES, page))].filter(
      (section) => !['core', ...asked].some((name) => files.get(name)?.[section]),
    );
    expect(missing).toEqual([]);
  });
});

test('a word is found where it is used, also in an imported component', () => {
  expect(sectionsUsed(path.join(PAGES, 'hall.vue'))).toContain('stationKind');
});

/** Sections whose keys stand in the file or in anything of ours it imports, as literals or as the begin of one. */
function sectionsUsed(file: string, seen = new Set<string>()): Set<string> {
  const used = new Set<string>();
  if (seen.has(file) || !existsSync(file)) return used;
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const sections = new Set([...files.values()].flatMap(Object.keys));
  for (const [, section = ''] of text.matchAll(/['"`]([a-z]\w+)\./g)) if (sections.has(section)) used.add(section);
  for (const [, imported = ''] of text.matchAll(IMPORT)) {
    for (const section of sectionsUsed(path.join(path.dirname(file), imported), seen)) used.add(section);
  }
  return used;
}
