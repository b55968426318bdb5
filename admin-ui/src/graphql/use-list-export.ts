import type { DocumentNode } from 'graphql';
import { useErrorWords } from '../text/use-error-words.ts';
import { useT } from '../text/use-t.ts';
import { saveFile } from '../ui/save-file.ts';
import { useToasts } from '../ui/toasts.store.ts';
import { refusalOf } from './coded-error.ts';
import { CSRF_HEADER } from './csrf-header.ts';
import { trustedDocument } from './trusted-document-exchange.ts';

/** One column of the file; `value` is a dotted path in a row, `words` say what its codes mean. */
export interface ExportColumn {
  readonly title: string;
  readonly value: string;
  readonly words?: Readonly<Record<string, string>>;
  /** Where there is no value. */
  readonly empty?: string;
}

export interface ListExport {
  /** Has variables `$first` and `$after`. */
  readonly document: DocumentNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Dotted path of the connection in its answer. */
  readonly list: string;
  readonly columns: readonly ExportColumn[];
  /** Without its ending. */
  readonly fileName: string;
  readonly format: 'csv' | 'xlsx';
}

/** The whole list as a file, written by the server page by page; it can be given up on the way. */
export function useListExport() {
  const { t, count } = useT();
  const errorWords = useErrorWords();
  const { show } = useToasts();

  return async ({ fileName, ...order }: ListExport): Promise<void> => {
    const abort = new AbortController();
    const name = `${fileName}.${order.format}`;
    show({
      tone: 'done',
      words: t('export.running', { name }),
      action: { words: t('ui.cancel'), run: () => abort.abort() },
    });
    try {
      const response = await request({ ...order, fileName: name }, abort.signal);
      if (!response.ok) return show({ tone: 'refused', words: errorWords(await refusalOf(response)) });
      const rows = Number(response.headers.get('x-total-rows') ?? 0);
      saveFile(name, await response.blob());
      show({ tone: 'done', words: t('export.done', { name, rows: count(rows) }) });
    } catch {
      show({
        tone: 'refused',
        words: abort.signal.aborted ? t('export.cancelled') : errorWords(await refusalOf(null)),
      });
    }
  };
}

function request({ document, ...order }: ListExport, signal: AbortSignal): Promise<Response> {
  const { name: operationName, id: documentId } = trustedDocument(document);
  return fetch('/exports', {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/json', ...CSRF_HEADER },
    body: JSON.stringify({ ...order, operationName, documentId }),
    signal,
  });
}
