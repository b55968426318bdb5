import { cleanText } from '@everyletter/kit/text';
import { Field, ID, InputType, Int, ObjectType } from 'type-graphql';
import { PetitionType } from './petition.type.ts';
import { AcceptanceCheck } from './rules/acceptance.ts';
import { DISPOSITION_REASONS } from './rules/disposition-reasons.ts';
import { Track } from './rules/kinds.ts';
import { Disposition } from './rules/states.ts';
import type { TriageDecision } from './rules/triage.ts';

/** Characters; a paragraph, and the name of an organ. */
const REASON_MAX = 1000;
const PLACE_MAX = 100;

@InputType()
export class TriagePetitionInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => Track)
  readonly track!: Track;

  @Field(() => Disposition)
  readonly disposition!: Disposition;

  @Field(() => String, {
    nullable: true,
    description: 'Needed for everything but ACCEPTED, and when the petition was triaged before.',
  })
  readonly reason?: string | null;

  @Field(() => ID, { nullable: true, description: 'Needed for ACCEPTED, and only then.' })
  readonly handlingDepartmentId?: string | null;

  @Field(() => ID, { nullable: true })
  readonly handlerId?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The organ it goes to: needed for TRANSFERRED and ASSIGNED_DOWN, possible for REDIRECTED.',
  })
  readonly transferredTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'One of the reasons offered; stands for `reason` when that is blank.',
  })
  readonly reasonCode?: string | null;

  @Field(() => [AcceptanceCheck], {
    nullable: true,
    description: 'For ACCEPTED: what was looked at, all of it or null.',
  })
  readonly acceptance?: readonly AcceptanceCheck[] | null;

  @Field(() => ID, { nullable: true, description: '包案: a leader who owns it; only for ACCEPTED.' })
  readonly leaderOwnerId?: string | null;
}

@InputType()
export class AssignPetitionInput {
  @Field(() => ID)
  readonly petitionId!: string;

  @Field(() => Int, { description: 'The version that was on the screen.' })
  readonly version!: number;

  @Field(() => ID)
  readonly handlingDepartmentId!: string;

  @Field(() => ID)
  readonly handlerId!: string;
}

@ObjectType()
export class PetitionPayload {
  @Field(() => PetitionType)
  readonly petition!: object;
}

/** @throws Invalid when a text holds what no text may hold */
export function decisionOf(input: TriagePetitionInput): TriageDecision {
  return {
    track: input.track,
    disposition: input.disposition,
    reason: textOrNull(input.reason, 'reason', REASON_MAX) ?? wordsOf(input.reasonCode),
    handlingDepartmentId: input.handlingDepartmentId || null,
    handlerId: input.handlerId || null,
    transferredTo: textOrNull(input.transferredTo, 'transferredTo', PLACE_MAX),
    reasonCode: input.reasonCode || null,
    acceptance: input.acceptance ?? null,
    leaderOwnerId: input.leaderOwnerId || null,
  };
}

/** In the words of the desk, for the letter that will tell it. */
function wordsOf(reasonCode: string | null | undefined): string | null {
  return DISPOSITION_REASONS.find(({ code }) => code === reasonCode)?.words.zh ?? null;
}

/** Blank is the same as absent: a field left empty in a form. */
export function textOrNull(text: string | null | undefined, field: string, max: number): string | null {
  return text == null ? null : cleanText(text, { field, max }) || null;
}
