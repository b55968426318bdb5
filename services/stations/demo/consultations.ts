import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { addDays, type LocalDate } from '@everyletter/kit/time';
import type { WorkCalendar } from '@everyletter/kit/workdays';
import type pg from 'pg';
import { type ConsultationPlace, sealNames, sealText } from '../src/consultation/sealed-consultation.ts';
import { defaultDutyPolicy } from '../src/duty-policy/rules/default-policy.ts';
import { dueDay } from '../src/opinion/rules/answer-due.ts';
import type { StationsDemoOptions } from './load.ts';
import { DEMO_LAWYERS, demoId } from './people.ts';

const CONSULTATION = 18;
const OPINION = 19;
const HIT = 20;
const REFERRAL = 21;
/** Nobody’s account: whoever brought them to the lawyer. */
const CLERK = demoId(5, 1);
/** How far back, and every so many-th duty had somebody. */
const BACK_DAYS = 21;

/** Every name is invented. The last one was the other side of the first. */
const TALKS = [
  ['郑望舒', ['某置业公司'], 'CIVIL', 'EXPLAINED', 25],
  ['葛小雨', [], 'CRIMINAL', 'OPINION_GIVEN', 45],
  ['温如海', ['温如山'], 'FAMILY', 'GUIDED', 30],
  ['苗春生', ['某物流公司'], 'LABOUR', 'AID_REFERRED', 35],
  ['秦月明', [], 'ADMINISTRATIVE', 'GUIDED', 20],
  ['尹长河', [], 'CRIMINAL', 'OPINION_GIVEN', 50],
  ['某置业公司', [], 'ENTERPRISE', null, null],
] as const;

interface KeptDuty {
  readonly id: string;
  readonly lawyer_id: string;
  readonly firm_id: string;
  readonly station_id: string;
  readonly date: LocalDate;
}

/** Talks of the last weeks, an opinion answered and one owed, somebody sent to legal aid, and a conflict to decide on. */
export async function plantConsultations(client: pg.Client, options: StationsDemoOptions): Promise<void> {
  const { institution, matterIds, today } = options;
  const { rowCount } = await client.query('select 1 from stations.consultation limit 1');
  const duties = rowCount ? [] : await keptDuties(client, institution.id, today);
  for (const [at, duty] of duties.entries())
    await plantTalk(client, duty, { at, matterId: matterIds[at] ?? null }, options);
  if (duties.length === TALKS.length) await plantAfterwards(client, duties, options);
}

/** Of the first lawyer, so that their page is alive; the last one today or the latest before. */
async function keptDuties(client: pg.Client, institutionId: string, today: LocalDate): Promise<KeptDuty[]> {
  const firm = DEMO_LAWYERS[0]?.firmId;
  const { rows } = await client.query<KeptDuty>(
    `select a.id, a.lawyer_id, l.firm_id, a.station_id, a.date::text as date
     from stations.assignment a join stations.lawyer l on l.id = a.lawyer_id
     where a.institution_id = $1 and a.date between $2 and $3 and l.firm_id = $4 and a.status in ('PUBLISHED', 'CONFIRMED')
     order by a.date desc, a.lawyer_id limit $5`,
    [institutionId, addDays(today, -BACK_DAYS), today, firm, TALKS.length],
  );
  return rows.reverse();
}

async function plantTalk(
  client: pg.Client,
  duty: KeptDuty,
  { at, matterId }: { readonly at: number; readonly matterId: string | null },
  { institution, keys }: StationsDemoOptions,
): Promise<void> {
  const [person, parties, topic, outcome, minutes] = TALKS[at] ?? TALKS[0];
  const id = demoId(CONSULTATION, at + 1);
  const { wrappedKey, personSealed, personIndex, partiesSealed, partyIndexes } = sealNames(
    person,
    parties,
    { id, institutionId: institution.id },
    keys,
  );
  await client.query(
    `insert into stations.consultation (id, institution_id, assignment_id, lawyer_id, firm_id, station_id, matter_id, topic,
       state, held_on, started_by_id, started_at, wrapped_key, person_sealed, person_index, parties_sealed, party_indexes,
       minutes, outcome, ended_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10::date, $11, ($10 || 'T02:00:00Z')::timestamptz, $12, $13, $14, $15, $16, $17, $18,
       case when $18::text is not null then ($10 || 'T02:40:00Z')::timestamptz end)`,
    [
      id,
      institution.id,
      duty.id,
      duty.lawyer_id,
      duty.firm_id,
      duty.station_id,
      matterId,
      topic,
      outcome === null ? 'BLOCKED' : 'DONE',
      duty.date,
      CLERK,
      wrappedKey,
      personSealed,
      personIndex,
      partiesSealed,
      partyIndexes,
      minutes,
      outcome,
    ],
  );
}

