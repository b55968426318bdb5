import type { Viewer } from './viewer.ts';

/** What a service does between requests. The database holds what is to be done; nothing here is remembered. */
export interface Background {
  /** Something was committed: look for work now and not at the next round. */
  wake(): void;
  /** Resolves when the step in hand is finished. */
  stop(): Promise<void>;
}

/** Works in a transaction of its own as the system inside one institution; `''` sees no tenant at all. */
export type SystemDoor<Context> = <T>(institutionId: string, run: (context: Context) => Promise<T>) => Promise<T>;

export interface RoundOptions {
  /** Does all there is to do; asks `stopping` between steps. */
  readonly round: (stopping: () => boolean) => Promise<void>;
  readonly onError: (error: unknown) => void;
  /** Milliseconds from the end of one round to the next, so that another process's unfinished work is taken over. */
  readonly everyMs: number;
}

/** Starts with a round at once, then one at each call and after each pause; never two at a time. */
export function startRounds({ round, onError, everyMs }: RoundOptions): Background {
  let stopped = false;
  let again = false;
  let running: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const run = async () => {
    do {
      again = false;
      await round(() => stopped).catch(onError);
    } while (again && !stopped);
    running = null;
    if (!stopped) timer = setTimeout(wake, everyMs).unref();
  };
  function wake(): void {
    if (stopped) return;
    clearTimeout(timer);
    if (running) again = true;
    else running = run();
  }
  wake();
  return {
    wake,
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}

/** Who acts when nobody is asking. */
export function systemViewer(institutionId: string): Viewer {
  return {
    accountId: '00000000-0000-0000-0000-000000000000',
    institutionId,
    roles: [],
    departmentIds: [],
    displayName: '',
    staffId: null,
    lawyerId: null,
    mediatorId: null,
    partnerOrganisationId: null,
    via: 'SYSTEM',
    requestId: 'system',
  };
}
