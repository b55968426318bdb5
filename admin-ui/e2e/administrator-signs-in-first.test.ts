import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf } from './authenticator.ts';
import { command, emptyDataDir, type House, startHouse } from './house.ts';
import { lookOver } from './look-over.ts';
import { useBrowser } from './persona.ts';

const { stranger } = useBrowser();
const EMAIL = 'security@office.example';
const OWN_PASSWORD = 'known to me alone';
const OFFICE = [
  '--name=某市人民检察院',
  '--short-name=某',
  '--level=MUNICIPAL',
  '--number-prefix=某检控申',
  '--address=某市某路1号',
  '--phone=12309',
  '--system-administrator=蒋明澈 <system@office.example>',
  `--security-administrator=丁守成 <${EMAIL}>`,
  '--auditor=魏自清 <auditor@office.example>',
];
/** An empty database, the migrations, and a start without a demonstration. Milliseconds. */
const FOUND_MS = 180_000;

/** A house of this file's own: without the demonstration, which needs no second factor. */
let house: House;
let said: string;
const passwordOf = (email: string) => new RegExp(`${email}\\s+(\\S+)`).exec(said)?.[1] ?? '';
beforeAll(async () => {
  const dataDir = await emptyDataDir();
  said = await output(['db', 'found-office', ...OFFICE], { DATA_DIR: dataDir, DEMO: '0' });
  house = await startHouse(dataDir, '0');
}, FOUND_MS);
afterAll(() => house?.stop());

function output(words: readonly string[], env: Readonly<Record<string, string>>): Promise<string> {
  const run = command(words, env);
  let said = '';
  for (const stream of [run.stdout, run.stderr]) stream?.on('data', (chunk: Buffer) => (said += chunk));
  return new Promise((resolve, reject) =>
    run.once('exit', (code) => (code === 0 ? resolve(said) : reject(new Error(said)))),
  );
}

async function signIn(password: string, email = EMAIL, colorScheme: 'light' | 'dark' = 'light') {
  const page = await stranger();
  await page.emulateMedia({ colorScheme });
  await page.goto(`${house.origin}/sign-in`);
  await page.getByRole('textbox', { name: '账号' }).fill(email);
  await page.getByLabel('密码').fill(password);
  await page.getByRole('button', { name: '登录' }).click();
  return page;
}

test('the first administrator chooses a password, binds an authenticator, keeps backup codes, and one opens the door', async () => {
  const page = await signIn(passwordOf(EMAIL));
  await page.getByLabel('新密码').fill(OWN_PASSWORD);
  await page.getByLabel('再输一遍').fill('something else');
  await page.getByRole('button', { name: '更换密码' }).click();
  await page.getByText('两次输入的密码不一样。').waitFor();
  await lookOver(page, 'first-sign-in-password');
  await page.getByLabel('再输一遍').fill(OWN_PASSWORD);
  await page.getByRole('button', { name: '更换密码' }).click();

  await page.getByRole('img', { name: '绑定动态口令的二维码' }).waitFor();
  await lookOver(page, 'first-sign-in-qr');
  const key = (await page.locator('code').textContent()) ?? '';
  await page.getByRole('textbox', { name: '动态口令' }).fill('000000');
  await page.getByRole('button', { name: '确认' }).click();
  await page.getByRole('alert').getByText('动态口令不对').waitFor();
  await page.getByRole('textbox', { name: '动态口令' }).fill(codeOf(key, Date.now()));
  await page.getByRole('button', { name: '确认' }).click();

  await page.getByRole('heading', { name: '备用码' }).waitFor();
  await lookOver(page, 'first-sign-in-backup-codes');
  const codes = await page.getByRole('listitem').allTextContents();
  expect(codes).toHaveLength(10);
  await page.getByRole('button', { name: '已保存，进入系统' }).click();
  await page.getByText('丁守成').waitFor();

  const later = await signIn(OWN_PASSWORD);
  await later.getByRole('button', { name: '改用备用码' }).click();
  await later.getByRole('textbox', { name: '备用码' }).fill('wrong-one');
  await later.getByRole('button', { name: '确认' }).click();
  await later.getByRole('alert').waitFor();
  await later.getByRole('textbox', { name: '备用码' }).fill(codes[0] ?? '');
  await later.getByRole('button', { name: '确认' }).click();
  await later.getByText('丁守成').waitFor();

  const refused = await signIn(passwordOf(EMAIL));
  await refused.getByRole('alert').getByText('账号或密码不对').waitFor();
});

test('what is owed at the first sign-in has no accessibility fault in the dark', async () => {
  const page = await signIn(passwordOf('auditor@office.example'), 'auditor@office.example', 'dark');
  await page.getByLabel('新密码').fill(OWN_PASSWORD);
  await page.getByLabel('再输一遍').fill(OWN_PASSWORD);
  await lookOver(page, 'first-sign-in-password-dark');
  await page.getByRole('button', { name: '更换密码' }).click();
  await page.getByRole('img', { name: '绑定动态口令的二维码' }).waitFor();
  await lookOver(page, 'first-sign-in-qr-dark');
});
