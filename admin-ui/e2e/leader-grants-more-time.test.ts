import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();
/** 第九检察部, whose handler the demonstration signs in. */
const NINTH = '01940000-0000-7000-8000-000200000009';
const RUNNING = `/?departmentId=${NINTH}&states=DISPOSED&proceduralState=STOPPED&substantiveState=RUNNING`;

test('more time: asked on the petition, granted by a leader from the list, and the letter that tells it is drafted', async () => {
  const handler = await visit('handler', RUNNING);
  const link = handler.getByRole('link', { name: /〔\d{4}〕\d+号/ }).first();
  const [path, number] = [(await link.getAttribute('href')) ?? '', (await link.textContent()) ?? ''];
  await handler.goto(path);
  await handler.getByRole('button', { name: '申请延期' }).click();
  const asking = handler.getByRole('dialog');
  await asking.getByLabel('延长（月）').fill('2');
  await asking.getByLabel('理由').fill('须向原审法院调取卷宗，对方函复月底寄出。');
  await asking.getByLabel('附列材料').fill('调卷函；法院复函');
  await lookOver(handler, 'extension-request');
  await asking.getByRole('button', { name: '提交申请' }).click();
  await handler.getByText('待审批').waitFor();

  const leader = await visit('leader', '/approvals');
  const row = leader.getByRole('listitem').filter({ hasText: number.trim() });
  await row.getByText('须向原审法院调取卷宗').waitFor();
  await lookOver(leader, 'approvals');
  await row.getByRole('button', { name: '批准延期' }).click();
  await leader.getByRole('dialog').getByLabel('审批意见').fill('同意，按月答复。');
  await leader.getByRole('dialog').getByRole('button', { name: '批准延期' }).click();
  await leader.getByText('已批准延期，告知函草稿已拟好').waitFor();
  await leader.goto(path);
  await leader.getByText('批准延期：2个月').waitFor();
  await leader.getByRole('article', { name: '延期告知' }).getByText('须向原审法院调取卷宗').first().waitFor();
  expect(await leader.getByRole('heading', { name: '每月后续答复' }).count()).toBe(1);
});

test.each([
  ['en', 'dark', 1440],
  ['zh-CN', 'light', 390],
] as const)(
  'the lists of approvals and reminders have no accessibility fault: %s, %s, %i px',
  async (locale, theme, width) => {
    const page = await visit('leader', '/approvals', { locale, theme, width });
    await page.getByRole('heading', { level: 1 }).waitFor();
    await lookOver(page, `approvals-${locale}-${theme}-${width}`);
    await page.goto('/reminders');
    await page.getByRole('listitem').first().waitFor();
    await lookOver(page, `reminders-${locale}-${theme}-${width}`);
  },
);
