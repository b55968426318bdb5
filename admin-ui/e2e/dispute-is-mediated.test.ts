import type { Locator, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { inDays } from './china-day.ts';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();
const PHONE = { width: 390 };
/** As long as the page itself is waited for, also on a busy machine. */
const PATIENCE = { timeout: 15_000 };
/** A PDF as far as anybody looks before it is opened. */
const SIGNED = { name: '协议.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 signed') };

async function choose(page: Page, label: string, option: string): Promise<void> {
  await page.getByRole('dialog').getByRole('combobox', { name: label }).selectOption({ label: option });
}

/** From the page of a petition to both consents; answers the address of the referral. */
async function refer(clerk: Page, dispute: string): Promise<string> {
  const rows = clerk.getByRole('link', { name: /〔\d{4}〕\d+号/ });
  await rows.first().waitFor();
  const paths = await rows.evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''));
  for (const path of paths.slice(3)) {
    await clerk.goto(path);
    await clerk.getByRole('heading', { name: '第三方调解' }).waitFor();
    if ((await clerk.getByRole('link', { name: '提请调解' }).count()) > 0) break;
  }
  await clerk.getByRole('link', { name: '提请调解' }).click();
  await clerk.getByLabel('争议类型').selectOption({ label: '相邻关系' });
  await clerk
    .getByRole('combobox', { name: '合作组织' })
    .selectOption({ label: '海淀区知春里人民调解委员会（擅长此类）' });
  await clerk.getByRole('textbox', { name: '争议（必须）' }).fill(dispute);
  await clerk.getByRole('textbox', { name: '姓名或者单位' }).first().fill('田静姝');
  await clerk.getByRole('textbox', { name: '姓名或者单位' }).last().fill('孟广田');
  await clerk.getByRole('button', { name: '提出，开始征求意见' }).click();
  await clerk.getByText('请确认提请的不是检察机关的决定').waitFor();
  await clerk.getByLabel(/我确认：提请的是民事争议/).check();
  await lookOver(clerk, 'mediation-refer');
  await clerk.getByRole('button', { name: '提出，开始征求意见' }).click();
  await clerk.getByText('当事人同意').waitFor();
  for (const left of [2, 1]) {
    await clerk.getByRole('button', { name: '登记答复' }).first().click();
    await choose(clerk, '答复', '同意');
    await clerk.getByRole('dialog').getByRole('button', { name: '保存' }).click();
    await expect.poll(() => clerk.getByRole('button', { name: '登记答复' }).count(), PATIENCE).toBe(left - 1);
  }
  await clerk.getByText('合作组织答复是否受理').waitFor();
  return new URL(clerk.url()).pathname;
}

/** The big button of the case, whatever it says now. */
const act = (page: Page, words: string) =>
  page.getByRole('region', { name: '现在' }).getByRole('button', { name: words, exact: true }).click();
const confirm = (page: Page, words: string) =>
  page.getByRole('dialog').getByRole('button', { name: words, exact: true }).click();

async function takeUp(mediator: Page, dispute: string, nature: string): Promise<void> {
  await mediator.getByRole('link', { name: new RegExp(dispute) }).click();
  await act(mediator, '受理');
  await confirm(mediator, '受理');
  await act(mediator, '披露利害关系');
  await choose(mediator, '与当事人的关系', nature);
  if (nature !== '没有利害关系') await mediator.getByRole('dialog').getByLabel('具体情况').fill('与一方的表兄是同学');
  await confirm(mediator, '披露');
}

async function partySays(mediator: Page, answer: string): Promise<void> {
  await act(mediator, '登记双方是否接受您');
  await choose(mediator, '答复', answer);
  if (answer === '不同意') await mediator.getByLabel('不接受的理由').fill('他与对方的表兄是同学');
  await confirm(mediator, '登记答复');
  await expect.poll(() => mediator.getByRole('dialog').count(), PATIENCE).toBe(0);
}

