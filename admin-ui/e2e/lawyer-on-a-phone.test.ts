import { test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();
const PHONE = { width: 390 } as const;

test('a lawyer confirms a duty, cannot come to another, asks for a swap, and the administrator finds somebody', async () => {
  const phone = await visit('lawyer', '/', PHONE);
  await phone.getByRole('heading', { name: '我的值守' }).waitFor();
  await lookOver(phone, 'my-duties');
  const later = phone.getByRole('region', { name: '以后' });
  const [first, second, third] = [0, 1, 2].map((at) => later.getByRole('article').nth(at));
  await first?.getByRole('button', { name: '确认能来' }).click();
  await first?.getByText('已确认').waitFor();
  await second?.getByRole('button', { name: '不能来' }).click();
  await phone.getByLabel('原因').fill('当日外地开庭');
  await phone.getByRole('dialog').getByRole('button', { name: '不能来' }).click();
  await second?.getByText('已回绝').waitFor();
  await third?.getByRole('button', { name: '换班' }).click();
  await phone.getByRole('button', { name: '发出' }).click();
  await phone.getByText(/已问了 \d+ 位律师/).waitFor();
  await third?.getByText('换班中').waitFor();
  const desk = await visit('stations', '/swaps');
  const gap = desk.getByRole('article').filter({ hasText: '当日外地开庭' });
  await gap.getByRole('button', { name: /安排/ }).first().click();
  await desk.getByText(/已安排/).waitFor();
  await gap.waitFor({ state: 'detached' });
  await lookOver(desk, 'swaps');
});

test('a lawyer accepts to cover, the administrator approves, and planned and effective coverage stand side by side', async () => {
  const phone = await visit('lawyer', '/my-duties', PHONE);
  const asked = phone.getByRole('region', { name: '请您答复' });
  await asked.getByRole('button', { name: '接受', exact: true }).click();
  await asked.waitFor({ state: 'detached' });
  const desk = await visit('stations', '/swaps');
  const swap = desk.getByRole('article').filter({ hasText: '欧阳平接受' });
  await swap.getByRole('button', { name: '批准', exact: true }).click();
  await desk.getByText('已批准，双方值守已对换。').waitFor();
  await desk.goto('/attendance');
  await desk.getByText('本月实到覆盖率').waitFor();
  await lookOver(desk, 'attendance');
});

test('a conflict is overridden by another officer with a reason, and then the lawyer records the talk', async () => {
  const desk = await visit('stations', '/consultations');
  await desk.getByText(/来人曾是本所咨询人的对方/).waitFor();
  await lookOver(desk, 'consultations-office');
  await desk.getByRole('button', { name: '批准豁免' }).click();
  await desk.getByLabel('理由').fill('双方知情并书面同意');
  await desk.getByRole('button', { name: '批准', exact: true }).click();
  await desk.getByText('冲突已批准豁免：双方知情并书面同意').waitFor();
  const [name] = ['某置业公司'];
  const phone = await visit('lawyer', '/consultations', PHONE);
  const talk = phone.getByRole('article').filter({ hasText: name });
  await talk.getByRole('button', { name: '登记结果' }).click();
  await phone.getByLabel('结果').selectOption({ label: '指引法定途径' });
  await phone.getByRole('button', { name: '保存' }).click();
  await talk.getByText('已结束').waitFor();
  await lookOver(phone, 'consultations-lawyer');
});

test.each([
  ['lawyer', '/my-time', 'dark', 'en', 390],
  ['stations', '/lawyers', 'light', 'zh-CN', 1440],
  ['stations', '/lawyers?view=shares', 'dark', 'zh-CN', 1440],
  ['stations', '/lawyers?view=rules', 'light', 'en', 820],
] as const)('%s sees %s without an accessibility fault, %s, %s, %i px', async (persona, path, theme, locale, width) => {
  const page = await visit(persona, path, { theme, locale, width });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await lookOver(page, `lawyers-${path.replaceAll(/\W/g, '-')}`);
});
