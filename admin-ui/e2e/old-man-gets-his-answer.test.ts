import { readFile } from 'node:fs/promises';
import type { Page } from 'playwright-core';
import { beforeEach, expect, test } from 'vitest';
import { inDays } from './china-day.ts';
import { choose, ledgerRow } from './ledger-file.ts';
import { lookOver } from './look-over.ts';
import { type Persona, useBrowser } from './persona.ts';

/**
 * The story this product starts from: a retired man of eighty writes about a case he believes was opened on him twenty
 * years ago. From the untidy ledger to the letter in his hand, each person at their own screen.
 */
const { visit } = useBrowser();
const SUBJECT = '认为二十余年前被立案审查有误';
let petition = '';

/** Each chapter stands on the one before. */
let broken = false;
beforeEach(({ skip, onTestFailed }) => {
  if (broken) skip('an earlier chapter failed');
  onTestFailed(() => {
    broken = true;
  });
});

const dialog = (page: Page) => page.getByRole('dialog');
const toast = (page: Page, words: string | RegExp) => page.getByText(words).last().waitFor();

async function open(persona: Persona): Promise<Page> {
  const page = await visit(persona, petition);
  await page.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
  return page;
}

test('the row without a serial number becomes a petition, and the triage desk accepts it by keyboard', async () => {
  const page = await visit('clerk', '/ledger');
  await choose(page, ledgerRow('化名'));
  await page.getByText('试读完毕，共 1 行').waitFor();
  if ((await page.getByRole('button', { name: '登记' }).count()) > 0) {
    await page.keyboard.press('a');
    await dialog(page).getByRole('button', { name: '登记 1 件' }).click();
  }
  await page.getByRole('link', { name: /〔2026〕\d+号/ }).click();
  await page.getByRole('heading', { level: 1, name: SUBJECT }).waitFor();
  petition = new URL(page.url()).pathname;
  await page.getByText('下一步').waitFor();
  await lookOver(page, 'petition-new');

  await page.keyboard.press('t');
  await dialog(page).getByLabel('快办通道').selectOption('REAL_NAME');
  await dialog(page).getByLabel('处置决定').selectOption('ACCEPTED');
  await dialog(page).getByLabel('承办部门').selectOption({ label: '第九检察部（控告申诉检察）' });
  await dialog(page).getByLabel('承办人').selectOption({ label: '周正 检察官' });
  await dialog(page).getByRole('button', { name: '作出决定' }).click();
  await toast(page, '已分诊：受理');
  await page.getByRole('button', { name: '登记查档' }).first().waitFor();
});

