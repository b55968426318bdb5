import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();

test('a leader sees who receives and which lawyers sit where, and every open seat is marked by a word', async () => {
  const page = await visit('leader', '/');
  await page.getByRole('link', { name: '今日大厅' }).click();
  await page.getByText('工作日历已公布至').waitFor();
  for (const station of ['律师工作站', '民营企业法律服务窗口']) {
    await page.getByRole('article', { name: station }).getByText('检察服务中心一层').waitFor();
  }
  const table = page.getByRole('table');
  expect(await table.getByRole('rowheader').count()).toBe(10);
  const [, required, covered, open] =
    /要求 (\d+) 席，已排 (\d+) 席。.*缺 (\d+) 席/s.exec((await page.locator('main').textContent()) ?? '') ?? [];
  expect(Number(required)).toBe(Number(covered) + Number(open));
  expect(Number(open)).toBeGreaterThan(0);
  expect(await table.getByText(/缺 1 人/).count()).toBe(Number(open));
  expect(await page.getByRole('region', { name: '调解合作组织' }).getByRole('listitem').count()).toBeGreaterThan(0);
});

test('the hall is read across the room, and the address remembers it', async () => {
  const page = await visit('rota', '/hall');
  const station = page.getByRole('article', { name: '律师工作站' });
  const size = () => station.evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
  await station.waitFor();
  const before = await size();
  await page.getByRole('button', { name: '大字' }).click();
  await page.waitForURL('**/hall?type=large');
  expect(await size()).toBeGreaterThan(before * 1.5);
  await lookOver(page, 'hall-large');
});

test('a lawyer from outside is not shown the hall', async () => {
  const page = await visit('lawyer', '/hall');
  await page.waitForURL((url) => url.pathname !== '/hall');
  expect(await page.getByRole('link', { name: '今日大厅' }).count()).toBe(0);
});

test.each([
  ['light', 'zh-CN', 1440],
  ['dark', 'zh-CN', 1440],
  ['light', 'en', 820],
  ['dark', 'en', 390],
] as const)('the hall has no accessibility fault, %s, %s, %i px', async (theme, locale, width) => {
  const page = await visit('leader', '/hall', { theme, locale, width });
  await page.getByRole('table').waitFor();
  await lookOver(page, `hall-${theme}-${locale}`);
});
