import { tenantTableSql } from '@everyletter/kit/migration-sql';
import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
const VISIBLE = 'exists (select 1 from petitions.petition p where p.id = petition_id)';
/** The petition somebody holds the slip of: its institution, number and code must all be right. */
const PROVEN = `p.institution_id = institution and p.number = asked and p.query_code_index = code`;
const PROOF = 'institution uuid, asked text, code bytea';
const DESK_TERMS = JSON.stringify({ publicDesk: { messagesPerDay: 5, confidence: 'UNSURE' } });

/**
 * What a stranger may be told. Row-level security shows them no row; these functions answer the one thing each, and
 * all but the first two only to who holds number and code.
 */
export class PublicDesk extends Migration {
  override up(): void {
    this.addSql(`create table petitions.message (
      id uuid primary key, institution_id uuid not null, petition_id uuid not null references petitions.petition,
      at timestamptz not null, on_date date not null, body_sealed bytea not null, read_at timestamptz, read_by_id uuid,
      version int not null default 1)`);
    this.addSql('create index message_petition on petitions.message (institution_id, petition_id, id)');
    this.addSql(`create index message_unread on petitions.message (institution_id, petition_id) where read_at is null`);
    for (const statement of tenantTableSql('petitions.message', ROLE, VISIBLE)) this.addSql(statement);
    this.addSql(`update petitions.policy_pack set content = '${DESK_TERMS}'::jsonb || content`);
    this.addLetter();
    this.addPetition();
    this.addReplies();
    this.addMessages();
  }

  private addLetter(): void {
    this.open(
      'public_letter',
      'asked text, code text',
      'table (office text, kind text, signed_on date)',
      `
      select o.name, r.kind, r.approved_on from petitions.office o
      join petitions.reply r on r.institution_id = o.institution_id and r.letter_number = asked
      where r.verification_code = code and r.state in ('APPROVED', 'DISPATCHED')`,
    );
    this.open(
      'public_offices',
      'asked text',
      'setof uuid',
      `
      select institution_id from petitions.office where starts_with(asked, number_prefix || '〔')`,
    );
  }

  private addPetition(): void {
    this.open(
      'public_petition',
      PROOF,
      'jsonb',
      `
      select jsonb_build_object('id', p.id, 'wrappedKey', encode(p.wrapped_key, 'base64'), 'office', o.name,
        'officePhone', o.phone, 'receivedOn', p.received_on, 'state', p.state, 'disposition', p.disposition,
        'transferredTo', p.transferred_to, 'returnedOn', p.returned_on, 'replyDueOn', p.procedural_due_on,
        'repliedOn', p.procedural_stopped_on, 'matterState', m.state, 'answerDueOn', m.substantive_due_on,
        'nextAnswerOn', m.follow_up_due_on)
      from petitions.petition p join petitions.matter m on m.id = p.matter_id
      join petitions.office o on o.institution_id = p.institution_id where ${PROVEN}`,
    );
  }

  private addReplies(): void {
    const columns = 'table (id uuid, kind text, letter_number text, sent_on date, body_sealed bytea)';
    this.open(
      'public_replies',
      PROOF,
      columns,
      `
      select r.id, r.kind, r.letter_number, r.dispatched_on, r.body_sealed
      from petitions.petition p join petitions.reply r on r.petition_id = p.id and r.institution_id = p.institution_id
      where ${PROVEN} and r.state = 'DISPATCHED' and exists (select from petitions.reply_recipient a
        where a.institution_id = r.institution_id and a.reply_id = r.id and a.kind = 'PETITIONER')
      order by r.dispatched_on, r.id`,
    );
  }

  private addMessages(): void {
    this.open(
      'public_messages',
      PROOF,
      'table (id uuid, on_date date, body_sealed bytea)',
      `
      select m.id, m.on_date, m.body_sealed from petitions.petition p
      join petitions.message m on m.petition_id = p.id and m.institution_id = p.institution_id
      where ${PROVEN} order by m.id`,
    );
    const signature = 'petitions.leave_public_message(uuid, text, bytea, uuid, uuid, bytea, date)';
    this.addSql(`create function petitions.leave_public_message(
        ${PROOF}, message uuid, entry uuid, body bytea, day date) returns text
      language plpgsql security definer set search_path = petitions, pg_temp as $$
      declare found_id uuid; allowed int;
      begin
        select p.id into found_id from petitions.petition p where ${PROVEN} for update;
        if found_id is null then return 'ABSENT'; end if;
        select coalesce((content -> 'publicDesk' ->> 'messagesPerDay')::int, 0) into allowed
          from petitions.policy_pack where institution_id = institution and effective_from <= day
          order by effective_from desc limit 1;
        if (select count(*) from petitions.message m where m.institution_id = institution
            and m.petition_id = found_id and m.on_date = day) >= coalesce(allowed, 0) then return 'FULL'; end if;
        insert into petitions.message (id, institution_id, petition_id, at, on_date, body_sealed)
          values (message, institution, found_id, now(), day, body);
        insert into petitions.timeline_entry (id, institution_id, petition_id, kind, at, on_date, facts)
          values (entry, institution, found_id, 'MESSAGE_RECEIVED', now(), day, jsonb_build_object('messageId', message));
        return 'KEPT';
      end $$`);
    this.addSql(`revoke all on function ${signature} from public`);
    this.addSql(`grant execute on function ${signature} to ${ROLE}`);
  }

  private open(name: string, parameters: string, returns: string, query: string): void {
    const types = parameters.split(', ').map((parameter) => parameter.split(' ')[1]);
    const signature = `petitions.${name}(${types.join(', ')})`;
    this.addSql(`create function petitions.${name}(${parameters}) returns ${returns} language sql stable
      security definer set search_path = petitions, pg_temp as $$ ${query} $$`);
    this.addSql(`revoke all on function ${signature} from public`);
    this.addSql(`grant execute on function ${signature} to ${ROLE}`);
  }
}
