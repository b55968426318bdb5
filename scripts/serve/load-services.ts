import type { InstitutionKeys } from '@everyletter/kit/sealing';
import type { LocalDate } from '@everyletter/kit/time';
import { loadMediationDemo } from '@everyletter/mediation/demo/load';
import { loadPetitionsDemo, type PetitionsDemoOptions } from '@everyletter/petitions/demo/load';
import type { Category } from '@everyletter/petitions/petition/rules/kinds';
import { knownCalendar } from '@everyletter/roster/demo/known-calendar';
import { DEMO_OFFICE, loadRosterDemo } from '@everyletter/roster/demo/load';
import { COMPLAINTS, DEPARTMENTS, PEOPLE } from '@everyletter/roster/demo/people';
import { loadStationsDemo } from '@everyletter/stations/demo/load';

export interface ServicesDemo extends Pick<PetitionsDemoOptions, 'replay' | 'onProgress'> {
  /** As the owner of the tables. */
  readonly ownerUrl: string;
  readonly keys: InstitutionKeys;
  readonly today: LocalDate;
}

/** Which categories a department takes; the complaints department takes what no other does. */
const CATEGORIES: Readonly<Record<string, readonly Category[]>> = {
  CRIMINAL: ['CRIMINAL_APPEAL', 'ACCUSATION'],
  CIVIL: ['CIVIL_SUPERVISION'],
  ADMINISTRATIVE: ['ADMINISTRATIVE_SUPERVISION'],
  PUBLIC_INTEREST: ['PUBLIC_INTEREST_CLUE'],
};

/** Plants the demonstration of every service, in the order in which they need one another; again it changes nothing. */
export async function loadServices({ ownerUrl, keys, today, ...petitions }: ServicesDemo): Promise<void> {
  await loadRosterDemo(ownerUrl, today);
  const { openMatterIds } = await loadPetitionsDemo({
    ...petitions,
    ownerUrl,
    keys,
    today,
    office: DEMO_OFFICE,
    departments: demoDepartments(),
    clerkIds: staffWith(COMPLAINTS, 'CLERK'),
  });
  const institution = { id: DEMO_OFFICE.institutionId, ancestorIds: DEMO_OFFICE.ancestorIds };
  const place = { ownerUrl, today, institution, keys, calendar: knownCalendar(), matterIds: openMatterIds };
  await loadStationsDemo(place);
  await loadMediationDemo({ ...place, departmentId: COMPLAINTS });
}

function demoDepartments() {
  const taking = DEPARTMENTS.filter(({ id, kind }) => id === COMPLAINTS || CATEGORIES[kind]);
  const sorted = [...taking].sort((one, other) => Number(other.id === COMPLAINTS) - Number(one.id === COMPLAINTS));
  return sorted.map(({ id, kind, name }) => ({
    id,
    name,
    headId: signerOf(id),
    categories: CATEGORIES[kind] ?? [],
    handlerIds: staffWith(id, 'HANDLER'),
  }));
}

/** A department without a head is signed for by a leader. */
function signerOf(departmentId: string): string {
  const leader = PEOPLE.find(({ roles }) => roles.includes('LEADER'))?.id ?? '';
  return staffWith(departmentId, 'DEPARTMENT_HEAD')[0] ?? leader;
}

function staffWith(departmentId: string, role: 'CLERK' | 'HANDLER' | 'DEPARTMENT_HEAD'): string[] {
  return PEOPLE.filter(({ department, roles }) => department === departmentId && roles.includes(role)).map(
    ({ id }) => id,
  );
}
