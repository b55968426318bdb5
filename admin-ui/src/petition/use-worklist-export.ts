import { type FragmentOf, graphql, readFragment } from '../graphql/graphql.ts';
import { type ListExport, useListExport } from '../graphql/use-list-export.ts';
import { useT } from '../text/use-t.ts';
import { saveCsv } from '../ui/csv-file.ts';
import { CATEGORIES, CHANNELS, STATES, TRACKS } from './kinds.ts';
import { PetitionRowFragment } from './PetitionRow.vue';
import { isClock, useRowCells } from './use-row-cells.ts';
import { COLUMNS, type WorklistAddress, type WorklistColumn } from './worklist-query.ts';

/** As a page of the desk holds it. */
export type ExportedRow = { readonly id: string; readonly petition: FragmentOf<typeof PetitionRowFragment> };

/** What the page shows beside its rows. */
export interface PageExport {
  readonly today: string;
  readonly columns: readonly WorklistColumn[];
  readonly departments: readonly { readonly id: string; readonly name: string }[];
}

/** Where a column's value stands in a row of the server's. */
const VALUE_OF: Partial<Record<WorklistColumn, string>> = {
  petitioner: 'petitioner.name',
  handler: 'handler.name',
  handlingDepartment: 'handlingDepartment.name',
  received: 'receivedOn',
};

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
  const { t, locale } = useT();
  const exportList = useListExport();
  const { head, cells } = useRowCells();
  const exportPage = (rows: readonly ExportedRow[], { today, columns, departments }: PageExport) => {
    const names = new Map(departments.map(({ id, name }) => [id, name]));
    const lines = rows.map(({ petition }) => {
      const row = readFragment(PetitionRowFragment, petition);
      return columns.flatMap((column) => cells(row, column, names));
    });
    saveCsv(`${t('worklist.title')}-${today}.csv`, [head(columns), ...lines]);
  };

  const fileColumn = (column: WorklistColumn): ListExport['columns'] => {
    const title = t(`worklist.column.${column}`);
    if (isClock(column))
      return [
        { title, value: `${column}Clock.label.${locale.value === 'en' ? 'en' : 'zh'}` },
        { title: t('worklist.csv.dueOn'), value: `${column}Clock.dueOn` },
      ];
    return [{ title, value: VALUE_OF[column] ?? column, ...WORDS_OF[column]?.() }];
  };
  const WORDS_OF: Partial<Record<WorklistColumn, () => Partial<ListExport['columns'][number]>>> = {
    petitioner: () => ({ empty: t('petitioner.anonymous') }),
    handler: () => ({ empty: t('worklist.unassigned') }),
    channel: () => ({ words: wordsOf(CHANNELS, (code) => t(`channel.${code}`)) }),
    category: () => ({ words: wordsOf(CATEGORIES, (code) => t(`category.${code}`)) }),
    state: () => ({ words: wordsOf(STATES, (code) => t(`petitionState.${code}`)) }),
    track: () => ({ words: wordsOf(TRACKS, (code) => t(`track.${code}`)) }),
  };

  const exportAll = ({ filter, order, columns }: WorklistAddress, today: string, format: ListExport['format']) =>
    exportList({
      document: WorklistExportQuery,
      variables: { filter, order },
      list: 'worklist',
      columns: (columns ?? COLUMNS).flatMap(fileColumn),
      fileName: `${t('worklist.title')}-${today}`,
      format,
    });

  return { exportPage, exportAll };
}

function wordsOf<T extends string>(codes: readonly T[], words: (code: T) => string): Record<string, string> {
  return Object.fromEntries(codes.map((code) => [code, words(code)]));
}
