import { type Face, registerFaces, runsOf } from '@everyletter/kit/faces';
import PDFDocument from 'pdfkit';

/** Points in a millimetre. */
export const MM = 72 / 25.4;
/** 三号 for the body, as GB/T 9704—2012 has it; its lines a little closer, so that a usual letter stays on one page. */
export const BODY_SIZE = 16;
export const LINE = 26;
const BLACK = '#000000';

export type Document = PDFKit.PDFDocument;
interface Setting extends PDFKit.Mixins.TextOptions {
  readonly face?: Face;
  readonly size?: number;
  readonly color?: string;
}

/** A document with the faces that ship with the product, and no page yet. */
export function newDocument(title: string, printedAt: Date): Document {
  const document = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, CreationDate: printedAt },
    // Without this pdfkit looks for its own Latin metrics beside its source.
    font: null as never,
  });
  registerFaces(document);
  return document;
}

/** Sets text at the cursor, changing the face within it where a character needs another. */
export function set(document: Document, text: string, setting: Setting): void {
  const { face = 'TEXT', size = BODY_SIZE, color = BLACK, ...options } = setting;
  const runs = runsOf(text, face);
  document.fontSize(size).fillColor(color);
  const lineGap = options.lineGap ?? (size === BODY_SIZE ? LINE - document.font('TEXT').currentLineHeight(true) : 0);
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
