import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { addDays, type LocalDate } from '@everyletter/kit/time';
import type pg from 'pg';
import type { DisputeField } from '../src/organisation/rules/kinds.ts';
import { type PartyCard, sealCard } from '../src/party/party-card.ts';
import { placeOf, ReferralSeal } from '../src/referral/referral-seal.ts';
import type { ReferralState } from '../src/referral/rules/referral-states.ts';
import { CONSENT, demoId, MEDIATOR, PARTNER, PARTY, REFERRAL } from './ids.ts';

export interface ReferralsDemo {
  readonly keys: InstitutionKeys;
  readonly today: LocalDate;
  readonly institutionId: string;
  readonly departmentId: string;
  readonly matterIds: readonly string[];
}

interface DemoReferral {
  readonly dispute: string;
  readonly background: string | null;
  readonly field: DisputeField;
  readonly state: ReferralState;
  readonly daysAgo: number;
  /** Of the demo's partners and mediators, from 1. */
  readonly partner: number;
  readonly mediator: number | null;
  readonly parties: readonly [petitioner: string, otherSide: string];
}

const OPEN_DAYS = 30;
const ANSWER_DAYS = 7;
const SHARED = ['DISPUTE', 'BACKGROUND', 'NAMES'];
const ACCEPTED: readonly string[] = ['ACCEPTED', 'AGREED', 'PERFORMED', 'FAILED', 'BREACHED'];
const ENDED: readonly string[] = ['PERFORMED', 'FAILED', 'BREACHED', 'DECLINED', 'EXPIRED', 'REFUSED', 'WITHDRAWN'];

/** Every name is invented. */
export const REFERRALS: readonly DemoReferral[] = [
  {
    dispute: '邻里因改建引起的损害赔偿',
    background: '楼上改建卫生间后楼下顶面渗水，双方对修缮费用各执一词。',
    field: 'NEIGHBOURS',
    state: 'ACCEPTED',
    daysAgo: 12,
    partner: 1,
    mediator: 1,
    parties: ['田静姝', '孟广田'],
  },
  {
    dispute: '与原单位的补偿争议，双方愿意坐下来谈',
    background: '解除劳动合同时的补偿数额。',
    field: 'LABOUR',
    state: 'CONSENTED',
    daysAgo: 3,
    partner: 2,
    mediator: null,
    parties: ['罗远山', '某科技公司'],
  },
  {
    dispute: '拖欠装修工程款的民事部分',
    background: null,
    field: 'CONTRACT',
    state: 'PROPOSED',
    daysAgo: 2,
    partner: 2,
    mediator: null,
    parties: ['夏雨荷', '某装饰公司'],
  },
  {
    dispute: '交通事故后续医疗费的承担',
    background: '事故责任已认定，争议在后续治疗费。',
    field: 'TRAFFIC',
    state: 'CONSENTED',
    daysAgo: 4,
    partner: 1,
    mediator: null,
    parties: ['丁小满', '韩大勇'],
  },
  {
    dispute: '宅院通行权的相邻关系纠纷',
    background: null,
    field: 'NEIGHBOURS',
    state: 'DECLINED',
    daysAgo: 40,
    partner: 1,
    mediator: null,
    parties: ['钟鸣', '石大山'],
  },
  {
    dispute: '人身损害的民事赔偿数额',
    background: null,
    field: 'INJURY',
    state: 'WITHDRAWN',
    daysAgo: 33,
    partner: 1,
    mediator: 1,
    parties: ['白露', '江流'],
  },
  {
    dispute: '赡养费给付方式的分歧',
    background: null,
    field: 'FAMILY',
    state: 'FAILED',
    daysAgo: 60,
    partner: 1,
    mediator: 2,
    parties: ['余庆', '余望'],
  },
];

export async function plantReferrals(client: pg.Client, demo: ReferralsDemo): Promise<void> {
  for (const [at, referral] of REFERRALS.entries()) {
    const matterId = demo.matterIds[at];
    if (matterId) await plantReferral(client, { ...referral, number: at + 1, matterId }, demo);
  }
}

async function plantReferral(
  client: pg.Client,
  one: DemoReferral & { readonly number: number; readonly matterId: string },
  { keys, today, institutionId, departmentId }: ReferralsDemo,
): Promise<void> {
  const id = demoId(REFERRAL, one.number);
  const { seal, wrappedKey } = ReferralSeal.fresh({ id, institutionId }, keys);
  const proposedOn = addDays(today, -one.daysAgo);
  const isTold = one.state !== 'PROPOSED';
  const isTaken = ACCEPTED.includes(one.state) || one.mediator !== null;
  const after = (happened: boolean, days: number) => (happened ? addDays(proposedOn, days) : null);
  const { rowCount } = await client.query(
    `insert into mediation.referral (id, institution_id, department_id, matter_id, organisation_id, state, subject, field,
       shared_fields, proposed_on, consented_on, answer_due_on, accepted_on, ends_on, mediator_id, ended_on,
       decline_reason, wrapped_key, dispute_sealed, background_sealed)
     values ($1, $2, $3, $4, $5, $6, 'CIVIL_DISPUTE', $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)
     on conflict do nothing`,
    [
      id,
      institutionId,
      departmentId,
      one.matterId,
      demoId(PARTNER, one.partner),
      one.state,
      one.field,
      SHARED,
      proposedOn,
      after(isTold, 1),
      after(isTold, 1 + ANSWER_DAYS),
      after(isTaken, 2),
      after(isTaken, 2 + OPEN_DAYS),
      one.mediator === null ? null : demoId(MEDIATOR, one.mediator),
      after(ENDED.includes(one.state), 20),
      one.state === 'DECLINED' ? 'NO_CAPACITY' : null,
      wrappedKey,
      seal.seal(one.dispute, placeOf('dispute', id)),
      seal.sealIfAny(one.background, placeOf('background', id)),
    ],
  );
  if (!rowCount) return;
  for (const [at, name] of one.parties.entries()) {
    await plantParty(
      client,
      { name, phone: null, address: null },
      { ...one, id, at, seal, institutionId, isTold, proposedOn },
    );
  }
}

interface PartyPlace {
  readonly id: string;
  readonly number: number;
  readonly at: number;
  readonly seal: ReferralSeal;
  readonly institutionId: string;
  readonly isTold: boolean;
  readonly proposedOn: LocalDate;
}

async function plantParty(client: pg.Client, card: PartyCard, place: PartyPlace): Promise<void> {
  const { id, number, at, seal, institutionId, isTold, proposedOn } = place;
  const partyId = demoId(PARTY, number * 10 + at);
  await client.query('insert into mediation.party values ($1, $2, $3, $4, $5, $6)', [
    partyId,
    institutionId,
    id,
    at + 1,
    at === 0 ? 'PETITIONER' : 'OTHER_SIDE',
    sealCard(card, partyId, seal),
  ]);
  if (!isTold && at > 0) return;
  const said = `${addDays(proposedOn, 1)}T02:30:00Z`;
  await client.query(
    `insert into mediation.consent (id, institution_id, referral_id, party_id, subject, answer, form, answered_at, scope,
       recorded_by_id, recorded_at) values ($1, $2, $3, $4, 'SHARING', 'GIVEN', 'WRITTEN', $5, $6, $7, $5)`,
    [demoId(CONSENT, number * 10 + at), institutionId, id, partyId, said, SHARED, demoId(1, 1)],
  );
}
