import { addDays, type LocalDate } from '@everyletter/kit/time';
import type pg from 'pg';
import type { DisputeField, OrganisationKind } from '../src/organisation/rules/kinds.ts';
import { demoId, MEDIATOR, PARTNER } from './ids.ts';

interface DemoMediator {
  readonly name: string;
  readonly accreditation: string;
  readonly administrates?: boolean;
}

interface DemoPartner {
  readonly name: string;
  readonly kind: OrganisationKind;
  readonly isLawful: boolean;
  readonly fields: readonly DisputeField[];
  /** Days until its agreement with the office ends. */
  readonly until: number;
  readonly openLimit: number | null;
  readonly mediators: readonly DemoMediator[];
}

/** Every name is invented. */
export const PARTNERS: readonly DemoPartner[] = [
  {
    name: '海淀区知春里人民调解委员会',
    kind: 'PEOPLES_MEDIATION_COMMITTEE',
    isLawful: true,
    fields: ['NEIGHBOURS', 'FAMILY', 'INJURY', 'TRAFFIC', 'COMPENSATION'],
    until: 400,
    openLimit: 12,
    mediators: [
      { name: '方和', accreditation: '专职人民调解员' },
      { name: '和敬之', accreditation: '调解委员会主任', administrates: true },
    ],
  },
  {
    name: '北京市公益法律服务促进会',
    kind: 'PUBLIC_INTEREST_ASSOCIATION',
    isLawful: false,
    fields: ['LABOUR', 'CONTRACT', 'COMPENSATION', 'MEDICAL'],
    until: 250,
    openLimit: null,
    mediators: [
      { name: '易安澜', accreditation: '公益律师', administrates: true },
      { name: '柳成荫', accreditation: '退休法官' },
    ],
  },
  {
    name: '北京市装饰装修行业协会调解中心',
    kind: 'INDUSTRY_ASSOCIATION',
    isLawful: true,
    fields: ['CONTRACT', 'PROPERTY'],
    until: -20,
    openLimit: 6,
    mediators: [{ name: '梁栋', accreditation: '行业调解员', administrates: true }],
  },
];

/** The agreement of the last one has ended: nothing more can be referred to it. */
export async function plantPartners(
  client: pg.Client,
  { institutionId, today }: { readonly institutionId: string; readonly today: LocalDate },
): Promise<void> {
  let number = 0;
  for (const [at, partner] of PARTNERS.entries()) {
    const id = demoId(PARTNER, at + 1);
    await client.query(
      `insert into mediation.partner_organisation (id, institution_id, name, kind, is_lawful_mediation_body, fields,
         agreement_number, agreement_from, agreement_until, open_limit)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict do nothing`,
      [
        id,
        institutionId,
        partner.name,
        partner.kind,
        partner.isLawful,
        partner.fields,
        `海检调协〔${at + 1}〕号`,
        addDays(today, partner.until - 730),
        addDays(today, partner.until),
        partner.openLimit,
      ],
    );
    for (const { name, accreditation, administrates = false } of partner.mediators) {
      number += 1;
      await client.query(
        `insert into mediation.mediator (id, institution_id, name, organisation_id, is_administrator, accreditation,
           fields, languages) values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict do nothing`,
        [
          demoId(MEDIATOR, number),
          institutionId,
          name,
          id,
          administrates,
          accreditation,
          partner.fields.slice(0, 3),
          ['普通话'],
        ],
      );
    }
  }
}
