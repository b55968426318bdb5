import { newPaper, paperBytes, setText } from '@everyletter/kit/paper';
import { SIZE, setLine, setPart } from '../agreement/print/paper-parts.ts';

/** All words of a dossier, ready to be set. Days are in Chinese. */
export interface PrintedDossier {
  readonly dispute: string;
  readonly parties: readonly string[];
  readonly consents: readonly string[];
  readonly course: readonly string[];
  /** What the office received; null without an agreement. */
  readonly agreement: {
    readonly words: string;
    readonly performance: readonly string[];
    readonly court: string;
  } | null;
  readonly papers: readonly string[];
  readonly printedAt: Date;
}

/** What the office keeps of a mediation, and nothing of what was said in it. Source: 人民调解法 27 (立卷归档). */
export function dossierPdf(dossier: PrintedDossier): Promise<Buffer> {
  const paper = newPaper('调解卷宗', dossier.printedAt);
  setText(paper, '调解卷宗', { face: 'HEAD', size: SIZE.title, align: 'center' });
  paper.moveDown(0.6);
  setPart(paper, '一、提请调解的争议', dossier.dispute);
  setPart(paper, '二、当事人', dossier.parties.join('\n'));
  setPart(paper, '三、当事人的同意', dossier.consents.join('\n') || '没有登记。');
  setPart(paper, '四、经过', dossier.course.join('\n'));
  setPart(paper, '五、结果和协议', dossier.agreement?.words ?? '没有生效的协议。');
  if (dossier.agreement) {
    setPart(paper, '六、履行', dossier.agreement.performance.join('\n'));
    setPart(paper, '七、司法确认', dossier.agreement.court);
  }
  setPart(paper, '附：卷内文书', dossier.papers.join('\n') || '没有文书。');
  paper.moveDown(0.6);
  setLine(paper, '调解中的陈述、方案、笔录和调解员的记录由调解组织保密保存，本院不掌握，不入本卷。');
  return paperBytes(paper);
}
