import { auditChange } from '../audit-change.ts';
import { scopeOf } from '../consent/rules/consent.ts';
import type { Context } from '../context.ts';
import { openCard } from '../party/party-card.ts';
import type { Referral } from './referral.entity.ts';
import type { SharedViewType } from './referral.type.ts';
import { placeOf, ReferralSeal } from './referral-seal.ts';
import { type SharedField, sharedByAll, sharedOf } from './rules/sharing.ts';

/**
 * What the partner is told, word for word. The office reads the very same before anybody outside does: a party that
 * has not answered yet is then taken to agree to all of it. Each reading is written down before it answers.
 */
export async function sharedView(referral: Referral, context: Context): Promise<SharedViewType> {
  const { parties, options } = context;
  const [all, answers] = await Promise.all([parties.of(referral), parties.answersOf(referral)]);
  const ifAll = referral.state === 'PROPOSED' ? referral.sharedFields : null;
  const consenting = all.map((party) => ({ party, scope: scopeOf(answers, party.id) ?? ifAll }));
  const told = sharedByAll(
    referral.sharedFields,
    consenting.map(({ party, scope }) => ({ id: party.id, scope })),
  );
  const subject = { subjectType: 'Referral', subjectId: referral.id };
  const fact = { action: 'READ_REFERRAL', ...subject, facts: { state: referral.state } };
  // After a change the chain is this transaction's own: a second one would wait for it for ever.
  await (context.step.isTaken ? auditChange(context, fact) : context.auditRead(fact));
  const seal = ReferralSeal.of(referral, options.keys);
  const text = (
    field: SharedField,
    sealed: Uint8Array | null | undefined,
    column: 'dispute' | 'background' | 'request',
  ) => (told.includes(field) ? seal.openIfAny(sealed, placeOf(column, referral.id)) : null);
  return {
    dispute: text('DISPUTE', referral.disputeSealed, 'dispute'),
    background: text('BACKGROUND', referral.backgroundSealed, 'background'),
    request: text('REQUEST', referral.requestSealed, 'request'),
    parties: consenting.map(({ party, scope }) => {
      const own = sharedOf(referral.sharedFields, { id: party.id, scope });
      const card = openCard(party, seal);
      return {
        side: party.side as 'PETITIONER' | 'OTHER_SIDE',
        number: party.number,
        name: own.includes('NAMES') ? card.name : null,
        phone: own.includes('PHONES') ? card.phone : null,
        address: own.includes('ADDRESSES') ? card.address : null,
      };
    }),
  };
}
