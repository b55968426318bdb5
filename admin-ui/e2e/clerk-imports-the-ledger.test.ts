import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { choose, LEDGER } from './ledger-file.ts';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();

async function shown(page: Page, outcome: string): Promise<number> {
  const words = await page
    .getByRole('navigation', { name: '按处理结果' })
    .getByRole('link', { name: outcome })
    .textContent();
  return Number(words?.replaceAll(/\D/g, ''));
}

test('the clerk reads the ledger through, row by row, and nothing is registered yet', async () => {
  const page = await visit('clerk', '/ledger');
  await choose(page, LEDGER);
  await page.getByText('试读完毕，共 401 行').waitFor();
  expect(await shown(page, '不予登记')).toBeGreaterThan(0);
  await page.getByRole('link', { name: '不予登记' }).click();
  await page.getByText('收件日期读不出是哪一天').first().waitFor();
  const refused = page.getByRole('row').filter({ hasText: '渠道不在渠道表中' });
  expect(await refused.count()).toBe(2);
  await page.getByRole('link', { name: '整理后可登记' }).click();
  await page.getByText('全角字符改为半角').first().waitFor();
  expect(await page.getByRole('row').filter({ hasText: '不予登记' }).count()).toBe(0);
  await page.goBack();
  await refused.first().waitFor();
  await lookOver(page, 'ledger-refused');
});

test('the clerk applies it by keyboard, finds its petitions, and the same file again adds nothing', async () => {
  const page = await visit('clerk', '/ledger');
  await choose(page, LEDGER);
  await page.getByText('试读完毕，共 401 行').waitFor();
  expect(await shown(page, '可登记，请核对')).toBeGreaterThan(0);
  await page.keyboard.press('a');
  const dialog = page.getByRole('dialog');
  await dialog.getByText('登记后不能整批撤回').waitFor();
  await lookOver(page, 'ledger-apply');
  await dialog.getByRole('button', { name: /^登记 \d+ 件$/ }).click();
  await page.getByText(/^已登记 \d+ 件/).waitFor({ timeout: 60_000 });
  await page
    .getByRole('link', { name: /〔2026〕/ })
    .first()
    .waitFor();
  await lookOver(page, 'ledger-applied');
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '下载结果表' }).click(),
  ]);
  const report = await readFile(await download.path(), 'utf8');
  expect(report.startsWith('\uFEFF')).toBe(true);
  expect(report.trimEnd().split('\r\n').length).toBeGreaterThanOrEqual(402);

  await page.goto('/');
  await page.getByRole('heading', { name: '办理台' }).waitFor();
  await page.keyboard.press('/');
  await page.keyboard.type('王勤');
  await page.keyboard.press('Enter');
  await page.getByRole('row').filter({ hasText: '认为二十余年前被立案审查有误' }).first().waitFor();
  expect(page.url()).toContain('search=');

  await page.goto('/ledger');
  await choose(page, LEDGER);
  await page.getByText('试读完毕，共 401 行：0 行可登记').waitFor();
  expect(await page.getByRole('button', { name: '登记' }).count()).toBe(0);
  await page.getByRole('button', { name: '弃用' }).click();
  await page.getByRole('dialog').getByRole('button', { name: '弃用' }).click();
  await page.getByText('已弃用，没有登记任何信访件').waitFor();
});

test.each([
  ['a workbook', 'ledger.xlsx', Buffer.from('504b030414000600', 'hex'), '这是电子表格原文件'],
  ['a PDF', 'ledger.csv', Buffer.from('%PDF-1.7\n'), '这是 PDF 文件'],
  ['an empty file', 'ledger.csv', Buffer.alloc(0), '文件是空的'],
  ['another table', 'ledger.csv', Buffer.from('a,b\n1,2\n'), '没有台账的表头'],
  ['thirteen megabytes', 'ledger.csv', Buffer.alloc(13 * 1024 * 1024, 'a'), '文件'],
])('%s is refused in words, and the page goes on', async (_, name, buffer, words) => {
  const page = await visit('clerk', '/ledger');
  await choose(page, { name, mimeType: 'text/csv', buffer });
  await page.getByRole('alert').getByText(words).last().waitFor();
  expect(await page.getByRole('alert').textContent()).not.toContain('INVALID');
  expect(await page.getByRole('button', { name: '选择文件' }).isEnabled()).toBe(true);
});

test('a handler has no ledger page', async () => {
  const page = await visit('handler', '/ledger');
  await page.waitForURL((url) => url.pathname === '/');
  expect(await page.getByRole('link', { name: '台账导入' }).count()).toBe(0);
});

test('a file dropped anywhere on the page is taken in', async () => {
  const page = await visit('clerk', '/ledger');
  await page.getByRole('button', { name: '选择文件' }).waitFor();
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer();
    data.items.add(new File(['\u0089PNG'], '照片.csv'));
    return data;
  });
  await page.dispatchEvent('h1', 'drop', { dataTransfer: dropped });
  await page.getByRole('alert').getByText('没有收下 照片.csv').waitFor();
});

test.each([
  ['light', 'zh-CN', 1440],
  ['dark', 'en', 1440],
  ['light', 'zh-CN', 390],
] as const)('the list of imports has no accessibility fault: %s, %s, %i px', async (theme, locale, width) => {
  const page = await visit('clerk', '/ledger', { theme, locale, width });
  await page.getByRole('link', { name: 'ledger-2026.csv' }).first().waitFor();
  await lookOver(page, `ledger-${theme}-${locale}-${width}`);
});
