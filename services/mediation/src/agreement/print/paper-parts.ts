import { type Paper, setText } from '@everyletter/kit/paper';

/** Points. */
export const SIZE = { title: 22, head: 14, body: 12 } as const;
export const LINE = 8;

/** A heading with its words, a paragraph a line. */
export function setPart(paper: Paper, title: string, words: string): void {
  paper.moveDown(0.4);
  setText(paper, title, { face: 'HEAD', size: SIZE.head, lineGap: LINE });
  for (const paragraph of words.split('\n')) if (paragraph.trim() !== '') setLine(paper, paragraph.trim());
}

export function setLine(paper: Paper, words: string): void {
  setText(paper, words, { size: SIZE.body, lineGap: LINE, indent: 2 * SIZE.body });
}
