import { Stations } from './0001-stations.ts';

/** In the order they run. */
export const migrations = [{ name: '0001-stations', class: Stations }] as const;
