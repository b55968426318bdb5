import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();

test('a rota is made, changed by keys, taken back, and published; the leader is told', async () => {
  const page = await visit('rota', '/rota/plans');
  await page.getByRole('button', { name: '编排轮值表' }).first().click();
  await page.getByLabel('名称').fill('浏览器故事');
  await page.getByRole('button', { name: '开始编排' }).click();
  await page.waitForURL('**/rota/plans/*');
  await page.getByText('已证明最优').waitFor({ timeout: 40_000 });
  await page.getByRole('button', { name: '下个月' }).click();
  const grid = page.getByRole('grid');
  const held = grid.getByRole('gridcell', { name: /(?:上午|全天)/ });
  await held.first().waitFor();
  const before = await held.count();
  await lookOver(page, 'rota-plan');
  await held.first().focus();
  const [name = ''] = ((await held.first().getAttribute('aria-label')) ?? '').split(' ');
  await page.keyboard.press('Delete');
  await page.getByText('已调整').waitFor();
  await expect.poll(() => held.count()).toBe(before - 1);
  await page.getByText('手工调整过').waitFor();
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => held.count()).toBe(before);
  expect(name).not.toBe('');
  await page.getByRole('button', { name: '公布', exact: true }).click();
  const accept = page.getByRole('checkbox', { name: /放假安排尚未公布/ });
  if (await accept.isVisible()) await accept.check();
  await page.getByRole('dialog').getByRole('button', { name: '公布' }).click();
  await page.getByText(/已公布，已告知 \d 位/).waitFor();
  const leader = await visit('leader', '/rota/mine');
  await leader.getByRole('heading', { name: '接待日变动' }).waitFor();
  await lookOver(leader, 'rota-mine');
});

test.each([
  ['/rota', 'rota', 'light', 'zh-CN', 1440],
  ['/rota', 'clerk', 'dark', 'en', 390],
  ['/rota/rules', 'rota', 'dark', 'zh-CN', 1440],
  ['/rota/compliance', 'leader', 'light', 'en', 820],
] as const)('%s has no accessibility fault: %s, %s, %s, %i px', async (path, persona, theme, locale, width) => {
  const page = await visit(persona, path, { theme, locale, width });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await lookOver(page, `${path.slice(1).replace('/', '-')}-${theme}-${locale}`);
});
