import { Stations } from './0001-stations.ts';
import { Seats } from './0010-seats.ts';

/** In the order they run. */
export const migrations = [
  { name: '0001-stations', class: Stations },
  { name: '0010-seats', class: Seats },
] as const;
