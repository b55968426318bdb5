import { authorize, Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import type { Context } from '../context.ts';
import { partnerMayTake } from '../organisation/rules/partner-may-take.ts';
import { Party } from '../party/party.entity.ts';
import { sealCard } from '../party/party-card.ts';
import { Referral } from './referral.entity.ts';
import { cardOf, idOf, type PartyInput, type ProposeReferralInput, toldOf } from './referral.inputs.ts';
import { isOfficer, permit } from './referral.policy.ts';
import { placeOf, ReferralSeal } from './referral-seal.ts';
import { actorsOf, recordStep } from './referral-step.ts';
import { decisionWords } from './rules/decision-words.ts';
import { sharingOf } from './rules/sharing.ts';

/** Both sides, and no crowd. */
const PARTIES_MAX = 10;

/**
 * Writes down what would be told to whom. Nobody outside learns of it before every party consented.
 * @throws Invalid `REFERRAL_CONFIRMATION_NEEDED`, `PARTIES_ONE_SIDED`, `PARTIES_TOO_MANY`, `SHARING_WITHOUT_DISPUTE`;
 * RuleBroken `REFERRAL_OPEN_ALREADY` and those of {@link partnerMayTake}
 */
export async function proposeReferral(input: ProposeReferralInput, context: Context): Promise<Referral> {
  const { viewer, em, referrals, today } = context;
  authorize(isOfficer(viewer));
  const departmentId = viewer.departmentIds[0];
  if (!departmentId) throw new RuleBroken('DEPARTMENT_NEEDED');
  const told = toldOf(input);
  confirm(input, `${told.dispute}${told.background ?? ''}${told.request ?? ''}`);
  bothSides(input.parties);
  const matterId = idOf(input.matterId, 'matterId');
  await refuseSecond(matterId, context);
  const organisation = await context.partners.organisation(input.organisationId);
  if (!organisation) throw new NotFound('ORGANISATION_NOT_FOUND', { field: 'organisationId' });
  partnerMayTake(organisation, await context.partners.openCasesOf(organisation.id), today);
  const id = newId(context.now);
  const { seal, wrappedKey } = ReferralSeal.fresh({ id, institutionId: viewer.institutionId }, context.options.keys);
  const referral = em.create(Referral, {
    id,
    institutionId: viewer.institutionId,
    departmentId,
    matterId,
    organisationId: organisation.id,
    state: 'PROPOSED',
    subject: input.subject,
    field: input.field,
    sharedFields: sharingOf(input.sharedFields),
    proposedOn: today,
    proposedById: viewer.staffId,
    extensions: 0,
    earlierId: await earlierOf(input, matterId, context),
    wrappedKey,
    disputeSealed: seal.seal(told.dispute, placeOf('dispute', id)),
    backgroundSealed: seal.sealIfAny(told.background, placeOf('background', id)),
    requestSealed: seal.sealIfAny(told.request, placeOf('request', id)),
    version: 1,
  });
  referrals.add(referral);
  await em.flush();
  addParties(input.parties, referral, { context, seal });
  return recordStep(referral, { action: 'PROPOSE_REFERRAL', facts: { parties: input.parties.length } }, context);
}

/** The warning of domain rule M10: what the procuratorate decided is nobody's to mediate. */
function confirm({ confirmed }: ProposeReferralInput, text: string): void {
  if (confirmed) return;
  const words = decisionWords(text);
  if (words.length > 0)
    throw new Invalid('REFERRAL_MENTIONS_DECISION', { field: 'confirmed', words: words.join('、') });
  throw new Invalid('REFERRAL_CONFIRMATION_NEEDED', { field: 'confirmed' });
}

function bothSides(parties: readonly PartyInput[]): void {
  const sides = new Set(parties.map(({ side }) => side));
  if (sides.size < 2) throw new Invalid('PARTIES_ONE_SIDED', { field: 'parties' });
  if (parties.length > PARTIES_MAX) throw new Invalid('PARTIES_TOO_MANY', { field: 'parties', max: PARTIES_MAX });
}

/** One at a time: two partners about one dispute would work against each other. */
async function refuseSecond(matterId: string, { referrals }: Context): Promise<void> {
  const open = await referrals.openOfMatter(matterId);
  if (open) throw new RuleBroken('REFERRAL_OPEN_ALREADY', { field: 'matterId', referralId: open.id });
}

async function earlierOf(
  { earlierId }: ProposeReferralInput,
  matterId: string,
  context: Context,
): Promise<string | null> {
  if (!earlierId) return null;
  const earlier = await context.referrals.find(earlierId);
  if (earlier?.matterId !== matterId) throw new NotFound('REFERRAL_NOT_FOUND', { field: 'earlierId' });
  permit('REFER_AGAIN', earlier, await actorsOf(earlier, context));
  return earlier.id;
}

function addParties(
  inputs: readonly PartyInput[],
  { id: referralId, institutionId }: Referral,
  { context, seal }: { readonly context: Context; readonly seal: ReferralSeal },
): void {
  for (const [at, input] of inputs.entries()) {
    const id = newId(context.now);
    const cardSealed = sealCard(cardOf(input), id, seal);
    const party = { id, institutionId, referralId, number: at + 1, side: input.side, cardSealed };
    context.parties.add(context.em.create(Party, party));
  }
}
