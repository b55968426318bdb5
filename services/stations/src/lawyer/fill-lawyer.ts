import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { parts } from '@everyletter/kit/time';
import type { Context } from '../context.ts';
import { type Lawyer, LawyerSpecialty } from './lawyer.entity.ts';
import type { LawyerInput } from './lawyer.inputs.ts';
import { licenceNumber } from './rules/licence-number.ts';
import { checkSpecialtyTerms } from './rules/specialty-terms.ts';

/** Characters. */
const NAME_MAX = 50;
/** Half-days of a week, and of the longest month. */
const CAP_MAX = { weeklyCap: 14, monthlyCap: 62 } as const;
/** Earlier than any lawyer who could still practise. */
const FIRST_REVIEW_YEAR = 1980;

/** Puts what the input says, and only that. @throws Invalid by field; RuleBroken `LICENCE_NUMBER_TAKEN` */
export async function fillLawyer(lawyer: Lawyer, input: LawyerInput, context: Context): Promise<void> {
  fillPerson(lawyer, input);
  fillStanding(lawyer, input, context);
  fillCaps(lawyer, input);
  if (input.licenceNumber != null) await fillLicence(lawyer, input.licenceNumber, context);
  if (input.firmId != null) await fillFirm(lawyer, input.firmId, context);
  await fillStations(lawyer, input, context);
}

function fillPerson(lawyer: Lawyer, { name, sponsor, languages }: LawyerInput): void {
  if (name != null) lawyer.name = cleanText(name, { field: 'name', min: 2, max: NAME_MAX });
  if (sponsor != null) lawyer.sponsor = sponsor;
  if (languages !== undefined) lawyer.languages = [...new Set(languages ?? [])];
}

function fillStanding(lawyer: Lawyer, input: LawyerInput, { today }: Context): void {
  const { practisingSince, passedReviewYears, disciplinedOn } = input;
  if (practisingSince != null) {
    if (practisingSince > today) throw new Invalid('DATE_IN_FUTURE', { field: 'practisingSince' });
    lawyer.practisingSince = practisingSince;
  }
  if (passedReviewYears !== undefined) {
    const years = [...new Set(passedReviewYears ?? [])].sort();
    const isPossible = (year: number) => year >= FIRST_REVIEW_YEAR && year <= parts(today).year;
    if (!years.every(isPossible)) throw new Invalid('REVIEW_YEAR_INVALID', { field: 'passedReviewYears' });
    lawyer.passedReviewYears = years as never;
  }
  if (disciplinedOn !== undefined) {
    if (disciplinedOn && disciplinedOn > today) throw new Invalid('DATE_IN_FUTURE', { field: 'disciplinedOn' });
    lawyer.disciplinedOn = disciplinedOn;
  }
}

function fillCaps(lawyer: Lawyer, input: LawyerInput): void {
  for (const field of ['weeklyCap', 'monthlyCap'] as const) {
    const cap = input[field];
    if (cap === undefined) continue;
    const max = CAP_MAX[field];
    const isPossible = cap === null || (Number.isInteger(cap) && cap >= 0 && cap <= max);
    if (!isPossible) throw new Invalid('CAP_INVALID', { field, max });
    lawyer[field] = cap;
  }
}

async function fillLicence(lawyer: Lawyer, text: string, { lawyers }: Context): Promise<void> {
  const number = licenceNumber(text, 'licenceNumber');
  const other = await lawyers.byLicence(lawyer.institutionId, number);
  if (other && other.id !== lawyer.id) throw new RuleBroken('LICENCE_NUMBER_TAKEN', { field: 'licenceNumber' });
  lawyer.licenceNumber = number;
}

async function fillFirm(lawyer: Lawyer, firmId: string, { duty }: Context): Promise<void> {
  const firm = await duty.firm(firmId);
  if (!firm || firm.institutionId !== lawyer.institutionId) throw new Invalid('FIRM_UNKNOWN', { field: 'firmId' });
  lawyer.firmId = firm.id;
}

async function fillStations(lawyer: Lawyer, input: LawyerInput, { duty, viewer }: Context): Promise<void> {
  for (const field of ['stationIds', 'preferredStationIds'] as const) {
    const ids = input[field];
    if (ids === undefined) continue;
    const known = (await duty.stationsOf.load(viewer.institutionId)).map(({ id }) => id);
    if (ids?.some((id) => !known.includes(id))) throw new Invalid('STATION_UNKNOWN', { field });
    lawyer[field] = [...new Set(ids ?? [])];
  }
}

/**
 * All of them are written anew, so that the list the administrator saw is the list that holds; absent: they stay.
 * @throws Invalid by field
 */
export async function setSpecialties(
  { id: lawyerId, institutionId }: Lawyer,
  wanted: LawyerInput['specialties'],
  { em, now, lawyers }: Context,
): Promise<void> {
  if (wanted === undefined) return;
  const terms = (wanted ?? []).map((term) => ({ ...term, validTo: term.validTo ?? null }));
  checkSpecialtyTerms(terms);
  await em.nativeDelete(LawyerSpecialty, { lawyerId });
  for (const term of terms) em.create(LawyerSpecialty, { ...term, id: newId(now), institutionId, lawyerId });
  await em.flush();
  lawyers.forget(lawyerId);
}
