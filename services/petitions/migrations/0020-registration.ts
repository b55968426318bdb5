import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';

/** Numbers of the front desk for packs made before it; editable like every other. */
const INTAKE_TERMS = JSON.stringify({
  intake: {
    registrationLagWorkdays: 1,
    maxRepresentatives: 5,
    trackTargetWorkdays: {
      CLEAR_NATURE: 1,
      HARD_TO_CLASSIFY: 3,
      REAL_NAME: 3,
      SUPERIOR_ASSIGNED: 1,
      RESULT_READY: 3,
    },
    confidence: 'LIKELY',
  },
});

/** One petition at a time: registered once however often it is handed in, and found again by its query code. */
export class Registration extends Migration {
  override up(): void {
    this.addSql(`alter table petitions.petition add column people_count int not null default 1,
      add column query_code_index bytea, add column triage_target_on date, add column transferred_from text`);
    this.addSql(`create unique index petition_query_code on petitions.petition (institution_id, query_code_index)
      where query_code_index is not null`);
    this.addSql(`create table petitions.registration_key (
      institution_id uuid not null, key_index bytea not null, content_index bytea not null,
      petition_id uuid not null references petitions.petition, at timestamptz not null,
      primary key (institution_id, key_index))`);
    for (const statement of tenantTableSql('petitions.registration_key', ROLE)) this.addSql(statement);
    this.addSql(`update petitions.policy_pack set content = '${INTAKE_TERMS}'::jsonb || content`);
  }
}
