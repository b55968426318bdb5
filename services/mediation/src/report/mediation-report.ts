import { Invalid } from '@everyletter/kit/errors';
import { withholdSmallCells } from '@everyletter/kit/small-cells';
import { addMonths, type LocalDate } from '@everyletter/kit/time';
import { hasRole } from '@everyletter/kit/viewer';
import { type Kysely, sql } from 'kysely';
import type { Context } from '../context.ts';
import type { DisputeField } from '../organisation/rules/kinds.ts';
import type { MediationReportType } from './report.type.ts';
import { countOf, type ReferralFact } from './rules/count-referrals.ts';
import { FIGURES } from './rules/figures.ts';

/** Months a report may span. */
const MAX_MONTHS = 24;

export interface ReportPeriod {
  readonly from: LocalDate;
  readonly to: LocalDate;
}

/**
 * Over the viewer's institution; a mediator reads their own partner's. Who does not work on petitions reads no small
 * count. @throws Invalid `PERIOD_REVERSED`, `PERIOD_TOO_LONG`
 */
export async function mediationReport({ from, to }: ReportPeriod, context: Context): Promise<MediationReportType> {
  if (from > to) throw new Invalid('PERIOD_REVERSED', { field: 'to' });
  if (to >= addMonths(from, MAX_MONTHS)) throw new Invalid('PERIOD_TOO_LONG', { field: 'to', maxMonths: MAX_MONTHS });
  const facts = await factsBetween({ from, to }, context);
  const { smallestCell } = await context.terms.current();
  const isPlain = hasRole(context.viewer, 'CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'MEDIATOR');
  const show = (values: readonly number[]) => (isPlain ? values : withholdSmallCells(values, smallestCell));
  const alone = (value: number) => (isPlain || value >= smallestCell ? value : null);
  return {
    from,
    to,
    smallestCell: isPlain ? null : smallestCell,
    figures: FIGURES.map((figure) => ({ ...figure, value: alone(countOf(figure.code, facts)) })),
    byPartner: await byPartner(facts, show, context),
    byField: groups(facts, 'field', show).map(({ key, ...counts }) => ({ field: key as DisputeField, ...counts })),
  };
}

type Show = (values: readonly number[]) => readonly (number | null)[];

/** The largest first; each column is withheld by itself, so that no row gives away another. */
function groups(facts: readonly ReferralFact[], by: 'field' | 'organisationId', show: Show) {
  const grouped = [...Map.groupBy(facts, (fact) => fact[by])].sort(([, one], [, other]) => other.length - one.length);
  const column = (code: 'REFERRED' | 'AGREED' | 'PERFORMED') => show(grouped.map(([, rows]) => countOf(code, rows)));
  const [referred, agreed, performed] = [column('REFERRED'), column('AGREED'), column('PERFORMED')];
  return grouped.map(([key], at) => ({
    key,
    referred: referred[at] ?? null,
    agreed: agreed[at] ?? null,
    performed: performed[at] ?? null,
  }));
}

async function byPartner(facts: readonly ReferralFact[], show: Show, { partners }: Context) {
  const rows = groups(facts, 'organisationId', show);
  const organisations = await Promise.all(rows.map(({ key }) => partners.organisation(key)));
  return rows.flatMap(({ key: _, ...counts }, at) => {
    const organisation = organisations[at];
    return organisation ? [{ organisation, ...counts }] : [];
  });
}

async function factsBetween({ from, to }: ReportPeriod, { em }: Context): Promise<ReferralFact[]> {
  const { rows } = await sql<ReferralFact>`
    select organisation_id as "organisationId", field, state, accepted_on::text as "acceptedOn",
      ends_on::text as "endsOn", effective_on::text as "effectiveOn", confirmed_on::text as "confirmedOn",
      consent_refused as "consentRefused"
    from mediation.referral_fact where proposed_on between ${from} and ${to}
    `.execute(em.getKysely() as unknown as Kysely<unknown>);
  return rows;
}
