import { type InjectionKey, inject, provide } from 'vue';
import { useT } from '../text/use-t.ts';
import type { SeatPlace } from './coverage-queries.ts';

interface Names {
  readonly lawyer: (id: string) => string;
  readonly station: (id: string) => string;
}

const KEY: InjectionKey<Names> = Symbol('names of a plan');

/** The names behind the ids of a plan, for everything inside its page. */
export function provideNames(names: Names): void {
  provide(KEY, names);
}

export function useNames() {
  const { t } = useT();
  const names = inject(KEY, { lawyer: (id: string) => id, station: (id: string) => id });
  return {
    ...names,
    seatWords: ({ stationId, date, halfDay, seat }: SeatPlace) =>
      t('coverage.seat', { station: names.station(stationId), date, halfDay: t(`halfDay.${halfDay}`), seat }),
  };
}
