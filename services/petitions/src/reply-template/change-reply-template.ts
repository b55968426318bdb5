import { authorize, Conflict, Forbidden, RuleBroken } from '@everyletter/kit/errors';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import type { ReplyTemplate } from '../reply/rules/reply-template.ts';
import { ReplyTemplateRecord } from './reply-template.entity.ts';
import { canApproveTemplate, writesTemplates, wroteTemplate } from './reply-template.policy.ts';
import { type KeptTemplate, keptOf } from './reply-templates.repository.ts';
import { checkTemplate } from './rules/template-content.ts';

/** The draft as the caller saw it, and what it is to be. */
export interface TemplateChange {
  /** 0: there was no draft. */
  readonly revision: number;
  readonly template: ReplyTemplate;
  readonly offered: boolean;
}

export interface SeenTemplate {
  readonly templateId: string;
  readonly revision: number;
}

/** Letters the product writes by itself: always offered. */
const WRITTEN_BY_ITSELF = new Set(['extension-notice']);

/**
 * Begins the next version of a letter, or writes on in its draft. Letters that are being written keep theirs.
 * @throws Conflict `REPLY_TEMPLATE_CHANGED`; RuleBroken `REPLY_TEMPLATE_KIND_FIXED`, `REPLY_TEMPLATE_ALWAYS_OFFERED`;
 * those of `checkTemplate`
 */
export async function saveReplyTemplate(change: TemplateChange, context: Context): Promise<KeptTemplate> {
  const { viewer, replyTemplates, now } = context;
  authorize(writesTemplates(viewer));
  const { template, offered, revision } = change;
  checkTemplate(template);
  await checkPlace(change, context);
  const draft = await replyTemplates.draftOf(template.id);
  if (!draft && revision !== 0) throw new Conflict('REPLY_TEMPLATE_CHANGED', { field: 'revision' });
  const by = viewer.staffId as string;
  if (!draft) return record('DRAFT_REPLY_TEMPLATE', await begin(change, context), context);
  draft.assertDraft(revision);
  draft.write({ content: template, offered }, by, now);
  return record('EDIT_REPLY_TEMPLATE', draft, context);
}

/** By an administrator who did not write in it; from then on letters are written from it. */
export async function approveReplyTemplate(
  { templateId, revision }: SeenTemplate,
  context: Context,
): Promise<KeptTemplate> {
  const { viewer, replyTemplates, now } = context;
  const draft = await replyTemplates.changeDraft(templateId);
  draft.assertDraft(revision);
  const hands = keptOf(draft);
  if (wroteTemplate(viewer, hands)) throw new Forbidden('REPLY_TEMPLATE_APPROVER_WROTE', { field: 'templateId' });
  authorize(canApproveTemplate(viewer, hands));
  draft.approve(viewer.staffId as string, now);
  return record('APPROVE_REPLY_TEMPLATE', draft, context);
}

export async function discardReplyTemplate(
  { templateId, revision }: SeenTemplate,
  context: Context,
): Promise<KeptTemplate> {
  const { viewer, replyTemplates, now } = context;
  authorize(writesTemplates(viewer));
  const draft = await replyTemplates.changeDraft(templateId);
  draft.assertDraft(revision);
  draft.discard(viewer.staffId as string, now);
  return record('DISCARD_REPLY_TEMPLATE', draft, context);
}

/** A letter stays of its kind, and what the product itself writes from is never withdrawn. */
async function checkPlace({ template, offered }: TemplateChange, { replyTemplates }: Context): Promise<void> {
  const before = (await replyTemplates.inForce()).find(({ template: { id } }) => id === template.id);
  if (before && before.template.kind !== template.kind) {
    throw new RuleBroken('REPLY_TEMPLATE_KIND_FIXED', { field: 'kind', kind: before.template.kind });
  }
  if (!offered && WRITTEN_BY_ITSELF.has(template.id)) {
    throw new RuleBroken('REPLY_TEMPLATE_ALWAYS_OFFERED', { field: 'offered' });
  }
}

async function begin({ template, offered }: TemplateChange, context: Context): Promise<ReplyTemplateRecord> {
  const { viewer, replyTemplates, em, now } = context;
  const by = viewer.staffId as string;
  const draft = em.create(ReplyTemplateRecord, {
    institutionId: viewer.institutionId,
    templateId: template.id,
    version: (await replyTemplates.lastVersionOf(template.id)) + 1,
    state: 'DRAFT',
    content: template,
    offered,
    draftedById: by,
    changedById: by,
    changedAt: now,
    revision: 1,
  });
  em.persist(draft);
  return draft;
}

async function record(action: string, draft: ReplyTemplateRecord, context: Context): Promise<KeptTemplate> {
  const { templateId, version, revision, offered, content } = draft;
  const facts = { version, revision, offered, kind: content.kind, paragraphs: content.paragraphs.length };
  await auditChange(context, { action, subjectType: 'ReplyTemplate', subjectId: templateId, facts });
  await context.em.flush();
  context.replyTemplates.forget();
  return keptOf(draft);
}
