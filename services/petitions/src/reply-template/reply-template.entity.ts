import { Conflict, RuleBroken } from '@everyletter/kit/errors';
import { defineEntity, p } from '@mikro-orm/core';
import type { ReplyTemplate } from '../reply/rules/reply-template.ts';

/** 草稿 · 已启用 · 已作废. The newest of those put in force is in force. */
export const TemplateState = { DRAFT: 'DRAFT', APPROVED: 'APPROVED', DISCARDED: 'DISCARDED' } as const;
export type TemplateState = (typeof TemplateState)[keyof typeof TemplateState];

/** A version of one of the institution's letters. Replies keep the version they were written from. */
const ReplyTemplateSchema = defineEntity({
  name: 'ReplyTemplateRecord',
  tableName: 'reply_template',
  properties: {
    institutionId: p.uuid().primary(),
    templateId: p.text().primary(),
    version: p.integer().primary(),
    state: p.text(),
    content: p.json<ReplyTemplate>(),
    /** Whether new letters may be written from it. */
    offered: p.boolean(),
    draftedById: p.uuid(),
    changedById: p.uuid(),
    changedAt: p.datetime(),
    approvedById: p.uuid().nullable(),
    approvedAt: p.datetime().nullable(),
    revision: p.integer(),
  },
});

/** What of a draft may be written. */
export interface TemplateDraft {
  readonly content: ReplyTemplate;
  readonly offered: boolean;
}

export class ReplyTemplateRecord extends ReplyTemplateSchema.class {
  /** @throws RuleBroken `REPLY_TEMPLATE_NOT_DRAFT`; Conflict `REPLY_TEMPLATE_CHANGED` */
  assertDraft(revision: number): void {
    const { state, changedById, changedAt } = this;
    if (state !== 'DRAFT') throw new RuleBroken('REPLY_TEMPLATE_NOT_DRAFT', { field: 'templateId', state });
    if (this.revision === revision) return;
    throw new Conflict('REPLY_TEMPLATE_CHANGED', {
      field: 'revision',
      changedById,
      changedAt: changedAt.toISOString(),
    });
  }

  write({ content, offered }: TemplateDraft, staffId: string, now: Date): void {
    this.content = content;
    this.offered = offered;
    this.touch(staffId, now);
  }

  /** The caller has checked who approves. */
  approve(staffId: string, now: Date): void {
    this.state = 'APPROVED';
    this.approvedById = staffId;
    this.approvedAt = now;
    this.revision += 1;
  }

  discard(staffId: string, now: Date): void {
    this.state = 'DISCARDED';
    this.touch(staffId, now);
  }

  private touch(staffId: string, now: Date): void {
    this.changedById = staffId;
    this.changedAt = now;
    this.revision += 1;
  }
}
ReplyTemplateSchema.setClass(ReplyTemplateRecord);