test('the archive holds no such case; no phone, no message reaches him; two officers go to his home', async () => {
  const page = await open('handler');
  await page.getByRole('button', { name: '登记查档' }).first().click();
  await dialog(page).getByLabel('查询的档案或系统').fill('本院档案室、检察业务应用系统');
  await dialog(page).getByLabel('自（年）').fill('1995');
  await dialog(page).getByLabel('至（年）').fill('2006');
  await dialog(page).getByLabel('结果').selectOption('NOTHING_FOUND');
  await dialog(page).getByLabel('查询情况').fill('未见对其立案的卷宗');
  await dialog(page).getByRole('button', { name: '保存' }).click();
  await toast(page, '已登记查档');

  await recordContact(page, { channel: 'PHONE', outcome: 'NOT_CONNECTED' });
  await recordContact(page, { channel: 'MESSAGE', outcome: 'NO_ANSWER' });
  await page.getByRole('button', { name: '登记联系' }).first().click();
  await dialog(page).getByLabel('方式').selectOption('HOME_VISIT');
  await dialog(page).getByLabel('结果').selectOption('REACHED');
  await dialog(page).getByLabel('时长').fill('130');
  await dialog(page).getByLabel('记录').fill('当面说明当年仅请其协助调查，老人表示理解');
  await dialog(page).getByRole('button', { name: '保存' }).click();
  await dialog(page).getByRole('alert').first().waitFor();
  await dialog(page)
    .getByRole('combobox', { name: '联系人员' })
    .selectOption({ label: '陈思源 · 第九检察部（控告申诉检察）' });
  await dialog(page).getByRole('button', { name: '保存' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
  await page.getByText('130 分钟').waitFor();
  await lookOver(page, 'petition-contacted');
});

async function recordContact(page: Page, { channel, outcome }: { channel: string; outcome: string }): Promise<void> {
  await page.getByRole('button', { name: '登记联系' }).first().click();
  await dialog(page).getByLabel('方式').selectOption(channel);
  await dialog(page).getByLabel('结果').selectOption(outcome);
  await dialog(page).getByRole('button', { name: '保存' }).click();
  await dialog(page).waitFor({ state: 'hidden' });
}

/** What was told at his home, blank by blank. */
const TOLD = {
  登门人员: '周正、陈思源',
  听取答复的人: '您本人',
  当面答复要点: '协助调查不是立案，对您的名誉没有影响',
  查明的事实: '经查阅本院档案和办案系统，未发现对您立案的记录，当年仅请您协助调查',
  理由与释法说理: '您所反映的立案并不存在',
  法律依据: '《人民检察院刑事诉讼规则》第一百六十三条',
  办理结论: '对您反映的问题作出上述说明',
  救济途径及期限: '可以向上一级人民检察院申诉',
  承办部门: '第九检察部',
};

test('what was told is written down under the checks, and only then goes to be signed', async () => {
  const page = await open('handler');
  await page.keyboard.press('r');
  await dialog(page).getByLabel('办理结果答复（登门回复）').check();
  await dialog(page).getByRole('button', { name: '拟写回复' }).click();
  const sheet = page.getByRole('article', { name: '办理结果答复' });
  const submit = sheet.getByRole('button', { name: '送审' });
  await submit.waitFor();
  expect(await submit.isEnabled()).toBe(false);
  for (const [label, words] of Object.entries(TOLD)) await sheet.getByLabel(label).fill(words);
  await sheet.getByLabel('登门日期').fill(inDays(0));
  await sheet.getByText('已保存').waitFor();
  await sheet.getByText('检查全部通过').waitFor();
  await lookOver(page, 'reply-draft');
  await submit.click();
  await toast(page, '已送审');
  expect(await sheet.getByRole('button', { name: '审批同意' }).count()).toBe(0);
});

test('the head of the department signs with the letter in sight', async () => {
  const page = await open('head');
  await page.getByRole('button', { name: '审批同意' }).click();
  await dialog(page).getByText('未发现对您立案的记录').waitFor();
  await lookOver(page, 'reply-approve');
  await dialog(page).getByRole('button', { name: '审批同意' }).click();
  await toast(page, '已审批');
  await page.getByText('核验码').first().waitFor();
});

test('the letter is printed and handed over, and both clocks stop and say how late', async () => {
  const page = await open('handler');
  const [letter] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: '打印件 PDF' }).click(),
  ]);
  expect((await readFile(await letter.path())).subarray(0, 5).toString()).toBe('%PDF-');
  await page.getByRole('button', { name: '登记发出' }).click();
  await dialog(page).getByLabel('发出方式').selectOption('HOME_VISIT');
  await dialog(page).getByRole('button', { name: '登记发出' }).click();
  await toast(page, '已登记发出：登门');
  for (const clock of ['程序性回复', '实体性答复']) {
    await page
      .getByRole('article')
      .filter({ has: page.getByRole('heading', { name: clock, exact: true }) })
      .getByText('迟复')
      .first()
      .waitFor();
  }
  expect(await page.getByText('下一步').count()).toBe(0);
});

test('the timeline tells it all to the leader, who may not read his name without saying why', async () => {
  const page = await open('leader');
  for (const words of ['登记', '查档', '登门', '审批', '发出']) {
    await page.getByRole('listitem').filter({ hasText: words }).first().waitFor();
  }
  expect(await page.getByText('王勤').count()).toBe(0);
  await lookOver(page, 'petition-answered');
  await page.keyboard.press('Escape');
  await page.getByRole('heading', { name: '办理台' }).waitFor();
});
