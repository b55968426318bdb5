import { BODY_SIZE, bytesOf, type Document, LINE, MM, newDocument, set } from './document.ts';
import { foldedEnvelope } from './envelope-pdf.ts';
import { CLOSINGS, type PrintedLetter, TITLES } from './printed-letter.ts';

/** Margins after GB/T 9704—2012 (党政机关公文格式): A4. */
const MARGINS = { top: 37 * MM, bottom: 30 * MM, left: 28 * MM, right: 26 * MM };
const SIZE = { head: 32, title: 22, body: BODY_SIZE, small: 10.5 } as const;
/** Height of the closing words, the signature and the code below it. */
const SIGNATURE = 170;
const RED = '#c8102e';

/** Sets a letter as an official one: red head, number, salutation, body, signature, code, pages and the envelope. */
export function letterPdf(letter: PrintedLetter): Promise<Buffer> {
  return lettersPdf([letter]);
}

/** One document of many letters, each with its own pages and envelope, in the order given: for one run of the printer. */
export function lettersPdf(letters: readonly PrintedLetter[]): Promise<Buffer> {
  const [first] = letters;
  const title = first ? `${TITLES[first.kind]} ${first.letterNumber}` : '';
  const document = newDocument(title, first?.printedAt ?? new Date(0));
  for (const letter of letters) {
    const start = document.bufferedPageRange().count;
    document.addPage({ size: 'A4', margins: MARGINS });
    head(document, letter);
    words(document, letter);
    signature(document, letter);
    number(document, { start, end: document.bufferedPageRange().count }, letter);
    if (letter.recipient) foldedEnvelope(document, letter, letter.recipient);
  }
  return bytesOf(document);
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
  const { kind, office, signedOn, verificationCode, petitionNumber, queryCode } = letter;
  if (document.y + SIGNATURE > document.page.height - MARGINS.bottom)
    document.addPage({ size: 'A4', margins: MARGINS });
  set(document, CLOSINGS[kind], { indent: 2 * SIZE.body });
  document.y += LINE / 2;
  set(document, office.name, { align: 'right' });
  set(document, signedOn, { align: 'right' });
  document.y += LINE / 2;
  const small = { size: SIZE.small, lineGap: 4 };
  set(
    document,
    `核验码：${verificationCode}　信访编号：${petitionNumber}${queryCode ? `　查询码：${queryCode}` : ''}`,
    small,
  );
  set(document, `地址：${office.address}　电话：${office.phone}`, small);
  set(document, '可凭核验码致电或者到我院检察服务中心核验本函。本院工作人员不收取任何费用。', small);
}

/** The envelope is not counted. */
function number(
  document: Document,
  { start, end }: { readonly start: number; readonly end: number },
  { letterNumber }: PrintedLetter,
): void {
  for (let page = start; page < end; page += 1) {
    document.switchToPage(page);
    // Below the margin, where pdfkit would otherwise begin a page.
    document.page.margins.bottom = 0;
    document.x = MARGINS.left;
    document.y = document.page.height - 22 * MM;
    set(document, `${letterNumber}　第 ${page - start + 1} 页　共 ${end - start} 页`, {
      size: SIZE.small,
      align: 'center',
    });
  }
}
