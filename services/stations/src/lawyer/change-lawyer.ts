import { authorize, Invalid, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { fillLawyer, setSpecialties } from './fill-lawyer.ts';
import { Lawyer } from './lawyer.entity.ts';
import type { LawyerInput } from './lawyer.inputs.ts';
import { canManageDuty } from './lawyer.policy.ts';
import { eligibilityChecks } from './rules/eligibility.ts';

const NEEDED = ['name', 'firmId', 'licenceNumber', 'practisingSince'] as const;

/**
 * Adds to the directory whoever passes every rule in force.
 * @throws Invalid by field; RuleBroken `LAWYER_NOT_ELIGIBLE` naming the rules, `LICENCE_NUMBER_TAKEN`
 */
export async function addLawyer(input: LawyerInput, context: Context): Promise<Lawyer> {
  const { em, viewer, now, today, dutyPolicies } = context;
  authorize(canManageDuty(viewer));
  for (const field of NEEDED) if (input[field] == null) throw new Invalid('FIELD_NEEDED', { field });
  const { institutionId } = viewer;
  const id = newId(now);
  const start = { ...EMPTY, id, institutionId, joinedOn: today, version: 1 };
  const lawyer = em.create(Lawyer, start, { persist: false });
  await fillLawyer(lawyer, input, context);
  lawyer.yearsOfPractice = lawyer.practisedBy(today);
  const { eligibility } = await dutyPolicies.current();
  const checks = eligibilityChecks(lawyer.credentials(), eligibility, today);
  const broken = checks.filter(({ passed }) => !passed).map(({ rule }) => rule);
  if (broken.length > 0) throw new RuleBroken('LAWYER_NOT_ELIGIBLE', { rules: broken });
  await em.persist(lawyer).flush();
  await setSpecialties(lawyer, input.specialties, context);
  const facts = { fields: Object.keys(input) };
  await auditChange(context, { action: 'ADD_LAWYER', subjectType: 'Lawyer', subjectId: id, facts });
  return lawyer;
}

/** What is absent from the input stays. @throws as `addLawyer`; Conflict `LAWYER_CHANGED` */
export async function changeLawyer(
  seen: { readonly id: string; readonly version: number },
  input: LawyerInput,
  context: Context,
): Promise<Lawyer> {
  const { em, viewer, lawyers } = context;
  authorize(canManageDuty(viewer));
  for (const field of NEEDED) if (input[field] === null) throw new Invalid('FIELD_NEEDED', { field });
  const lawyer = await lawyers.change(seen.id, seen.version);
  await fillLawyer(lawyer, input, context);
  await em.flush();
  await setSpecialties(lawyer, input.specialties, context);
  const facts = { fields: Object.keys(input) };
  await auditChange(context, { action: 'CHANGE_LAWYER', subjectType: 'Lawyer', subjectId: lawyer.id, facts });
  return lawyer;
}

/**
 * `on`: the last day they serve; null takes the end back.
 * @throws RuleBroken `LAWYER_HAS_DUTIES` while they are on duty after it; Conflict `LAWYER_CHANGED`
 */
export async function endLawyer(
  seen: { readonly id: string; readonly version: number },
  on: LocalDate | null,
  context: Context,
): Promise<Lawyer> {
  const { em, viewer, lawyers, duty } = context;
  authorize(canManageDuty(viewer));
  const lawyer = await lawyers.change(seen.id, seen.version);
  if (on !== null && on < (lawyer.joinedOn ?? on)) throw new Invalid('LAWYER_ENDS_BEFORE_THEY_BEGAN', { field: 'on' });
  const duties = on === null ? 0 : await duty.countAfter(lawyer.id, on);
  if (duties > 0) throw new RuleBroken('LAWYER_HAS_DUTIES', { duties });
  lawyer.endedOn = on;
  await em.flush();
  await auditChange(context, { action: 'END_LAWYER', subjectType: 'Lawyer', subjectId: lawyer.id, facts: { on } });
  return lawyer;
}

/** Nothing said yet. */
const EMPTY = {
  firmId: '',
  name: '',
  yearsOfPractice: 0,
  sponsor: 'LAW_FIRM_CONTRACT',
  passedReviewYears: [] as string[],
  languages: ['MANDARIN'],
  stationIds: [] as string[],
  preferredStationIds: [] as string[],
  weeklyAvailability: Array.from({ length: 14 }, () => 'AVAILABLE'),
};
