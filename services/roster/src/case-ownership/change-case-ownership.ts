import { authorize, Invalid, NotFound, RuleBroken } from '@everyletter/kit/errors';
import { isId, newId } from '@everyletter/kit/id';
import { newDataKey, seal } from '@everyletter/kit/sealing';
import { cleanText } from '@everyletter/kit/text';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { CaseOwnership } from './case-ownership.entity.ts';
import { canChangeOwnership, canOpenOwnership } from './case-ownership.policy.ts';
import type {
  ChangeCaseOwnershipInput,
  CloseCaseOwnershipInput,
  OpenCaseOwnershipInput,
} from './case-ownership.type.ts';

/** Characters. */
const PLAN_MAX = 3000;
const NUMBER_MAX = 60;

/**
 * Source: 领导包案，一案一名领导、一名责任人、一个方案。
 * @throws Forbidden `NOT_ALLOWED`; RuleBroken `CASE_OWNED`, `LEADER_RECUSED`, `NOT_A_LEADER`; Invalid `RESPONSIBLE_IS_LEADER`, `TASK_DUE_IN_PAST`; NotFound `PETITION_NOT_FOUND`, `STAFF_NOT_FOUND`
 */
export async function openCaseOwnership(input: OpenCaseOwnershipInput, context: Context): Promise<CaseOwnership> {
  const { em, viewer, now, today, options, caseOwnerships } = context;
  authorize(canOpenOwnership(viewer));
  const { petitionId, leaderId, responsibleId, dueOn } = input;
  if (!isId(petitionId)) throw new NotFound('PETITION_NOT_FOUND', { field: 'petitionId' });
  const plan = await readTerms(input, petitionId, context);
  await caseOwnerships.lock(petitionId);
  const others = await caseOwnerships.ofPetition.load(petitionId);
  if (others.some(({ closedOn }) => !closedOn)) throw new RuleBroken('CASE_OWNED', { field: 'petitionId' });
  const id = newId(now);
  const key = newDataKey();
  const ownership = em.create(CaseOwnership, {
    id,
    institutionId: viewer.institutionId,
    petitionId,
    petitionNumber: input.petitionNumber
      ? cleanText(input.petitionNumber, { field: 'petitionNumber', max: NUMBER_MAX })
      : null,
    leaderId,
    responsibleId,
    wrappedKey: options.keys.wrap(key, viewer.institutionId, id),
    planSealed: seal(plan, key, `case_ownership.plan:${id}`),
    dueOn,
    openedById: viewer.staffId as string,
    openedOn: today,
  });
  em.persist(ownership);
  await writeDown('OPEN_CASE_OWNERSHIP', ownership, context);
  return ownership;
}

/** @throws what {@link openCaseOwnership} throws; Conflict `CASE_OWNERSHIP_CHANGED`; RuleBroken `CASE_OWNERSHIP_CLOSED` */
export async function changeCaseOwnership(input: ChangeCaseOwnershipInput, context: Context): Promise<CaseOwnership> {
  const { viewer, options, caseOwnerships } = context;
  const ownership = await caseOwnerships.change(input.id, input.version);
  authorize(canChangeOwnership(viewer, ownership));
  ownership.assertOpen();
  const plan = await readTerms(input, ownership.petitionId, context);
  const { leaderId, responsibleId, dueOn } = input;
  Object.assign(ownership, { leaderId, responsibleId, dueOn });
  ownership.writePlan(plan, options.keys);
  await writeDown('CHANGE_CASE_OWNERSHIP', ownership, context);
  return ownership;
}

/** @throws Forbidden `NOT_ALLOWED`; Conflict `CASE_OWNERSHIP_CHANGED`; RuleBroken `CASE_OWNERSHIP_CLOSED` */
export async function closeCaseOwnership(input: CloseCaseOwnershipInput, context: Context): Promise<CaseOwnership> {
  const { viewer, today, options, caseOwnerships } = context;
  const ownership = await caseOwnerships.change(input.id, input.version);
  authorize(canChangeOwnership(viewer, ownership));
  const outcome = cleanText(input.outcome, { field: 'outcome', min: 2, max: PLAN_MAX });
  ownership.close({ outcome, on: today, byId: viewer.staffId as string }, options.keys);
  await writeDown('CLOSE_CASE_OWNERSHIP', ownership, context);
  return ownership;
}

type Terms = Pick<OpenCaseOwnershipInput, 'leaderId' | 'responsibleId' | 'plan' | 'dueOn'>;

/** The plan, once everything it rests on is as it should be. */
async function readTerms(terms: Terms, petitionId: string, { people, recusals, today }: Context): Promise<string> {
  const { leaderId, responsibleId, dueOn } = terms;
  const plan = cleanText(terms.plan, { field: 'plan', min: 2, max: PLAN_MAX });
  if (dueOn < today) throw new Invalid('TASK_DUE_IN_PAST', { field: 'dueOn' });
  if (leaderId === responsibleId) throw new Invalid('RESPONSIBLE_IS_LEADER', { field: 'responsibleId' });
  for (const [id, field] of [
    [leaderId, 'leaderId'],
    [responsibleId, 'responsibleId'],
  ] as const) {
    const staff = await people.staffMember(id);
    if (!staff?.active) throw new NotFound('STAFF_NOT_FOUND', { field });
    await recusals.requireFree([id], [petitionId], field);
  }
  if (!(await people.rolesOf.load(leaderId)).includes('LEADER'))
    throw new RuleBroken('NOT_A_LEADER', { field: 'leaderId' });
  return plan;
}

async function writeDown(action: string, ownership: CaseOwnership, context: Context): Promise<void> {
  const { id, petitionId, leaderId, responsibleId, dueOn } = ownership;
  const facts = { petitionId, leaderId, responsibleId, dueOn };
  await auditChange(context, { action, subjectType: 'CaseOwnership', subjectId: id, facts });
  await context.em.flush();
}
