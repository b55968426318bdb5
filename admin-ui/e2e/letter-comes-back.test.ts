import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inDays } from './china-day.ts';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();
const dialog = (page: Page) => page.getByRole('dialog');
/** The card of a clock on the page of a petition. */
const clock = (page: Page, name: string) =>
  page.getByRole('article').filter({ has: page.getByRole('heading', { name, exact: true }) });

async function openFirst(page: Page): Promise<string> {
  await page
    .getByRole('link', { name: /〔\d{4}〕\d+号/ })
    .first()
    .click();
  await page.getByText('办理经过').waitFor();
  return new URL(page.url()).pathname;
}

test('a letter that comes back reaches nobody: its clock runs again, the list says so, until it is sent another way', async () => {
  const page = await visit(
    'clerk',
    '/?states=DISPOSED&proceduralState=STOPPED&substantiveState=RUNNING&channels=LETTER',
  );
  const path = await openFirst(page);
  const answered = clock(page, '程序性回复').getByText('回复', { exact: true });
  await answered.waitFor();
  await page.getByRole('button', { name: '登记送达情况' }).first().click();
  await dialog(page).getByLabel('结果').selectOption('RETURNED');
  await dialog(page).getByText('已停止的期限将恢复计算').waitFor();
  await dialog(page).getByLabel('退回批注或者原因').fill('原址查无此人');
  await lookOver(page, 'delivery-returned');
  await dialog(page).getByRole('button', { name: '保存' }).click();
  await page.getByText('退信：没有人收到回复，期限恢复计算').waitFor();
  expect(await answered.count()).toBe(0);
  await page.getByText('退信：核对地址或者换一种方式重新发出').waitFor();

  await page.goto('/?view=RETURNED');
  await page.locator(`a[href="${path}"]`).click();
  await page.getByRole('button', { name: '重新发出' }).click();
  await dialog(page).getByLabel('发出方式').selectOption('MESSAGE');
  await lookOver(page, 'delivery-resend');
  await dialog(page).getByRole('button', { name: '重新发出' }).click();
  await page.getByText('已重新发出').waitFor();
  await answered.waitFor();
  expect(await page.getByText('退信：没有人收到回复').count()).toBe(0);
});

test('what the organ above ordered is reported on the way and at the end, and only then its day is kept', async () => {
  const page = await visit('clerk', '/?view=ANSWERED&channels=VISIT');
  await openFirst(page);
  await page.getByRole('button', { name: '登记交办' }).click();
  await dialog(page).getByLabel('交办机关').fill('北京市人民检察院');
  await dialog(page).getByLabel('交办文号').fill('京检控申交〔2026〕18号');
  await dialog(page).getByLabel('报告期限').fill(inDays(20));
  await dialog(page).getByRole('button', { name: '保存' }).click();
  await clock(page, '上级交办报告').waitFor();
  await report(page, 'INTERIM', '已调取原审卷宗，正在核查新证据。');
  await page.getByText('阶段报告').first().waitFor();
  await report(page, 'CONCLUSION', '已书面答复申诉人，并当面释法说理。');
  await page
    .getByText(/已报办结报告/)
    .first()
    .waitFor();
  expect(await page.getByRole('button', { name: '报告', exact: true }).count()).toBe(0);
  await lookOver(page, 'superior-concluded');
});

async function report(page: Page, kind: string, words: string): Promise<void> {
  await page.getByRole('button', { name: '报告', exact: true }).click();
  await dialog(page).getByLabel('种类').selectOption(kind);
  await dialog(page).getByLabel('报告内容').fill(words);
  await dialog(page).getByRole('button', { name: '报告', exact: true }).click();
  await dialog(page).waitFor({ state: 'hidden' });
}
