import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();
/** In the manner of a real one, for the year after the last that was published. */
const NOTICE = `国务院办公厅关于2027年部分节假日安排的通知
一、元旦：1月1日（周五）至3日（周日）放假，共3天。
二、春节：2月5日（农历除夕、周五）至11日（周四）放假调休，共7天。1月31日（周日）、2月20日（周六）上班。
三、清明节：4月3日（周六）至5日（周一）放假，共3天。
四、劳动节：5月1日（周六）至5日（周三）放假调休，共5天。4月25日（周日）、5月8日（周六）上班。
五、端午节：6月9日（周三）放假1天，不调休。
六、中秋节：9月15日（周三）放假1天，不调休。
七、国庆节：10月1日（周五）至7日（周四）放假调休，共7天。9月26日（周日）、10月9日（周六）上班。
2026年11月20日`;

test('an administrator pastes a notice with a slip, mends it, looks at the year and publishes it; everybody has it', async () => {
  const page = await visit('system', '/calendar');
  await page.getByRole('status').getByText('2027 年放假安排的通知还没有导入').waitFor();
  await lookOver(page, 'calendar-missing');
  const text = page.getByRole('textbox', { name: '通知全文' });
  await text.fill(NOTICE.replace('1月31日（周日）', '1月31日（周六）'));
  await page.getByRole('button', { name: '预览' }).click();
  await page.getByText('2027-01-31 写作周六，实为周日').waitFor();
  await text.fill(NOTICE);
  await page.getByRole('button', { name: '预览' }).click();
  const preview = page.getByRole('region', { name: '预览' });
  await preview.getByRole('heading', { name: '国务院办公厅关于2027年部分节假日安排的通知' }).waitFor();
  expect(await preview.locator('[data-day="2027-02-20"]').innerText()).toContain('班');
  expect(await preview.locator('[data-day="2027-02-11"]').innerText()).toContain('休');
  await lookOver(page, 'calendar-preview');
  const moved = preview
    .getByRole('listitem')
    .filter({ hasText: /〔\d{4}〕/ })
    .filter({ hasText: '实体性答复' })
    .first();
  const number = (await moved.locator('span').first().innerText()).trim();
  const [from, to] = [await moved.locator('del').innerText(), await moved.locator('ins').innerText()];
  expect(to).not.toBe(from);
  await preview.getByRole('button', { name: '发布 2027 年安排' }).click();
  await page.getByText('2027 年放假安排已发布').waitFor();
  await page.getByText('第 2 版').waitFor();
  expect(await page.getByRole('status').getByText('还没有导入').count()).toBe(0);

  await deskFollows(number, to);
  const clerk = await visit('clerk', '/calendar?year=2027', { theme: 'dark', locale: 'en', width: 390 });
  await clerk.getByText('国务院办公厅关于2027年部分节假日安排的通知').waitFor();
  expect(await clerk.getByRole('textbox').count()).toBe(0);
  await lookOver(clerk, 'calendar-phone-dark');
});

/** The desk finds the deadline where the preview said, with its trail, and no day of the list provisional. */
async function deskFollows(number: string, to: string): Promise<void> {
  const desk = await visit('clerk', '/');
  const search = desk.getByRole('searchbox').or(desk.getByPlaceholder('姓名、首字母、来信文字、编号、电话'));
  await search.fill(number);
  await search.press('Enter');
  await desk.getByRole('link', { name: number }).first().click();
  const answer = desk
    .getByRole('article')
    .filter({ has: desk.getByRole('heading', { name: '实体性答复', exact: true }) });
  await answer.waitFor();
  await expect
    .poll(() => desk.reload().then(() => answer.innerText()), { timeout: 20_000, interval: 1500 })
    .toContain(to);
  await answer.getByText('变动经过').click();
  await answer.getByText('重新计算').last().waitFor();
  await desk.goto('/');
  await desk
    .getByRole('link', { name: /〔\d{4}〕\d+号/ })
    .first()
    .waitFor();
  // Each deadline moves in its own turn.
  await expect
    .poll(() => desk.reload().then(() => desk.getByText(/剩 \d+ 天\*/).count()), { timeout: 20_000, interval: 1500 })
    .toBe(0);
}
