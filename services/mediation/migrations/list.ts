import { Mediation } from './0001-mediation.ts';

/** In the order they run. */
export const migrations = [{ name: '0001-mediation', class: Mediation }] as const;
