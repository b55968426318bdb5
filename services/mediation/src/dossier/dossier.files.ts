import type { LocalDate } from '@everyletter/kit/time';
import { dayOf } from '@everyletter/kit/time';
import type { Agreement } from '../agreement/agreement.entity.ts';
import { openBody } from '../agreement/agreement-body.ts';
import { pdf, read, referralOf, SIDES, zhDay } from '../agreement/printed-paper.ts';
import type { Context } from '../context.ts';
import { namePlace } from '../document/add-document.ts';
import { seenDocuments } from '../document/seen-documents.ts';
import type { FileDoor } from '../files.ts';
import { openCard } from '../party/party-card.ts';
import { itemPlace } from '../performance/performance-item.entity.ts';
import { desk } from '../policy-table.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { placeOf, ReferralSeal } from '../referral/referral-seal.ts';
import { dossierPdf, type PrintedDossier } from './dossier-pdf.ts';
import { ANSWERS, FORMS, PAPERS, STATES, SUBJECTS } from './dossier-words.ts';

/** What the office received, for its archive. The rooms have no part in it: whoever asks here holds no key to them. */
export const dossierFiles: readonly FileDoor[] = [
  {
    method: 'GET',
    path: /^referrals\/(?<id>[0-9a-f-]{36})\/dossier\.pdf$/u,
    policy: desk,
    async answer({ id = '' }, _, context) {
      const referral = await referralOf(id, context);
      await read('READ_DOSSIER', referral, context);
      return pdf(await dossierPdf(await dossierOf(referral, context)), '调解卷宗');
    },
  },
];

async function dossierOf(referral: Referral, context: Context): Promise<PrintedDossier> {
  const seal = ReferralSeal.of(referral, context.options.keys);
  const [parties, answers, agreement, papers] = await Promise.all([
    context.parties.of(referral),
    context.parties.answersOf(referral),
    context.agreements.of(referral),
    seenDocuments(referral, context),
  ]);
  const sideOf = (partyId: string) => {
    const at = parties.findIndex(({ id }) => id === partyId);
    return `${SIDES[parties[at]?.side as keyof typeof SIDES] ?? ''}（${at + 1}）`;
  };
  return {
    dispute: seal.open(referral.disputeSealed, placeOf('dispute', referral.id)),
    parties: parties.map(
      (one, at) => `${SIDES[one.side as keyof typeof SIDES]}（${at + 1}）：${openCard(one, seal).name}`,
    ),
    consents: answers.map(
      ({ partyId, subject, answer, form, answeredAt }) =>
        `${zhDay(dayOf(answeredAt))}　${sideOf(partyId)}对${SUBJECTS[subject] ?? ''}${ANSWERS[answer] ?? ''}（${FORMS[form] ?? ''}）`,
    ),
    course: await courseOf(referral, context),
    agreement: agreement ? await agreementWords(agreement, seal, context) : null,
    papers: papers.map(
      (paper) =>
        `${zhDay(dayOf(paper.addedAt))}　${PAPERS[paper.kind] ?? ''}　${seal.open(paper.nameSealed, namePlace(paper.id))}`,
    ),
    printedAt: context.now,
  };
}

async function courseOf(referral: Referral, { partners }: Context): Promise<string[]> {
  const [organisation, mediator] = await Promise.all([
    partners.organisation(referral.organisationId),
    referral.mediatorId ? partners.mediator(referral.mediatorId) : null,
  ]);
  const on = (day: string | null | undefined, words: string) => (day ? [`${zhDay(day)}　${words}`] : []);
  return [
    ...on(referral.proposedOn, `提出，拟交${organisation?.name ?? ''}调解`),
    ...on(referral.consentedOn, '各方当事人同意，交合作组织'),
    ...on(referral.acceptedOn, `合作组织受理，调解员${mediator?.name ?? ''}`),
    ...on(referral.endedOn, STATES[referral.state] ?? ''),
    ...(referral.endedOn ? [] : [`现在：${STATES[referral.state] ?? ''}`]),
  ];
}

async function agreementWords(agreement: Agreement, seal: ReferralSeal, { agreements }: Context) {
  const { facts, dispute, content } = openBody(agreement, seal);
  const items = await agreements.itemsOf(agreement);
  return {
    words: [
      `主要事实：${facts}`,
      `争议事项：${dispute}`,
      `协议内容：${content}`,
      `生效：${zhDay(agreement.effectiveOn as string)}`,
    ].join('\n'),
    performance: items.map(({ id, number, whatSealed, dueOn, performedOn }) => {
      const done = performedOn ? `${zhDay(performedOn)}已履行` : '尚未履行';
      return `${number}．${seal.open(whatSealed, itemPlace(id))}（${zhDay(dueOn)}前），${done}`;
    }),
    court: courtWords(agreement),
  };
}

function courtWords(agreement: Agreement): string {
  const day = (of: string | null | undefined) => (of ? zhDay(of as LocalDate) : '');
  const { confirmationDueOn, confirmationAppliedOn, confirmationCourt, confirmedOn, confirmationRefusedOn } = agreement;
  if (!confirmationDueOn) return '调解组织不属于依法设立的调解组织，不能申请司法确认。';
  if (confirmedOn) return `${confirmationCourt}于${day(confirmedOn)}裁定确认协议有效。`;
  if (confirmationRefusedOn) return `${confirmationCourt}于${day(confirmationRefusedOn)}裁定驳回申请。`;
  if (confirmationAppliedOn) return `双方于${day(confirmationAppliedOn)}共同向${confirmationCourt}申请，尚无结果。`;
  return `没有申请；可以申请到${day(confirmationDueOn)}。`;
}
