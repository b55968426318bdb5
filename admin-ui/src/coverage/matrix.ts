import type { HalfDay } from '../station/kinds.ts';

/** One half-day of one station. */
export interface MatrixCell {
  readonly stationId: string;
  readonly date: string;
  readonly halfDay: HalfDay;
  readonly required: number;
  /** Who is there, in the order of the seats; a change of a draft is marked. */
  readonly people: readonly { readonly name: string; readonly changed: boolean; readonly locked: boolean }[];
  readonly open: number;
  readonly exceptionId: string | null;
}

export interface MatrixRow {
  readonly stationId: string;
  readonly name: string;
  readonly hall: string;
  readonly halfDay: HalfDay;
  readonly gaps: number;
  readonly cells: ReadonlyMap<string, MatrixCell>;
}

export interface MatrixDay {
  readonly date: string;
  /** 班: a made-up weekend day; 休: a weekday off. */
  readonly mark: 'WORK' | 'OFF' | null;
  readonly isWorked: boolean;
}

/** Where the cursor is: the row and the column. */
export interface MatrixPlace {
  readonly row: number;
  readonly column: number;
}

/** What a rectangle of cells adds up to. */
export function totalOf(rows: readonly MatrixRow[], days: readonly MatrixDay[], from: MatrixPlace, to: MatrixPlace) {
  const inside = (at: number, one: number, other: number) => at >= Math.min(one, other) && at <= Math.max(one, other);
  const cells = rows.flatMap((row, at) =>
    inside(at, from.row, to.row)
      ? days.flatMap(({ date }, column) => (inside(column, from.column, to.column) ? (row.cells.get(date) ?? []) : []))
      : [],
  );
  const required = cells.reduce((sum, cell) => sum + cell.required, 0);
  const open = cells.reduce((sum, cell) => sum + cell.open, 0);
  return { required, held: required - open, open };
}

export function rowsOf(
  stations: readonly { readonly id: string; readonly name: string; readonly hall: { readonly name: string } | null }[],
  cells: readonly MatrixCell[],
): MatrixRow[] {
  const byRow = Map.groupBy(cells, ({ stationId, halfDay }) => `${stationId}/${halfDay}`);
  return stations.flatMap(({ id, name, hall }) =>
    (['MORNING', 'AFTERNOON'] as const).flatMap((halfDay) => {
      const own = byRow.get(`${id}/${halfDay}`);
      if (!own) return [];
      const gaps = own.reduce((sum, cell) => sum + cell.open, 0);
      return [
        {
          stationId: id,
          name,
          hall: hall?.name ?? '',
          halfDay,
          gaps,
          cells: new Map(own.map((cell) => [cell.date, cell])),
        },
      ];
    }),
  );
}

/** The first and the last day of a month, `YYYY-MM`. */
export function monthBounds(month: string): { readonly from: string; readonly to: string } {
  const [year, number] = month.split('-').map(Number) as [number, number];
  const last = new Date(Date.UTC(year, number, 0)).getUTCDate();
  return { from: `${month}-01`, to: `${month}-${String(last).padStart(2, '0')}` };
}

export function monthAfter(month: string, by: number): string {
  const [year, number] = month.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, number - 1 + by, 1)).toISOString().slice(0, 7);
}

/** Days as the calendar arranged them. */
export function daysOf(days: readonly { readonly date: string; readonly kind: string }[]): MatrixDay[] {
  return days.map(({ date, kind }) => ({
    date,
    isWorked: kind === 'WORKDAY' || kind === 'EXTRA_WORKDAY',
    mark: kind === 'EXTRA_WORKDAY' ? 'WORK' : kind === 'DAY_OFF' ? 'OFF' : null,
  }));
}
