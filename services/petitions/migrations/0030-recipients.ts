import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const VISIBLE = 'exists (select 1 from petitions.petition p where p.id = petition_id)';

/** To whom a reply goes, each by their own record, and whether it reached them. */
export class Recipients extends Migration {
  override up(): void {
    this.addSql(`create table petitions.correspondent (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      kind text not null, name_sealed bytea not null, address_sealed bytea, phone_sealed bytea,
      added_by_id uuid not null, added_at timestamptz not null)`);
    this.addSql(`create index correspondent_petition on petitions.correspondent (institution_id, petition_id, id)`);
    // A reply and its recipients are written together, in no order.
    this.addSql(`create table petitions.reply_recipient (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      reply_id uuid not null references petitions.reply deferrable initially deferred, correspondent_id uuid references petitions.correspondent,
      kind text not null, state text not null default 'WAITING', means text, sent_on date, settled_on date,
      sendings int not null default 0, cause_id uuid, name_sealed bytea, address_sealed bytea, reason_sealed bytea,
      unique nulls not distinct (institution_id, reply_id, correspondent_id))`);
    this.addSql(`create index reply_recipient_reply on petitions.reply_recipient (institution_id, reply_id, id)`);
    this.addSql(`alter table petitions.petition add column returned_on date`);
    this.addSql(`create index petition_returned on petitions.petition (institution_id, returned_on)
      where returned_on is not null`);
    for (const table of ['correspondent', 'reply_recipient']) {
      for (const statement of tenantTableSql(`petitions.${table}`, ROLE, VISIBLE)) this.addSql(statement);
    }
    this.addSql(`create index reply_outgoing on petitions.reply (institution_id, approved_on, id)
      where state = 'APPROVED'`);
    this.addSql(`insert into petitions.reply_recipient
      (id, institution_id, petition_id, reply_id, kind, state, means, sent_on, sendings)
      select gen_random_uuid(), institution_id, petition_id, id, 'PETITIONER',
        case when state = 'DISPATCHED' then 'SENT' else 'WAITING' end, means, dispatched_on,
        case when state = 'DISPATCHED' then 1 else 0 end from petitions.reply`);
  }
}
