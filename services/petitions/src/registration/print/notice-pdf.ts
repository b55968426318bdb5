import { registerFaces } from '@everyletter/kit/faces';
import PDFDocument from 'pdfkit';
import { bytesOf, set } from '../../reply/print/document.ts';

const MM = 72 / 25.4;
const MARGIN = 28 * MM;
const RED = '#c8102e';

/** What is missing, for the petitioner; days in Chinese. */
export interface Notice {
  readonly office: { readonly name: string; readonly address: string; readonly phone: string };
  readonly number: string;
  readonly subject: string;
  readonly items: readonly string[];
  readonly toldOn: string;
  readonly printedAt: Date;
}

/** 补正材料一次性告知书: the whole list, where to bring it, and that the reply does not wait for it. */
export function noticePdf({ office, number, subject, items, toldOn, printedAt }: Notice): Promise<Buffer> {
  const document = new PDFDocument({
    size: 'A4',
    margin: MARGIN,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: `补正材料告知书 ${number}`, CreationDate: printedAt },
    // Without this pdfkit looks for its own Latin metrics beside its source.
    font: null as never,
  });
  registerFaces(document);
  set(document, office.name, { face: 'HEAD', size: 24, color: RED, align: 'center' });
  set(document, '补正材料一次性告知书', { face: 'HEAD', size: 20, align: 'center' });
  document.moveDown(0.6);
  set(document, `信访编号：${number}`, { size: 14 });
  set(document, `事由：${subject}`, { size: 14 });
  document.moveDown(0.4);
  set(document, '为办理您反映的事项，请补充以下全部材料：', { size: 14 });
  items.forEach((item, at) => {
    set(document, `${at + 1}．${item}`, { size: 14, indent: 28 });
  });
  document.moveDown(0.4);
  set(document, `请寄送或者当面递交至：${office.address}，电话：${office.phone}。`, { size: 14 });
  set(document, '以上为一次性告知的全部材料。补正材料不影响我院在收到信访材料之日起七日内向您作出程序性回复。', {
    size: 14,
  });
  document.moveDown(1);
  set(document, office.name, { size: 14, align: 'right' });
  set(document, toldOn, { size: 14, align: 'right' });
  return bytesOf(document);
}
