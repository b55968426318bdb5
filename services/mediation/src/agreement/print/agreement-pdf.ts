import { newPaper, type Paper, paperBytes, setText } from '@everyletter/kit/paper';
import { LINE, setLine as line, setPart as part, SIZE } from './paper-parts.ts';

/** All words of an agreement, ready to be set. Days are in Chinese. */
export interface PrintedAgreement {
  readonly organisation: string;
  readonly mediator: string;
  readonly parties: readonly { readonly side: string; readonly name: string }[];
  readonly facts: string;
  readonly dispute: string;
  readonly content: string;
  readonly items: readonly { readonly what: string; readonly dueOn: string }[];
  /** Whether a court may confirm it. */
  readonly canBeConfirmed: boolean;
  readonly printedAt: Date;
}

/** For signature or fingerprint by the parties, the mediator, and the seal of the organisation. Source: 人民调解法 29. */
export function agreementPdf(agreement: PrintedAgreement): Promise<Buffer> {
  const paper = newPaper('调解协议书', agreement.printedAt);
  setText(paper, '调解协议书', { face: 'HEAD', size: SIZE.title, align: 'center' });
  paper.moveDown(0.6);
  for (const { side, name } of agreement.parties) line(paper, `${side}：${name}`);
  line(paper, `调解组织：${agreement.organisation}　调解员：${agreement.mediator}`);
  part(paper, '一、纠纷的主要事实', agreement.facts);
  part(paper, '二、争议事项', agreement.dispute);
  part(paper, '三、协议内容', agreement.content);
  const items = agreement.items.map(({ what, dueOn }, at) => `${at + 1}．${what}（${dueOn}前）`);
  part(paper, '四、履行的方式和期限', items.join('\n'));
  part(paper, '五、其他', remarks(agreement));
  signatures(paper, agreement);
  return paperBytes(paper);
}

function remarks({ canBeConfirmed }: PrintedAgreement): string {
  const always = '本协议自双方签名或者盖章、按指印之日起生效。调解不收取任何费用。';
  return canBeConfirmed
    ? `${always}双方可以自本协议生效之日起三十日内，共同向有管辖权的基层人民法院申请司法确认。`
    : `${always}本协议不能申请司法确认；一方不履行的，另一方可以向人民法院起诉。`;
}

function signatures(paper: Paper, { parties, mediator, organisation }: PrintedAgreement): void {
  paper.moveDown(1);
  for (const { side } of parties)
    setText(paper, `${side}（签名或者按指印）：　　　　　　　　　　年　　月　　日`, {
      size: SIZE.body,
      lineGap: 2 * LINE,
    });
  setText(paper, `调解员 ${mediator}（签名）：　　　　　　　　　　年　　月　　日`, {
    size: SIZE.body,
    lineGap: 2 * LINE,
  });
  setText(paper, `${organisation}（盖章）`, { size: SIZE.body, align: 'right' });
}
