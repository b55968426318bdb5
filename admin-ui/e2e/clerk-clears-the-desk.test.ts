import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();
/** A scan of one point. */
const SCAN = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==',
  'base64',
);
const PERSON = { name: '庄晓月', idNumber: '110199195511120035', phone: '13900000931' };
const dialog = (page: Page) => page.getByRole('dialog');

/** Types a form from the name on, as it is done all day: Tab from field to field, Ctrl and Enter at the end. */
async function fillIn(page: Page, subject: string, person = PERSON): Promise<void> {
  await page.getByLabel('诉求类别').selectOption('CRIMINAL_APPEAL');
  await page.getByRole('textbox', { name: '姓名' }).focus();
  for (const text of [person.name, person.idNumber, person.phone, '北京市海淀区知春路9号', subject, '请求依法监督。']) {
    await page.keyboard.insertText(text);
    await page.keyboard.press('Tab');
  }
}

async function registered(page: Page): Promise<string> {
  await page.keyboard.press('Control+Enter');
  await page.getByText('查询码', { exact: true }).waitFor();
  return (await page.getByRole('heading', { level: 2, name: /〔\d{4}〕\d+号/ }).textContent()) ?? '';
}

/** Down the lane to the row of that number. */
async function goTo(page: Page, number: string): Promise<void> {
  await page.getByRole('button', { name: new RegExp(number) }).waitFor();
  const active = page.locator('li button[aria-current="true"]');
  for (let step = 0; step < 60 && !(await active.textContent())?.includes(number); step += 1) {
    await page.keyboard.press('j');
  }
  expect(await active.textContent()).toContain(number);
}

test('the clerk registers letters with a scan beside the form, and clears them off the desk by keys', async () => {
  const page = await visit('clerk', '/register');
  await page.getByRole('heading', { name: '登记', level: 1 }).waitFor();
  await page.locator('input[type=file]').setInputFiles({ name: '来信.png', mimeType: 'image/png', buffer: SCAN });
  await page.getByLabel('来信.png').waitFor();
  await fillIn(page, '不服某某非法经营案判决', { ...PERSON, idNumber: '110105194912310021' });
  await page.getByText('身份证号校验码不对').waitFor();
  await lookOver(page, 'register-letter');
  const numbers = [await registered(page)];
  await lookOver(page, 'register-done');
  for (const subject of ['反映邻里通行权纠纷再审', '反映供暖合同纠纷裁定']) {
    await page.keyboard.press('n');
    await page.getByLabel('诉求类别').waitFor();
    await fillIn(page, subject, { name: '庄远山', idNumber: '', phone: '' });
    numbers.push(await registered(page));
  }
  await page.keyboard.press('o');
  await page.getByRole('heading', { level: 1, name: '反映供暖合同纠纷裁定' }).waitFor();

  await page.goto('/triage?lane=REAL_NAME');
  const [first = '', second = '', third = ''] = numbers;
  await goTo(page, first);
  await page.getByText('建议由院领导包案').waitFor();
  await lookOver(page, 'triage-desk');
  await page.keyboard.press('a');
  await dialog(page).getByText('受理条件逐项审查').waitFor();
  expect(await dialog(page).getByRole('button', { name: '受理', exact: true }).isEnabled()).toBe(false);
  for (let check = 0; check < 4; check += 1) {
    await page.keyboard.press('Space');
    await page.keyboard.press('Tab');
  }
  await dialog(page).getByLabel('承办部门').selectOption({ index: 1 });
  await dialog(page).getByRole('button', { name: '受理', exact: true }).press('Enter');
  await page.getByText(`${first} 已受理`).waitFor();

  await goTo(page, second);
  await page.keyboard.press('x');
  await goTo(page, third);
  await page.keyboard.press('x');
  await page.getByText('已选 2 件').waitFor();
  await page.keyboard.press('i');
  await dialog(page).getByLabel('理由').fill('应当先向人民法院申请再审');
  await lookOver(page, 'triage-bulk');
  await dialog(page).getByRole('button', { name: '告知' }).press('Enter');
  await dialog(page).getByText('办成 2 件，未办成 0 件').waitFor();
  await page.keyboard.press('Escape');
  for (const number of numbers) {
    await page.getByRole('button', { name: new RegExp(number) }).waitFor({ state: 'detached' });
  }
});

test('a repeat letter is pointed out, a person decides, and both show the link', async () => {
  const page = await visit('clerk', '/register');
  await fillIn(page, '不服某某抚养费纠纷再审裁定');
  const earlier = await registered(page);
  await page.keyboard.press('n');
  await page.getByLabel('诉求类别').waitFor();
  await fillIn(page, '再次反映某某抚养费纠纷再审裁定');
  await page.getByRole('radio', { name: new RegExp(earlier) }).check();
  await lookOver(page, 'register-repeat');
  await registered(page);
  await page.getByText(`已并入 ${earlier} 的信访事项`).waitFor();
  await page.keyboard.press('o');
  const back = page.getByRole('link', { name: earlier }).first();
  await back.waitFor();
  const repeat = (await page.title()).split(' ')[0] ?? '';
  await back.click();
  await page.getByRole('link', { name: repeat }).waitFor();
});

test.each([
  ['/register?form=SUPERIOR_ASSIGNED', '登记|Register', 'zh-CN', 'dark', 1440],
  ['/register', '登记|Register', 'en', 'light', 390],
  ['/triage', '分诊台|Triage desk', 'en', 'dark', 1440],
  ['/day', '日清日结|Cleared daily', 'zh-CN', 'light', 390],
] as const)('%s has no accessibility fault (%s, %s, %s, %i px)', async (path, heading, locale, theme, width) => {
  const page = await visit('clerk', path, { locale, theme, width });
  await page.getByRole('heading', { level: 1, name: new RegExp(heading) }).waitFor();
  await lookOver(page, `intake-${path.slice(1, 7)}-${locale}-${theme}-${width}`);
});
