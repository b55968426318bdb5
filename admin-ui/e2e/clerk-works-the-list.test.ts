import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();
const numbers = (page: Page) => page.getByRole('link', { name: /〔\d{4}〕\d+号/ });
/** Until the rows are those of the address. */
const settled = (page: Page) => page.locator('[aria-busy=false]').waitFor();
const focused = (page: Page) => page.evaluate(() => document.activeElement?.textContent ?? '');

test('the clerk narrows the list, and the address keeps what she sees', async () => {
  const page = await visit('clerk', '/');
  await page.getByRole('button', { name: '渠道' }).click();
  await page.getByRole('menuitemcheckbox', { name: '来信' }).click();
  await page.keyboard.press('Escape');
  await page.waitForURL(/channels=LETTER/);
  await page.getByRole('link', { name: '逾期' }).click();
  await page.getByRole('combobox', { name: '排序' }).selectOption({ label: '先到期在前' });
  await page.waitForURL(/view=OVERDUE.*order=DUE_FIRST/);
  await settled(page);
  await page.getByRole('cell', { name: '来信' }).first().waitFor();
  expect(await page.getByRole('cell', { name: '网上', exact: true }).count()).toBe(0);
  const first = await numbers(page).first().textContent();
  await page.reload();
  await numbers(page).first().waitFor();
  expect(await numbers(page).first().textContent()).toBe(first);
  await page.getByRole('button', { name: '去掉条件 渠道 来信' }).click();
  await page.getByRole('cell', { name: '网上', exact: true }).first().waitFor();
});

test('by keys alone she moves, opens a petition, and comes back to its row', async () => {
  const page = await visit('clerk', '/');
  await numbers(page).first().waitFor();
  for (const key of ['j', 'j', 'j', 'k']) await page.keyboard.press(key);
  const number = await focused(page);
  expect(number).toBe(await numbers(page).nth(1).textContent());
  await page.keyboard.press('Enter');
  await page.waitForURL('**/petitions/*');
  await expect.poll(() => page.title()).toContain(number);
  await page.keyboard.press('Escape');
  await numbers(page).first().waitFor();
  await expect.poll(() => focused(page)).toBe(number);
});

test('a hundred rows to a page, and the next page has others', async () => {
  const page = await visit('clerk', '/');
  await numbers(page).first().waitFor();
  expect(await numbers(page).count()).toBe(100);
  const seen = new Set(await numbers(page).allTextContents());
  await page.getByRole('button', { name: '下一页' }).click();
  await page.getByText('第 101–200 件').waitFor();
  const next = await numbers(page).allTextContents();
  expect(next.filter((number) => seen.has(number))).toEqual([]);
  await page.getByRole('button', { name: '上一页' }).click();
  await page.getByText('第 1–100 件').waitFor();
});

test('the page as a file holds its rows, masked as on the screen', async () => {
  const page = await visit('clerk', '/?view=DUE_SOON');
  await numbers(page).first().waitFor();
  await page.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '本页 CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + (await numbers(page).count()));
  expect(lines[1]).toMatch(/"\p{Script=Han}\*+"|"匿名"/u);
});

test('the whole list leaves as a file, longer than the page and masked like it', async () => {
  const page = await visit('clerk', '/?channels=LETTER&receivedFrom=2022-01-01&receivedTo=2022-12-31');
  await numbers(page).first().waitFor();
  const total = Number((await page.getByText(/^共 [\d,]+ 件$/).textContent())?.replaceAll(/\D/g, ''));
  expect(total).toBeGreaterThan(100);
  await page.getByRole('button', { name: '导出' }).click();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('menuitem', { name: '全部 CSV' }).click(),
  ]);
  const lines = (await readFile(await download.path(), 'utf8')).trimEnd().split('\r\n');
  expect(lines).toHaveLength(1 + total);
  expect(lines[1]).toMatch(/,(?:\p{Script=Han}\*+|匿名),来信,/u);
  await page.getByText(/^已导出“办理台-.*\.csv”/).waitFor();
});

test('nothing found says why and what next', async () => {
  const page = await visit('clerk', `/?search=${encodeURIComponent('绝无此人')}`);
  await page.getByText('没有符合条件的信访件').waitFor();
  await lookOver(page, 'worklist-empty');
  await page.getByRole('main').getByRole('button', { name: '重置' }).last().click();
  await numbers(page).first().waitFor();
});

test('when the desk cannot be reached it says so, and tries again', async () => {
  const page = await visit('clerk', '/time-limit');
  await page.route('**/graphql', (route) => route.abort());
  await page.getByRole('link', { name: '办理台' }).click();
  await page.getByRole('alert').getByText('连不上服务').waitFor();
  await lookOver(page, 'worklist-offline');
  await page.unroute('**/graphql');
  await page.getByRole('button', { name: '重试' }).click();
  await numbers(page).first().waitFor();
});

test.each([
  ['zh-CN', 'light', 1440],
  ['en', 'dark', 1440],
  ['zh-CN', 'dark', 390],
] as const)('the worklist has no accessibility fault: %s, %s, %i px', async (locale, theme, width) => {
  const page = await visit('head', '/?view=OVERDUE', { locale, theme, width });
  await numbers(page).first().waitFor();
  await lookOver(page, `worklist-${locale}-${theme}-${width}`);
});
