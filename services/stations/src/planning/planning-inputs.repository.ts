import { addDays, type LocalDate, weekday } from '@everyletter/kit/time';
import type { EntityManager } from '@mikro-orm/postgresql';
import { type Kysely, sql } from 'kysely';
import { availabilityOn, type DatedAvailability } from '../availability/rules/availability.ts';
import type { CoverageFacts } from '../coverage/coverage.repository.ts';
import type { HalfDay, Period } from '../coverage/rules/coverage.ts';
import { Lawyer, LawyerSpecialty } from '../lawyer/lawyer.entity.ts';
import { type Slot, slotsOf } from '../requirement/rules/slots.ts';
import { Station } from '../station/station.entity.ts';
import {
  type Commitment,
  type PlanLawyer,
  type PlanningInput,
  type PlanSeat,
  seatKey,
} from './rules/planning-input.ts';

/** How far back a fair share looks. Calendar days: four weeks. */
const BEFORE_DAYS = 28;

/** One held assignment, as planning reads it. */
export interface HeldSeat {
  readonly id: string;
  readonly stationId: string;
  readonly lawyerId: string;
  readonly date: LocalDate;
  readonly halfDay: HalfDay;
  readonly line: number;
  readonly seat: number;
  readonly hallId: string;
  readonly locked: boolean;
}

/** Reads everything a plan is made from; a few statements whatever the size. Made per request. */
export class PlanningInputs {
  private readonly database = this.em.getKysely() as unknown as Kysely<unknown>;

  constructor(
    private readonly em: EntityManager,
    private readonly coverage: CoverageFacts,
  ) {}

  /** With everybody where they are published. @throws NotFound `CALENDAR_NOT_FOUND` */
  async of(institutionId: string, period: Period): Promise<PlanningInput> {
    const slots = slotsOf(period, await this.coverage.basisOf(institutionId, period));
    const stations = await this.em.find(Station, { institutionId });
    const halls = new Map(stations.map(({ id, hallId }) => [id, hallId ?? id]));
    const around = { from: addDays(period.from, -BEFORE_DAYS), to: addDays(lastOf(period.to), 1) };
    const held = await this.held(institutionId, around);
    const inside = held.filter(({ date }) => date >= period.from && date <= period.to);
    const published = new Map(inside.map((one) => [seatKey(one), one]));
    const seats = slots.flatMap((slot) => seatsOf(slot, halls, published));
    const days = [...new Set(seats.map(({ date }) => date))];
    const outside = held.filter(({ date }) => date < period.from || date > period.to);
    const lawyers = await this.lawyers(
      institutionId,
      days,
      outside.filter(({ date }) => date < period.from),
    );
    return { days, seats, lawyers, commitments: outside.map(toCommitment) };
  }

  /** Who holds which seat on these days. Rides `assignment_date`. */
  async held(institutionId: string, { from, to }: Period): Promise<HeldSeat[]> {
    const { rows } = await sql<HeldSeat>`
      select id, station_id as "stationId", lawyer_id as "lawyerId", date::text as date, half_day as "halfDay", line,
        seat, hall_id as "hallId", locked
      from stations.assignment where institution_id = ${institutionId} and date between ${from} and ${to}
        and status in ('PUBLISHED', 'CONFIRMED') order by assignment.date, id`.execute(this.database);
    return rows;
  }

  private async lawyers(institutionId: string, days: readonly LocalDate[], before: readonly HeldSeat[]) {
    const orderBy = { id: 1 } as const;
    const lawyers = await this.em.find(Lawyer, { institutionId }, { orderBy });
    const specialties = await this.em.find(LawyerSpecialty, { institutionId }, { orderBy });
    const ofLawyer = Map.groupBy(specialties, ({ lawyerId }) => lawyerId);
    const dated = await this.dated(institutionId, days);
    const served = Map.groupBy(before, ({ lawyerId }) => lawyerId);
    const last = days.at(-1);
    const present = lawyers.filter(
      ({ endedOn, joinedOn }) => (endedOn ?? days[0] ?? '') >= (days[0] ?? '') && (joinedOn ?? '') <= (last ?? ''),
    );
    return present.map((lawyer): PlanLawyer => {
      const own = served.get(lawyer.id) ?? [];
      const said = { weekly: lawyer.weeklyAvailability as never, dated: dated.get(lawyer.id) ?? [] };
      return {
        id: lawyer.id,
        specialties: (ofLawyer.get(lawyer.id) ?? []).map(({ specialty, validFrom, validTo }) => ({
          specialty,
          from: validFrom as LocalDate,
          to: (validTo ?? null) as LocalDate | null,
        })),
        languages: lawyer.languages,
        stationIds: lawyer.stationIds,
        preferredStationIds: lawyer.preferredStationIds,
        weeklyCap: lawyer.weeklyCap ?? null,
        monthlyCap: lawyer.monthlyCap ?? null,
        joinedOn: (lawyer.joinedOn ?? null) as LocalDate | null,
        endedOn: (lawyer.endedOn ?? null) as LocalDate | null,
        availability: days.flatMap((day) => [
          availabilityOn(said, day, 'MORNING'),
          availabilityOn(said, day, 'AFTERNOON'),
        ]),
        servedBefore: own.length,
        knownStationIds: [...new Set(own.map(({ stationId }) => stationId))].sort(),
      };
    });
  }

  private async dated(institutionId: string, days: readonly LocalDate[]): Promise<Map<string, DatedAvailability[]>> {
    const [from, to] = [days[0] ?? null, days.at(-1) ?? null];
    const { rows } = await sql<DatedAvailability & { readonly lawyerId: string }>`
      select lawyer_id as "lawyerId", starts_on::text as "startsOn", ends_on::text as "endsOn",
        half_day as "halfDay", level
      from stations.dated_availability
      where institution_id = ${institutionId} and starts_on <= ${to} and ends_on >= ${from}`.execute(this.database);
    return Map.groupBy(rows, ({ lawyerId }) => lawyerId);
  }
}

/** The end of the week and of the month of a day, whichever is later: caps count up to there. */
function lastOf(day: LocalDate): LocalDate {
  const sunday = addDays(day, 7 - weekday(day));
  const nextMonth = `${addDays(`${day.slice(0, 7)}-28` as LocalDate, 4).slice(0, 7)}-01` as LocalDate;
  const monthEnd = addDays(nextMonth, -1);
  return sunday > monthEnd ? sunday : monthEnd;
}

function seatsOf(slot: Slot, halls: ReadonlyMap<string, string>, published: ReadonlyMap<string, HeldSeat>): PlanSeat[] {
  const { stationId, date, halfDay, line, specialties, language, priority } = slot;
  return Array.from({ length: slot.lawyers }, (_, at) => {
    const place = { stationId, date, halfDay, line, seat: at + 1 };
    const held = published.get(seatKey(place));
    const hallId = halls.get(stationId) ?? stationId;
    const asked = { specialties, language, priority };
    return { ...place, ...asked, hallId, lawyerId: held?.lawyerId ?? null, locked: held?.locked ?? false };
  });
}

function toCommitment({ lawyerId, date, halfDay, hallId }: HeldSeat): Commitment {
  return { lawyerId, date, halfDay, hallId };
}
