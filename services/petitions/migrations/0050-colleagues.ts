import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const OWN = `(select nullif(current_setting('app.institution_id', true), '')::uuid)`;

/** Colleagues come and go by what the roster tells; what each has in hand is counted without being read. */
export class Colleagues extends Migration {
  override up(): void {
    this.addSql(`alter table petitions.colleague add column active boolean not null default true,
      add column version int not null default 0`);
    this.addSql(`create view petitions.handler_load with (security_barrier) as
      select p.handler_id, count(*)::int as petitions
      from petitions.petition p join petitions.matter m on m.id = p.matter_id
      where p.institution_id = ${OWN} and p.handler_id is not null and p.disposition = 'ACCEPTED'
        and m.state not in ('ANSWERED', 'ARCHIVED')
      group by p.handler_id`);
    this.addSql(`grant select on petitions.handler_load to ${ROLE}`);
  }
}
