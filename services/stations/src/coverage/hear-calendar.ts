import { hear } from '@everyletter/kit/events';
import { v } from '@everyletter/kit/shape';
import type { Context } from '../context.ts';

const days = v.array(v.pipe(v.string(), v.isoDate()));

/** Keeps every version; the newest counts, in whatever order they come. */
export const hearCalendar = hear(
  v.object({ version: v.number(), years: v.array(v.number()), daysOff: days, extraWorkdays: days }),
  async ({ version, years, daysOff, extraWorkdays }, { em, viewer, now }: Context) => {
    const list = (values: readonly (string | number)[]) => `{${values.join(',')}}`;
    await em.execute(
      `insert into stations.calendar_version (institution_id, version, years, days_off, extra_workdays, received_at)
       values (?, ?, ?::int[], ?::date[], ?::date[], ?) on conflict do nothing`,
      [viewer.institutionId, version, list(years), list(daysOff), list(extraWorkdays), now],
    );
  },
);
