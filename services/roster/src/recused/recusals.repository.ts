import { RuleBroken } from '@everyletter/kit/errors';
import type { EntityManager } from '@mikro-orm/postgresql';

/** A declaration as the petitions service tells it, for every petition of the matter. */
export interface ToldRecusal {
  readonly version: number;
  readonly petitionIds: readonly string[];
  readonly staffId: string;
  readonly lifted: boolean;
}

/** Who must not hear which petition; kept from what is told. Made per request. */
export class Recusals {
  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
  ) {}

  /** What comes late changes nothing. */
  async keep({ version, petitionIds, staffId, lifted }: ToldRecusal): Promise<void> {
    for (const petitionId of petitionIds) {
      await this.em.execute(
        `insert into roster.recused values (?, ?, ?, ?, ?) on conflict (institution_id, petition_id, staff_id)
         do update set lifted = excluded.lifted, version = excluded.version where recused.version < excluded.version`,
        [this.institutionId, petitionId, staffId, lifted, version],
      );
    }
  }

  /** @throws RuleBroken `LEADER_RECUSED` when one of them must not hear one of the petitions */
  async requireFree(
    staffIds: readonly string[],
    petitionIds: readonly (string | null | undefined)[],
    field: string,
  ): Promise<void> {
    const rows = await this.em.execute(
      `select from roster.recused where not lifted and staff_id = any(?::uuid[]) and petition_id = any(?::uuid[])`,
      [`{${staffIds.join(',')}}`, `{${petitionIds.filter((id) => id != null).join(',')}}`],
    );
    if (rows.length > 0) throw new RuleBroken('LEADER_RECUSED', { field });
  }

  /** Days of the period on which somebody is to come about a petition that person must not hear. */
  async days(from: string, to: string): Promise<ReadonlyMap<string, readonly string[]>> {
    const rows = await this.em.execute<{ staff_id: string; date: string }[]>(
      `select distinct r.staff_id, d.date::text as date from roster.recused r
       join roster.reception_ticket t on t.petition_id = r.petition_id and t.state in ('BOOKED', 'ARRIVED', 'CALLED')
       join roster.reception_day d on d.id = t.reception_day_id and d.called_off_on is null
       where not r.lifted and d.date between ? and ?`,
      [from, to],
    );
    const byStaff = Map.groupBy(rows, ({ staff_id }) => staff_id);
    return new Map([...byStaff].map(([id, found]) => [id, found.map(({ date }) => date)]));
  }
}
