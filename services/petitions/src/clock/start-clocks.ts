import { dayOf } from '@everyletter/kit/time';
import type { NewPetition, Registration } from '../petition/register-petitions.ts';
import type { TermsInForce } from '../policy-pack/terms.repository.ts';
import { ClockEventRow } from './clock-event.entity.ts';
import { PetitionClock, type PetitionClockName } from './petition-clock.entity.ts';
import { type Clock, foldClock } from './rules/clock.ts';

/** A clock that begins with the registration. */
export interface StartedClock {
  readonly subjectId: string;
  readonly clock: 'PROCEDURAL' | 'SUBSTANTIVE' | PetitionClockName;
  readonly folded: Clock;
}

type OwnClock = Pick<StartedClock, 'folded'> & { readonly clock: PetitionClockName };

/** Beside the two everybody has: what came from above, from elsewhere, or is of a category that has a clock of its own. */
export function ownClocks(arrival: NewPetition, terms: TermsInForce): OwnClock[] {
  const { channel, category, receivedOn, superiorFrom, reportBackDueOn } = arrival;
  const started = { type: 'STARTED', on: receivedOn } as const;
  const clocks: OwnClock[] = [];
  if (superiorFrom && reportBackDueOn) {
    const folded = foldClock('SUPERIOR_REPORT', [{ ...started, givenDueOn: reportBackDueOn }], terms);
    clocks.push({ clock: 'SUPERIOR_REPORT', folded });
  }
  if (channel === 'TRANSFERRED_IN') {
    const folded = foldClock('WRONG_TRANSFER_OBJECTION', [started], terms);
    clocks.push({ clock: 'WRONG_TRANSFER_OBJECTION', folded });
  }
  for (const { code, categories, enabled, period } of terms.pack.categoryClocks) {
    if (!enabled || !categories.includes(category)) continue;
    clocks.push({ clock: `CATEGORY:${code}`, folded: foldClock('CATEGORY', [started], { ...terms, period }) });
  }
  return clocks;
}

/** Writes the first event of each clock, and the index of those only some petitions have. Two statements. */
export async function startClocks(clocks: readonly StartedClock[], registration: Registration): Promise<void> {
  const { em, office, terms, now, actorId } = registration;
  const { institutionId } = office;
  const versions = { policyVersion: terms.pack.version, calendarVersion: terms.calendar.version };
  const events = clocks.map(({ subjectId, clock, folded: { startedOn, dueOn } }) => ({
    institutionId,
    subjectId,
    clock,
    sequence: 1,
    type: 'STARTED',
    onDate: startedOn ?? dayOf(now),
    givenDueOn: clock === 'SUPERIOR_REPORT' ? dueOn : null,
    dueOn,
    ...versions,
    recordedAt: now,
    recordedById: actorId,
  }));
  await em.insertMany(ClockEventRow, events as never);
  const own = clocks.filter(({ clock }) => clock !== 'PROCEDURAL' && clock !== 'SUBSTANTIVE');
  if (own.length === 0) return;
  const rows = own.map(({ subjectId, clock, folded }) => {
    const { startedOn, dueOn, targetOn, provisional, stoppedOn } = folded;
    return {
      institutionId,
      petitionId: subjectId,
      clock,
      startedOn,
      dueOn,
      targetOn,
      provisional,
      stoppedOn,
      ...versions,
    };
  });
  await em.insertMany(PetitionClock, rows as never);
}
