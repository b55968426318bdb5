import { ReplyClockFragment } from '../clock/ReplyClock.vue';
import { type FragmentOf, graphql, readFragment } from '../graphql/graphql.ts';
import { type ListExport, useListExport } from '../graphql/use-list-export.ts';
import { useT } from '../text/use-t.ts';
import { saveCsv } from '../ui/csv-file.ts';
import { CATEGORIES, CHANNELS, STATES, TRACKS } from './kinds.ts';
import { PetitionRowFragment } from './PetitionRow.vue';
import type { WorklistAddress } from './worklist-query.ts';

const COLUMNS = ['number', 'petitioner', 'channel', 'category', 'subject', 'handler', 'received'] as const;
type Row = { readonly petition: FragmentOf<typeof PetitionRowFragment> };

/** Asked page by page, by the server. */
const WorklistExportQuery = graphql(`
  query WorklistExport($filter: WorklistFilter!, $order: WorklistOrder!, $first: Int!, $after: String) {
    worklist(filter: $filter, order: $order, first: $first, after: $after) {
      totalCount
      pageInfo { hasNextPage endCursor }
      edges {
        node {
          id
          number
          channel
          category
          subject
          receivedOn
          state
          track
          petitioner { name }
          handler { id name }
          handlingDepartment { id name }
          proceduralClock { dueOn label { zh en } }
          substantiveClock { dueOn label { zh en } }
        }
      }
    }
  }
`);

/** The page as a file, or the whole list under the same filter: in the same order, masked as on the screen. */
export function useWorklistExport() {
  const { t, phrase, locale } = useT();
  const exportList = useListExport();
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
  const exportPage = (rows: readonly Row[], today: string) =>
    saveCsv(`${t('worklist.title')}-${today}.csv`, [head(), ...rows.map(line)]);

  const columns = (): ListExport['columns'] => [
    { title: t('worklist.column.number'), value: 'number' },
    { title: t('worklist.column.petitioner'), value: 'petitioner.name', empty: t('petitioner.anonymous') },
    { title: t('worklist.column.channel'), value: 'channel', words: wordsOf(CHANNELS, (code) => t(`channel.${code}`)) },
    {
      title: t('worklist.column.category'),
      value: 'category',
      words: wordsOf(CATEGORIES, (code) => t(`category.${code}`)),
    },
    { title: t('worklist.column.subject'), value: 'subject' },
    { title: t('worklist.column.state'), value: 'state', words: wordsOf(STATES, (code) => t(`petitionState.${code}`)) },
    { title: t('worklist.column.track'), value: 'track', words: wordsOf(TRACKS, (code) => t(`track.${code}`)) },
    { title: t('worklist.column.handlingDepartment'), value: 'handlingDepartment.name' },
    { title: t('worklist.column.handler'), value: 'handler.name', empty: t('worklist.unassigned') },
    { title: t('worklist.column.received'), value: 'receivedOn' },
    ...(['procedural', 'substantive'] as const).flatMap((clock) => [
      { title: t(`worklist.column.${clock}`), value: `${clock}Clock.label.${locale.value === 'en' ? 'en' : 'zh'}` },
      { title: t('worklist.csv.dueOn'), value: `${clock}Clock.dueOn` },
    ]),
  ];

  const exportAll = ({ filter, order }: WorklistAddress, today: string, format: ListExport['format']) =>
    exportList({
      document: WorklistExportQuery,
      variables: { filter, order },
      list: 'worklist',
      columns: columns(),
      fileName: `${t('worklist.title')}-${today}`,
      format,
    });

  return { exportPage, exportAll };
}

function wordsOf<T extends string>(codes: readonly T[], words: (code: T) => string): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, words(code)]));
}
