import type { LocalDate } from '@everyletter/kit/time';
import type { Matter } from '../matter/matter.entity.ts';
import type { Petition } from '../petition/petition.entity.ts';
import type { PolicyPack } from '../policy-pack/rules/policy-pack.ts';
import type { Clock } from './rules/clock.ts';
import { type ClockFace, clockFace } from './rules/clock-face.ts';

/** A clock as the API shows it, read from the stored index of its fold. */
export type ShownClock = Omit<Clock, 'steps'> & ClockFace;

export function proceduralClock(petition: Petition, today: LocalDate, pack: PolicyPack): ShownClock {
  return shown(
    {
      kind: 'PROCEDURAL',
      startedOn: petition.proceduralStartedOn as LocalDate | null,
      dueOn: petition.proceduralDueOn as LocalDate | null,
      targetOn: petition.proceduralTargetOn as LocalDate | null,
      provisional: petition.proceduralProvisional,
      stoppedOn: petition.proceduralStoppedOn as LocalDate | null,
    },
    today,
    pack,
  );
}

export function substantiveClock(matter: Matter, today: LocalDate, pack: PolicyPack): ShownClock {
  return shown(
    {
      kind: 'SUBSTANTIVE',
      startedOn: matter.substantiveStartedOn as LocalDate | null,
      dueOn: matter.substantiveDueOn as LocalDate | null,
      targetOn: matter.substantiveTargetOn as LocalDate | null,
      provisional: matter.substantiveProvisional,
      stoppedOn: matter.substantiveStoppedOn as LocalDate | null,
    },
    today,
    pack,
  );
}

function shown(clock: Omit<Clock, 'steps'>, today: LocalDate, pack: PolicyPack): ShownClock {
  return { ...clock, ...clockFace({ ...clock, steps: [] }, today, pack.warnDays) };
}
