import { hear } from '@everyletter/kit/events';
import { v } from '@everyletter/kit/shape';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { recountOpinions } from '../opinion/recount-opinions.ts';

const days = v.array(v.pipe(v.string(), v.isoDate()));

/**
 * Keeps every version; the newest counts, in whatever order they come. What is still owed is counted again by it, and
 * drafts over days that changed must be begun anew.
 */
export const hearCalendar = hear(
  v.object({ version: v.number(), years: v.array(v.number()), daysOff: days, extraWorkdays: days }),
  async ({ version, years, daysOff, extraWorkdays }, context: Context) => {
    const { em, viewer, now } = context;
    const list = (values: readonly (string | number)[]) => `{${values.join(',')}}`;
    await em.execute(
      `insert into stations.calendar_version (institution_id, version, years, days_off, extra_workdays, received_at)
       values (?, ?, ?::int[], ?::date[], ?::date[], ?) on conflict do nothing`,
      [viewer.institutionId, version, list(years), list(daysOff), list(extraWorkdays), now],
    );
    const newest = await context.coverage.calendarOf(viewer.institutionId);
    if (newest.version !== version) return;
    const drafts = await outdateDrafts(context);
    const opinions = await recountOpinions(newest, context);
    const subject = { action: 'RECOUNT_CALENDAR', subjectType: 'Calendar', subjectId: viewer.institutionId };
    await auditChange(context, { ...subject, facts: { version, drafts, opinions } });
  },
);

/** A draft that would publish seats of another calendar is stale. How many there were. */
async function outdateDrafts({ em, viewer, announce }: Context): Promise<number> {
  const drafts = await em.execute<{ id: string }[]>(
    `with version as (
       select version, days_off || extra_workdays as days, row_number() over (order by version desc) as nth
       from stations.calendar_version where institution_id = ? order by version desc limit 2),
     changed as (
       select day from version, unnest(days) day group by day having count(*) = 1)
     update stations.coverage_plan p set base_revision = '', version = p.version + 1
     where p.institution_id = ? and p.state = 'READY'
       and exists (select from changed where day between p.from_date and p.to_date)
     returning p.id`,
    [viewer.institutionId, viewer.institutionId],
  );
  for (const { id } of drafts) await announce('coveragePlanChanged', id);
  return drafts.length;
}
