import { openDatabase } from '@everyletter/kit/database';
import { hearingQueue } from '@everyletter/kit/events';
import { newId } from '@everyletter/kit/id';
import { Jobs } from '@everyletter/kit/jobs';
import { createLog } from '@everyletter/kit/log';
import type { Service } from '@everyletter/kit/service';
import { buildViewer } from '@everyletter/kit/testing';
import { vi } from 'vitest';
import { petitionsService } from '../src/service.ts';
import { HERE, testKeys } from './build.ts';
import { calendar2026 } from './calendar-2026.ts';
import { ReplyDesk } from './reply-desk.ts';

export const system = buildViewer(HERE, ['SYSTEM_ADMINISTRATOR'], { staffId: '01900000-0000-7000-8000-000000000031' });
export const security = buildViewer(HERE, ['SECURITY_ADMINISTRATOR'], {
  staffId: '01900000-0000-7000-8000-000000000032',
});

/** What a notice for 2027 might say, for tests: the first of January is off, and so is the first week of March. */
export const NOTICE_2027 = {
  years: [2026, 2027],
  daysOff: [...calendar2026.daysOff, '2027-01-01', '2027-03-01', '2027-03-02'],
  extraWorkdays: [...calendar2026.extraWorkdays],
};

/** The desk with what goes on between requests, and the event another service would publish. */
export class ClockKeeper extends ReplyDesk {
  /** As the roster would, once for each `version`. */
  async publishCalendar(version: number, calendar: object = NOTICE_2027, eventId = newId(new Date())): Promise<void> {
    const url = this.database.ownerUrl;
    const orm = await openDatabase({ url, schema: 'petitions', entities: petitionsService.entities });
    const jobs = await Jobs.open(url, createLog('test', 'silent'));
    try {
      const queue = hearingQueue('petitions', 'roster.calendar-published');
      const payload = { version, ...calendar };
      await jobs.send(orm.em.fork(), queue, { institutionId: HERE, eventId, payload } as never);
    } finally {
      await jobs.stop();
      await orm.close(true);
    }
  }

  /** Another worker of the same office, at this time. */
  worker(now: string): Promise<Service> {
    return this.database.start(petitionsService, { clock: () => new Date(now), keys: testKeys, jobs: true });
  }

  /** Waits until some worker has finished a round at this time. */
  async scanned(now: string): Promise<void> {
    await vi.waitFor(
      async () => {
        const [mark] = await this.rows('select succeeded_at from petitions.round_mark where institution_id = $1', [
          HERE,
        ]);
        if (mark?.succeeded_at?.getTime() !== Date.parse(now)) throw new Error('not scanned yet');
      },
      { timeout: 15_000, interval: 50 },
    );
  }

  async until(what: string, statement: string): Promise<void> {
    await vi.waitFor(
      async () => {
        const [row] = await this.rows(statement);
        if (!row?.done) throw new Error(what);
      },
      { timeout: 15_000, interval: 50 },
    );
  }
}
