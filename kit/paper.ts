import PDFDocument from 'pdfkit';
import { type Face, registerFaces, runsOf } from './faces.ts';

/** Something to be printed, set in faces that ship with the product. */
export type Paper = PDFKit.PDFDocument;

export interface Setting extends PDFKit.Mixins.TextOptions {
  readonly face?: Face;
  readonly size: number;
  readonly color?: string;
}

const MM = 72 / 25.4;
const MARGINS = { top: 30 * MM, bottom: 25 * MM, left: 28 * MM, right: 26 * MM };
const BLACK = '#000000';

/** An empty A4 sheet in Chinese. */
export function newPaper(title: string, printedAt: Date): Paper {
  const paper = new PDFDocument({
    size: 'A4',
    margins: MARGINS,
    lang: 'zh-CN',
    displayTitle: true,
    info: { Title: title, CreationDate: printedAt },
    // Without this pdfkit looks for its own Latin metrics beside its source.
    font: null as never,
  });
  registerFaces(paper);
  return paper;
}

/** Sets text at the cursor, changing the face within it where a character needs another. */
export function setText(paper: Paper, text: string, { face = 'TEXT', size, color = BLACK, ...options }: Setting): void {
  const runs = runsOf(text, face);
  paper.fontSize(size).fillColor(color);
  runs.forEach((run, at) => {
    const continued = at < runs.length - 1;
    paper.font(run.face).text(run.text, { ...options, continued });
  });
}

export function paperBytes(paper: Paper): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = [];
    paper.on('data', (chunk: Buffer) => chunks.push(chunk));
    paper.on('end', () => resolve(Buffer.concat(chunks)));
    paper.on('error', reject);
    paper.end();
  });
}
