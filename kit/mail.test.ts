import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { type Mail, type Mailer, openMailer } from './mail.ts';
import { type MailServer, startMailServer } from './testing-mail.ts';

const FROM = '信访接待 <desk@letters.example>';
const MAIL: Mail = { to: 'chen@letters.example', subject: '今日提醒 3 件', text: '〔2026〕00012号', key: 'digest/1' };

let server: MailServer | undefined;
afterEach(() => server?.stop());

async function connected(): Promise<{ server: MailServer; mailer: Mailer }> {
  server = await startMailServer();
  return { server, mailer: openMailer({ from: FROM, smtpUrl: server.url }) };
}

test('a letter with Chinese words and a file reaches a real server as it was written', async () => {
  const { server, mailer } = await connected();
  const attachments = [{ fileName: '月报.csv', content: Buffer.from('件数,3'), contentType: 'text/csv' }];
  await mailer.send({ ...MAIL, html: '<p>〔2026〕00012号</p>', attachments });
  const [letter] = server.letters;
  expect(letter).toMatchObject({ to: ['chen@letters.example'], from: 'desk@letters.example' });
  expect(letter?.decoded).toContain('今日提醒 3 件');
  expect(letter?.decoded).toContain('件数,3');
  expect(letter?.decoded).toContain('Auto-Submitted: auto-generated');
});

test('one sent again carries the same name, so that it is seen to be the same', async () => {
  const { server, mailer } = await connected();
  await mailer.send(MAIL);
  await mailer.send(MAIL);
  const names = server.letters.map(({ decoded }) => /^Message-ID: (.*)$/im.exec(decoded)?.[1]);
  expect(names[0]).toMatch(/^<[0-9a-f]{32}@everyletter>/);
  expect(names[1]).toBe(names[0]);
});

test('a server that refuses makes the sending fail, and the next try arrives', async () => {
  const { server, mailer } = await connected();
  server.refuseNext();
  await expect(mailer.send(MAIL)).rejects.toThrow();
  await mailer.send(MAIL);
  expect(server.letters).toHaveLength(1);
});

test('nothing of a line break in a subject becomes a header', async () => {
  const { server, mailer } = await connected();
  await mailer.send({ ...MAIL, subject: 'due\r\nBcc: other@letters.example' });
  expect(server.letters[0]?.to).toEqual(['chen@letters.example']);
  expect(server.letters[0]?.decoded).not.toMatch(/^Bcc:/m);
});

test('without a server letters lie in a folder, each once', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'everyletter-mail-'));
  const mailer = openMailer({ from: FROM, folder });
  await mailer.send(MAIL);
  await mailer.send(MAIL);
  const files = await readdir(folder);
  expect(files).toHaveLength(1);
  expect(await readFile(path.join(folder, files[0] as string), 'utf8')).toContain('To: chen@letters.example');
  await rm(folder, { recursive: true });
});
