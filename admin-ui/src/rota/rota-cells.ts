/** A column of the grid. */
export interface RotaDay {
  readonly date: string;
  readonly working: boolean;
  readonly isMakeUp: boolean;
  readonly isHoliday: boolean;
  readonly provisional: boolean;
  readonly keyPeriod: string | null;
  /** Seats not taken. */
  readonly open: number;
}

export interface RotaPerson {
  readonly id: string;
  readonly name: string;
  readonly title: string;
}

/** What a leader does on a day. */
export interface RotaCell {
  readonly halves: 'MORNING' | 'AFTERNOON' | 'WHOLE_DAY' | null;
  /** Given or taken by this draft. */
  readonly change: 'ADDED' | 'REMOVED' | null;
  /** Words of a wish that is not met here. */
  readonly remark: string | null;
  /** Leave, trip or illness. */
  readonly away?: boolean;
}

export const EMPTY_CELL: RotaCell = { halves: null, change: null, remark: null };

export function cellKey(leaderId: string, date: string): string {
  return `${leaderId} ${date}`;
}

/** Both halves of a day are the whole of it. */
export function together(halfDays: readonly string[]): RotaCell['halves'] {
  if (halfDays.length === 0) return null;
  if (halfDays.includes('WHOLE_DAY') || (halfDays.includes('MORNING') && halfDays.includes('AFTERNOON')))
    return 'WHOLE_DAY';
  return halfDays.includes('MORNING') ? 'MORNING' : 'AFTERNOON';
}

/** The place an arrow key leads to, kept inside the grid. */
export function stepFrom(
  key: string,
  { row, column }: Place,
  { rows, columns }: { rows: number; columns: number },
): Place | null {
  const steps: Readonly<Record<string, Place>> = {
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    Home: { row, column: 0 },
    End: { row, column: columns - 1 },
  };
  const next = steps[key];
  if (!next) return null;
  const within = (at: number, count: number) => Math.min(Math.max(at, 0), count - 1);
  return { row: within(next.row, rows), column: within(next.column, columns) };
}

export interface Place {
  readonly row: number;
  readonly column: number;
}
