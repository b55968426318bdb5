import { type CodedError, Conflict, RuleBroken } from '@everyletter/kit/errors';

/** What the database refuses by name. Whoever wrote first was right: the others read again. */
const REFUSALS: Readonly<Record<string, () => CodedError>> = {
  one_lawyer_one_place: () => new Conflict('LAWYER_BOOKED_ELSEWHERE'),
  one_hall_a_day: () => new Conflict('LAWYER_IN_OTHER_HALL'),
  one_lawyer_a_seat: () => new Conflict('SEAT_TAKEN'),
  weekly_cap: () => new RuleBroken('WEEKLY_CAP_REACHED'),
  monthly_cap: () => new RuleBroken('MONTHLY_CAP_REACHED'),
  one_version_a_day: () => new RuleBroken('REQUIREMENT_OVERLAPS', { field: 'from' }),
};

/** Runs what writes, and says in the words of the house what a constraint refused. @throws as {@link REFUSALS} */
export async function refusing<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const refusal = REFUSALS[(error as { readonly constraint?: string }).constraint ?? ''];
    if (refusal) throw refusal();
    throw error;
  }
}
