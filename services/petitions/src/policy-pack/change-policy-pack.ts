import { authorize, Conflict, Forbidden, RuleBroken } from '@everyletter/kit/errors';
import { cleanText } from '@everyletter/kit/text';
import type { LocalDate } from '@everyletter/kit/time';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { textOrNull } from '../petition/petition.inputs.ts';
import { type OpenPetitions, PolicyPackRecord } from './policy-pack.entity.ts';
import { canEditPack, keepsPacks, wroteIn } from './policy-pack.policy.ts';
import { defaultPack } from './rules/default-pack.ts';
import { type PolicyNumberChange, withNumbers } from './rules/policy-numbers.ts';
import type { PolicyPack } from './rules/policy-pack.ts';

const VERSION_MAX = 30;
const NOTE_MAX = 1000;

export interface NewPack {
  readonly version: string;
  readonly effectiveFrom: LocalDate;
}

/** The draft as the caller saw it, and what it is to be. */
export interface PackChange {
  readonly version: string;
  readonly revision: number;
  readonly effectiveFrom: LocalDate;
  readonly openPetitions: OpenPetitions;
  readonly note?: string | null;
  readonly numbers: readonly PolicyNumberChange[];
}

export interface SeenPack {
  readonly version: string;
  readonly revision: number;
}

/** Begins a draft with the numbers in force; one at a time. */
export async function draftPolicyPack(input: NewPack, context: Context): Promise<PolicyPackRecord> {
  const { viewer, policyPacks, terms, em, now, today } = context;
  authorize(keepsPacks(viewer));
  const version = cleanText(input.version, { field: 'version', min: 1, max: VERSION_MAX });
  checkDay(input.effectiveFrom, today);
  if (await policyPacks.draft()) throw new RuleBroken('POLICY_PACK_DRAFT_OPEN', { field: 'version' });
  if (await policyPacks.find(version)) throw new Conflict('POLICY_PACK_VERSION_TAKEN', { field: 'version' });
  const { pack } = await terms.current();
  const by = viewer.staffId as string;
  const draft = em.create(PolicyPackRecord, {
    institutionId: viewer.institutionId,
    version,
    effectiveFrom: input.effectiveFrom,
    content: { ...complete(pack), version, effectiveFrom: input.effectiveFrom },
    state: 'DRAFT',
    openPetitions: 'KEEP',
    draftedById: by,
    draftedAt: now,
    changedById: by,
    revision: 1,
  });
  em.persist(draft);
  return record('DRAFT_POLICY_PACK', draft, context);
}

/** Writes numbers, the day and what becomes of running clocks into the draft. */
export async function editPolicyPack(change: PackChange, context: Context): Promise<PolicyPackRecord> {
  const { viewer, policyPacks, today } = context;
  const draft = await policyPacks.change(change.version);
  authorize(keepsPacks(viewer));
  draft.assertDraft(change.revision);
  checkDay(change.effectiveFrom, today);
  const { effectiveFrom, openPetitions } = change;
  const note = textOrNull(change.note, 'note', NOTE_MAX);
  const content = withNumbers(draft.content, change.numbers);
  draft.write({ content, effectiveFrom, openPetitions, note }, viewer.staffId as string);
  return record('EDIT_POLICY_PACK', draft, context);
}

/** By somebody who did not write in it; from its day on everything new is counted by it. */
export async function approvePolicyPack({ version, revision }: SeenPack, context: Context): Promise<PolicyPackRecord> {
  const { viewer, policyPacks, now, today } = context;
  const draft = await policyPacks.change(version);
  authorize(keepsPacks(viewer));
  draft.assertDraft(revision);
  if (wroteIn(viewer, draft)) throw new Forbidden('POLICY_PACK_APPROVER_WROTE', { field: 'version' });
  checkDay(draft.effectiveFrom as LocalDate, today);
  draft.approve(viewer.staffId as string, now);
  return record('APPROVE_POLICY_PACK', draft, context);
}

export async function discardPolicyPack({ version, revision }: SeenPack, context: Context): Promise<PolicyPackRecord> {
  const { viewer, policyPacks } = context;
  const draft = await policyPacks.change(version);
  authorize(canEditPack(viewer, { ...draft, state: 'DRAFT' }));
  draft.assertDraft(revision);
  draft.discard(viewer.staffId as string);
  return record('DISCARD_POLICY_PACK', draft, context);
}

/** Packs whose day has come and which move running clocks: the recount is queued once. */
export async function movePetitions(context: Context): Promise<void> {
  const { policyPacks, today, now, em } = context;
  for (const pack of await policyPacks.toMove(today)) {
    pack.movedAt = now;
    await context.enqueue('petitions.recount', { policyVersion: pack.version });
  }
  await em.flush();
}

/** A pack is never in force for days that are over. */
function checkDay(effectiveFrom: LocalDate, today: LocalDate): void {
  if (effectiveFrom < today) throw new RuleBroken('POLICY_PACK_IN_PAST', { field: 'effectiveFrom', today });
}

/** Clocks of categories that a later release of the product knows are offered, switched off. */
function complete(pack: PolicyPack): PolicyPack {
  const known = new Set(pack.categoryClocks.map(({ code }) => code));
  const missing = defaultPack.categoryClocks.filter(({ code }) => !known.has(code));
  return { ...pack, categoryClocks: [...pack.categoryClocks, ...missing] };
}

async function record(action: string, pack: PolicyPackRecord, context: Context): Promise<PolicyPackRecord> {
  const { version, effectiveFrom, openPetitions, revision, institutionId } = pack;
  const facts = { version, effectiveFrom, openPetitions, revision };
  await auditChange(context, { action, subjectType: 'PolicyPack', subjectId: institutionId, facts });
  await context.em.flush();
  return pack;
}
