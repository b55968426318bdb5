import { createHash } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createTransport, type SendMailOptions } from 'nodemailer';

/** One letter to one address. What it says leaves the house in clear: no personal data of petitioners. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html?: string;
  readonly attachments?: readonly MailAttachment[];
  /** Equal for equal letters, so that one sent again after a lost answer is seen to be the same. */
  readonly key?: string;
}

export interface MailAttachment {
  readonly fileName: string;
  readonly content: Buffer;
  readonly contentType: string;
}

export interface Mailer {
  /** @throws Error when the server did not take it: the caller's job tries again. */
  send(mail: Mail): Promise<void>;
}

/** Where letters go: a server by its URL, or, where none is named, a folder of `.eml` files. */
export type MailSetting = { readonly from: string } & ({ readonly smtpUrl: string } | { readonly folder: string });

/** No letter waits longer for a server: the job is tried again instead. */
const WAIT_MS = 20_000;
const WAITS = { connectionTimeout: WAIT_MS, greetingTimeout: WAIT_MS, socketTimeout: WAIT_MS };

export function openMailer(setting: MailSetting): Mailer {
  return 'smtpUrl' in setting ? bySmtp(setting) : intoFolder(setting);
}

function bySmtp({ from, smtpUrl }: { from: string; smtpUrl: string }): Mailer {
  const transport = createTransport({ url: smtpUrl, ...WAITS });
  return { send: async (mail) => void (await transport.sendMail(messageOf(mail, from))) };
}

function intoFolder({ from, folder }: { from: string; folder: string }): Mailer {
  const transport = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });
  return {
    async send(mail) {
      const { message, messageId } = await transport.sendMail(messageOf(mail, from));
      const file = path.join(folder, `${messageId.replaceAll(/[^\w.-]/g, '')}.eml`);
      await mkdir(folder, { recursive: true });
      await writeFile(`${file}.part`, message as Buffer);
      await rename(`${file}.part`, file);
    },
  };
}

function messageOf({ key, attachments = [], ...mail }: Mail, from: string): SendMailOptions {
  return {
    ...mail,
    from,
    ...(key && { messageId: `<${createHash('sha256').update(key).digest('hex').slice(0, 32)}@everyletter>` }),
    attachments: attachments.map(({ fileName, ...rest }) => ({ filename: fileName, ...rest })),
    disableFileAccess: true,
    disableUrlAccess: true,
    headers: { 'Auto-Submitted': 'auto-generated' },
  };
}
