import { ReplyClockFragment } from '../clock/ReplyClock.vue';
import { readFragment } from '../graphql/graphql.ts';
import { useT } from '../text/use-t.ts';
import type { PickedPetition } from './bulk.ts';
import type { WorklistColumn } from './worklist-query.ts';

/** These have the day they are due beside them. */
export const isClock = (column: WorklistColumn) => column === 'procedural' || column === 'substantive';

/** A row of the desk as the cells of a file. */
export function useRowCells() {
  const { t, phrase } = useT();
  const head = (columns: readonly WorklistColumn[]) =>
    columns.flatMap((column) =>
      isClock(column) ? [t(`worklist.column.${column}`), t('worklist.csv.dueOn')] : [t(`worklist.column.${column}`)],
    );
  const cells = (row: PickedPetition, column: WorklistColumn, departments: ReadonlyMap<string, string>): string[] => {
    switch (column) {
      case 'petitioner':
        return [row.petitioner.anonymous ? t('petitioner.anonymous') : (row.petitioner.name ?? '')];
      case 'channel':
        return [t(`channel.${row.channel}`)];
      case 'category':
        return [t(`category.${row.category}`)];
      case 'handler':
        return [row.handler?.name ?? ''];
      case 'received':
        return [row.receivedOn];
      case 'state':
        return [t(`petitionState.${row.state}`)];
      case 'track':
        return [t(`track.${row.track}`)];
      case 'handlingDepartment':
        return [departments.get(row.handlingDepartment?.id ?? '') ?? ''];
      case 'procedural':
      case 'substantive': {
        const { label, dueOn } = readFragment(ReplyClockFragment, row[`${column}Clock`]);
        return [phrase(label), dueOn ?? ''];
      }
      default:
        return [row[column]];
    }
  };

  return { head, cells };
}
