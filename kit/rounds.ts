import type { Logger } from './log.ts';

/** Work that comes round again, in every institution: it looks for all that is due, so that no round is missed for good. */
export interface Round<Context> {
  /** Seconds between the end of one round and the begin of the next. */
  readonly everySeconds: number;
  /** Ids of the institutions, by a function that answers nothing else: one statement, outside any institution. */
  readonly institutionsBy: string;
  /** In a transaction of its own as the system inside one institution. Several workers may run it at once. */
  run(context: Context): Promise<void>;
}

/**
 * Runs at once and then again and again until stopped; what fails in one institution is logged and holds up no other.
 * Only the pause between rounds is a timer: after an outage or a clock set forward the next round finds everything.
 */
export class Rounds {
  private isStopped = false;
  private timer: NodeJS.Timeout | undefined;
  private underWay: Promise<void> = Promise.resolve();

  constructor(
    private readonly everySeconds: number,
    private readonly once: () => Promise<void>,
    private readonly log: Logger,
  ) {}

  start(): void {
    this.underWay = this.once()
      .catch((error: unknown) => this.log.error({ stack: (error as Error).stack }, 'ROUND_FAILED'))
      .then(() => {
        if (this.isStopped) return;
        this.timer = setTimeout(() => this.start(), this.everySeconds * 1000);
        this.timer.unref();
      });
  }

  /** Waits for the round under way. */
  stop(): Promise<void> {
    this.isStopped = true;
    clearTimeout(this.timer);
    return this.underWay;
  }
}
