import { Conflict, RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { PolicyPack } from './rules/policy-pack.ts';

/** 草稿 · 已批准 · 已作废. */
export const PackState = { DRAFT: 'DRAFT', APPROVED: 'APPROVED', DISCARDED: 'DISCARDED' } as const;
export type PackState = (typeof PackState)[keyof typeof PackState];

/** What becomes of petitions whose clocks run: they keep the pack they were started under, or are counted again. */
export const OpenPetitions = { KEEP: 'KEEP', MOVE: 'MOVE' } as const;
export type OpenPetitions = (typeof OpenPetitions)[keyof typeof OpenPetitions];

/** A version of the institution's numbers, from draft to approval. */
const PolicyPackSchema = defineEntity({
  name: 'PolicyPackRecord',
  tableName: 'policy_pack',
  properties: {
    institutionId: p.uuid().primary(),
    version: p.text().primary(),
    effectiveFrom: p.date(),
    content: p.json<PolicyPack>(),
    state: p.text(),
    openPetitions: p.text(),
    note: p.text().nullable(),
    draftedById: p.uuid().nullable(),
    draftedAt: p.datetime().nullable(),
    changedById: p.uuid().nullable(),
    approvedById: p.uuid().nullable(),
    approvedAt: p.datetime().nullable(),
    movedAt: p.datetime().nullable(),
    revision: p.integer(),
  },
});

/** What of a draft may be written. */
export interface PackDraft {
  readonly content: PolicyPack;
  readonly effectiveFrom: LocalDate;
  readonly openPetitions: OpenPetitions;
  readonly note: string | null;
}

export class PolicyPackRecord extends PolicyPackSchema.class {
  /** @throws RuleBroken `POLICY_PACK_NOT_DRAFT`; Conflict `POLICY_PACK_CHANGED` */
  assertDraft(revision: number): void {
    if (this.state !== 'DRAFT') throw new RuleBroken('POLICY_PACK_NOT_DRAFT', { field: 'version', state: this.state });
    if (this.revision !== revision) {
      throw new Conflict('POLICY_PACK_CHANGED', { field: 'revision', changedById: this.changedById ?? null });
    }
  }

  write({ content, effectiveFrom, openPetitions, note }: PackDraft, staffId: string): void {
    this.content = { ...content, version: this.version, effectiveFrom };
    this.effectiveFrom = effectiveFrom;
    this.openPetitions = openPetitions;
    this.note = note;
    this.changedById = staffId;
    this.revision += 1;
  }

  /** In force from its day; the caller has checked who approves and from when. */
  approve(staffId: string, now: Date): void {
    this.state = 'APPROVED';
    this.approvedById = staffId;
    this.approvedAt = now;
    this.revision += 1;
  }

  discard(staffId: string): void {
    this.state = 'DISCARDED';
    this.changedById = staffId;
    this.revision += 1;
  }
}
PolicyPackSchema.setClass(PolicyPackRecord);
