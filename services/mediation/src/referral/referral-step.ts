import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { Referral } from './referral.entity.ts';
import { actorsBefore, type Belonging, permit } from './referral.policy.ts';
import type { Actor, ReferralCommand } from './rules/referral-states.ts';

/** A referral as the caller saw it. */
export interface SeenReferral {
  readonly referralId: string;
  /** Null for what may be added to any version. */
  readonly version: number | null;
}

/** In which capacities the viewer stands before it. */
export async function actorsOf(referral: Belonging, { viewer, partners }: Context): Promise<Actor[]> {
  const self = viewer.mediatorId ? await partners.mediator(viewer.mediatorId) : null;
  return actorsBefore(referral, viewer, { leads: self?.active === true && self.isAdministrator });
}

/**
 * Loads a referral for one step of the machine.
 * @throws what {@link permit} and the repository throw
 */
export async function referralFor(
  command: ReferralCommand,
  { referralId, version }: SeenReferral,
  context: Context,
): Promise<Referral> {
  const referral = await context.referrals.change(referralId, version);
  permit(command, referral, await actorsOf(referral, context));
  return referral;
}

/** Codes, ids and counts only: no word of what was said. */
export type StepFacts = Readonly<Record<string, string | number | boolean | null>>;

/** The one event of this service: what a matter's timeline tells, without content. */
export const REFERRAL_CHANGED = 'mediation.referral-changed';

/** Writes the step, its audit row and, when the state is another one, the event. */
export async function recordStep(
  referral: Referral,
  { action, facts = {} }: { readonly action: string; readonly facts?: StepFacts },
  context: Context,
): Promise<Referral> {
  context.step.isTaken = true;
  const about = { organisationId: referral.organisationId, state: referral.state };
  await auditChange(context, {
    action,
    subjectType: 'Referral',
    subjectId: referral.id,
    facts: { ...about, ...facts },
  });
  const before = context.em.getUnitOfWork().getOriginalEntityData(referral)?.state;
  await context.em.flush();
  if (before !== undefined && before !== referral.state) await tell(referral, context);
  return referral;
}

async function tell({ id, matterId, state, version }: Referral, { publish, today }: Context): Promise<void> {
  await publish(REFERRAL_CHANGED, { version, referralId: id, matterId, outcome: state, on: today });
}

/**
 * Lets the row that leaves the mediator's sight with this very step still be written and answered; afterwards, and for
 * everybody else at once, row-level security hides it.
 */
export async function letItLeave({ id }: Referral, { em }: Context): Promise<void> {
  await em.execute(`select set_config('app.leaving_referral_id', ?, true)`, [id]);
}