/** A session is agreed on, and then another time: who was told is to be told again. */
async function meet(mediator: Page): Promise<void> {
  await act(mediator, '安排调解');
  const dialog = mediator.getByRole('dialog');
  await dialog.getByLabel('开始时间').fill(`${inDays(3)}T09:30`);
  await dialog.getByLabel('地点').fill('知春里居委会二楼');
  await confirm(mediator, '安排调解');
  const sessions = mediator.getByRole('region', { name: '调解安排' });
  await sessions.getByText(inDays(3)).waitFor();
  await sessions.getByRole('button', { name: '改期' }).click();
  await dialog.getByLabel('开始时间').fill(`${inDays(4)}T14:00`);
  await confirm(mediator, '改期');
  await sessions.getByText(inDays(4)).waitFor();
  const calendar = await mediator.request.get(await addressOf(sessions.getByRole('link')));
  expect(await calendar.text()).toMatch(
    new RegExp(`SEQUENCE:1\\r\\n[\\s\\S]*DTSTART:${inDays(4).replaceAll('-', '')}T060000Z`),
  );
}

/** Written down, signed, performed and closed; then it is gone from the mediator’s page. */
async function agreeAndPerform(mediator: Page): Promise<void> {
  await mediator.getByRole('button', { name: '写协议' }).click();
  const dialog = mediator.getByRole('dialog');
  await dialog.getByLabel('纠纷的主要事实').fill('楼上改建致楼下渗水');
  await dialog.getByLabel('协议内容').fill('孟广田承担修缮费用一万元');
  await dialog.getByLabel('谁做什么、怎么做').fill('孟广田当场付清一万元');
  await dialog.getByLabel('期限').fill('2030-01-01');
  await confirm(mediator, '保存');
  await act(mediator, '签字生效');
  await mediator.getByRole('dialog').getByLabel('签字后的协议（拍照或者 PDF）').setInputFiles(SIGNED);
  await mediator.getByText('已收到，可以再传一份').waitFor();
  await confirm(mediator, '签字生效');
  await mediator.getByRole('button', { name: '登记履行' }).click();
  await confirm(mediator, '登记履行');
  await mediator
    .getByText(/已履行/)
    .first()
    .waitFor();
  await lookOver(mediator, 'portal-case-390');
  await act(mediator, '全部履行，结案');
  await confirm(mediator, '全部履行，结案');
  await mediator.getByText('已结束，这件调解不再显示。').waitFor();
}

const addressOf = async (link: Locator): Promise<string> => (await link.getAttribute('href')) ?? '';

test('a clerk refers with consent, and a mediator on a phone brings it to a performed agreement', async () => {
  const clerk = await visit('clerk', '/?states=DISPOSED');
  const path = await refer(clerk, '楼上漏水的修缮费用');
  await lookOver(clerk, 'mediation-referral');
  const mediator = await visit('mediator', '/portal', PHONE);
  await lookOver(mediator, 'portal-390');
  await takeUp(mediator, '楼上漏水的修缮费用', '没有利害关系');
  await partySays(mediator, '同意');
  await partySays(mediator, '同意');
  await meet(mediator);
  await mediator.getByRole('button', { name: '记一笔' }).click();
  await mediator.getByRole('dialog').getByLabel('内容').fill('申请人私下说底线是八千元');
  await confirm(mediator, '保存');
  await mediator.getByText('申请人私下说底线是八千元').waitFor();
  await agreeAndPerform(mediator);

  await clerk.goto(path);
  await clerk.getByText('孟广田承担修缮费用一万元').waitFor();
  const dossier = await clerk.request.get(await addressOf(clerk.getByRole('link', { name: '导出卷宗' })));
  expect(dossier.headers()['content-type']).toBe('application/pdf');
  expect(await clerk.getByRole('main').textContent()).not.toContain('底线');
  const [sealed] = await Promise.all([clerk.request.get('/portal'), clerk.goto('/portal')]);
  expect(await sealed.text()).not.toContain('底线');
  expect(await clerk.getByText('底线').count()).toBe(0);
});

