import { ReplyClockFragment } from '../clock/ReplyClock.vue';
import { type FragmentOf, readFragment } from '../graphql/graphql.ts';
import { useT } from '../text/use-t.ts';
import { download, toCsv } from '../ui/csv-file.ts';
import { PetitionRowFragment } from './PetitionRow.vue';

const COLUMNS = ['number', 'petitioner', 'channel', 'category', 'subject', 'handler', 'received'] as const;
type Row = { readonly petition: FragmentOf<typeof PetitionRowFragment> };

/** The page as a file: the same rows in the same order, masked as on the screen. */
export function useWorklistExport() {
  const { t, phrase } = useT();
  const head = () => [
    ...COLUMNS.map((column) => t(`worklist.column.${column}`)),
    t('worklist.column.procedural'),
    t('worklist.csv.dueOn'),
    t('worklist.column.substantive'),
    t('worklist.csv.dueOn'),
  ];
  const line = ({ petition }: Row) => {
    const row = readFragment(PetitionRowFragment, petition);
    const clocks = [row.proceduralClock, row.substantiveClock].map((clock) => readFragment(ReplyClockFragment, clock));
    return [
      row.number,
      row.petitioner.anonymous ? t('petitioner.anonymous') : row.petitioner.name,
      t(`channel.${row.channel}`),
      t(`category.${row.category}`),
      row.subject,
      row.handler?.name ?? '',
      row.receivedOn,
      ...clocks.flatMap(({ label, dueOn }) => [phrase(label), dueOn ?? '']),
    ];
  };
  return (rows: readonly Row[], today: string) =>
    download(`${t('worklist.title')}-${today}.csv`, toCsv([head(), ...rows.map(line)]), 'text/csv;charset=utf-8');
}
