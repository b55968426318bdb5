import type { LocalDate } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ClockSubject } from '../clock/record-clock-event.ts';
import type { ClockEvent } from '../clock/rules/clock.ts';
import type { TermVersions } from '../policy-pack/terms.repository.ts';

/** A clock that runs, with everything it is folded from; no word and no person. */
export interface OpenClock extends TermVersions {
  readonly petitionId: string;
  readonly matterId: string;
  readonly number: string;
  readonly clock: ClockSubject['clock'];
  readonly subjectId: string;
  readonly dueOn: LocalDate | null;
  readonly targetOn: LocalDate | null;
  readonly provisional: boolean;
  readonly firstDueOn: LocalDate | null;
  readonly events: readonly ClockEvent[];
}

/** Those that another calendar or pack has not been applied to. */
export interface Outdated {
  readonly calendarVersion?: number;
  /** Everything started under another pack. */
  readonly policyVersion?: string;
}

/** How many clocks are read at a time. */
const STRETCH = 500;

/** The clocks that run in the viewer's institution, whatever the viewer may read of their petitions; made per request. */
export class OpenClocks {
  constructor(private readonly em: EntityManager) {}

  /** All of them in stretches, by subject. */
  async *all(outdated: Outdated = {}): AsyncGenerator<OpenClock> {
    let after: OpenClock | undefined;
    for (;;) {
      const stretch = await this.stretch(outdated, STRETCH, after);
      yield* stretch;
      after = stretch.at(-1);
      if (stretch.length < STRETCH || !after) return;
    }
  }

  /** The next ones by subject and name. */
  async stretch({ calendarVersion, policyVersion }: Outdated, limit: number, after?: OpenClock): Promise<OpenClock[]> {
    const rows = await this.em.execute<OpenClock[]>(
      `select o.petition_id as "petitionId", o.matter_id as "matterId", o.number, o.clock, o.subject_id as "subjectId",
         o.due_on::text as "dueOn", o.target_on::text as "targetOn", o.provisional, o.first_due_on::text as "firstDueOn",
         o.policy_version as "policyVersion", o.calendar_version as "calendarVersion",
         (select jsonb_agg(jsonb_build_object('type', e.type, 'on', e.on_date, 'months', e.months,
            'givenDueOn', e.given_due_on, 'causeId', e.cause_id) order by e.sequence)
          from petitions.clock_event e where e.institution_id = o.institution_id and e.subject_id = o.subject_id
            and e.clock = o.clock) as events
       from petitions.open_clock o
       where (?::int is null or o.calendar_version < ?::int) and (?::text is null or o.policy_version <> ?::text)
         and (?::uuid is null or (o.subject_id, o.clock) > (?::uuid, ?::text))
       order by o.subject_id, o.clock limit ?`,
      [
        ...twice(calendarVersion ?? null),
        ...twice(policyVersion ?? null),
        ...twice(after?.subjectId ?? null),
        after?.clock ?? null,
        limit,
      ],
    );
    return rows;
  }
}

function twice<T>(value: T): [T, T] {
  return [value, value];
}
