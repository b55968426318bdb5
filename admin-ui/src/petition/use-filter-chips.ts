import { computed } from 'vue';
import { useT } from '../text/use-t.ts';
import { CHIP_FILTERS, type ChipFilter, type WorklistFilter } from './worklist-query.ts';

/** A department or a person the desk can be narrowed to. */
export interface Named {
  readonly id: string;
  readonly name: string;
}

/** What narrows the list, in words, each removable. */
export function useFilterChips(filter: () => WorklistFilter, named: () => readonly Named[]) {
  const { t, list } = useT();
  const nameOf = (id: string | undefined) =>
    id && (named().find((one) => one.id === id)?.name ?? t('worklist.filter.one'));

  function words(chip: ChipFilter): string | undefined {
    const { channels, categories, tracks, states, proceduralState, substantiveState, figure, ...rest } = filter();
    switch (chip) {
      case 'channels':
        return channels && list(channels.map((value) => t(`channel.${value}`)));
      case 'categories':
        return categories && list(categories.map((value) => t(`category.${value}`)));
      case 'tracks':
        return tracks && list(tracks.map((value) => t(`track.${value}`)));
      case 'states':
        return states && list(states.map((value) => t(`petitionState.${value}`)));
      case 'proceduralState':
        return proceduralState && t(`clock.state.${proceduralState}`);
      case 'substantiveState':
        return substantiveState && t(`clock.state.${substantiveState}`);
      case 'departmentId':
      case 'ownerDepartmentId':
      case 'handlerId':
        return nameOf(rest[chip]);
      case 'figure':
        return figure && `${figure} ${rest.figureFrom ?? ''} – ${rest.figureTo ?? ''}`;
      default:
        return rest[chip];
    }
  }

  return computed(() =>
    CHIP_FILTERS.flatMap((name) => {
      const value = words(name);
      return value
        ? [{ name, words: `${t(`worklist.filter.${name === 'ownerDepartmentId' ? 'departmentId' : name}`)} ${value}` }]
        : [];
    }),
  );
}
