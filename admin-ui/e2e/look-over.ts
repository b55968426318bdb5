import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { AxeResults } from 'axe-core';
import type { Page } from 'playwright-core';
import { expect } from 'vitest';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
/** How long faces may take. Milliseconds. */
const FONTS_MS = 3000;
/** Where each look at a page is kept for people to see. */
const SCREENSHOTS = process.env.E2E_SCREENSHOTS ?? path.join(tmpdir(), 'everyletter-screenshots');

/**
 * No accessibility fault on the page as it stands, and a picture of it. The checker is evaluated by the browser, since
 * the page's own policy would refuse to load it.
 */
export async function lookOver(page: Page, name: string): Promise<void> {
  await page.waitForLoadState('networkidle');
  await untilChineseIsDrawn(page);
  mkdirSync(SCREENSHOTS, { recursive: true });
  await page.screenshot({ path: path.join(SCREENSHOTS, `${name}.png`) });
  await page.evaluate(AXE);
  const { violations } = await page.evaluate<AxeResults>('axe.run()');
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(faults, name).toEqual([]);
}

/** The page fetches Chinese faces when it is idle; a machine that has its own never does, and is not waited for long. */
async function untilChineseIsDrawn(page: Page): Promise<void> {
  const isLoaded = () => [...document.fonts].some(({ status }) => status === 'loaded');
  await page.waitForFunction(isLoaded, null, { timeout: FONTS_MS }).catch(() => {});
  await page.evaluate(() => document.fonts.ready.then(() => {}));
}
