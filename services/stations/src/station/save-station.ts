import { Conflict, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { Station } from './station.entity.ts';
import { checkedHours, requiredText, type StationInput } from './station.inputs.ts';

/** Characters. */
const NAME_MAX = 60;
const PLACE_MAX = 120;

/**
 * A station cannot move to another hall while somebody is to serve there: they agreed to the place as well.
 * @throws Invalid `TEXT_MISSING`, `TEXT_TOO_LONG`, `HOURS_INVALID`; NotFound `STATION_NOT_FOUND`, `HALL_NOT_FOUND`;
 * Conflict `STATION_CHANGED`; RuleBroken `STATION_IS_STAFFED`
 */
export async function saveStation(input: StationInput, context: Context): Promise<Station> {
  const { em, viewer, now } = context;
  const values = await checkedValues(input, context);
  const existing = input.id ? await existingStation(input, context) : null;
  const station = existing ?? em.create(Station, { id: newId(now), institutionId: viewer.institutionId, ...values });
  Object.assign(station, values);
  em.persist(station);
  const action = existing ? 'CHANGE_STATION' : 'ADD_STATION';
  const facts = { kind: station.kind, serviceKind: station.serviceKind };
  await auditChange(context, { action, subjectType: 'Station', subjectId: station.id, facts });
  await em.flush();
  return station;
}

async function checkedValues(input: StationInput, { requirements }: Context) {
  const { kind, serviceKind } = input;
  const name = requiredText(input.name, 'name', NAME_MAX);
  const place = requiredText(input.place, 'place', PLACE_MAX);
  const [morningFrom, morningTo] = checkedHours(input.morningFrom, input.morningTo, 'morningFrom');
  const [afternoonFrom, afternoonTo] = checkedHours(input.afternoonFrom, input.afternoonTo, 'afternoonFrom');
  const hallId = input.hallId ?? null;
  if (hallId && !(await requirements.hall(hallId))) throw new NotFound('HALL_NOT_FOUND', { field: 'hallId' });
  return { name, kind, serviceKind, hallId, place, morningFrom, morningTo, afternoonFrom, afternoonTo };
}

async function existingStation({ id, version, hallId }: StationInput, context: Context): Promise<Station> {
  const station = await context.requirements.ownStation(id ?? '');
  if (station.version !== version) throw new Conflict('STATION_CHANGED');
  const moves = station.hallId !== (hallId ?? null);
  if (moves && (await context.requirements.isStaffed(station, context.today))) {
    throw new RuleBroken('STATION_IS_STAFFED', { field: 'hallId' });
  }
  return station;
}
