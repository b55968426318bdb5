import { inTransaction, openDatabase, sessionVariables } from '@everyletter/kit/database';
import { createLog } from '@everyletter/kit/log';
import type { Service } from '@everyletter/kit/service';
import { ask, buildViewer } from '@everyletter/kit/testing';
import { addMonths } from '@everyletter/kit/time';
import type { Viewer } from '@everyletter/kit/viewer';
import type { NationInstitution } from '@everyletter/petitions/demo/nation/nation-tree';
import { countedPetitions } from '@everyletter/petitions/report/counted-petitions';
import { figureCondition, inTime } from '@everyletter/petitions/report/figure-condition';
import { scopeOf } from '@everyletter/petitions/scope';
import { petitionsService } from '@everyletter/petitions/service';
import { type Kysely, sql } from 'kysely';
import { type SizeStore, TODAY } from './store.ts';

const CLOCK = 'dueOn targetOn state remainingDays label { zh }';
const LIST = `query ($search: String) { worklist(first: 50, filter: { search: $search }) { edges { cursor node {
  id number channel category subject receivedOn state track handler { id } petitioner { name phone }
  proceduralClock { ${CLOCK} } substantiveClock { ${CLOCK} } } } } }`;
const PAGE = `query ($id: ID!) { petition(id: $id) { id number version channel category subject receivedOn state track
  petitioner { name phone address } proceduralClock { ${CLOCK} } substantiveClock { ${CLOCK} } matter { id state }
  timeline { id kind on words { zh } actor { id } } replies { id } contactAttempts { id } } }`;
const REPORT = `query ($ids: [_Any!]!, $period: PeriodInput!) { _entities(representations: $ids) { ... on Institution {
  petitionReport(period: $period) { received { value } receivedByChannel { value } receivedByCategory { value }
    procedural { numerator strictRate } substantive { numerator strictRate } overdueNow { value } ageing { value }
    trend { month received } } } } }`;
const REGISTER = `mutation ($input: RegisterPetitionInput!) { registerPetition(input: $input) { petition { id } } }`;
const YEAR = { from: '2025-01-01', to: '2025-12-31' };
/** By month over all the years there are. */
const ALL_MONTHS = { from: addMonths(TODAY, -108), to: TODAY };

/** A store with the service before it, asked as its people ask. */
export class Office {
  private letters = 0;
  readonly district: NationInstitution;
  readonly province: NationInstitution;
  readonly nation: NationInstitution;

  private constructor(
    private readonly service: Service,
    private readonly orm: Awaited<ReturnType<typeof openDatabase>>,
    private readonly petitionIds: readonly string[],
    { institutions }: SizeStore,
  ) {
    this.nation = institutions[0] as NationInstitution;
    this.province = institutions.find(({ level }) => level === 'PROVINCIAL') ?? this.nation;
    this.district = districtOf(institutions);
  }

  static async open(store: SizeStore): Promise<Office> {
    const { databaseUrl, keys } = store;
    const log = createLog('petitions', 'error');
    const clock = () => new Date(`${TODAY}T04:00:00Z`);
    const service = await petitionsService.start({ databaseUrl, keys, log, clock, jobs: false });
    const orm = await openDatabase({ url: databaseUrl, schema: 'petitions', entities: [] });
    const { institutionId } = districtOf(store.institutions);
    const viewer = buildViewer(institutionId, ['LEADER']);
    const { data } = await ask(service, viewer, '{ worklist(first: 50) { edges { node { id } } } }');
    const ids = data.worklist.edges.map(({ node }: { node: { id: string } }) => node.id);
    return new Office(service, orm, ids, store);
  }

  worklist(): Promise<unknown> {
    return this.ask(this.leader, LIST);
  }

  search(): Promise<unknown> {
    return this.ask(this.leader, LIST, { search: '王伟' });
  }

  petition(nth: number): Promise<unknown> {
    return this.ask(this.leader, PAGE, { id: this.petitionIds[nth % this.petitionIds.length] });
  }

  year(): Promise<unknown> {
    const ids = [{ __typename: 'Institution', id: this.district.institutionId }];
    return this.ask(this.leader, REPORT, { ids, period: YEAR });
  }

  /** One more letter at the counter. */
  register(): Promise<unknown> {
    this.letters += 1;
    const { clerkId: staffId, complaintsDepartmentId, institutionId } = this.district;
    const clerk = buildViewer(institutionId, ['CLERK'], { staffId, departmentIds: [complaintsDepartmentId] });
    const form = {
      channel: 'LETTER',
      category: 'OTHER',
      identityKind: 'REAL_NAME',
      subject: '补充材料',
      body: '材料附后。',
    };
    const idempotencyKey = `bench-size-${process.pid}-${String(this.letters).padStart(8, '0')}`;
    const input = { idempotencyKey, form: { ...form, receivedOn: TODAY, name: '李学英', address: '某路1号' } };
    return this.ask(clerk, REGISTER, { input });
  }

  /** Received and answered in time, month by month, of an institution and all below it. */
  byMonth({ institutionId }: NationInstitution): Promise<unknown> {
    const viewer = buildViewer(institutionId, ['LEADER']);
    const variables = sessionVariables(viewer, scopeOf(viewer));
    const counted = countedPetitions(ALL_MONTHS, { institutionIds: [institutionId], reach: 'TREE', today: TODAY });
    return inTransaction(this.orm, { variables, readOnly: true }, (em) =>
      sql`select date_trunc('month', p.received_on::timestamp) as month, sum(p.petitions) as received,
          sum(p.petitions) filter (where ${figureCondition('PROCEDURAL_RATE', TODAY)}) as decided,
          sum(p.petitions) filter (where ${inTime('PROCEDURAL')}) as replied,
          sum(p.petitions) filter (where ${inTime('SUBSTANTIVE')}) as answered
        from ${counted} group by 1`.execute(em.getKysely() as unknown as Kysely<unknown>),
    );
  }

  async close(): Promise<void> {
    await this.orm.close(true);
    await this.service.stop();
  }

  private get leader(): Viewer {
    return buildViewer(this.district.institutionId, ['LEADER']);
  }

  private async ask(viewer: Viewer, query: string, variables?: Record<string, unknown>): Promise<unknown> {
    const { data, errors } = await ask(this.service, viewer, query, variables);
    if (errors) throw new Error(JSON.stringify(errors[0]));
    return data;
  }
}

/** Neither the first nor the last, in whose neighbourhood pages may be fuller or emptier. */
function districtOf(institutions: readonly NationInstitution[]): NationInstitution {
  const districts = institutions.filter(({ level }) => level === 'DISTRICT');
  return (districts[Math.floor(districts.length / 2)] ?? institutions[0]) as NationInstitution;
}
