import { Conflict, NotFound } from '@everyletter/kit/errors';
import { isId } from '@everyletter/kit/id';
import { loadById } from '@everyletter/kit/load-by-id';
import type { LocalDate } from '@everyletter/kit/time';
import { type EntityManager, LockMode } from '@mikro-orm/postgresql';
import { KeyPeriod } from '../key-period/key-period.entity.ts';
import { LeaderProfile } from '../leader/leader-profile.entity.ts';
import { ReceptionRule } from '../reception-rule/reception-rule.entity.ts';
import type { Days } from '../reception-rule/rules/recurrence.ts';
import type { Duty } from '../rota/rules/compare-rota.ts';
import { rankOf } from '../rota/rules/problem.ts';
import { RotaPlan } from './rota-plan.entity.ts';

interface Versioned {
  readonly id: string;
  readonly version: number;
}

/** The only door to what rotas are made from and to the rotas themselves; made per request. */
export class Rotas {
  readonly rule = loadById(this.em, ReceptionRule);
  readonly keyPeriod = loadById(this.em, KeyPeriod);
  readonly plan = loadById(this.em, RotaPlan);

  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
  ) {}

  rules(): Promise<ReceptionRule[]> {
    return this.em.find(ReceptionRule, {}, { orderBy: { validFrom: 1, id: 1 } });
  }

  keyPeriods(): Promise<KeyPeriod[]> {
    return this.em.find(KeyPeriod, {}, { orderBy: { fromOn: 1, id: 1 } });
  }

  /** From the top. */
  async profiles(): Promise<LeaderProfile[]> {
    const found = await this.em.find(LeaderProfile, {}, { orderBy: { id: 1 } });
    return found.sort((one, other) => rankOf(one.grade) - rankOf(other.grade));
  }

  /** Newest first. */
  plans(first: number): Promise<RotaPlan[]> {
    return this.em.find(RotaPlan, { state: { $ne: 'DISCARDED' } }, { orderBy: { createdAt: -1 }, limit: first });
  }

  /** @throws NotFound `RECEPTION_RULE_NOT_FOUND`; Conflict `RECEPTION_RULE_CHANGED` */
  changeRule(id: string, version: number | null): Promise<ReceptionRule> {
    return this.locked(ReceptionRule, { id, version }, 'RECEPTION_RULE');
  }

  /** @throws NotFound `KEY_PERIOD_NOT_FOUND`; Conflict `KEY_PERIOD_CHANGED` */
  changeKeyPeriod(id: string, version: number | null): Promise<KeyPeriod> {
    return this.locked(KeyPeriod, { id, version }, 'KEY_PERIOD');
  }

  /** Null the first time. @throws Conflict `LEADER_PROFILE_CHANGED` */
  async changeProfile(id: string, version: number | null): Promise<LeaderProfile | null> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const profile = await this.em.findOne(LeaderProfile, { id }, { lockMode });
    if ((profile?.version ?? null) !== version) throw new Conflict('LEADER_PROFILE_CHANGED', { field: 'version' });
    return profile;
  }

  /** @throws NotFound `ROTA_PLAN_NOT_FOUND`; Conflict `ROTA_PLAN_CHANGED` */
  changePlan(id: string, version: number | null): Promise<RotaPlan> {
    return this.locked(RotaPlan, { id, version }, 'ROTA_PLAN');
  }

  /** How many times a rota was published. */
  async revision(): Promise<number> {
    const [row] = await this.em.execute<{ revision: number }[]>('select revision from roster.rota_revision');
    return row?.revision ?? 0;
  }

  /** Locked until the transaction ends, so that two cannot publish at once; raised by one. Answers the one before. */
  async raiseRevision(): Promise<number> {
    const [row] = await this.em.execute<{ revision: number }[]>(
      `insert into roster.rota_revision values (?, 1)
       on conflict (institution_id) do update set revision = roster.rota_revision.revision + 1 returning revision`,
      [this.institutionId],
    );
    return (row?.revision ?? 1) - 1;
  }

  /** What is published, by day, morning first; both ends included. */
  duties({ from, to }: Days): Promise<Duty[]> {
    return this.em.execute<Duty[]>(
      `select date::text as date, half_day as "halfDay", leader_id as "leaderId" from roster.reception_day
       where date between ? and ? and called_off_on is null order by date, half_day desc, id`,
      [from, to],
    );
  }

  /** When leaders are away, of what lies in the period. */
  async absences({ from, to }: Days): Promise<ReadonlyMap<string, readonly Days[]>> {
    const rows = await this.em.execute<{ staff_id: string; from: LocalDate; to: LocalDate }[]>(
      `select staff_id, from_on::text as "from", to_on::text as "to" from roster.absence
       where to_on >= ? and from_on <= ? order by from_on, id`,
      [from, to],
    );
    const byStaff = Map.groupBy(rows, ({ staff_id }) => staff_id);
    return new Map([...byStaff].map(([id, days]) => [id, days.map((day) => ({ from: day.from, to: day.to }))]));
  }

  private async locked<Entity extends Versioned>(
    entity: new () => Entity,
    { id, version }: { readonly id: string; readonly version: number | null },
    noun: string,
  ): Promise<Entity> {
    const lockMode = LockMode.PESSIMISTIC_WRITE;
    const found = isId(id) ? await this.em.findOne(entity, { id } as never, { lockMode }) : null;
    if (!found) throw new NotFound(`${noun}_NOT_FOUND`, { field: 'id' });
    if (version !== null && found.version !== version) throw new Conflict(`${noun}_CHANGED`, { field: 'version' });
    return found as Entity;
  }
}
