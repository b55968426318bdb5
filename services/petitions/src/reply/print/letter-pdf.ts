import PDFDocument from 'pdfkit';
import { type Face, faceFile, runsOf, unprintable } from './faces.ts';
import { CLOSINGS, type PrintedLetter, TITLES } from './printed-letter.ts';

/** Points. Sizes and margins after GB/T 9704—2012 (党政机关公文格式): A4, body 三号; lines a little closer, so that a usual
 * letter stays on one page. */
const MM = 72 / 25.4;
const MARGINS = { top: 37 * MM, bottom: 30 * MM, left: 28 * MM, right: 26 * MM };
const SIZE = { head: 32, title: 22, body: 16, small: 10.5 } as const;
const LINE = 26;
/** Height of the closing words, the signature and the code below it. */
const SIGNATURE = 170;
const RED = '#c8102e';
const BLACK = '#000000';

export type Document = PDFKit.PDFDocument;
interface Setting extends PDFKit.Mixins.TextOptions {
  readonly face?: Face;
  readonly size?: number;
  readonly color?: string;
}

/** Sets a letter as an official one: red head, number, salutation, body, signature, code, pages and the envelope. */
export function letterPdf(letter: PrintedLetter): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: `${TITLES[letter.kind]} ${letter.letterNumber}`, CreationDate: letter.printedAt },
    // Without this pdfkit looks for its own Latin metrics beside its source.
    font: null as never,
  });
  registerFaces(document);
  head(document, letter);
  words(document, letter);
  signature(document, letter);
  const pages = document.bufferedPageRange().count;
  if (letter.recipient) envelope(document, letter, letter.recipient);
  number(document, pages, letter);
  return bytesOf(document);
}

export function registerFaces(document: Document): void {
  for (const face of ['TEXT', 'HEAD', 'RARE'] as const) document.registerFont(face, faceFile(face));
}

function head(document: Document, { office, kind, letterNumber }: PrintedLetter): void {
  const { left, right } = MARGINS;
  set(document, office.name, { face: 'HEAD', size: SIZE.head, color: RED, align: 'center', characterSpacing: 4 });
  document.moveDown(0.2);
  set(document, letterNumber, { align: 'center' });
  const y = document.y + 6;
  document
    .moveTo(left, y)
    .lineTo(document.page.width - right, y)
    .lineWidth(2)
    .strokeColor(RED)
    .stroke();
  document.y = y + 20;
  set(document, TITLES[kind], { face: 'HEAD', size: SIZE.title, align: 'center' });
  document.moveDown(0.4);
}

function words(document: Document, { salutation, body }: PrintedLetter): void {
  set(document, salutation, {});
  for (const paragraph of body.split('\n')) {
    if (paragraph.trim() !== '') set(document, paragraph.trim(), { indent: 2 * SIZE.body });
  }
}

/** Kept together with the closing words: a signature alone on a page proves nothing. */
function signature(document: Document, letter: PrintedLetter): void {
  const { kind, office, signedOn, verificationCode, petitionNumber } = letter;
  if (document.y + SIGNATURE > document.page.height - MARGINS.bottom) document.addPage();
  set(document, CLOSINGS[kind], { indent: 2 * SIZE.body });
  document.y += LINE / 2;
  set(document, office.name, { align: 'right' });
  set(document, signedOn, { align: 'right' });
  document.y += LINE / 2;
  const small = { size: SIZE.small, lineGap: 4 };
  set(document, `核验码：${verificationCode}　信访编号：${petitionNumber}`, small);
  set(document, `地址：${office.address}　电话：${office.phone}`, small);
  set(document, '可凭核验码致电或者到我院检察服务中心核验本函。本院工作人员不收取任何费用。', small);
}

/** A page of its own, to be cut out or shown through a window: the letter itself names no address. */
function envelope(
  document: Document,
  { office, letterNumber }: PrintedLetter,
  recipient: { readonly name: string; readonly address: string },
): void {
  document.addPage();
  const { left, right, top } = MARGINS;
  const width = document.page.width - left - right;
  document
    .rect(left, top, width, 110 * MM)
    .lineWidth(0.5)
    .dash(3, { space: 3 })
    .strokeColor('#888888')
    .stroke()
    .undash();
  const inner = { width: width - 20 * MM, lineGap: 8 };
  document.x = left + 10 * MM;
  document.y = top + 12 * MM;
  set(document, recipient.address, inner);
  document.y += 6 * MM;
  set(document, `${recipient.name}　收`, { ...inner, size: SIZE.title });
  document.y = top + 80 * MM;
  set(document, `${office.name}　缄`, { ...inner, align: 'right', size: SIZE.small + 3 });
  set(document, `${office.address}　${letterNumber}`, { ...inner, align: 'right', size: SIZE.small });
  document.x = left;
  document.y = top + 116 * MM;
  const missing = unprintable(recipient.name + recipient.address);
  if (missing.length > 0) {
    const codes = missing.map((character) => `U+${character.codePointAt(0)?.toString(16).toUpperCase()}`).join('、');
    set(document, `字库未收以下字，印为“□”，请手写补入：${codes}`, { size: SIZE.small });
  }
}

/** The envelope is not counted. */
function number(document: Document, pages: number, { letterNumber }: PrintedLetter): void {
  for (let page = 0; page < pages; page += 1) {
    document.switchToPage(page);
    // Below the margin, where pdfkit would otherwise begin a page.
    document.page.margins.bottom = 0;
    document.x = MARGINS.left;
    document.y = document.page.height - 22 * MM;
    set(document, `${letterNumber}　第 ${page + 1} 页　共 ${pages} 页`, { size: SIZE.small, align: 'center' });
  }
}

/** Sets text at the cursor, changing the face within it where a character needs another. */
export function set(document: Document, text: string, setting: Setting): void {
  const { face = 'TEXT', size = SIZE.body, color = BLACK, ...options } = setting;
  const runs = runsOf(text, face);
  document.fontSize(size).fillColor(color);
  const lineGap = options.lineGap ?? (size === SIZE.body ? LINE - document.font('TEXT').currentLineHeight(true) : 0);
  runs.forEach((run, at) => {
    const continued = at < runs.length - 1;
    document.font(run.face).text(run.text, { ...options, lineGap, continued });
  });
}

export function bytesOf(document: Document): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    document.on('data', (chunk: Buffer) => chunks.push(chunk));
    document.on('end', () => resolve(Buffer.concat(chunks)));
    document.on('error', reject);
    document.end();
  });
}
