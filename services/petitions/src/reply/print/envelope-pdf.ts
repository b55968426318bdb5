import { unprintable } from '@everyletter/kit/faces';
import { bytesOf, type Document, MM, newDocument, set } from './document.ts';
import type { PrintedLetter } from './printed-letter.ts';

/** What an envelope is printed from. */
export interface PrintedEnvelope extends Pick<PrintedLetter, 'office' | 'letterNumber' | 'printedAt'> {
  readonly recipient: Addressee;
}

interface Addressee {
  readonly name: string;
  readonly address: string;
}

/** ZL, the wide one of GB/T 1416—2003, which takes an A4 sheet folded twice. */
const ZL = { width: 230 * MM, height: 120 * MM };
const SIZE = { name: 22, address: 16, sender: 13, small: 10.5 } as const;
const MARGIN = 20 * MM;

/** Envelopes in their own size, one a page, in the order given. */
export function envelopesPdf(envelopes: readonly PrintedEnvelope[]): Promise<Buffer> {
  const document = newDocument(envelopes[0]?.letterNumber ?? '', envelopes[0]?.printedAt ?? new Date(0));
  for (const { recipient, office, letterNumber } of envelopes) {
    document.addPage({ size: [ZL.width, ZL.height], margin: 0 });
    const frame = { x: MARGIN, y: 22 * MM, width: ZL.width - 2 * MARGIN, height: ZL.height - 44 * MM };
    front(document, frame, { recipient, office, letterNumber });
  }
  return bytesOf(document);
}

/** An A4 page to be cut out or shown through a window: the letter itself names no address. */
export function foldedEnvelope(
  document: Document,
  { office, letterNumber }: PrintedLetter,
  recipient: Addressee,
): void {
  document.addPage({ size: 'A4', margins: { top: 37 * MM, bottom: 30 * MM, left: 28 * MM, right: 26 * MM } });
  const { left, right, top } = document.page.margins;
  const width = document.page.width - left - right;
  document
    .rect(left, top, width, 110 * MM)
    .lineWidth(0.5)
    .dash(3, { space: 3 })
    .strokeColor('#888888')
    .stroke()
    .undash();
  const frame = { x: left + 10 * MM, y: top + 12 * MM, width: width - 20 * MM, height: 86 * MM };
  front(document, frame, { recipient, office, letterNumber });
  document.x = left;
  document.y = top + 116 * MM;
  const missing = unprintable(recipient.name + recipient.address);
  if (missing.length > 0) {
    const codes = missing.map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`).join('、');
    set(document, `字库未收以下字，印为“□”，请手写补入：${codes}`, { size: SIZE.small });
  }
}

interface Frame {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** To whom above, from whom below at the right. */
function front(
  document: Document,
  { x, y, width, height }: Frame,
  { recipient, office, letterNumber }: Omit<PrintedEnvelope, 'printedAt'>,
): void {
  const inner = { width, lineGap: 8 };
  document.x = x;
  document.y = y;
  set(document, recipient.address, { ...inner, size: SIZE.address });
  document.y += 6 * MM;
  set(document, `${recipient.name}　收`, { ...inner, size: SIZE.name });
  document.y = y + height - 18 * MM;
  set(document, `${office.name}　缄`, { ...inner, align: 'right', size: SIZE.sender });
  set(document, `${office.address}　${letterNumber}`, { ...inner, align: 'right', size: SIZE.small });
}
