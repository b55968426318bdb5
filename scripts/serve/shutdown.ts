/** Whatever has not been closed by then is left to the operating system. Milliseconds. */
const DEADLINE_MS = 20_000;

/** What was opened, closed in the opposite order, once, whoever asks first. */
export class Shutdown {
  private readonly closers: (() => Promise<unknown>)[] = [];
  private running = false;

  constructor(private readonly options: { readonly quiet: boolean } = { quiet: false }) {}

  add(close: () => Promise<unknown>): void {
    this.closers.push(close);
  }

  /** Ctrl-C and `kill` drain what is under way and end the process. */
  onSignals(): void {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.on(signal, () => {
        if (!this.running && !this.options.quiet) console.log('Stopping …');
        void this.run(0);
      });
    }
  }

  async run(exitCode: number): Promise<void> {
    if (this.running) return;
    this.running = true;
    setTimeout(() => process.exit(1), DEADLINE_MS).unref();
    for (const close of this.closers.reverse()) {
      await close().catch((error: unknown) => console.error(error));
    }
    process.exit(exitCode);
  }
}
