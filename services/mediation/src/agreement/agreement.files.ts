import { RuleBroken } from '@everyletter/kit/errors';
import type { Context } from '../context.ts';
import type { FileDoor } from '../files.ts';
import type { Party } from '../party/party.entity.ts';
import { openCard } from '../party/party-card.ts';
import { isTold } from '../party/told-of-party.ts';
import { itemPlace } from '../performance/performance-item.entity.ts';
import { desk, party } from '../policy-table.ts';
import { placeOf, ReferralSeal } from '../referral/referral-seal.ts';
import { openBody } from './agreement-body.ts';
import { agreementOf } from './conclude-agreement.ts';
import { agreementPdf } from './print/agreement-pdf.ts';
import { closingLetterPdf } from './print/closing-letter-pdf.ts';
import { pdf, read, referralOf, SIDES, zhDay } from './printed-paper.ts';

/** Room to write a name by hand: whoever prints it is not told it. */
const BLANK = '＿＿＿＿＿＿';

async function printedParty(one: Party, seal: ReferralSeal, context: Context) {
  const name = (await isTold('NAMES', one, context)) ? openCard(one, seal).name : BLANK;
  return { side: SIDES[one.side as keyof typeof SIDES], name };
}

const REASONS: Readonly<Record<string, string>> = {
  NO_AGREEMENT: '双方未达成协议',
  PARTY_ABSENT: '一方无正当理由未到场',
  PERIOD_OVER: '调解期限届满',
  NOT_MEDIABLE: '不适合继续调解',
};

/** The agreement for signature, and the letter that tells the other routes. Names stand in them: each reading is audited. */
export const agreementFiles: readonly FileDoor[] = [
  {
    method: 'GET',
    path: /^referrals\/(?<id>[0-9a-f-]{36})\/agreement\.pdf$/u,
    policy: party,
    async answer({ id = '' }, _, context) {
      const referral = await referralOf(id, context);
      const agreement = await agreementOf(referral, context);
      await read('READ_AGREEMENT', referral, context);
      const seal = ReferralSeal.of(referral, context.options.keys);
      const [parties, items, organisation, mediator] = await Promise.all([
        context.parties.of(referral),
        context.agreements.itemsOf(agreement),
        context.partners.organisation(referral.organisationId),
        referral.mediatorId ? context.partners.mediator(referral.mediatorId) : null,
      ]);
      const body = await agreementPdf({
        ...openBody(agreement, seal),
        organisation: organisation?.name ?? '',
        mediator: mediator?.name ?? '',
        canBeConfirmed: organisation?.isLawfulMediationBody ?? false,
        parties: await Promise.all(parties.map((one) => printedParty(one, seal, context))),
        items: items.map((item) => ({
          what: seal.open(item.whatSealed, itemPlace(item.id)),
          dueOn: zhDay(item.dueOn),
        })),
        printedAt: context.now,
      });
      return pdf(body, '调解协议书');
    },
  },
  {
    method: 'GET',
    path: /^referrals\/(?<id>[0-9a-f-]{36})\/closing-letter\.pdf$/u,
    policy: desk,
    async answer({ id = '' }, _, context) {
      const referral = await referralOf(id, context);
      if (referral.state !== 'FAILED') throw new RuleBroken('REFERRAL_NOT_FAILED', { field: 'id' });
      await read('READ_CLOSING_LETTER', referral, context);
      const organisation = await context.partners.organisation(referral.organisationId);
      const seal = ReferralSeal.of(referral, context.options.keys);
      const body = await closingLetterPdf({
        dispute: seal.open(referral.disputeSealed, placeOf('dispute', referral.id)),
        organisation: organisation?.name ?? '',
        endedOn: zhDay(referral.endedOn as string),
        reason: REASONS[referral.failureReason ?? ''] ?? '双方未达成协议',
        printedAt: context.now,
      });
      return pdf(body, '调解终结告知书');
    },
  },
];
