import { useQuery } from '@urql/vue';
import { computed, shallowRef } from 'vue';
import { ConflictsQuery, type PlanData, type SeatPlace } from './coverage-queries.ts';
import { foremost, placeOf, sameSeat, seatsOfCell } from './draft-cells.ts';
import type { MatrixCell } from './matrix.ts';

/** The seat a cell would give from, and the one it would take somebody in. */
const givenBy = (plan: PlanData, cell: MatrixCell) =>
  placeOf(seatsOfCell(plan, cell).find(({ lawyerId }) => lawyerId !== null));
const takenIn = (seats: PlanData['seats']) => placeOf(foremost(seats));

/** While somebody is lifted, the server says where they may not go: by cell, the first reason. */
export function useMoving(plan: () => PlanData | null, move: (from: SeatPlace, to: SeatPlace) => unknown) {
  const lifted = shallowRef<MatrixCell | null>(null);
  const seat = computed(() => (lifted.value && plan() ? givenBy(plan() as PlanData, lifted.value) : null));
  const { data } = useQuery({
    query: ConflictsQuery,
    variables: computed(() => ({ planId: plan()?.id ?? '', seat: seat.value as SeatPlace })),
    pause: computed(() => seat.value === null),
    requestPolicy: 'network-only',
  });
  const blocked = computed(() => {
    const found = plan();
    if (!found || !seat.value) return new Map<string, string>();
    const cells = Map.groupBy(found.seats, ({ stationId, date, halfDay }) => `${stationId}/${date}/${halfDay}`);
    const targets = new Map([...cells].map(([key, seats]) => [key, takenIn(seats)]));
    return new Map(
      (data.value?.seatConflicts ?? []).flatMap(({ seat: other, reason }): [string, string][] => {
        const key = `${other.stationId}/${other.date}/${other.halfDay}`;
        const target = targets.get(key);
        return target && sameSeat(target, other) ? [[key, reason]] : [];
      }),
    );
  });
  function drop(from: MatrixCell, to: MatrixCell): void {
    const found = plan();
    const [source, target] = found ? [givenBy(found, from), takenIn(seatsOfCell(found, to))] : [null, null];
    if (source && target) void move(source, target);
  }
  return { blocked, drop, lift: (cell: MatrixCell | null) => (lifted.value = cell) };
}
