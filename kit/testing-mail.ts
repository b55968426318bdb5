import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { SMTPServer } from 'smtp-server';

export interface ReceivedLetter {
  readonly from: string;
  readonly to: readonly string[];
  /** As it came, with what was encoded in it made readable. */
  readonly decoded: string;
}

export interface MailServer {
  readonly url: string;
  readonly letters: readonly ReceivedLetter[];
  /** The next letter is turned away as a server does that is busy. */
  refuseNext(): void;
  stop(): Promise<void>;
}

/** A real mail server on a port of its own, for tests. */
export async function startMailServer(): Promise<MailServer> {
  const letters: ReceivedLetter[] = [];
  let refusing = false;
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, { envelope }, done) {
      const source = await text(stream);
      if (refusing) {
        refusing = false;
        done(Object.assign(new Error('Try again later'), { responseCode: 451 }));
        return;
      }
      const { mailFrom, rcptTo } = envelope;
      const from = mailFrom ? mailFrom.address : '';
      letters.push({ from, to: rcptTo.map(({ address }) => address), decoded: decode(source) });
      done();
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  const { port } = server.server.address() as AddressInfo;
  return {
    url: `smtp://127.0.0.1:${port}`,
    letters,
    refuseNext: () => {
      refusing = true;
    },
    stop: () => new Promise((resolve) => server.close(resolve)),
  };
}

/** Words of headers and parts in base64 or quoted-printable; enough of the format for what `kit/mail.ts` writes. */
function decode(source: string): string {
  const words = source.replaceAll(/=\?UTF-8\?([BQ])\?(.*?)\?=(?:\r\n )?/gi, (_, form: string, word: string) =>
    form.toUpperCase() === 'B' ? Buffer.from(word, 'base64').toString() : quotedPrintable(word.replaceAll('_', ' ')),
  );
  return words.replaceAll(
    /(Content-Transfer-Encoding: (base64|quoted-printable)\r\n(?:.+\r\n)*\r\n)([\s\S]*?)(?=\r\n--|$)/gi,
    (_, head: string, form: string, body: string) =>
      head + (form.toLowerCase() === 'base64' ? Buffer.from(body, 'base64').toString() : quotedPrintable(body)),
  );
}

function quotedPrintable(body: string): string {
  const bytes = body
    .replaceAll(/=\r\n/g, '')
    .replaceAll(/=([0-9A-F]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
