import { FigureScope } from '@everyletter/kit/figures';
import { closedMonthsOf, monthsOf, type Period } from '@everyletter/kit/period';
import { toldMonths, withholdSmallCells } from '@everyletter/kit/small-cells';
import { hasRole, type Role } from '@everyletter/kit/viewer';
import type { Context } from '../context.ts';
import type { CountScope } from './figure-counts.repository.ts';
import { ageingRanges } from './rules/ageing.ts';
import { type FigureCode, OF_PEOPLE } from './rules/figures.ts';
import { isOfPeople, knownGroups, type PetitionGrouping } from './rules/grouping.ts';
import { NOTHING, sumOf, type Tally } from './rules/tally.ts';

/** Those to whom small numbers are told: they read the petitions anyway. */
export const READERS: readonly Role[] = ['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER'];
const MANY = Number.MAX_SAFE_INTEGER / 2;
const WITHHELD: Tally = { ...NOTHING, isAtLeast: true };

export interface Asked {
  readonly of: CountScope;
  readonly by: PetitionGrouping | null;
  readonly codes: readonly FigureCode[];
}

/** What the viewer may be told of one figure of one institution and group; the groups in which there is something. */
export interface Told {
  readonly groups: readonly (string | null)[];
  of(institutionId: string, code: FigureCode, group: string | null): Tally;
}

/** Everything, or of people only what no subtraction of one answer from another tells of a few of them. */
export async function toldCounts(asked: Asked, period: Period, context: Context): Promise<Told> {
  const isReader = hasRole(context.viewer, ...READERS);
  const isGuarded = (code: FigureCode) => !isReader && (isOfPeople(asked.by) || OF_PEOPLE.includes(code));
  const open = asked.codes.filter((code) => !isGuarded(code));
  const plain = await counted({ ...asked, codes: open }, period, context);
  const guarded = await guardedCounts({ ...asked, codes: asked.codes.filter(isGuarded) }, period, context);
  return {
    groups: [...new Set([...plain.values()].map(({ group }) => group))],
    of: (institutionId, code, group) => {
      if (isGuarded(code)) return guarded.get(`${code}/${group}`) ?? WITHHELD;
      const row = plain.get(`${institutionId}/${code}/${group}`);
      return row ? { ...row, isAtLeast: false } : NOTHING;
    },
  };
}

async function counted(
  { of, by, codes, monthly = false }: Asked & { readonly monthly?: boolean },
  period: Period,
  { figureCounts, terms, today }: Context,
) {
  const ranges = ageingRanges(today, (await terms.current()).pack.report.ageingDays);
  const rows = await figureCounts.figures(of, period, { by, codes, ranges, monthly });
  return new Map(rows.map((row) => [`${row.institutionId}/${row.code}/${row.group}`, row]));
}

/** Of the viewer's own institution alone, from months that are over: of any other set the difference could be a few. */
async function guardedCounts({ of, by, codes }: Asked, period: Period, context: Context) {
  const told = new Map<string, Tally>();
  const isOwn = of.scope === FigureScope.OWN && of.institutionId === context.viewer.institutionId;
  if (!isOwn || codes.length === 0) return told;
  const closed = closedMonthsOf(period, context.today);
  const isAtLeast = closed.length < monthsOf(period).length;
  const { smallestCell } = (await context.terms.current()).pack.report;
  const asked = { of, by: by === 'MONTH' ? null : by, codes: [...new Set([...codes, 'RECEIVED' as const])] };
  const rows = await counted({ ...asked, monthly: true }, period, context);
  const cellOf = (month: string, code: FigureCode, group: string | null) =>
    rows.get(`${of.institutionId}/${code}/${month}/${group ?? ''}`);
  const groups = asked.by === null ? [null] : knownGroups(asked.by);
  for (const code of codes) {
    const tallies = closed.map((month) => groups.map((group) => cellOf(month, code, group)));
    const counts = tallies.map((row) => row.map((tally) => tally?.count ?? 0));
    const wholes = closed.map((month) => cellOf(month, 'RECEIVED', null)?.count ?? 0);
    const isTold = isOfPeople(by) ? toldMonths(counts, smallestCell) : partsTold(counts, wholes, smallestCell);
    const cells = (at: number, place: number) => (isTold[at]?.[place] ? [tallies[at]?.[place] ?? NOTHING] : []);
    for (const [place, group] of groups.entries()) {
      const some = closed.flatMap((_, at) => cells(at, place)).map((one) => ({ ...one, isAtLeast: false }));
      told.set(`${code}/${group}`, sumOf(some, isAtLeast || some.length < closed.length));
    }
    if (by === 'MONTH') {
      for (const [at, month] of closed.entries()) {
        const [cell] = cells(at, 0);
        told.set(`${code}/${month}`, cell ? { ...cell, isAtLeast: false } : WITHHELD);
      }
    }
  }
  return told;
}

/** A part and the rest of what was received are told together or not at all. */
function partsTold(counts: readonly (readonly number[])[], wholes: readonly number[], smallest: number): boolean[][] {
  return counts.map(([count = 0], at) => {
    const whole = wholes[at] ?? 0;
    return [withholdSmallCells([count, whole >= count ? whole - count : MANY], smallest)[0] !== null];
  });
}
