import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();

async function petitionAt(page: Page, index: number): Promise<string> {
  const link = page.getByRole('link', { name: /〔\d{4}〕\d+号/ }).nth(index);
  return (await link.getAttribute('href')) ?? '';
}

test('who decides second is told who was first, and sees it before deciding again', async () => {
  const clerk = await visit('clerk', '/?view=UNTRIAGED');
  const path = await petitionAt(clerk, 0);
  await clerk.goto(`${path}?step=triage`);
  await clerk.getByRole('dialog').waitFor();

  const head = await visit('head', `${path}?step=triage`);
  await head.getByLabel('处置决定').selectOption({ label: '告知' });
  await head.getByLabel('去向机关').fill('区人力资源和社会保障局');
  await head.getByLabel('理由').fill('不属于检察机关管辖');
  await head.getByRole('button', { name: '作出决定' }).click();
  await head.getByText('已分诊：告知').waitFor();

  await clerk.getByLabel('处置决定').selectOption({ label: '存查' });
  await clerk.getByLabel('理由').fill('内容重复');
  await clerk.getByRole('button', { name: '作出决定' }).click();
  const alert = clerk.getByRole('alert');
  await alert.getByText(/罗文心于 .* 改动过这件信访/).waitFor();
  await lookOver(clerk, 'petition-conflict');
  await alert.getByRole('button', { name: '看最新内容' }).click();
  await clerk.getByText('不属于检察机关管辖').waitFor();
  expect(await clerk.getByText('存查').count()).toBe(0);
  expect(await clerk.getByRole('dialog').count()).toBe(0);
});

test('a refusal stands at its field, and nothing is lost', async () => {
  const page = await visit('clerk', '/?states=DISPOSED');
  await page.goto(`${await petitionAt(page, 0)}?step=contact`);
  await page.getByLabel('方式').selectOption({ label: '登门' });
  await page.getByLabel('结果').selectOption({ label: '已联系上' });
  await page.getByLabel('记录').fill('当面说明了情况。');
  await page.getByRole('button', { name: '保存' }).click();
  await page.getByRole('alert').getByText('至少要有 2 名工作人员').waitFor();
  expect(await page.getByLabel('记录').inputValue()).toBe('当面说明了情况。');
  await page.goBack();
  expect(await page.getByRole('dialog').count()).toBe(0);
});

test('personal data is opened for a purpose, and shows in the timeline, not on the page', async () => {
  const page = await visit('clerk', '/?states=DISPOSED');
  await page.goto(await petitionAt(page, 1));
  await page.getByRole('heading', { name: '信访人', exact: true }).waitFor();
  expect(await page.getByRole('main').textContent()).not.toMatch(/1\d{10}/);
  await page.keyboard.press('e');
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('电话').check();
  await dialog.getByLabel('用途').selectOption({ label: '联系信访人' });
  await dialog.getByRole('button', { name: '查看' }).click();
  await dialog.getByText('已记入审计').waitFor();
  await lookOver(page, 'petition-revealed');
  await page.keyboard.press('Escape');
  await page.getByText('查看个人信息：联系信访人').waitFor();
  expect(await page.getByRole('main').textContent()).not.toMatch(/1\d{10}/);
});

test('an assignment can be taken back from its notice', async () => {
  const page = await visit('head', '/?view=ALL&states=DISPOSED&proceduralState=STOPPED');
  await page.goto(await petitionAt(page, 0));
  const handled = page.getByRole('definition').filter({ hasText: '检察部' }).last();
  const before = await handled.textContent();
  await page.getByRole('button', { name: '分派' }).click();
  const handler = page.getByRole('dialog').getByLabel('承办人');
  const chosen = await handler.inputValue();
  const other = await handler.evaluate(
    (select: HTMLSelectElement, current) =>
      [...select.options].find(({ value }) => value && value !== current)?.value ?? '',
    chosen,
  );
  await handler.selectOption(other);
  await page.getByRole('dialog').getByRole('button', { name: '分派' }).click();
  await page.getByText(/^已分派给/).waitFor();
  expect(await handled.textContent()).not.toBe(before);
  await page.getByRole('button', { name: '撤销' }).click();
  await expect.poll(() => handled.textContent(), { timeout: 15_000 }).toBe(before);
});

test.each([
  ['zh-CN', 'light', 1440],
  ['en', 'dark', 1440],
  ['zh-CN', 'light', 390],
] as const)('the page of a petition has no accessibility fault: %s, %s, %i px', async (locale, theme, width) => {
  const page = await visit('head', '/?states=DISPOSED', { locale, theme, width });
  await page.goto(await petitionAt(page, 3));
  await page.getByRole('heading', { level: 1 }).waitFor();
  await lookOver(page, `petition-${locale}-${theme}-${width}`);
});
