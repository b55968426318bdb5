import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { codeOf } from './authenticator.ts';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit, stranger } = useBrowser();
const NAME = '程新来';
const EMAIL = 'cheng@demo.example';
const OWN_PASSWORD = 'known to me alone';

async function addAndInvite(system: Page): Promise<string> {
  await system.getByRole('button', { name: '新增人员' }).click();
  const form = system.getByRole('dialog');
  await form.getByLabel('姓名').fill(NAME);
  await form.getByLabel('工号').fill('H0099');
  await form.getByLabel('部门').selectOption('第九检察部（控告申诉检察）');
  await form.getByLabel('职务').fill('书记员');
  await form.getByLabel('职级').selectOption('书记员');
  await form.getByRole('button', { name: '保存' }).click();
  await system.getByRole('heading', { name: NAME, level: 1 }).waitFor();
  await system.getByRole('button', { name: '申请角色' }).click();
  await system.getByRole('dialog').getByLabel('角色').selectOption('信访接待员');
  await system.getByRole('dialog').getByLabel('理由').fill('新任接待员');
  await system.getByRole('dialog').getByRole('button', { name: '申请角色' }).click();
  await system.getByRole('cell', { name: '等待另一人审批' }).waitFor();
  await system.getByRole('button', { name: '邀请登录' }).click();
  await system.getByRole('dialog').getByLabel('账号').fill(EMAIL);
  await system.getByRole('dialog').getByRole('button', { name: '生成口令' }).click();
  const code = await system.locator('code[data-code]').innerText();
  await lookOver(system, 'invitation');
  await system.getByRole('button', { name: '已交给本人' }).click();
  return code;
}

async function firstSignIn(newcomer: Page, code: string): Promise<void> {
  await newcomer.goto('/sign-in');
  await newcomer.getByRole('textbox', { name: '账号' }).fill(EMAIL);
  await newcomer.getByLabel('密码').fill(code);
  await newcomer.getByRole('button', { name: '登录', exact: true }).click();
  await newcomer.getByLabel('新密码').fill(OWN_PASSWORD);
  await newcomer.getByLabel('再输一遍').fill(OWN_PASSWORD);
  await newcomer.getByRole('button', { name: '更换密码' }).click();
  await newcomer.getByRole('img', { name: '绑定动态口令的二维码' }).waitFor();
  const key = (await newcomer.locator('code').textContent()) ?? '';
  await newcomer.getByRole('textbox', { name: '动态口令' }).fill(codeOf(key, Date.now()));
  await newcomer.getByRole('button', { name: '确认' }).click();
  await newcomer.getByRole('button', { name: '已保存，进入系统' }).click();
  await newcomer.getByRole('heading', { name: '办理台' }).waitFor();
}

test('somebody is added, given a role by two people, signs in, and is out at once when disabled', async () => {
  const system = await visit('system', '/settings/people');
  await system.getByRole('row', { name: /林静/ }).waitFor();
  await lookOver(system, 'people');
  const code = await addAndInvite(system);

  const security = await visit('security', '/settings/grants', { theme: 'dark' });
  const request = security.getByRole('row', { name: new RegExp(NAME) });
  await request.getByText('新任接待员').waitFor();
  await lookOver(security, 'grants-dark');
  await request.getByRole('button', { name: '批准', exact: true }).click();
  await security.getByText('已批准，即时生效。').waitFor();

  const newcomer = await stranger();
  await firstSignIn(newcomer, code);

  await system.reload();
  await system.getByRole('button', { name: '停用' }).click();
  await lookOver(system, 'disable');
  await system.getByRole('dialog').getByRole('button', { name: '停用', exact: true }).click();
  await system.getByText(`${NAME}已停用`).waitFor();
  await newcomer.reload();
  await newcomer.getByRole('textbox', { name: '账号' }).waitFor();
  expect(new URL(newcomer.url()).pathname).toBe('/sign-in');
});

test('the pages of people and departments hold on a phone, in English', async () => {
  const page = await visit('system', '/settings/departments', { locale: 'en', width: 390 });
  await page.getByRole('row', { name: /第一检察部/ }).waitFor();
  await lookOver(page, 'departments-phone');
  await page.goto('/settings/people?search=林');
  await page.getByRole('link', { name: '林静' }).click();
  await page.getByRole('heading', { name: '林静', level: 1 }).waitFor();
  await lookOver(page, 'person-phone');
});
