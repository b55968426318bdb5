import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_mediation';

/** How many cases each mediator has in hand: counts alone, over departments. */
export class PartnerLoad extends Migration {
  override up(): void {
    this.addSql(`create function mediation.mediator_loads() returns table (mediator_id uuid, cases int)
      language sql stable security definer set search_path = mediation, pg_temp as $$
        select r.mediator_id, count(*)::int from mediation.referral r
        where r.mediator_id is not null and r.state in ('ACCEPTED', 'AGREED')
          and r.institution_id = nullif(current_setting('app.institution_id', true), '')::uuid
        group by r.mediator_id $$`);
    this.addSql(`revoke all on function mediation.mediator_loads() from public`);
    this.addSql(`grant execute on function mediation.mediator_loads() to ${ROLE}`);
  }
}
