import type { Context } from '../context.ts';
import type { Lawyer } from '../lawyer/lawyer.entity.ts';
import { eligibilityChecks, isEligible } from '../lawyer/rules/eligibility.ts';
import type { DutyRow } from './duty-row.ts';
import { type Candidate, rankedCandidates } from './rules/candidates.ts';

export interface CoverCandidate extends Candidate {
  readonly lawyer: Lawyer;
}

/** Who could take the seat of a duty, best first. */
export async function recommendCover(duty: DutyRow, context: Context): Promise<CoverCandidate[]> {
  const { candidates, duty: directory, dutyPolicies, today } = context;
  const free = await candidates.of(duty);
  const lawyers = (await Promise.all(free.map(({ lawyerId }) => directory.lawyer(lawyerId)))).filter(
    (lawyer) => lawyer !== null,
  );
  const loads = new Map((await candidates.loads(duty, lawyers)).map((load) => [load.lawyerId, load]));
  const levels = new Map(free.map(({ lawyerId, level }) => [lawyerId, level]));
  const { eligibility } = await dutyPolicies.current();
  const all = lawyers.map((lawyer) => ({
    lawyer,
    lawyerId: lawyer.id,
    name: lawyer.name,
    level: levels.get(lawyer.id) ?? 'AVAILABLE',
    weekDuties: loads.get(lawyer.id)?.weekDuties ?? 0,
    monthDuties: loads.get(lawyer.id)?.monthDuties ?? 0,
    suits: loads.get(lawyer.id)?.suits ?? true,
    weeklyCap: lawyer.weeklyCap ?? null,
    monthlyCap: lawyer.monthlyCap ?? null,
    eligible: isEligible(eligibilityChecks(lawyer.credentials(), eligibility, today)),
  }));
  return rankedCandidates(all) as CoverCandidate[];
}
