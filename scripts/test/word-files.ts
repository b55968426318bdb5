import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const TEXT = fileURLToPath(new URL('../../admin-ui/src/text/', import.meta.url));

/** Words by their key, e.g. `nav.hall`; nested as they stand in the file. */
export type WordTree = { readonly [key: string]: string | WordTree };

/** The files of a language by name, without their ending. */
export function wordFiles(language: string): ReadonlyMap<string, WordTree> {
  const names = globSync('*.json', { cwd: path.join(TEXT, language) }).sort();
  return new Map(
    names.map((name) => [path.parse(name).name, JSON.parse(readFileSync(path.join(TEXT, language, name), 'utf8'))]),
  );
}

/** Dotted paths of the leaves. */
export function keysOf(words: WordTree, prefix = ''): string[] {
  return Object.entries(words).flatMap(([key, value]) =>
    typeof value === 'string' ? [`${prefix}${key}`] : keysOf(value, `${prefix}${key}.`),
  );
}
