import type { ExecutionAnswer } from '../executor/executor.ts';

/** Rows asked for at a time: the most a list gives. */
export const PAGE_ROWS = 100;

export type Row = Readonly<Record<string, unknown>>;
/** Asks for one page; `after` is null for the first. */
export type AskPage = (after: string | null) => Promise<ExecutionAnswer>;

interface Page {
  readonly rows: readonly Row[];
  readonly next: string | null;
  readonly total: number | null;
}

/** A page that came with errors: the file is broken off rather than silently short. */
export class ExportBroken extends Error {
  constructor(readonly answer: ExecutionAnswer) {
    super(answer.errors?.[0]?.message ?? 'LIST_NOT_FOUND');
    this.name = 'ExportBroken';
  }
}

/**
 * A list by its pages. The first is asked for at once, so that whoever may not have it is refused before a file begins;
 * each other one when the reader is ready for it, so that memory does not grow with the list.
 * @throws ExportBroken
 */
export async function openList(ask: AskPage, path: string) {
  const first = readPage(await ask(null), path);
  async function* pages(): AsyncGenerator<readonly Row[]> {
    let page = first;
    for (;;) {
      yield page.rows;
      if (page.next === null) return;
      page = readPage(await ask(page.next), path);
    }
  }
  return { total: first.total, pages: pages() };
}

function readPage(answer: ExecutionAnswer, path: string): Page {
  const list = answer.errors ? undefined : valueAt(answer.data ?? {}, path);
  if (Array.isArray(list)) return { rows: list, next: null, total: list.length };
  const { edges, nodes, pageInfo, totalCount } = (list ?? {}) as Row;
  const rows = Array.isArray(edges) ? edges.map((edge) => edge.node) : nodes;
  if (!Array.isArray(rows)) throw new ExportBroken(answer);
  const { hasNextPage, endCursor } = (pageInfo ?? {}) as Row;
  return {
    rows,
    next: hasNextPage === true && typeof endCursor === 'string' ? endCursor : null,
    total: typeof totalCount === 'number' ? totalCount : null,
  };
}

/** Follows a dotted path; lists on the way are gone through. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((found, key) => {
    if (Array.isArray(found)) return found.flatMap((one) => valueAt(one, key) ?? []);
    return typeof found === 'object' && found !== null ? (found as Row)[key] : undefined;
  }, value);
}
