import { newPaper, paperBytes, setText } from '@everyletter/kit/paper';

/** All words of a closing letter, ready to be set. Days are in Chinese. */
export interface ClosingLetter {
  readonly dispute: string;
  readonly organisation: string;
  readonly endedOn: string;
  readonly reason: string;
  readonly printedAt: Date;
}

/** That it ended without agreement, and the ways that stay open. Source: 人民调解法 26. */
const ROUTES = [
  '就民事争议向有管辖权的人民法院起诉；约定仲裁的，申请仲裁。',
  '依法向行政机关申请处理、行政复议，或者提起行政诉讼。',
  '继续通过信访渠道反映；原信访事项照常办理，回复期限不受调解影响。',
  '经济困难的，向法律援助机构申请法律援助；符合条件的，申请司法救助。',
];
const SIZE = { title: 22, body: 14 } as const;
const LINE = 10;

export function closingLetterPdf({
  dispute,
  organisation,
  endedOn,
  reason,
  printedAt,
}: ClosingLetter): Promise<Buffer> {
  const paper = newPaper('调解终结告知书', printedAt);
  const say = (words: string) => setText(paper, words, { size: SIZE.body, lineGap: LINE, indent: 2 * SIZE.body });
  setText(paper, '调解终结告知书', { face: 'HEAD', size: SIZE.title, align: 'center' });
  paper.moveDown(0.8);
  say(`关于“${dispute}”的调解，由${organisation}主持，因${reason}，已于${endedOn}终结。`);
  say('调解中作出的让步，不作为以后任何程序中的证据。您仍然可以：');
  for (const [at, route] of ROUTES.entries()) say(`${at + 1}．${route}`);
  say('调解不收取任何费用。');
  return paperBytes(paper);
}
