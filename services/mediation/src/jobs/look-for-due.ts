import { newId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import { Agreement } from '../agreement/agreement.entity.ts';
import type { Context } from '../context.ts';
import { tellMediators } from '../organisation/tell-mediators.ts';
import { PerformanceItem } from '../performance/performance-item.entity.ts';
import { permit } from '../referral/referral.policy.ts';
import { recordStep } from '../referral/referral-step.ts';
import { confirmationReminders, type ReminderKind } from '../reminder/rules/due-reminders.ts';

/**
 * All that is due in one institution and was not seen to: offers nobody answered end, and each reminder is made once.
 * Bears being run by several workers and after an outage.
 */
export async function lookForDue(context: Context): Promise<void> {
  await expireOffers(context);
  await remindOfConfirmations(context);
  await remindOfPerformance(context);
  await tellMediators(context);
}

async function expireOffers(context: Context): Promise<void> {
  for (const { id } of await context.referrals.unansweredBefore(context.today)) {
    const referral = await context.referrals.change(id, null);
    if (referral.state !== 'CONSENTED') continue;
    permit('EXPIRE', referral, ['SYSTEM']);
    referral.end('EXPIRE', 'EXPIRED', context.today);
    await recordStep(referral, { action: 'EXPIRE_REFERRAL' }, context);
  }
}

/** Of a passed first one only the last is made: two at once would tell nothing more. */
async function remindOfConfirmations(context: Context): Promise<void> {
  const { em, terms, today } = context;
  const { confirmationReminderDays } = await terms.current();
  const open = { confirmationAppliedOn: null, confirmationDueOn: { $gte: today } };
  for (const agreement of await em.find(Agreement, open, { orderBy: { id: 1 } })) {
    const dueOn = agreement.confirmationDueOn as LocalDate;
    const due = confirmationReminders(dueOn, confirmationReminderDays).findLast(({ from }) => from <= today);
    const about = { referralId: agreement.referralId, subjectId: agreement.id, dueOn };
    if (due) await remindOnce({ ...about, kind: due.kind }, context);
  }
}

async function remindOfPerformance(context: Context): Promise<void> {
  const { em, today } = context;
  const overdue = await em.find(PerformanceItem, { performedOn: null, dueOn: { $lt: today } }, { orderBy: { id: 1 } });
  const agreements = await em.find(Agreement, { id: { $in: overdue.map(({ agreementId }) => agreementId) } });
  for (const { id: subjectId, agreementId, dueOn } of overdue) {
    const agreement = agreements.find(({ id, effectiveOn }) => id === agreementId && effectiveOn);
    const kind = 'PERFORMANCE_OVERDUE';
    if (agreement) await remindOnce({ referralId: agreement.referralId, subjectId, kind, dueOn }, context);
  }
}

interface Due {
  readonly referralId: string;
  readonly subjectId: string;
  readonly kind: ReminderKind;
  readonly dueOn: string;
}

/** The table keeps each to one, also between two workers. Only what is open is reminded of. */
async function remindOnce({ referralId, subjectId, kind, dueOn }: Due, { em, viewer, now }: Context): Promise<void> {
  await em.execute(
    `insert into mediation.reminder (id, institution_id, referral_id, subject_id, kind, due_on, made_at)
     select ?::uuid, ?::uuid, r.id, ?::uuid, ?, ?::date, ?::timestamptz from mediation.referral r where r.id = ? and r.state = 'AGREED'
     on conflict do nothing`,
    [newId(now), viewer.institutionId, subjectId, kind, dueOn, now, referralId],
  );
}
