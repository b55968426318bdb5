import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();
/** So far ahead that the rule moves nothing other stories look at. */
const FAR = '2099-01-01';

test('one administrator drafts a rule and sees what it moves, the other approves it', async () => {
  const system = await visit('system', '/policy');
  await system.getByRole('button', { name: '起草新版本' }).click();
  await system.getByRole('dialog').getByLabel('版本号').fill('story.1');
  await system.getByRole('dialog').getByLabel('施行日期').fill(FAR);
  await system.getByRole('dialog').getByRole('button', { name: '起草新版本' }).click();
  await system.getByRole('heading', { name: 'story.1' }).waitFor();
  await system.getByLabel('程序性回复 数值').fill('3');
  await system.getByLabel('程序性回复 单位').selectOption({ label: '工作日' });
  await system.getByLabel('程序性回复 依据').fill('本院规定第三条：三个工作日内回复');
  await system.getByLabel('已在计算的期限').selectOption({ label: '按新规则重新计算。' });
  await system.getByRole('button', { name: '保存草稿' }).click();
  await system.getByText('已保存草稿').waitFor();
  await system.getByText(/日期变动 [1-9]\d* 个/).waitFor();
  await lookOver(system, 'policy-draft');
  expect(await system.getByRole('button', { name: '批准' }).count()).toBe(0);

  const security = await visit('security', '/policy/story.1');
  await security.getByRole('button', { name: '批准' }).click();
  await security
    .getByRole('dialog')
    .getByText(/将变动 [1-9]\d* 个到期日/)
    .waitFor();
  await security.getByRole('dialog').getByRole('button', { name: '批准' }).click();
  await security.getByText('已批准，到日施行').waitFor();
  await security.goto('/policy');
  await security.getByRole('listitem').filter({ hasText: 'story.1' }).getByText('已批准').waitFor();
  await lookOver(security, 'policy-list');

  await security.getByRole('link', { name: '回复文书模板' }).click();
  await security.getByRole('link', { name: '程序性回复（存查）' }).click();
  await security.getByLabel('第 2 段', { exact: true }).fill('经审查，{{reasons}}，{{telephone}}。');
  await security.getByRole('button', { name: '保存草稿' }).click();
  await security.getByText('第 2 段的空白“telephone”').waitFor();
  await lookOver(security, 'reply-templates');
  await security.getByLabel('第 2 段', { exact: true }).fill('经审查，{{reasons}}，我院已将材料存档。');
  await security.getByRole('button', { name: '保存草稿' }).click();
  await security.getByText('草稿已保存').waitFor();
  await system.goto('/policy/reply-templates?template=procedural-filed');
  await system.getByRole('button', { name: '批准启用' }).click();
  await system.getByRole('dialog').getByRole('button', { name: '批准启用' }).click();
  await system.getByText('已启用').waitFor();
});

test.each([
  ['en', 'dark', 1440],
  ['zh-CN', 'light', 390],
] as const)('the rules in force are read by everybody of the desk: %s, %s, %i px', async (locale, theme, width) => {
  const page = await visit('clerk', '/policy/2025.1', { locale, theme, width });
  await page.getByRole('table').waitFor();
  await lookOver(page, `policy-${locale}-${theme}-${width}`);
  expect(await page.getByRole('spinbutton').count()).toBe(0);
});
