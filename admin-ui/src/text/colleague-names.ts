import { type InjectionKey, inject, provide } from 'vue';

const NAMES: InjectionKey<(id: string) => string | undefined> = Symbol('colleague names');

/** A page that knows its colleagues lets refusals say who changed something first. */
export function provideColleagueNames(nameOf: (id: string) => string | undefined): void {
  provide(NAMES, nameOf);
}

export function useColleagueNames(): (id: string) => string | undefined {
  return inject(NAMES, () => undefined);
}
