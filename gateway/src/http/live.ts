import type { Announcement, OnAnnouncement } from '@everyletter/kit/live';

/** Announcements that come together cost one answer. Milliseconds. */
const TOGETHER_MS = 150;

/** What one stream waits for. */
export interface Watch {
  readonly institutionId: string;
  readonly field: string;
  /** Ids among the variables: an announcement of one thing is for those who watch it. */
  readonly ids: ReadonlySet<string>;
  /** Called once for all announcements that come together; not again before it is done. */
  again(): Promise<void>;
}

/** Who is told when something is announced. */
export class LiveWatches {
  private readonly watches = new Map<Watch, { pending: boolean; running: boolean }>();

  get size(): number {
    return this.watches.size;
  }

  add(watch: Watch): () => void {
    this.watches.set(watch, { pending: false, running: false });
    return () => this.watches.delete(watch);
  }

  readonly tell: OnAnnouncement = (announcement) => {
    for (const [watch, state] of this.watches) {
      if (state.pending || !concerns(watch, announcement)) continue;
      state.pending = true;
      setTimeout(() => void this.ask(watch), TOGETHER_MS).unref();
    }
  };

  private async ask(watch: Watch): Promise<void> {
    const state = this.watches.get(watch);
    if (!state || state.running) return;
    state.running = true;
    while (state.pending && this.watches.has(watch)) {
      state.pending = false;
      await watch.again();
    }
    state.running = false;
  }
}

function concerns({ institutionId, field, ids }: Watch, announcement: Announcement | null): boolean {
  if (announcement === null) return true;
  if (announcement.institutionId !== institutionId || announcement.field !== field) return false;
  return announcement.id === undefined || ids.size === 0 || ids.has(announcement.id);
}
