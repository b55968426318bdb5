import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { stranger, visit } = useBrowser();

test('who gave no name asks how far it is, writes and is written to; nobody learns who reported', async () => {
  const clerk = await visit('clerk', '/register');
  await clerk.getByLabel('诉求类别').selectOption('REPORT');
  await clerk.getByLabel('署名').selectOption('ANONYMOUS');
  await clerk.getByLabel('事由').fill('举报某小区违规收取停车费');
  await clerk.getByLabel('来信内容').fill('该小区自2024年起重复收取停车费。');
  await clerk.keyboard.press('Control+Enter');
  const number = (
    await clerk
      .getByText(/〔\d{4}〕\d+号/)
      .first()
      .innerText()
  ).trim();
  const code = (await clerk.getByText(/^[A-Z0-9]{4}-[A-Z0-9]{4}-[A-Z0-9]{4}$/).innerText()).trim();
  await clerk.keyboard.press('o');

  const page = await stranger({ width: 390 });
  await page.goto('/status');
  const look = async (queryCode: string) => {
    await page.getByLabel('信访编号').fill(number);
    await page.getByLabel('查询码').fill(queryCode);
    await page.getByRole('button', { name: '查询', exact: true }).click();
  };
  await look('AAAA-AAAA-AAAA');
  await page.getByRole('alert').getByText('编号或者查询码不对').waitFor();
  await look(code);
  await page.getByRole('status').getByText('已经收到，正在审查').waitFor();
  await page.getByLabel('留言内容').fill('补充：收据照片可以提供。');
  await page.getByRole('button', { name: '提交留言' }).click();
  await page.getByText('已收到您的留言').waitFor();

  await clerk.getByRole('heading', { level: 1, name: '举报某小区违规收取停车费' }).waitFor();
  await clerk.reload();
  await clerk.getByText('补充：收据照片可以提供。').waitFor();
  await clerk.getByRole('button', { name: '标记已读' }).click();
  await clerk.getByText('林静 已读').waitFor();
  await clerk.getByRole('button', { name: '给信访人留言' }).click();
  await clerk.getByRole('dialog').getByLabel('内容').fill('请写明小区的全称。');
  await lookOver(clerk, 'message-write');
  await clerk.getByRole('button', { name: '发出留言' }).click();
  await clerk.getByText('林静 留言').waitFor();

  await look(code);
  await page.getByText('请写明小区的全称。').waitFor();
  expect(await page.getByText('林静').count()).toBe(0);
  expect(page.url()).not.toContain(code);
  await lookOver(page, 'status-phone');
});

test('a letter in the hand is checked by its number and code, by whoever holds it', async () => {
  const clerk = await visit('clerk', '/?view=ANSWERED&channels=LETTER');
  await clerk
    .getByRole('link', { name: /〔\d{4}〕\d+号/ })
    .first()
    .click();
  const letter = clerk.getByRole('article', { name: '程序性回复' }).first();
  const words = await letter
    .getByText(/核验码/)
    .last()
    .innerText();
  const number = await letter
    .getByText(/复〔\d{4}〕\d+号/)
    .last()
    .innerText();

  const page = await stranger({ theme: 'dark', locale: 'en' });
  await page.goto('/verify');
  const check = async (verificationCode: string) => {
    await page.getByLabel('Letter number').fill(number);
    await page.getByLabel('Verification code').fill(verificationCode);
    await page.getByRole('button', { name: 'Check' }).click();
  };
  await check('0000 0000 0000');
  await page.getByRole('alert').getByText('No such letter').waitFor();
  await check(words.replace(/\D/g, ''));
  await page.getByRole('status').getByText('This letter is ours').waitFor();
  await lookOver(page, 'verify-dark-en');
});
