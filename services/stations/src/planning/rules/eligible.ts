import { type Busy, commitmentsOf } from './commitments.ts';
import { halfOf, type PlanLawyer, type PlanningInput, type PlanSeat } from './planning-input.ts';

/**
 * For each seat the lawyers nothing keeps from it for good, by their place in the input: those `fixedBlock` finds no
 * reason against. What seats share, the station’s reach and the line’s terms on a day, is looked at once, so that a
 * province takes no longer than its eligible pairs.
 */
export function eligibleLawyers(input: PlanningInput): Int32Array[] {
  const busy = commitmentsOf(input);
  const reach = new Map<string, Int32Array>();
  const terms = new Map<string, Int32Array>();
  const reaching = reachOf(input.lawyers);
  return input.seats.map((seat) => {
    const near = remember(reach, seat.stationId, () => reaching(seat.stationId));
    const fit = remember(terms, termsKey(seat), () => keep(near, (at) => meets(input.lawyers[at], seat)));
    const half = halfOf(input, seat);
    return keep(fit, (at) => {
      const lawyer = input.lawyers[at] as PlanLawyer;
      return lawyer.availability[half] !== 'UNAVAILABLE' && isFree(busy, lawyer, seat);
    });
  });
}

/** By station who reaches it, in their order. */
function reachOf(lawyers: readonly PlanLawyer[]): (stationId: string) => Int32Array {
  const everywhere = lawyers.flatMap(({ stationIds }, at) => (stationIds.length === 0 ? [at] : []));
  const named = lawyers.flatMap(({ stationIds }, at) =>
    [...new Set(stationIds)].map((stationId) => ({ stationId, at })),
  );
  const own = Map.groupBy(named, ({ stationId }) => stationId);
  return (stationId) => Int32Array.from([...everywhere, ...(own.get(stationId) ?? []).map(({ at }) => at)]).sort();
}

export function reaches({ stationIds }: PlanLawyer, { stationId }: PlanSeat): boolean {
  return stationIds.length === 0 || stationIds.includes(stationId);
}

export function hasSpecialty({ specialties: own }: PlanLawyer, { specialties, date }: PlanSeat): boolean {
  const has = (specialty: string) =>
    own.some((one) => one.specialty === specialty && one.from <= date && (one.to ?? date) >= date);
  return specialties.length === 0 || specialties.some(has);
}

export function speaks({ languages }: PlanLawyer, { language }: PlanSeat): boolean {
  return language === null || languages.includes(language);
}

export function isInService({ joinedOn, endedOn }: PlanLawyer, { date }: PlanSeat): boolean {
  return (joinedOn ?? date) <= date && (endedOn ?? date) >= date;
}

function meets(lawyer: PlanLawyer | undefined, seat: PlanSeat): boolean {
  return lawyer !== undefined && hasSpecialty(lawyer, seat) && speaks(lawyer, seat) && isInService(lawyer, seat);
}

function isFree(busy: Busy, { id }: PlanLawyer, { date, halfDay, hallId }: PlanSeat): boolean {
  const there = busy.get(date)?.get(id);
  return !there?.some((one) => one.halfDay === halfDay || one.hallId !== hallId);
}

function termsKey({ stationId, date, specialties, language }: PlanSeat): string {
  return `${stationId}/${date}/${specialties.join()}/${language ?? ''}`;
}

function keep(from: Int32Array, isMeant: (at: number) => boolean): Int32Array {
  return from.filter(isMeant);
}

function remember(known: Map<string, Int32Array>, key: string, find: () => Int32Array): Int32Array {
  const there = known.get(key);
  if (there) return there;
  const found = find();
  known.set(key, found);
  return found;
}
