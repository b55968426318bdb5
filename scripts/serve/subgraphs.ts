import type { Transport } from '@everyletter/gateway/executor/subgraph-call';
import type { FileRequest, FileResponse } from '@everyletter/kit/service';
import type { Viewer } from '@everyletter/kit/viewer';

/** A subgraph that has not answered by then is given up on. Milliseconds. */
export const SUBGRAPH_TIMEOUT_MS = 5000;

/** The services as the gateway reaches them, in this process or in others. */
export interface Subgraphs {
  /** Of the processes the services run in; none when it is this one. */
  readonly processIds: readonly number[];
  readonly transport: Transport<Viewer>;
  files(subgraph: string, request: FileRequest, viewer: Viewer): Promise<FileResponse>;
  ready(): Promise<boolean>;
  stop(): Promise<void>;
}
