import { hear } from '@everyletter/kit/events';
import { v } from '@everyletter/kit/shape';
import type { LocalDate } from '@everyletter/kit/time';
import { Agreement } from '../agreement/agreement.entity.ts';
import type { Context } from '../context.ts';
import { Referral } from '../referral/referral.entity.ts';
import { recordStep } from '../referral/referral-step.ts';
import { rolled } from './rules/last-day.ts';

const days = v.array(v.pipe(v.string(), v.isoDate()));

/** Keeps every version; the newest counts, in whatever order they come. Last days that turn out to be days off move. */
export const hearCalendar = hear(
  v.object({ version: v.number(), years: v.array(v.number()), daysOff: days, extraWorkdays: days }),
  async ({ version, years, daysOff, extraWorkdays }, context: Context) => {
    const { em, viewer, now, calendars } = context;
    const list = (values: readonly (string | number)[]) => `{${values.join(',')}}`;
    await em.execute(
      `insert into mediation.calendar_version (institution_id, version, years, days_off, extra_workdays, received_at)
       values (?, ?, ?::int[], ?::date[], ?::date[], ?) on conflict do nothing`,
      [viewer.institutionId, version, list(years), list(daysOff), list(extraWorkdays), now],
    );
    calendars.forget();
    await moveLastDays(context);
  },
);

async function moveLastDays(context: Context): Promise<void> {
  const { em, calendars, today } = context;
  const calendar = await calendars.current();
  const move = (day: string | null | undefined) => (day && day >= today ? rolled(day as LocalDate, calendar) : day);
  const open = await em.find(Referral, { state: { $in: ['CONSENTED', 'ACCEPTED', 'AGREED'] } }, { orderBy: { id: 1 } });
  for (const referral of open) {
    const before = [referral.answerDueOn, referral.endsOn].join();
    if (referral.state === 'CONSENTED') referral.answerDueOn = move(referral.answerDueOn) ?? null;
    if (referral.state === 'ACCEPTED') referral.endsOn = move(referral.endsOn) ?? null;
    const isMoved = [referral.answerDueOn, referral.endsOn].join() !== before;
    const isLater = referral.state === 'AGREED' && (await moveConfirmation(referral, move, context));
    if (isMoved || isLater)
      await recordStep(referral, { action: 'MOVE_LAST_DAYS', facts: { calendar: calendar.version } }, context);
  }
}

async function moveConfirmation(
  { id: referralId }: Referral,
  move: (day: string | null | undefined) => string | null | undefined,
  { em }: Context,
): Promise<boolean> {
  const agreement = await em.findOne(Agreement, { referralId, confirmationAppliedOn: null });
  const later = move(agreement?.confirmationDueOn);
  if (!agreement || !later || later === agreement.confirmationDueOn) return false;
  agreement.confirmationDueOn = later;
  return true;
}
