import type { InstitutionKeys } from '@everyletter/kit/sealing';
import { addDays, type LocalDate } from '@everyletter/kit/time';
import pg from 'pg';
import type { OrganisationKind } from '../src/organisation/organisation.type.ts';
import type { ReferralState } from '../src/referral/referral.type.ts';
import { sealDispute } from '../src/referral/sealed-dispute.ts';

export interface MediationDemoOptions {
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  readonly keys: InstitutionKeys;
  readonly today: LocalDate;
  readonly institution: { readonly id: string; readonly ancestorIds: readonly string[] };
  /** The department that proposes referrals. */
  readonly departmentId: string;
  /** Matters in hand, as the petitions demo planted them; a few of them are referred. */
  readonly matterIds: readonly string[];
}

/** A fixed id of the demo data: `kind` and `number` are the last digits. The first mediator has an account. */
function demoId(kind: number, number: number): string {
  return `01940000-0000-7000-8000-${String(kind).padStart(4, '0')}${String(number).padStart(8, '0')}`;
}

const MEDIATOR = 7;
const PARTNER = 8;
const REFERRAL = 13;

/** Every name is invented. */
const ORGANISATIONS: readonly {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly isLawful: boolean;
  readonly mediators: readonly string[];
}[] = [
  {
    name: '北京市公益法律服务促进会',
    kind: 'PUBLIC_INTEREST_ASSOCIATION',
    isLawful: false,
    mediators: ['方和', '易安澜'],
  },
  {
    name: '海淀区知春里人民调解委员会',
    kind: 'PEOPLES_MEDIATION_COMMITTEE',
    isLawful: true,
    mediators: ['和敬之', '柳成荫'],
  },
];

/** What is in dispute, in what state, and how many days ago it was proposed. */
const REFERRALS: readonly (readonly [string, ReferralState, number])[] = [
  ['与原单位的补偿争议，双方愿意坐下来谈', 'CONSENTED', 9],
  ['邻里因改建引起的损害赔偿', 'ACCEPTED', 21],
  ['拖欠装修工程款的民事部分', 'PROPOSED', 2],
  ['交通事故后续医疗费的承担', 'CLOSED', 48],
];

/** Plants partners, mediators and a few referrals; again it changes nothing. */
export async function loadMediationDemo(options: MediationDemoOptions): Promise<void> {
  const client = new pg.Client(options.ownerUrl);
  await client.connect();
  try {
    await client.query('begin');
    await client.query('insert into mediation.institution values ($1, $2) on conflict do nothing', [
      options.institution.id,
      options.institution.ancestorIds,
    ]);
    await plantOrganisations(client, options.institution.id);
    await plantReferrals(client, options);
    await client.query('commit');
  } finally {
    await client.end();
  }
}

async function plantOrganisations(client: pg.Client, institutionId: string): Promise<void> {
  let number = 0;
  for (const [at, { name, kind, isLawful, mediators }] of ORGANISATIONS.entries()) {
    await client.query(
      'insert into mediation.partner_organisation values ($1, $2, $3, $4, $5) on conflict do nothing',
      [demoId(PARTNER, at + 1), institutionId, name, kind, isLawful],
    );
    for (const mediator of mediators) {
      number += 1;
      await client.query('insert into mediation.mediator values ($1, $2, $3, $4) on conflict do nothing', [
        demoId(MEDIATOR, number),
        institutionId,
        mediator,
        demoId(PARTNER, at + 1),
      ]);
    }
  }
}

async function plantReferrals(client: pg.Client, options: MediationDemoOptions): Promise<void> {
  const { institution, departmentId, matterIds, today, keys } = options;
  for (const [at, [dispute, state, daysAgo]] of REFERRALS.entries()) {
    const matterId = matterIds[at];
    if (!matterId) continue;
    const id = demoId(REFERRAL, at + 1);
    const { wrappedKey, disputeSealed } = sealDispute(dispute, { keys, institutionId: institution.id, referralId: id });
    await client.query(
      `insert into mediation.referral (id, institution_id, department_id, matter_id, organisation_id, state, proposed_on,
        wrapped_key, dispute_sealed) values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
      [
        id,
        institution.id,
        departmentId,
        matterId,
        demoId(PARTNER, (at % ORGANISATIONS.length) + 1),
        state,
        addDays(today, -daysAgo),
        wrappedKey,
        disputeSealed,
      ],
    );
  }
}
