import type { EntityManager } from '@mikro-orm/postgresql';
import type { Period } from '../coverage/rules/coverage.ts';
import { LawFirm } from '../lawyer/lawyer.entity.ts';
import type { FirmLoad } from './rules/fair-share.ts';

/** Law firms and how much of the duty they had; made per request. */
export class Firms {
  constructor(
    private readonly em: EntityManager,
    private readonly institutionId: string,
  ) {}

  /** Of the viewer's institution, by name. */
  all(): Promise<LawFirm[]> {
    return this.em.find(LawFirm, { institutionId: this.institutionId }, { orderBy: { name: 1, id: 1 } });
  }

  byName(name: string): Promise<LawFirm | null> {
    return this.em.findOne(LawFirm, { institutionId: this.institutionId, name });
  }

  /** Every firm, also one without duty. Declined and cancelled duties are nobody's. */
  async loads({ from, to }: Period): Promise<FirmLoad[]> {
    const rows = await this.em.execute<{ firm: string; days: string; planned: number; served: number }[]>(
      `with lawyers as (
         select id, firm_id, greatest(0, least(coalesce(ended_on, ?::date), ?::date)
           - greatest(coalesce(joined_on, ?::date), ?::date) + 1) as days
         from stations.lawyer where institution_id = ?),
       duties as (
         select a.lawyer_id, count(*)::int as planned, count(t.checked_in_at)::int as served
         from stations.assignment a left join stations.attendance t on t.assignment_id = a.id
         where a.institution_id = ? and a.date between ? and ? and a.status in ('PUBLISHED', 'CONFIRMED')
         group by 1)
       select f.id as firm, coalesce(sum(l.days), 0) as days, coalesce(sum(d.planned), 0)::int as planned,
         coalesce(sum(d.served), 0)::int as served
       from stations.law_firm f left join lawyers l on l.firm_id = f.id left join duties d on d.lawyer_id = l.id
       where f.institution_id = ? group by 1`,
      [to, to, from, from, this.institutionId, this.institutionId, from, to, this.institutionId],
    );
    return rows.map(({ firm, days, planned, served }) => ({ firmId: firm, lawyerDays: Number(days), planned, served }));
  }
}
