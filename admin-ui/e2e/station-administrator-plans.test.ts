import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();
/** A day so far ahead, as the institution counts days: what is planned there touches nobody’s next weeks. */
const ahead = (days: number) =>
  new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Asia/Shanghai' });

test('a requirement is written and planned, a gap explained, a remedy tried; the draft is proved, looked over by keys, published', async () => {
  const page = await visit('stations', '/stations');
  await page.getByRole('link', { name: '民营企业法律服务窗口' }).waitFor();
  await lookOver(page, 'stations');
  await page.getByRole('link', { name: '民营企业法律服务窗口' }).click();
  await page.getByRole('button', { name: '增加要求' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('生效之日').fill(ahead(42));
  await dialog.getByLabel('律师人数').fill('3');
  await dialog.getByRole('checkbox', { name: '国家赔偿' }).check();
  await dialog.getByText(/缺 \d+ 席/).waitFor();
  await lookOver(page, 'requirement-line');
  await dialog.getByRole('button', { name: '保存' }).click();
  await dialog.waitFor({ state: 'detached' });

  await page.goto('/coverage');
  await page.getByRole('button', { name: '自动排班' }).click();
  await dialog.getByLabel('从').fill(ahead(49));
  await dialog.getByLabel('到', { exact: false }).last().fill(ahead(54));
  await lookOver(page, 'coverage');
  await dialog.getByRole('button', { name: '开始' }).click();
  await page.getByRole('button', { name: '证明最优' }).waitFor({ timeout: 30_000 });
  const side = page.getByRole('complementary', { name: '缺口与席位' });
  await side
    .getByRole('button', { name: /第 \d+ 席/ })
    .first()
    .click();
  await side.getByText(/位律师为什么不能来/).waitFor();
  const draft = page.url().split('?')[0];
  await side
    .getByText(/可填 \d+ 席/)
    .first()
    .waitFor();
  await lookOver(page, 'coverage-gap');
  await side.getByRole('button', { name: '试试' }).first().click();
  await page.waitForURL((url) => !url.href.startsWith(draft ?? ''));
  await page.getByRole('button', { name: '证明最优' }).click();
  await page.getByText('已证明最优').waitFor({ timeout: 30_000 });

  const held = page
    .getByRole('table')
    .getByRole('button', { name: /^(?!缺).*午/ })
    .first();
  await held.focus();
  await page.keyboard.press('m');
  await page.getByText(/已提起/).waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '发布', exact: true }).click();
  await dialog.getByRole('button', { name: '发布' }).click();
  await page.getByText(/已发布：改动 \d+ 席，通知 \d+ 位律师/).waitFor();
  expect(await page.getByText(/草案/).count()).toBe(0);
});
