import { NotFound } from '@everyletter/kit/errors';
import { newId } from '@everyletter/kit/id';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { requiredText } from '../station/station.inputs.ts';
import { Hall } from './hall.entity.ts';
import type { HallInput } from './hall.type.ts';

/** Characters. */
const NAME_MAX = 60;
const ADDRESS_MAX = 200;

/** @throws Invalid `TEXT_MISSING`, `TEXT_TOO_LONG`; NotFound `HALL_NOT_FOUND` */
export async function saveHall(input: HallInput, context: Context): Promise<Hall> {
  const { em, requirements, viewer, now } = context;
  const name = requiredText(input.name, 'name', NAME_MAX);
  const address = requiredText(input.address, 'address', ADDRESS_MAX);
  const hall = input.id
    ? await requirements.hall(input.id)
    : em.create(Hall, { id: newId(now), institutionId: viewer.institutionId, name, address });
  if (!hall) throw new NotFound('HALL_NOT_FOUND', { field: 'id' });
  Object.assign(hall, { name, address });
  em.persist(hall);
  await auditChange(context, { action: 'SAVE_HALL', subjectType: 'Hall', subjectId: hall.id, facts: {} });
  await em.flush();
  return hall;
}
