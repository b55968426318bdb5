import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';

/** Kilobytes after gzip, as ui budgets are given. */
const FIRST_ROUTE = 140;
const OTHER_ROUTE = 45;
const CHARTS = 200;
const STYLES = 15;

interface Chunk {
  readonly file: string;
  readonly src?: string;
  readonly isEntry?: boolean;
  readonly imports?: readonly string[];
  readonly dynamicImports?: readonly string[];
  readonly css?: readonly string[];
}

const DIST = fileURLToPath(new URL('../dist', import.meta.url));
const manifest: Readonly<Record<string, Chunk>> = JSON.parse(
  readFileSync(path.join(DIST, '.vite/manifest.json'), 'utf8'),
);
const kilobytes = (files: Iterable<string>) =>
  [...files].reduce((sum, file) => sum + gzipSync(readFileSync(path.join(DIST, file))).length, 0) / 1024;

/** What the browser must have before `keys` can run: they and everything they import, not what they may load later. */
function needs(...keys: readonly string[]): { scripts: Set<string>; styles: Set<string> } {
  const seen = new Set<string>();
  const scripts = new Set<string>();
  const styles = new Set<string>();
  const walk = (key: string) => {
    const chunk = manifest[key];
    if (!chunk || seen.has(key)) return;
    seen.add(key);
    scripts.add(chunk.file);
    for (const file of chunk.css ?? []) styles.add(file);
    for (const imported of chunk.imports ?? []) walk(imported);
  };
  for (const key of keys) walk(key);
  return { scripts, styles };
}

const entry = Object.keys(manifest).find((key) => manifest[key]?.isEntry) ?? '';
const routes = Object.keys(manifest).filter((key) => key.startsWith('src/pages/'));
const first = needs(entry, 'src/pages/index.vue');
const charts = Object.keys(manifest).find((key) => /report\/\w*Chart\w*\.vue$/.test(key)) ?? '';

test('the worklist is the first route and there are others', () => {
  expect(routes).toContain('src/pages/index.vue');
  expect(routes.length).toBeGreaterThan(3);
});

test(`the first route takes at most ${FIRST_ROUTE} KB of script and ${STYLES} KB of style`, () => {
  expect(kilobytes(first.scripts)).toBeLessThan(FIRST_ROUTE);
  expect(kilobytes(first.styles)).toBeLessThan(STYLES);
});

test.each(routes.filter((key) => key !== 'src/pages/index.vue'))(`%s adds at most ${OTHER_ROUTE} KB`, (route) => {
  const shell = needs(entry).scripts;
  const added = [...needs(route).scripts].filter((file) => !shell.has(file));
  expect(kilobytes(added)).toBeLessThan(OTHER_ROUTE);
});

test(`charts come only when they are looked at, in at most ${CHARTS} KB`, () => {
  expect(charts).not.toBe('');
  const added = [...needs(charts).scripts].filter((file) => !first.scripts.has(file));
  const dashboard = needs('src/pages/dashboard.vue').scripts;
  expect(added.some((file) => !dashboard.has(file))).toBe(true);
  expect(kilobytes(added.filter((file) => !dashboard.has(file)))).toBeLessThan(CHARTS);
});
