import type { Row } from '../insert-rows.ts';
import type { DemoRecord } from '../records.ts';

/** What the clocks of a record were folded from. A repeat adds nothing to the clock of its matter. */
export function* clockRows({
  petition,
  matter,
}: DemoRecord): Generator<readonly ['clock_event' | 'petition_clock', Row]> {
  yield* eventsOf(petition, { clock: 'PROCEDURAL', prefix: 'procedural', at: petition.registeredAt });
  if (!matter) return;
  yield* eventsOf(matter, { clock: 'SUBSTANTIVE', prefix: 'substantive', at: petition.registeredAt });
  if (petition.superiorFrom) yield* superiorReport(petition, matter);
}

interface Folded {
  readonly clock: string;
  readonly prefix: string;
  readonly at: unknown;
}

function* eventsOf(row: Row, { clock, prefix, at }: Folded): Generator<readonly ['clock_event', Row]> {
  const event = {
    ...{ institutionId: row.institutionId, subjectId: row.id, clock, dueOn: row[`${prefix}DueOn`] },
    ...{ policyVersion: row.policyVersion, calendarVersion: row.calendarVersion, recordedAt: at },
    givenDueOn: null,
  };
  yield ['clock_event', { ...event, sequence: 1, type: 'STARTED', onDate: row[`${prefix}StartedOn`] }];
  const onDate = row[`${prefix}StoppedOn`];
  if (onDate) yield ['clock_event', { ...event, sequence: 2, type: 'STOPPED', onDate }];
}

/** The day an organ above has set stands as it is. */
function* superiorReport(petition: Row, matter: Row): Generator<readonly ['clock_event' | 'petition_clock', Row]> {
  const { institutionId, id: petitionId, policyVersion, calendarVersion, reportBackDueOn: dueOn } = petition;
  const clock = 'SUPERIOR_REPORT';
  const versions = { policyVersion, calendarVersion };
  const stoppedOn = matter.substantiveStoppedOn;
  yield [
    'petition_clock',
    {
      institutionId,
      petitionId,
      clock,
      startedOn: petition.receivedOn,
      dueOn,
      targetOn: dueOn,
      stoppedOn,
      ...versions,
    },
  ];
  const event = {
    institutionId,
    subjectId: petitionId,
    clock,
    dueOn,
    ...versions,
    recordedAt: petition.registeredAt,
  };
  yield ['clock_event', { ...event, givenDueOn: dueOn, sequence: 1, type: 'STARTED', onDate: petition.receivedOn }];
  if (stoppedOn) yield ['clock_event', { ...event, givenDueOn: null, sequence: 2, type: 'STOPPED', onDate: stoppedOn }];
}
