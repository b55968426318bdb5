import { localDate } from '@everyletter/kit/time';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildProblem, fixedBlock } from './build-instance.ts';
import { commitmentsOf } from './commitments.ts';
import { DutyState } from './duty-state.ts';
import { eligibleLawyers } from './eligible.ts';
import { hardestSeatFirst } from './first-plan.ts';
import { type Assumption, assume, type PlanLawyer, type PlanningInput, type PlanSeat } from './planning-input.ts';
import { suppose } from './suppose.ts';

const DAYS = ['2026-11-27', '2026-11-30', '2026-12-01'].map((day) => localDate(day));
const day = fc.constantFrom(...DAYS);
const halfDay = fc.constantFrom('MORNING' as const, 'AFTERNOON' as const);
const some = (words: readonly string[]) => fc.subarray([...words]);
const maybe = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: null });

const seats = fc.array(
  fc.record({
    stationId: fc.constantFrom('s1', 's2'),
    hallId: fc.constantFrom('h1', 'h2'),
    date: day,
    halfDay,
    specialties: some(['CIVIL', 'LABOUR']),
    language: maybe(fc.constant('ug')),
  }),
  { minLength: 1, maxLength: 5 },
);
const lawyers = fc.array(
  fc.record({
    stationIds: some(['s1', 's2']),
    preferredStationIds: some(['s1']),
    knownStationIds: some(['s2']),
    languages: some(['ug']),
    specialties: fc.array(fc.record({ specialty: fc.constantFrom('CIVIL', 'LABOUR'), from: day, to: maybe(day) }), {
      maxLength: 2,
    }),
    joinedOn: maybe(day),
    endedOn: maybe(day),
    weeklyCap: maybe(fc.nat(3)),
    monthlyCap: maybe(fc.nat(3)),
    servedBefore: fc.nat(4),
    availability: fc.array(fc.constantFrom('AVAILABLE' as const, 'UNAVAILABLE' as const), {
      minLength: 6,
      maxLength: 6,
    }),
  }),
  { minLength: 1, maxLength: 4 },
);
const served = fc.array(fc.record({ lawyer: fc.nat(3), date: day, halfDay, hallId: fc.constantFrom('h1', 'h2') }), {
  maxLength: 3,
});

const office = fc.record({ seats, lawyers, served }).map(
  (made): PlanningInput => ({
    days: DAYS,
    seats: made.seats.map(
      (seat, at): PlanSeat => ({ ...seat, line: at, seat: 1, priority: 1, lawyerId: null, locked: false }),
    ),
    lawyers: made.lawyers.map((lawyer, at): PlanLawyer => ({ ...lawyer, id: `l${at}` })),
    commitments: made.served.map(({ lawyer, ...commitment }) => ({ ...commitment, lawyerId: `l${lawyer}` })),
  }),
);

test('whoever may have a seat is who no reason is found against, one by one', () => {
  fc.assert(
    fc.property(office, (input) => {
      const busy = commitmentsOf(input);
      const oneByOne = input.seats.map((seat) =>
        input.lawyers.flatMap((lawyer, at) => (fixedBlock(input, seat, lawyer, busy) === null ? [at] : [])),
      );
      expect(eligibleLawyers(input).map((own) => [...own])).toEqual(oneByOne);
      expect([...buildProblem(input).instance.edgeLawyer]).toEqual(oneByOne.flat());
    }),
    { numRuns: 300, seed: 20261125 },
  );
});

test('what is supposed is what would be built of it, for every kind of remedy', () => {
  fc.assert(
    fc.property(office, fc.nat(3), fc.nat(4), (input, who, where) => {
      const problem = buildProblem(input);
      const state = new DutyState(problem.instance, hardestSeatFirst(problem.instance));
      const lawyerId = `l${who % input.lawyers.length}`;
      const seat = input.seats[where % input.seats.length] as PlanSeat;
      const assumptions: Assumption[] = [
        { kind: 'RAISE_WEEKLY_CAP', lawyerId },
        { kind: 'RAISE_MONTHLY_CAP', lawyerId },
        { kind: 'ASK_UNAVAILABLE', lawyerId, seat },
        { kind: 'BORROW', lawyerId, seat },
        { kind: 'WIDEN_SPECIALTIES', specialty: 'CIVIL', seat },
      ];
      for (const assumption of assumptions) {
        const { instance, plan } = suppose(problem, state, assumption);
        const built = buildProblem(assume(input, assumption)).instance;
        for (const part of ['weekCap', 'monthCap', 'edgeStart', 'edgeLawyer'] as const) {
          expect([...instance[part]]).toEqual([...built[part]]);
        }
        expect(new DutyState(instance, plan).openSeats()).toEqual(state.openSeats());
      }
    }),
    { numRuns: 100, seed: 20261125 },
  );
});
