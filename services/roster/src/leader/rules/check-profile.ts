import { Invalid } from '@everyletter/kit/errors';

const MOST_SHARE = 5;

/** @throws Invalid `SHARE_INVALID`, `WEEKDAYS_INVALID` */
export function checkProfile(profile: { readonly share: number; readonly dislikedWeekdays: readonly number[] }): void {
  const { share, dislikedWeekdays } = profile;
  if (!(share > 0 && share <= MOST_SHARE)) throw new Invalid('SHARE_INVALID', { field: 'share', most: MOST_SHARE });
  if (dislikedWeekdays.some((day) => !Number.isInteger(day) || day < 1 || day > 7)) {
    throw new Invalid('WEEKDAYS_INVALID', { field: 'dislikedWeekdays' });
  }
}
