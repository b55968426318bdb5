import { authorize, Invalid } from '@everyletter/kit/errors';
import { isId, newId } from '@everyletter/kit/id';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { isHeld } from '../duty/rules/duty-state.ts';
import { Consultation } from './consultation.entity.ts';
import type { StartConsultationInput } from './consultation.inputs.ts';
import { canStart } from './consultation.policy.ts';
import { sealNames } from './sealed-consultation.ts';

/** Characters of a name, and how many parties one talk is about. */
export const NAME_MAX = 50;
const PARTIES_MAX = 10;

/**
 * Somebody sits down with the lawyer on duty. The check for a conflict of interest comes first and is kept: of the
 * firm, by the names of both sides, and of the lawyer, by the matter. A hit blocks it.
 */
export async function startConsultation(input: StartConsultationInput, context: Context): Promise<Consultation> {
  const { em, duties, duty: directory, consultations, viewer, now, today, options } = context;
  const duty = await duties.get(input.dutyId, 'dutyId');
  authorize(canStart(viewer, duty.lawyerId));
  if (!isHeld(duty) || duty.date !== today) throw new Invalid('DUTY_NOT_TODAY', { field: 'dutyId' });
  const lawyer = await directory.lawyer(duty.lawyerId);
  const person = cleanText(input.personName, { field: 'personName', min: 1, max: NAME_MAX });
  const parties = partiesOf(input.otherParties);
  const id = newId(now);
  const { institutionId, lawyerId, stationId } = duty;
  const { partyIndexes, ...sealed } = sealNames(person, parties, { id, institutionId }, options.keys);
  const consultation = em.create(Consultation, {
    ...sealed,
    id,
    institutionId,
    assignmentId: duty.id,
    lawyerId,
    firmId: lawyer?.firmId ?? '',
    stationId,
    petitionId: idOrNull(input.petitionId, 'petitionId'),
    matterId: idOrNull(input.matterId, 'matterId'),
    topic: input.topic,
    state: 'OPEN',
    heldOn: today,
    startedById: viewer.accountId,
    startedAt: now,
    version: 1,
  });
  await em.flush();
  await consultations.setPartyIndexes(consultation, partyIndexes);
  const conflicts = await consultations.findConflicts(consultation);
  if (conflicts > 0) consultation.state = 'BLOCKED';
  await em.flush();
  const facts = { lawyerId, petitionId: input.petitionId ?? null, conflicts };
  await auditChange(context, { action: 'START_CONSULTATION', subjectType: 'Consultation', subjectId: id, facts });
  return consultation;
}

export function partiesOf(names: readonly string[] | null | undefined): string[] {
  const given = (names ?? []).map((name) => cleanText(name, { field: 'otherParties', max: NAME_MAX })).filter(Boolean);
  if (given.length > PARTIES_MAX)
    throw new Invalid('CONSULTATION_PARTIES_TOO_MANY', { field: 'otherParties', max: PARTIES_MAX });
  return [...new Set(given)];
}

export function idOrNull(text: string | null | undefined, field: string): string | null {
  if (!text) return null;
  if (!isId(text)) throw new Invalid('ID_INVALID', { field });
  return text;
}
