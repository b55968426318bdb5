import { Migration } from '@mikro-orm/migrations';

const ROLE = 'el_petitions';
/** The petition somebody holds the slip of: its institution, number and code must all be right. */
const PROVEN = 'p.institution_id = institution and p.number = asked and p.query_code_index = code';
const PROOF = 'institution uuid, asked text, code bytea';
const OWN = `(select nullif(current_setting('app.institution_id', true), '')::uuid)`;
const DEFINER = 'security definer set search_path = petitions, pg_temp';

/**
 * The desk writes back to whoever holds number and code; who was joined to another matter is told so; and a matter says
 * how many petitions it has, whatever row-level security hides of them.
 */
export class TwoWayMessages extends Migration {
  override up(): void {
    this.addSql('alter table petitions.message add column author_id uuid');
    this.readBothWays();
    this.leaveWithinTheDay();
    this.pointToTheMatter();
    this.countPetitions();
  }

  private readBothWays(): void {
    this.addSql('drop function petitions.public_messages(uuid, text, bytea)');
    this.addSql(`create function petitions.public_messages(${PROOF})
      returns table (id uuid, on_date date, body_sealed bytea, from_office boolean) language sql stable ${DEFINER} as $$
      select m.id, m.on_date, m.body_sealed, m.author_id is not null from petitions.petition p
      join petitions.message m on m.petition_id = p.id and m.institution_id = p.institution_id
      where ${PROVEN} order by m.id $$`);
    this.open('petitions.public_messages(uuid, text, bytea)');
  }

  /** What the desk wrote is not counted against the petitioner. */
  private leaveWithinTheDay(): void {
    this.addSql(`create or replace function petitions.leave_public_message(
        ${PROOF}, message uuid, entry uuid, body bytea, day date) returns text
      language plpgsql ${DEFINER} as $$
      declare found_id uuid; allowed int;
      begin
        select p.id into found_id from petitions.petition p where ${PROVEN} for update;
        if found_id is null then return 'ABSENT'; end if;
        select coalesce((content -> 'publicDesk' ->> 'messagesPerDay')::int, 0) into allowed
          from petitions.policy_pack where institution_id = institution and effective_from <= day
          order by effective_from desc limit 1;
        if (select count(*) from petitions.message m where m.institution_id = institution and m.author_id is null
            and m.petition_id = found_id and m.on_date = day) >= coalesce(allowed, 0) then return 'FULL'; end if;
        insert into petitions.message (id, institution_id, petition_id, at, on_date, body_sealed)
          values (message, institution, found_id, now(), day, body);
        insert into petitions.timeline_entry (id, institution_id, petition_id, kind, at, on_date, facts)
          values (entry, institution, found_id, 'MESSAGE_RECEIVED', now(), day, jsonb_build_object('messageId', message));
        return 'KEPT';
      end $$`);
  }

  /** With whose petition, only where it is the same person’s: nobody learns a number of somebody else. */
  private pointToTheMatter(): void {
    const samePerson = `q.institution_id = p.institution_id and q.matter_id = p.matter_id and q.id <> p.id
      and (q.id_number_index = p.id_number_index or q.phone_index = p.phone_index)`;
    this.addSql(`create or replace function petitions.public_petition(${PROOF}) returns jsonb language sql stable ${DEFINER} as $$
      select jsonb_build_object('id', p.id, 'wrappedKey', encode(p.wrapped_key, 'base64'), 'office', o.name,
        'officePhone', o.phone, 'receivedOn', p.received_on, 'state', p.state, 'disposition', p.disposition,
        'transferredTo', p.transferred_to, 'returnedOn', p.returned_on, 'replyDueOn', p.procedural_due_on,
        'repliedOn', p.procedural_stopped_on, 'matterState', m.state, 'answerDueOn', m.substantive_due_on,
        'nextAnswerOn', m.follow_up_due_on, 'mergedOn', p.merged_on, 'mergedWith', case when p.merged_on is not null then
          (select q.number from petitions.petition q where ${samePerson} order by q.received_on, q.id limit 1) end)
      from petitions.petition p join petitions.matter m on m.id = p.matter_id
      join petitions.office o on o.institution_id = p.institution_id where ${PROVEN} $$`);
  }

  private countPetitions(): void {
    this.addSql(`create function petitions.petitions_about(matter uuid) returns int language sql stable ${DEFINER} as $$
      select count(*)::int from petitions.petition p where p.institution_id = ${OWN} and p.matter_id = matter $$`);
    this.open('petitions.petitions_about(uuid)');
  }

  private open(signature: string): void {
    this.addSql(`revoke all on function ${signature} from public`);
    this.addSql(`grant execute on function ${signature} to ${ROLE}`);
  }
}
