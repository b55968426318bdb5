import { authorize } from '@everyletter/kit/errors';
import { foldClock } from '../clock/rules/clock.ts';
import type { Context } from '../context.ts';
import { trackReason } from '../petition/rules/track-reason.ts';
import { routeArrival } from '../triage-rule/rules/route-arrival.ts';
import { draftOf, type RegistrationFormInput } from './registration.inputs.ts';
import { canRegister } from './registration.policy.ts';
import type { RegistrationCheckType } from './registration.type.ts';
import { isRegisteredLate, readForm } from './rules/registration-form.ts';

/** Reads the form as registering would, and changes nothing. */
export async function checkRegistration(
  input: RegistrationFormInput,
  { viewer, terms, triageRules, today }: Context,
): Promise<RegistrationCheckType> {
  authorize(canRegister(viewer, (await terms.office()).complaintsDepartmentId));
  const inForce = await terms.current();
  const { values, remarks } = readForm(draftOf(input), today);
  const { channel, category, identityKind, receivedOn, superiorFrom } = values;
  const fromSuperior = superiorFrom !== null && channel !== 'TRANSFERRED_IN';
  const rules = await triageRules.current();
  const { track, reasonCode, ruleName } = routeArrival(rules, { channel, category, identityKind, fromSuperior });
  const clock = foldClock('PROCEDURAL', [{ type: 'STARTED', on: receivedOn }], inForce);
  return {
    remarks: remarks as RegistrationCheckType['remarks'],
    registeredLate: isRegisteredLate(receivedOn, today, { intake: inForce.pack.intake, calendar: inForce.calendar }),
    track,
    trackReason: trackReason(reasonCode, ruleName),
    proceduralDueOn: clock.dueOn as string,
    provisional: clock.provisional,
  };
}
