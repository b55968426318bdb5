import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import type { Report } from './saved-reports.ts';

/** A report that every installation has, under a name that no reporter's own can take. */
export interface ExampleReport extends Report {
  readonly words: { readonly zh: string; readonly en: string };
}

/** Files `<name>.graphql` whose first line says what it is: `# 中文 | English`. */
export function readExamples(folder: string): ExampleReport[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .sort()
    .map((file) => {
      const document = readFileSync(path.join(folder, file), 'utf8');
      const [zh = '', en = ''] = document.slice(2, document.indexOf('\n')).split(' | ');
      return { name: path.basename(file, '.graphql'), document, variables: {}, words: { zh, en } };
    });
}