test('a party withdraws, and the mediator’s page is empty at once', async () => {
  const clerk = await visit('clerk', '/mediation');
  await clerk.getByRole('link', { name: '交通事故后续医疗费的承担' }).click();
  const mediator = await visit('mediator', '/portal', PHONE);
  await mediator.getByRole('link', { name: /交通事故后续医疗费的承担/ }).click();
  await mediator.getByRole('button', { name: '不受理' }).waitFor();
  await clerk.getByRole('button', { name: '退出调解' }).first().click();
  await confirm(clerk, '登记退出');
  await clerk.getByText('当事人退出').first().waitFor();
  await act(mediator, '受理');
  await confirm(mediator, '受理');
  await mediator.getByRole('alert').getByText('没有这件调解，或者您已无权查看。').waitFor();
  await mediator.reload();
  await mediator.getByText('结束的调解不再显示').waitFor();
  await lookOver(mediator, 'portal-gone-390');
});

test('a mediator discloses an interest, a party objects, and a colleague takes over', async () => {
  const clerk = await visit('head', '/?states=DISPOSED');
  await refer(clerk, '共用院墙的修缮');
  const mediator = await visit('mediator', '/portal', PHONE);
  await takeUp(mediator, '共用院墙的修缮', '认识一方');
  await partySays(mediator, '不同意');
  await act(mediator, '换一位调解员');
  await choose(mediator, '由谁调解', '和敬之');
  await choose(mediator, '理由', '一方不接受');
  await confirm(mediator, '换一位调解员');
  await mediator.getByText('已换人，这件调解不再显示。').waitFor();
  expect(await mediator.getByRole('link', { name: /共用院墙的修缮/ }).count()).toBe(0);
  const colleague = await visit('mediator2', '/portal', PHONE);
  await colleague.getByRole('link', { name: /共用院墙的修缮/ }).click();
  await colleague.getByRole('button', { name: '披露利害关系' }).waitFor();

  await colleague.goto('/partners');
  await colleague.getByRole('button', { name: '添加调解员' }).click();
  await colleague.getByRole('dialog').getByLabel('姓名或者单位').fill('安宁');
  await confirm(colleague, '保存');
  await colleague.getByRole('button', { name: '邀请登录：安宁' }).click();
  await colleague.getByRole('dialog').getByLabel('账号（邮箱）').fill('anning@demo.example');
  const code = colleague.locator('[data-code]');
  // The roster hears of a new mediator a moment later.
  const isInvited = async () => {
    const make = colleague.getByRole('dialog').getByRole('button', { name: '生成口令' });
    if ((await make.count()) > 0) await make.click();
    return code.count();
  };
  await expect.poll(isInvited, { ...PATIENCE, interval: 500 }).toBe(1);
  await lookOver(colleague, 'partners-390');
});

test('parties are asked what they thought once the office wants it, and a slip is kept apart from the case', async () => {
  const head = await visit('head', '/mediation/report');
  await head.getByRole('button', { name: '开始请当事人评价' }).click();
  await head.getByText('调解结束后请当事人自愿评价。').waitFor();
  const clerk = await visit('clerk', '/mediation?view=ALL');
  await clerk.getByRole('link', { name: '赡养费给付方式的分歧' }).click();
  await clerk.getByRole('button', { name: '登记评价' }).first().click();
  await choose(clerk, '对这次调解', '满意');
  await choose(clerk, '是否觉得可以随时说不', '是');
  await lookOver(clerk, 'mediation-feedback');
  await confirm(clerk, '保存');
  await clerk.getByText('已登记评价。').waitFor();
});

test.each([
  ['zh-CN', 'dark'],
  ['en', 'light'],
] as const)('the list and a referral have no accessibility fault: %s, %s', async (locale, theme) => {
  const page = await visit('clerk', '/mediation?view=ALL', { locale, theme });
  await page.getByRole('link', { name: '赡养费给付方式的分歧' }).waitFor();
  await lookOver(page, `mediation-${locale}-${theme}`);
  await page.getByRole('link', { name: '赡养费给付方式的分歧' }).click();
  await page.getByRole('heading', { level: 1 }).waitFor();
  await lookOver(page, `mediation-referral-${locale}-${theme}`);
});
