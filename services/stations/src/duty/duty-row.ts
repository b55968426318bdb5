import { instantAt, type LocalDate } from '@everyletter/kit/time';
import type { HalfDay } from '../coverage/rules/coverage.ts';
import type { DutyFacts, DutyStatus } from './rules/duty-state.ts';

/** One half-day of one lawyer at one station, with what was answered and whether they came. */
export interface StoredDuty {
  readonly id: string;
  readonly institutionId: string;
  readonly stationId: string;
  readonly lawyerId: string;
  readonly date: LocalDate;
  readonly halfDay: HalfDay;
  readonly line: number;
  readonly seat: number;
  readonly status: DutyStatus;
  /** `HH:MM`, China time. */
  readonly opens: string;
  readonly closes: string;
  readonly reason: string | null;
  readonly checkedInAt: Date | null;
  readonly checkedInBy: CheckInWay | null;
  readonly lateMinutes: number | null;
  readonly checkedOutAt: Date | null;
  readonly absentAt: Date | null;
  readonly absenceReason: string | null;
  readonly swapId: string | null;
  readonly version: number;
  readonly stationName: string;
  readonly place: string;
}

export const CheckInWay = { PHONE: 'PHONE', DESK: 'DESK' } as const;
export type CheckInWay = (typeof CheckInWay)[keyof typeof CheckInWay];

export class DutyRow implements DutyFacts {
  readonly startsAt: Date;
  readonly endsAt: Date;

  constructor(readonly stored: StoredDuty) {
    this.startsAt = instantAt(stored.date, stored.opens);
    this.endsAt = instantAt(stored.date, stored.closes);
  }

  get id(): string {
    return this.stored.id;
  }
  get institutionId(): string {
    return this.stored.institutionId;
  }
  get stationId(): string {
    return this.stored.stationId;
  }
  get lawyerId(): string {
    return this.stored.lawyerId;
  }
  get date(): LocalDate {
    return this.stored.date;
  }
  get halfDay(): HalfDay {
    return this.stored.halfDay;
  }
  get status(): DutyStatus {
    return this.stored.status;
  }
  get checkedIn(): boolean {
    return this.stored.checkedInAt !== null;
  }
}
