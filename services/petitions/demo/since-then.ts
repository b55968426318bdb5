import { newId } from '@everyletter/kit/id';
import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { addDays, type LocalDate } from '@everyletter/kit/time';
import type pg from 'pg';
import { MESSAGE_BODY } from '../src/message/message.entity.ts';
import { sealNote } from '../src/petitioner/sealed-note.ts';
import { DELIVERY_REASON } from '../src/reply-recipient/addressee.ts';
import { REPORT_WORDS } from '../src/superior-report/superior-report.entity.ts';
import { insertRows, type Row } from './insert-rows.ts';
import { moment } from './moment.ts';

interface Setting {
  readonly institutionId: string;
  readonly keys: InstitutionKeys;
  readonly today: LocalDate;
}

interface Found {
  readonly id: string;
  readonly wrapped_key: Buffer;
  readonly handler_id: string;
  readonly recipient_id: string;
}

const RETURNED = ['原址查无此人', '收件人搬迁，新址不明'] as const;
/** What somebody without a name asked, and what the office wrote back; the other waits to be read. */
const TALKS = [
  [{ text: '补充：发票的开具时间是2024年3月至6月，附有六张照片。', ofOffice: false }],
  [
    { text: '请问材料收到了吗？我不方便留电话。', ofOffice: false },
    { text: '已收到。请在这里补充该单位的全称和事情发生的大致时间。', ofOffice: true },
  ],
] as const;
const REPORTED = {
  INTERIM: '已调取原审卷宗，正在核查申诉人提出的新证据，拟于本月底形成审查意见。',
  CONCLUSION: '经审查，原判决认定事实清楚、适用法律正确，已书面答复申诉人并当面释法说理。',
} as const;
const HOLDER = `select p.id, p.wrapped_key, p.handler_id`;

/** What happened after the letters left: mail that came back, messages both ways, reports to the organ above. */
export async function tellSinceThen(client: pg.Client, setting: Setting): Promise<void> {
  await returnLetters(client, setting);
  await talk(client, setting);
  await reportUp(client, setting);
}

async function returnLetters(client: pg.Client, setting: Setting): Promise<void> {
  const { institutionId, keys, today } = setting;
  const { rows } = await client.query<Found>(
    `${HOLDER}, a.id as recipient_id from petitions.petition p
     join petitions.matter m on m.id = p.matter_id and m.state = 'HANDLING'
     join petitions.reply r on r.institution_id = p.institution_id and r.petition_id = p.id and r.kind = 'PROCEDURAL'
     join petitions.reply_recipient a on a.institution_id = r.institution_id and a.reply_id = r.id
     where p.institution_id = $1 and r.means = 'LETTER' and r.dispatched_on < $2 and p.procedural_due_on >= $3
       and p.handler_id is not null and p.repeat_of_id is null
     order by p.received_on desc, p.id limit $4`,
    [institutionId, today, addDays(today, -3), RETURNED.length],
  );
  for (const [at, found] of rows.entries()) {
    const reason = RETURNED[at] as string;
    const sealed = sealNote(reason, DELIVERY_REASON(found.recipient_id), holderOf(found, institutionId), keys);
    await client.query(
      `update petitions.reply_recipient set state = 'RETURNED', settled_on = $1, reason_sealed = $2 where id = $3`,
      [today, sealed, found.recipient_id],
    );
    await client.query(
      `insert into petitions.clock_event (institution_id, subject_id, clock, sequence, type, on_date, due_on,
         policy_version, calendar_version, recorded_at)
       select institution_id, subject_id, clock, 3, 'REOPENED', $2, due_on, policy_version, calendar_version, $3
       from petitions.clock_event where institution_id = $1 and subject_id = $4 and clock = 'PROCEDURAL' and sequence = 2`,
      [institutionId, today, moment(today, 1, today), found.id],
    );
    await client.query(
      'update petitions.petition set procedural_stopped_on = null, returned_on = $1, version = version + 1 where id = $2',
      [today, found.id],
    );
    const facts = { recipient: 'PETITIONER', delivery: 'RETURNED' };
    await enter(client, [entryOf(found, { kind: 'REPLY_RETURNED', on: today, facts }, setting)]);
  }
}

