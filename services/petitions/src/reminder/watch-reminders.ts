import type { Context } from '../context.ts';
import type { ReminderWatchType } from './reminder.type.ts';

const MS_PER_MINUTE = 60_000;

/**
 * A scan that is too long ago, or was in a future the clock has come back from, or never was: whichever, nobody may rely
 * on being reminded.
 */
export async function watchReminders({ reminders, terms, now, viewer }: Context): Promise<ReminderWatchType> {
  const [{ succeededAt }, { pack }] = await Promise.all([reminders.roundMark(), terms.current()]);
  const away = succeededAt ? Math.abs(now.getTime() - succeededAt.getTime()) : Number.POSITIVE_INFINITY;
  return {
    unread: viewer.staffId ? await reminders.unread() : 0,
    scannedAt: succeededAt,
    silent: away > pack.reminders.silentMinutes * MS_PER_MINUTE,
  };
}
