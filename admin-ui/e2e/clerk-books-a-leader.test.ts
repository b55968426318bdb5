import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { visit } = useBrowser();

test('a clerk books a leader for a petition; the leader is replaced, the number stays, and she tells the visitor', async () => {
  const page = await visit('clerk', '/');
  await page
    .getByRole('link', { name: /〔\d{4}〕\d+号/ })
    .first()
    .click();
  await page.waitForURL('**/petitions/*');
  await page.getByRole('button', { name: '预约专家号' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('来访人姓名').fill('欧阳建国');
  await dialog.getByLabel('电话').fill('13900004321');
  await dialog.getByRole('button', { name: '预约' }).click();
  await page.getByText(/已预约 \d+ 号/).waitFor();
  await page.getByRole('region', { name: '领导接访预约' }).getByRole('link').first().click();
  await page.waitForURL('**/reception/*');
  await page.getByText('欧***').waitFor();
  expect(await page.getByText('欧阳建国').count()).toBe(0);
  const administrator = await visit('rota', new URL(page.url()).pathname);
  await administrator.getByRole('button', { name: '更换领导' }).click();
  await administrator.getByLabel('接替的领导').selectOption({ index: 1 });
  await administrator.getByLabel('原因').fill('临时赴市院开会');
  await administrator.getByRole('button', { name: '更换', exact: true }).click();
  await administrator.getByText(/还有 1 位来访人没有告知/).waitFor();
  await lookOver(administrator, 'reception-day-replaced');
  await page.reload();
  await page.getByText(/临时赴市院开会/).waitFor();
  await page.getByText('欧***').waitFor();
  await page.getByRole('button', { name: '已告知' }).click();
  await expect.poll(() => page.getByText('还没有告知来访人').count()).toBe(0);
  await lookOver(page, 'reception-day');
});

test('the day is worked at the desk on a small screen', async () => {
  const page = await visit('clerk', '/rota', { width: 390, theme: 'dark' });
  await page.getByRole('gridcell', { name: /全天/ }).last().click();
  await page.waitForURL('**/reception/*');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await lookOver(page, 'reception-day-390-dark');
});

test('she puts the reception days into her calendar, and takes them out again', async () => {
  const page = await visit('clerk', '/account');
  const feed = page.getByRole('listitem').filter({ hasText: '全院领导接访' });
  await feed.getByRole('button', { name: '生成地址' }).click();
  const address = (await feed.getByRole('code').textContent()) ?? '';
  const opened = await page.request.get(new URL(address).pathname);
  expect(opened.headers()['content-type']).toContain('text/calendar');
  expect(await opened.text()).toContain('SUMMARY:领导接访');
  await lookOver(page, 'calendar-feeds');
  await feed.getByRole('button', { name: '停用' }).click();
  await feed.getByText('尚未生成地址').waitFor();
  expect((await page.request.get(new URL(address).pathname)).status()).toBe(404);
});
