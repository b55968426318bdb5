import { randomBytes } from 'node:crypto';
import { sessionVariables } from '@everyletter/kit/database';
import { InstitutionKeys } from '@everyletter/kit/sealing';
import type { Service } from '@everyletter/kit/service';
import { type Answer, ask, buildViewer, type TestDatabase, testDatabase } from '@everyletter/kit/testing';
import type { Role, Viewer } from '@everyletter/kit/viewer';
import pg from 'pg';
import { scopeOf } from '../src/scope.ts';
import { mediationService } from '../src/service.ts';

export const id = (number: number) => `01900000-0000-7000-8000-${String(number).padStart(12, '0')}`;
export const [HERE, ELSEWHERE, CITY] = [id(1), id(2), id(3)] as [string, string, string];
export const NINTH = id(11);
/** A lawful mediation body, and an association that is none. */
export const [COMMITTEE, ASSOCIATION] = [id(21), id(22)] as [string, string];
export const [FANG, HE, YI] = [id(31), id(32), id(33)] as [string, string, string];
export const MATTER = id(41);
export const NOBODY = id(999);

const officer = (role: Role, account: number, departmentIds = [NINTH]) =>
  buildViewer(HERE, [role], { staffId: id(account), accountId: id(account), departmentIds });
const outside = (mediatorId: string, partnerOrganisationId: string) =>
  buildViewer(HERE, ['MEDIATOR'], { accountId: mediatorId, mediatorId, partnerOrganisationId });

export const clerk = officer('CLERK', 61);
export const handler = officer('HANDLER', 62);
export const head = officer('DEPARTMENT_HEAD', 63);
export const leader = officer('LEADER', 64, []);
export const fang = outside(FANG, COMMITTEE);
/** Administers the committee. */
export const he = outside(HE, COMMITTEE);
export const yi = outside(YI, ASSOCIATION);

/** Everybody of the office, whatever they do there. */
export const OFFICE: readonly (readonly [string, Viewer])[] = [
  ['clerk', clerk],
  ['handler', handler],
  ['department head', head],
  ['leader', leader],
  ...(['ROTA_ADMINISTRATOR', 'STATION_ADMINISTRATOR', 'REPORTER', 'AUDITOR'] as const).map(
    (role) => [role, officer(role, 65)] as const,
  ),
  ...(['SYSTEM_ADMINISTRATOR', 'SECURITY_ADMINISTRATOR'] as const).map((role) => [role, officer(role, 66)] as const),
];

export const PROPOSAL = {
  matterId: MATTER,
  organisationId: COMMITTEE,
  subject: 'CIVIL_DISPUTE',
  field: 'NEIGHBOURS',
  dispute: '邻里因改建引起的损害赔偿',
  background: '楼上改建后渗水，修缮费用各执一词',
  request: '希望对方承担修缮费用',
  sharedFields: ['DISPUTE', 'BACKGROUND', 'NAMES', 'PHONES'],
  parties: [
    { side: 'PETITIONER', name: '王勤俭', phone: '13900000001', address: '学院路1号院' },
    { side: 'OTHER_SIDE', name: '孟广田', phone: '13900000002', address: '学院路2号院' },
  ],
  confirmed: true,
};

export const SEEN = `id version state dispute waiting { kind until } viewerCommands answerDueOn endsOn
  mediator { id } parties { id side name phone consent }`;

/** Mutations that take nothing but the referral. */
const STEPS = ['cancelReferral', 'completeReferral', 'declareBreach'];

/** Monday. */
export const TODAY = '2026-11-23';

/** The office and its partners, with a clock that can be turned. */
export class House {
  database!: TestDatabase;
  service!: Service;
  readonly keys = new InstitutionKeys(randomBytes(32));
  readonly outsideKeys = new InstitutionKeys(randomBytes(32));
  now = new Date(`${TODAY}T04:00:00Z`);
  private matters = 100;

  async open(): Promise<void> {
    this.database = await testDatabase([mediationService]);
    await this.plant();
    this.service = await this.database.start(mediationService, {
      keys: this.keys,
      outsideKeys: this.outsideKeys,
      clock: () => this.now,
    });
  }

  close(): Promise<void> {
    return this.database.stop();
  }

  rows(statement: string, values?: readonly unknown[]): Promise<Answer[]> {
    return this.database.rows(statement, values);
  }

