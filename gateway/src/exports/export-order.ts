import { checkedBody, type GraphQLBody } from '../http/graphql-body.ts';
import { Refusal } from '../http/refusal.ts';

/** One column: its heading, where its value stands in a row, and the words for values that are codes. */
export interface ExportColumn {
  readonly title: string;
  /** Dotted, e.g. `petitioner.name`. */
  readonly value: string;
  readonly words: Readonly<Record<string, string>>;
  /** For a value that is not there. */
  readonly empty: string;
}

export interface ExportOrder extends GraphQLBody {
  /** Where the list stands in the answer, dotted: a connection, which is paged through, or a plain list. */
  readonly list: string;
  readonly format: 'csv' | 'xlsx';
  readonly fileName: string;
  readonly columns: readonly ExportColumn[];
}

const PATH = /^[A-Za-z_]\w*(?:\.[A-Za-z_]\w*){0,11}$/;
const MAX_COLUMNS = 60;
const MAX_TEXT = 200;

/** @throws Refusal `BODY_INVALID` naming the field, and what a GraphQL body is refused for */
export function readExportOrder(body: unknown): ExportOrder {
  const asked = checkedBody(body);
  const { list, format, fileName, columns } = body as Record<string, unknown>;
  if (typeof list !== 'string' || !PATH.test(list)) throw invalid('list');
  if (format !== 'csv' && format !== 'xlsx') throw invalid('format');
  if (!isText(fileName) || fileName === '') throw invalid('fileName');
  if (!Array.isArray(columns) || columns.length === 0 || columns.length > MAX_COLUMNS) throw invalid('columns');
  return { ...asked, list, format, fileName, columns: columns.map(readColumn) };
}

function readColumn(column: unknown): ExportColumn {
  const { title, value, words = {}, empty = '' } = (column ?? {}) as Record<string, unknown>;
  if (!isText(title)) throw invalid('columns.title');
  if (typeof value !== 'string' || !PATH.test(value)) throw invalid('columns.value');
  if (!isText(empty)) throw invalid('columns.empty');
  const isMap = typeof words === 'object' && words !== null && Object.values(words).every(isText);
  if (!isMap) throw invalid('columns.words');
  return { title, value, words: words as Record<string, string>, empty };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAX_TEXT && value.isWellFormed();
}

function invalid(field: string): Refusal {
  return new Refusal(400, 'BODY_INVALID', { field });
}
