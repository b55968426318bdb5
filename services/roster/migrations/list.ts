import { InstitutionsAndPeople } from './0001-institutions-and-people.ts';

/** In the order they run. */
export const migrations = [{ name: '0001-institutions-and-people', class: InstitutionsAndPeople }] as const;