async function talk(client: pg.Client, setting: Setting): Promise<void> {
  const { institutionId, keys, today } = setting;
  const { rows } = await client.query<Found>(
    `${HOLDER} from petitions.petition p join petitions.matter m on m.id = p.matter_id and m.state = 'HANDLING'
     where p.institution_id = $1 and p.identity_kind = 'ANONYMOUS' and p.handler_id is not null
     order by p.received_on desc, p.id limit $2`,
    [institutionId, TALKS.length],
  );
  const messages: Row[] = [];
  const entries: Row[] = [];
  for (const [which, found] of rows.entries()) {
    for (const [at, { text, ofOffice }] of (TALKS[which] ?? []).entries()) {
      const when = moment(today, at + 1, today);
      const id = newId(when);
      const isRead = (TALKS[which]?.length ?? 0) > 1;
      messages.push({
        ...{ id, institutionId, petitionId: found.id, at: when.toISOString(), onDate: today, version: 1 },
        bodySealed: sealNote(text, MESSAGE_BODY(id), holderOf(found, institutionId), keys),
        ...{ authorId: ofOffice ? found.handler_id : null },
        ...{ readAt: isRead ? when.toISOString() : null, readById: isRead ? found.handler_id : null },
      });
      const kind = ofOffice ? 'MESSAGE_SENT' : 'MESSAGE_RECEIVED';
      entries.push(entryOf(found, { kind, on: today, facts: { messageId: id }, ofNobody: !ofOffice }, setting));
    }
  }
  await insertRows(client, { table: 'petitions.message', rows: messages });
  await enter(client, entries);
}

async function reportUp(client: pg.Client, setting: Setting): Promise<void> {
  const { institutionId, keys, today } = setting;
  const reports: Row[] = [];
  const entries: Row[] = [];
  const { rows } = await client.query<Found & { kind: keyof typeof REPORTED; on_date: string }>(
    `(${HOLDER}, 'INTERIM' as kind, $2::date::text as on_date from petitions.petition p
      join petitions.matter m on m.id = p.matter_id and m.state = 'HANDLING'
      where p.institution_id = $1 and p.superior_from is not null and p.handler_id is not null
      order by p.received_on desc, p.id limit 1)
     union all
     (${HOLDER}, 'CONCLUSION', c.stopped_on::text from petitions.petition p
      join petitions.petition_clock c on c.institution_id = p.institution_id and c.petition_id = p.id
        and c.clock = 'SUPERIOR_REPORT' and c.stopped_on is not null
      where p.institution_id = $1 and p.handler_id is not null)`,
    [institutionId, today],
  );
  for (const found of rows) {
    const on = found.on_date as LocalDate;
    const when = moment(on, 18, today);
    const id = newId(when);
    const common = { institutionId, petitionId: found.id, kind: found.kind, reportedOn: on };
    reports.push({
      ...{ id, ...common, writtenById: found.handler_id, writtenAt: when.toISOString() },
      wordsSealed: sealNote(REPORTED[found.kind], REPORT_WORDS(id), holderOf(found, institutionId), keys),
    });
    entries.push(entryOf(found, { kind: 'SUPERIOR_REPORTED', on, facts: { report: found.kind } }, setting));
  }
  await insertRows(client, { table: 'petitions.superior_report', rows: reports });
  await enter(client, entries);
  await client.query(
    `update petitions.petition p set reported_on = r.reported_on from petitions.superior_report r
     where p.institution_id = $1 and r.petition_id = p.id and r.kind = 'CONCLUSION'`,
    [institutionId],
  );
}

function holderOf({ id, wrapped_key }: Found, institutionId: string) {
  return { id, institutionId, wrappedKey: wrapped_key };
}

interface Happened {
  readonly kind: string;
  readonly on: LocalDate;
  readonly facts: object;
  /** Nobody of the office did it. */
  readonly ofNobody?: boolean;
}

function entryOf(
  { id, handler_id }: Found,
  { kind, on, facts, ofNobody }: Happened,
  { institutionId, today }: Setting,
): Row {
  const at = moment(on, 18, today);
  const by = { actorId: ofNobody ? null : handler_id };
  return { id: newId(at), institutionId, petitionId: id, kind, at: at.toISOString(), onDate: on, facts, ...by };
}

function enter(client: pg.Client, rows: readonly Row[]): Promise<void> {
  return insertRows(client, { table: 'petitions.timeline_entry', rows });
}
