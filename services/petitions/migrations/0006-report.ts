import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const OWN = `(select nullif(current_setting('app.institution_id', true), '')::uuid)`;
/** What policy packs made before there were reports did not hold. */
const REPORT_TERMS = JSON.stringify({ report: { smallestCell: 5, maxPeriodMonths: 120, ageingDays: [7, 30, 60] } });

/**
 * Counting without reading: `report_fact` shows the service dates and kinds of petitions, no id and no sealed column,
 * of the viewer's institution and those below it, whatever row-level security hides from the viewer's lists.
 */
export class Report extends Migration {
  override up(): void {
    this.addSql(`alter table petitions.office add column ancestor_ids uuid[] not null default '{}'`);
    this.addSql(
      `update petitions.policy_pack set content = content || '${REPORT_TERMS}' where content -> 'report' is null`,
    );
    this.addSql(`create view petitions.reported_institution with (security_barrier) as
      select institution_id from petitions.office where institution_id = ${OWN} or ${OWN} = any(ancestor_ids)`);
    this.addSql(`create view petitions.report_fact with (security_barrier) as
      select p.institution_id, p.channel, p.category, p.identity_kind, p.received_on, p.unreachable_on,
        p.procedural_due_on, p.procedural_stopped_on, m.substantive_due_on, m.substantive_stopped_on
      from petitions.petition p join petitions.matter m on m.id = p.matter_id
      where p.institution_id in (select institution_id from petitions.reported_institution)`);
    this.addSql(`grant select on petitions.reported_institution, petitions.report_fact to ${ROLE}`);
  }
}
