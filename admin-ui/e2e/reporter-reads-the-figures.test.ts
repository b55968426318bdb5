import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();
const FIRST_YEARS = '/dashboard?from=2016-01-01&to=2022-12-31';
const figure = (page: Page, name: string) => page.getByRole('article', { name });
const numberIn = (words: string | null) => Number((words ?? '').replaceAll(/\D/g, ''));

test('the reception of 2016 to 2022: 6,645 letters, 44,775 online petitions, all replied to in time', async () => {
  const page = await visit('reporter', '/dashboard');
  await page.getByRole('link', { name: '2016–2022' }).click();
  await page.getByRole('row', { name: '来信 6,645' }).waitFor();
  await page.getByRole('row', { name: '网上 44,775' }).waitFor();
  await figure(page, '程序性回复率').getByText('100%', { exact: true }).waitFor();
  await figure(page, '实体性答复率').getByText('100%', { exact: true }).waitFor();
  expect(page.url()).toContain('from=2016-01-01&to=2022-12-31');
  expect(await figure(page, '程序性回复率').textContent()).toContain('期限届满日当日或之前回复');
});

test('a reporter sees figures and no way to a petition', async () => {
  const page = await visit('reporter', FIRST_YEARS);
  await page.getByRole('row', { name: '来信 6,645' }).waitFor();
  expect(await page.locator('main a[href^="/?"]').count()).toBe(0);
  expect(await page.getByRole('link', { name: '办理台' }).count()).toBe(0);
});

test('every figure a clerk follows leads to the list of exactly as many petitions', async () => {
  const page = await visit('clerk', '/dashboard');
  await figure(page, '收到信访件').waitFor();
  const links = page.locator('main a[href^="/?"]');
  const figures = await links.evaluateAll((all) =>
    all.map((link) => ({ href: link.getAttribute('href') ?? '', words: link.textContent })),
  );
  const counts = figures.filter(({ words }) => !words?.includes('%') && words?.trim() !== '0');
  expect(counts.length).toBeGreaterThan(8);
  for (const { href, words } of counts) {
    await page.goto(href);
    await page.getByText(`共 ${words?.trim()} 件`, { exact: true }).waitFor();
  }
});

test('the numbers go out as a file and stand beside the charts as a table', async () => {
  const page = await visit('leader', FIRST_YEARS);
  await page.getByText('查看数据表').click();
  expect(
    await page
      .getByRole('row')
      .filter({ hasText: /^20(1[6-9]|2[0-2])-\d\d/ })
      .count(),
  ).toBe(84);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: '导出 CSV' }).click(),
  ]);
  const csv = await readFile(await file.path(), 'utf8');
  expect(csv).toContain('"按渠道","来信","6645"');
  expect(csv).toContain('"程序性回复率","严格口径","1"');
});

test('a period turned round is refused in words, and a shorter one follows', async () => {
  const page = await visit('reporter', '/dashboard?from=2022-12-31&to=2016-01-01');
  await page.getByRole('alert').getByText('结束日期早于开始日期').waitFor();
  await page.getByLabel('至').fill('2022-12-31');
  await figure(page, '收到信访件').waitFor();
  expect(await page.getByRole('alert').count()).toBe(0);
  expect(numberIn(await figure(page, '收到信访件').locator('p').first().textContent())).toBeGreaterThanOrEqual(0);
});

test.each([
  ['light', 'zh-CN', 1440],
  ['dark', 'zh-CN', 1440],
  ['light', 'en', 820],
] as const)('the dashboard has no accessibility fault, %s, %s, %i px', async (theme, locale, width) => {
  const page = await visit('leader', FIRST_YEARS, { theme, locale, width });
  await page.locator('svg').first().waitFor();
  await lookOver(page, `dashboard-${theme}-${locale}`);
});

test('a reporter asks at the workbench, is told the cost, and makes a key that is shown once', async () => {
  const page = await visit('reporter', '/workbench');
  await page.locator('.cm-content').click();
  await page.getByRole('button', { name: '字段说明' }).click();
  await page.getByRole('region', { name: '字段说明' }).getByText('viewer', { exact: true }).waitFor();
  await page.locator('.cm-content').click();
  await page.keyboard.press('Control+Enter');
  await page.getByText(/\d+ 毫秒，开销 \d+/).waitFor();
  await page.getByRole('group', { name: '结果' }).getByText('petitionReport').waitFor();
  await lookOver(page, 'workbench');
  await page.goto('/api-keys?step=create');
  await page.getByLabel('用途名称').fill('夜间报表');
  await page.getByLabel('信访件报表').check();
  await page.getByRole('dialog').getByRole('button', { name: '新建密钥' }).click();
  await page.getByRole('heading', { name: '新密钥' }).waitFor();
  await lookOver(page, 'api-keys');
});
