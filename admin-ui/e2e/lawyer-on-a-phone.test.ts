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

test('a lawyer asked to represent accepts and suggests; the office answers, and the lawyer ends it', async () => {
  const clerk = await visit('clerk', '/?states=DISPOSED');
  await clerk
    .getByRole('link', { name: /〔\d{4}〕\d+号/ })
    .first()
    .click();
  await clerk.getByRole('button', { name: '请律师代理' }).click();
  const form = clerk.getByRole('dialog');
  const lawyer = form.getByRole('combobox', { name: '律师' });
  await lawyer.selectOption(await lawyer.getByRole('option', { name: '欧阳平' }).getAttribute('value'));
  await form.getByLabel('信访人姓名').fill('邵知远');
  await form.getByLabel('代为接收答复').check();
  await form.getByLabel(/已当面说明代理免费/).check();
  await lookOver(clerk, 'representation-propose');
  await form.getByRole('button', { name: '查冲突并征求律师意见' }).click();
  await clerk.getByText('没有查到利益冲突，已征求律师意见。').waitFor();

  const phone = await visit('lawyer', '/consultations', PHONE);
  const acting = phone.getByRole('article').filter({ hasText: '邵知远' });
  await acting.getByRole('button', { name: '接受代理' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: '接受代理' }).click();
  await acting.getByRole('button', { name: '提出意见' }).click();
  await phone.getByLabel('律师意见').fill('建议调取原审庭审录像核对。');
  await phone.getByRole('dialog').getByRole('button', { name: '提出意见' }).click();
  await acting.getByText('建议调取原审庭审录像核对。').waitFor();

  await clerk.reload();
  await clerk.getByRole('button', { name: '加为答复收件人' }).click();
  await form.getByRole('button', { name: '添加收件人' }).click();
  await clerk.goto('/consultations');
  const owed = clerk.getByRole('article').filter({ hasText: '建议调取原审庭审录像核对。' });
  await owed.getByRole('button', { name: '答复意见' }).click();
  await form.getByLabel('院方答复').fill('经研究，已调取录像并核对。');
  await form.getByRole('button', { name: '答复', exact: true }).click();
  await owed.waitFor({ state: 'detached' });
  await lookOver(clerk, 'consultations-owed');

  await phone.reload();
  await acting.getByText('经研究，已调取录像并核对。').waitFor();
  await acting.getByRole('button', { name: '结束代理' }).click();
  await phone.getByRole('dialog').getByLabel('理由').selectOption({ index: 1 });
  await phone.getByRole('dialog').getByRole('button', { name: '结束代理' }).click();
  await acting.getByText('已结束').waitFor();
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