async function plantAfterwards(
  client: pg.Client,
  duties: readonly KeptDuty[],
  options: StationsDemoOptions,
): Promise<void> {
  const { institution } = options;
  await plantTalkOpinion(client, { at: 1, duty: duties[1] as KeptDuty, answered: true }, options);
  await plantTalkOpinion(client, { at: 5, duty: duties[5] as KeptDuty, answered: false }, options);
  const aided = duties[3] as KeptDuty;
  await client.query(
    `insert into stations.legal_aid_referral (id, institution_id, consultation_id, lawyer_id, agency, referred_on, decide_by)
     values ($1, $2, $3, $4, '海淀区法律援助中心', $5, $6)`,
    [
      demoId(REFERRAL, 1),
      institution.id,
      demoId(CONSULTATION, 4),
      aided.lawyer_id,
      aided.date,
      dueDay(aided.date, defaultDutyPolicy.legalAidDecide, options.calendar).on,
    ],
  );
  await client.query(`insert into stations.conflict_hit values ($1, $2, $3, 'WAS_OTHER_SIDE', $4)`, [
    demoId(HIT, 1),
    institution.id,
    demoId(CONSULTATION, TALKS.length),
    demoId(CONSULTATION, 1),
  ]);
}

const WORDS = {
  opinion: '经查阅材料并听取来访人陈述，建议对伤情鉴定所依据的就诊记录重新核对，并就鉴定时限向来访人作一次书面说明。',
  answer: '已研究您的意见：就诊记录已调取核对，鉴定时限已于答复函中说明。',
} as const;

async function plantTalkOpinion(
  client: pg.Client,
  { at, duty, answered }: { readonly at: number; readonly duty: KeptDuty; readonly answered: boolean },
  options: StationsDemoOptions,
): Promise<void> {
  const id = demoId(CONSULTATION, at + 1);
  const { rows } = await client.query<{ wrapped_key: Buffer }>(
    'select wrapped_key from stations.consultation where id = $1',
    [id],
  );
  const holder = { id, institutionId: options.institution.id, wrappedKey: rows[0]?.wrapped_key as Buffer };
  const about = { column: 'consultation_id', holder, lawyerId: duty.lawyer_id, givenOn: duty.date } as const;
  await plantOpinion(client, { id: demoId(OPINION, at), about, answered }, options);
}

interface DemoOpinion {
  readonly id: string;
  readonly answered: boolean;
  readonly about: {
    readonly column: 'consultation_id' | 'representation_id';
    readonly holder: ConsultationPlace;
    readonly lawyerId: string;
    readonly givenOn: LocalDate;
  };
}

export async function plantOpinion(
  client: pg.Client,
  { id, about: { column, holder, lawyerId, givenOn }, answered }: DemoOpinion,
  { institution, keys, calendar, today }: StationsDemoOptions,
): Promise<void> {
  const due = dueDay(givenOn, defaultDutyPolicy.opinionAnswer, calendar);
  await client.query(
    `insert into stations.opinion (id, institution_id, ${column}, lawyer_id, given_on, due_on, provisional,
       calendar_version, policy_version, opinion_sealed, answered_on, answer_sealed)
     values ($1, $2, $3, $4, $5, $6, $7, $8, 0, $9, $10, $11)`,
    [
      id,
      institution.id,
      holder.id,
      lawyerId,
      givenOn,
      due.on,
      due.provisional,
      calendar.version,
      sealText(WORDS.opinion, `opinion.opinion:${id}`, holder, keys),
      answered ? earlier(addDays(givenOn, 6), today) : null,
      answered ? sealText(WORDS.answer, `opinion.answer:${id}`, holder, keys) : null,
    ],
  );
}

const earlier = (one: LocalDate, other: LocalDate) => (one < other ? one : other);

/** What sealing and counting need beside the rest. */
export interface ConsultationsDemo {
  readonly keys: InstitutionKeys;
  readonly calendar: WorkCalendar;
  /** Open ones, that some of the talks were about. */
  readonly matterIds: readonly string[];
}
