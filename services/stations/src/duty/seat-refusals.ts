import { RuleBroken } from '@everyletter/kit/errors';

/** Constraints of the seats by name, and what a lawyer who takes a duty is told. */
const REFUSALS: Readonly<Record<string, string>> = {
  one_lawyer_one_place: 'DUTY_CLASHES',
  one_hall_a_day: 'DUTY_CLASHES',
  one_lawyer_a_seat: 'DUTY_SEAT_TAKEN',
  weekly_cap: 'DUTY_BEYOND_CAP',
  monthly_cap: 'DUTY_BEYOND_CAP',
};

/** Runs what moves a duty; the database has the last word. @throws RuleBroken by what a constraint refused */
export async function moving<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const code = REFUSALS[(error as { readonly constraint?: string }).constraint ?? ''];
    if (code) throw new RuleBroken(code, {}, { cause: error });
    throw error;
  }
}
