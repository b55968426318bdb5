import { Conflict, Invalid, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import type { Context } from '../context.ts';
import { isAcceptedByAll } from '../disclosure/choose-mediator.ts';
import { itemPlace, PerformanceItem } from '../performance/performance-item.entity.ts';
import type { Referral } from '../referral/referral.entity.ts';
import { ReferralSeal } from '../referral/referral-seal.ts';
import { recordStep } from '../referral/referral-step.ts';
import { toMediate } from '../room/enter-room.ts';
import { Agreement } from './agreement.entity.ts';
import type { DraftAgreementInput } from './agreement.type.ts';
import { type AgreementBody, sealBody } from './agreement-body.ts';

/** Characters. */
const TEXT = { min: 4, max: 5000 };
const WHAT = { min: 2, max: 500 };
const ITEMS_MAX = 30;

/**
 * Writes the agreement down, or writes it anew, until it is concluded: a copy signed before is of other words, and void.
 * @throws RuleBroken `MEDIATOR_NOT_ACCEPTED`, `AGREEMENT_ALREADY_EFFECTIVE`; Conflict `AGREEMENT_CHANGED`;
 * Invalid `PERFORMANCE_COUNT_INVALID`, `PERFORMANCE_DUE_IN_PAST`
 */
export async function draftAgreement(input: DraftAgreementInput, context: Context): Promise<Referral> {
  const { referral } = await toMediate(input.referralId, context);
  if (!(await isAcceptedByAll(referral, context))) throw new RuleBroken('MEDIATOR_NOT_ACCEPTED');
  const body = bodyOf(input);
  checkItems(input, context);
  const seal = ReferralSeal.of(referral, context.options.keys);
  const agreement = await draftOf(referral, input, context);
  agreement.bodySealed = sealBody(body, agreement.id, seal);
  agreement.draftedOn = context.today;
  context.agreements.add(agreement);
  const voided = await context.documents.voidSigned(referral);
  await context.em.flush();
  await context.agreements.replaceItems(agreement, itemsOf(agreement, input, { context, seal }));
  return recordStep(referral, { action: 'DRAFT_AGREEMENT', facts: { items: input.items.length, voided } }, context);
}

async function draftOf(referral: Referral, { version }: DraftAgreementInput, context: Context): Promise<Agreement> {
  const there = await context.agreements.of(referral);
  if ((there?.version ?? null) !== (version ?? null)) throw new Conflict('AGREEMENT_CHANGED', { field: 'version' });
  if (there?.effectiveOn) throw new RuleBroken('AGREEMENT_ALREADY_EFFECTIVE', { on: there.effectiveOn });
  const { id: referralId, institutionId } = referral;
  const fresh = { id: newId(context.now), institutionId, referralId, bodySealed: Buffer.alloc(0), version: 1 };
  return there ?? context.em.create(Agreement, { ...fresh, draftedOn: context.today });
}

function bodyOf({ facts, dispute, content }: DraftAgreementInput): AgreementBody {
  return {
    facts: cleanText(facts, { field: 'facts', ...TEXT }),
    dispute: cleanText(dispute, { field: 'dispute', ...TEXT }),
    content: cleanText(content, { field: 'content', ...TEXT }),
  };
}

function checkItems({ items }: DraftAgreementInput, { today }: Context): void {
  const field = 'items';
  if (items.length < 1 || items.length > ITEMS_MAX)
    throw new Invalid('PERFORMANCE_COUNT_INVALID', { field, min: 1, max: ITEMS_MAX });
  if (items.some(({ dueOn }) => dueOn < today)) throw new Invalid('PERFORMANCE_DUE_IN_PAST', { field });
}

function itemsOf(
  { id: agreementId, institutionId }: Agreement,
  { items }: DraftAgreementInput,
  { context, seal }: { readonly context: Context; readonly seal: ReferralSeal },
): PerformanceItem[] {
  return items.map(({ what, dueOn }, at) => {
    const id = newId(context.now);
    const whatSealed = seal.seal(cleanText(what, { field: 'items', ...WHAT }), itemPlace(id));
    return context.em.create(PerformanceItem, {
      id,
      institutionId,
      agreementId,
      number: at + 1,
      whatSealed,
      dueOn,
      version: 1,
    });
  });
}
