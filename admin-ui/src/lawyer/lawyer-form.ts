import type { ResultOf } from '../graphql/graphql.ts';
import type { Language, Sponsor } from './kinds.ts';
import type { LawyerFragment } from './lawyer-fragments.ts';
import type { SpecialtyTerm } from './SpecialtyTerms.vue';

/** What the dialog holds; a cap left empty is none, years are written with commas or spaces. */
export interface LawyerForm {
  name: string;
  firmId: string;
  licenceNumber: string;
  practisingSince: string;
  sponsor: Sponsor | '';
  reviews: string;
  disciplinedOn: string;
  terms: SpecialtyTerm[];
  languages: readonly Language[];
  weeklyCap: number | '';
  monthlyCap: number | '';
  stationIds: readonly string[];
  preferredStationIds: readonly string[];
}

type Lawyer = ResultOf<typeof LawyerFragment>;

/** The reviews that are usually asked for: of the three years before. */
export function emptyForm(today: string): LawyerForm {
  const year = Number(today.slice(0, 4));
  return {
    name: '',
    firmId: '',
    licenceNumber: '',
    practisingSince: '',
    sponsor: 'LAW_FIRM_CONTRACT',
    reviews: [year - 3, year - 2, year - 1].join(' '),
    disciplinedOn: '',
    terms: [],
    languages: ['MANDARIN'],
    weeklyCap: '',
    monthlyCap: '',
    stationIds: [],
    preferredStationIds: [],
  };
}

export function formOf(lawyer: Lawyer): LawyerForm {
  return {
    name: lawyer.name,
    firmId: lawyer.firm.id,
    licenceNumber: lawyer.licenceNumber ?? '',
    practisingSince: lawyer.practisingSince ?? '',
    sponsor: lawyer.sponsor,
    reviews: lawyer.passedReviewYears.join(' '),
    disciplinedOn: lawyer.disciplinedOn ?? '',
    terms: lawyer.specialtyTerms.map(({ specialty, validFrom, validTo }) => ({
      specialty,
      validFrom,
      validTo: validTo ?? '',
    })),
    languages: lawyer.languages,
    weeklyCap: lawyer.weeklyCap ?? '',
    monthlyCap: lawyer.monthlyCap ?? '',
    stationIds: lawyer.stations.map(({ id }) => id),
    preferredStationIds: lawyer.preferredStations.map(({ id }) => id),
  };
}

export function inputOf(form: LawyerForm) {
  const { name, sponsor, languages, stationIds, preferredStationIds } = form;
  return {
    name,
    firmId: form.firmId || null,
    licenceNumber: form.licenceNumber || null,
    practisingSince: form.practisingSince || null,
    sponsor: sponsor || null,
    passedReviewYears: (form.reviews.match(/\d{4}/g) ?? []).map(Number),
    disciplinedOn: form.disciplinedOn || null,
    specialties: form.terms.map(({ validTo, ...term }) => ({ ...term, validTo: validTo || null })),
    languages: [...languages],
    weeklyCap: form.weeklyCap === '' ? null : form.weeklyCap,
    monthlyCap: form.monthlyCap === '' ? null : form.monthlyCap,
    stationIds: [...stationIds],
    preferredStationIds: [...preferredStationIds],
  };
}