  /** What each statement counts for a viewer, asked as the service's own role under their settings. */
  async asRole(viewer: Viewer, statements: readonly string[]): Promise<number[]> {
    const client = new pg.Client(this.database.urlOf('mediation'));
    await client.connect();
    try {
      for (const [name, value] of Object.entries(sessionVariables(viewer, scopeOf(viewer))))
        await client.query('select set_config($1, $2, false)', [name, value]);
      const counts: number[] = [];
      for (const statement of statements) counts.push((await client.query(statement)).rows[0].n);
      return counts;
    } finally {
      await client.end();
    }
  }

  /** Noon of the day in China. */
  turnTo(day: string): void {
    this.now = new Date(`${day}T04:00:00Z`);
  }

  ask(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<Answer> {
    return ask(this.service, viewer, query, variables);
  }

  /** One mutation that answers with the referral; `answer` is what is asked of it. */
  async step(
    viewer: Viewer,
    name: string,
    input: Record<string, unknown>,
    { answer = SEEN, type = '' }: { readonly answer?: string; readonly type?: string } = {},
  ): Promise<Answer> {
    const own = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const named = type || (STEPS.includes(name) ? 'ReferralStepInput' : own);
    const query = `mutation ($input: ${named}!) { ${name}(input: $input) { referral { ${answer} } } }`;
    const { data, errors } = await this.ask(viewer, query, { input });
    return { referral: data?.[name]?.referral, errors, code: errors?.[0]?.extensions.code };
  }

  /** Of a matter of its own. */
  async propose(change: Record<string, unknown> = {}, viewer = clerk): Promise<Answer> {
    this.matters += 1;
    return this.step(viewer, 'proposeReferral', { ...PROPOSAL, matterId: id(this.matters), ...change });
  }

  consent(partyId: string, change: Record<string, unknown> = {}, viewer = clerk): Promise<Answer> {
    const given = { answer: 'GIVEN', form: 'WRITTEN', answeredAt: this.now.toISOString() };
    const scope = ['DISPUTE', 'BACKGROUND', 'NAMES', 'PHONES'];
    return this.step(viewer, 'recordConsent', { partyId, ...given, scope, ...change });
  }

  /** Proposed, and agreed to by both parties. */
  async offered(change: Record<string, unknown> = {}): Promise<Answer> {
    const { referral } = await this.propose(change);
    const [one, other] = referral.parties;
    await this.consent(one.id, { referralId: referral.id });
    return (await this.consent(other.id, { referralId: referral.id })).referral;
  }

  /** Taken by Fang. */
  async accepted(): Promise<Answer> {
    const { id: referralId, version } = await this.offered();
    return (await this.step(fang, 'acceptReferral', { referralId, version })).referral;
  }

  withdraw(referral: Answer, viewer = clerk): Promise<Answer> {
    const said = { form: 'RECORDED_TALK', answeredAt: this.now.toISOString() };
    return this.step(viewer, 'withdrawConsent', { referralId: referral.id, partyId: referral.parties[0].id, ...said });
  }

  private async plant(): Promise<void> {
    for (const [institution, above] of [
      [HERE, [CITY]],
      [ELSEWHERE, [CITY]],
      [CITY, []],
    ]) {
      await this.rows('insert into mediation.institution values ($1, $2)', [institution, above]);
    }
    const organisation = `insert into mediation.partner_organisation
      (id, institution_id, name, kind, is_lawful_mediation_body) values ($1, $2, $3, $4, $5)`;
    const committee = [COMMITTEE, HERE, '某区人民调解委员会', 'PEOPLES_MEDIATION_COMMITTEE', true];
    await this.rows(organisation, committee);
    await this.rows(organisation, [ASSOCIATION, HERE, '某市公益法律服务促进会', 'PUBLIC_INTEREST_ASSOCIATION', false]);
    const mediator = `insert into mediation.mediator (id, institution_id, name, organisation_id, is_administrator)
      values ($1, $2, $3, $4, $5)`;
    await this.rows(mediator, [FANG, HERE, '方和', COMMITTEE, false]);
    await this.rows(mediator, [HE, HERE, '和敬之', COMMITTEE, true]);
    await this.rows(mediator, [YI, HERE, '易平', ASSOCIATION, false]);
  }
}
