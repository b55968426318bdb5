import { expect, test } from 'vitest';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { stranger, visit } = useBrowser();

test('a clerk signs in by keyboard and comes to the page she asked for', async () => {
  const page = await stranger();
  await page.goto('/time-limit');
  await page.getByRole('textbox', { name: '账号' }).focus();
  await page.keyboard.type('clerk@demo.example');
  await page.keyboard.press('Tab');
  await page.keyboard.type('demo-1234-demo');
  await page.keyboard.press('Enter');
  await page.waitForURL('**/time-limit');
  expect(await page.getByText('林静').isVisible()).toBe(true);
});

test('a wrong password is refused without a word about the account', async () => {
  const page = await stranger();
  await page.goto('/sign-in');
  await page.getByRole('textbox', { name: '账号' }).fill('nobody@demo.example');
  await page.getByLabel('密码').fill('wrong-wrong-wrong');
  await page.keyboard.press('Enter');
  expect(await page.getByRole('alert').textContent()).not.toContain('nobody');
  expect(new URL(page.url()).pathname).toBe('/sign-in');
});

test('an auditor finds no petitions behind the address of the desk', async () => {
  const page = await visit('auditor', '/');
  await page.waitForURL('**/time-limit');
  expect(await page.getByRole('link', { name: '办理台' }).count()).toBe(0);
});

test.each(['light', 'dark'] as const)('the sign-in page has no accessibility fault, %s', async (theme) => {
  const page = await stranger({ theme });
  await page.goto('/sign-in');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await lookOver(page, `sign-in-${theme}`);
});
