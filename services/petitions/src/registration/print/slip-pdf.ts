import { registerFaces } from '@everyletter/kit/faces';
import { toBuffer } from 'bwip-js/node';
import PDFDocument from 'pdfkit';
import { bytesOf, type Document, set } from '../../reply/print/document.ts';

const MM = 72 / 25.4;
const RED = '#c8102e';
/** A label printer's usual roll, and a sheet of A6. Points. */
const LABEL = { width: 80 * MM, height: 50 * MM, margin: 4 * MM };
const RECEIPT = { width: 105 * MM, height: 148 * MM, margin: 9 * MM };

/** What a slip tells; days in Chinese. */
export interface Slip {
  readonly office: { readonly name: string; readonly address: string; readonly phone: string };
  readonly number: string;
  readonly receivedOn: string;
  readonly channel: string;
  readonly printedAt: Date;
}

export interface Receipt extends Slip {
  readonly queryCode: string;
  /** Of whoever came in person. */
  readonly queueNumber: string | null;
  readonly subject: string;
  readonly replyDueOn: string;
  /** How many papers were handed over with it. */
  readonly attachments: number;
}

/** To be stuck on the letter: its number in words and as a QR code, which a scanner types into any search box. */
export function labelPdf(slip: Slip): Promise<Buffer> {
  return labelsPdf(`标签 ${slip.number}`, [slip]);
}

/** A roll of them, one a page. */
export async function labelsPdf(title: string, [first, ...others]: readonly [Slip, ...Slip[]]): Promise<Buffer> {
  const document = open(LABEL, title, first.printedAt);
  await drawLabel(document, first);
  for (const slip of others) {
    document.addPage();
    await drawLabel(document, slip);
  }
  return bytesOf(document);
}

async function drawLabel(document: Document, { number, receivedOn, channel, office }: Slip): Promise<void> {
  const { width, margin } = LABEL;
  const size = 26 * MM;
  document.image(await qr(number), width - margin - size, margin + 2, { width: size });
  document.x = margin;
  document.y = margin;
  const words = { width: width - 2 * margin - size - 6, lineGap: 1 };
  set(document, office.name, { ...words, size: 8 });
  set(document, channel, { ...words, size: 10 });
  set(document, receivedOn, { ...words, size: 10 });
  document.y = margin + size + 8;
  document.x = margin;
  set(document, number, { face: 'HEAD', size: 15, width: width - 2 * margin, align: 'center', lineGap: 0 });
}

/** For the petitioner's hand: that it was received, by when a reply is due, and how to ask. No personal data. */
export async function receiptPdf(receipt: Receipt): Promise<Buffer> {
  const { office, number, queryCode, queueNumber, printedAt } = receipt;
  const document = open(RECEIPT, `回执 ${number}`, printedAt);
  const { width, margin } = RECEIPT;
  const whole = { width: width - 2 * margin, lineGap: 2 };
  set(document, office.name, { ...whole, face: 'HEAD', size: 14, color: RED, align: 'center' });
  set(document, '信访件登记回执', { ...whole, face: 'HEAD', size: 16, align: 'center' });
  if (queueNumber) set(document, `排队号 ${queueNumber}`, { ...whole, face: 'HEAD', size: 22, align: 'center' });
  document.moveDown(0.5);
  for (const line of linesOf(receipt)) set(document, line, { ...whole, size: 10.5, lineGap: 4 });
  document.moveDown(0.4);
  set(document, `查询码：${queryCode}`, { ...whole, face: 'HEAD', size: 14, align: 'center' });
  const size = 24 * MM;
  document.image(await qr(number), (width - size) / 2, document.y + 2, { width: size });
  document.y += size + 8;
  document.x = margin;
  const small = { ...whole, size: 8, lineGap: 2 };
  set(document, '凭信访编号和查询码可以查询办理情况。查询码只印在本回执上，请妥善保管，不要交给他人。', small);
  set(document, `${office.address}　电话：${office.phone}`, small);
  set(document, '本院工作人员不收取任何费用，不会通过链接索取个人信息。', small);
  return bytesOf(document);
}

function linesOf({ number, channel, receivedOn, subject, attachments, replyDueOn }: Receipt): string[] {
  const papers = attachments > 0 ? [`收到材料：${attachments} 份`] : [];
  return [
    `信访编号：${number}`,
    `渠道：${channel}　收件日期：${receivedOn}`,
    `事由：${subject}`,
    ...papers,
    `我院将于 ${replyDueOn} 前（含当日）向您作出程序性回复。`,
  ];
}

interface Sheet {
  readonly width: number;
  readonly height: number;
  readonly margin: number;
}

function open({ width, height, margin }: Sheet, title: string, printedAt: Date): Document {
  const document = new PDFDocument({
    size: [width, height],
    margin,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, CreationDate: printedAt },
    // Without this pdfkit looks for its own Latin metrics beside its source.
    font: null as never,
  });
  registerFaces(document);
  return document;
}

function qr(text: string): Promise<Buffer> {
  return toBuffer({ bcid: 'qrcode', text, scale: 4 });
}
