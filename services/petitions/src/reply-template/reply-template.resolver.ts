import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql';
import type { Context } from '../context.ts';
import { Disposition } from '../petition/rules/states.ts';
import { StaffRef } from '../refs/staff.ts';
import { ReplyKind } from '../reply/rules/reply-kinds.ts';
import type { FieldSpec, Paragraph } from '../reply/rules/reply-template.ts';
import { approveReplyTemplate, discardReplyTemplate, saveReplyTemplate } from './change-reply-template.ts';
import { previewReplyTemplate } from './preview-reply-template.ts';
import {
  ReplyTemplateInput,
  ReplyTemplateStepInput,
  SaveReplyTemplateInput,
  templateOf,
} from './reply-template.inputs.ts';
import { canApproveTemplate, writesTemplates } from './reply-template.policy.ts';
import {
  ReplyFieldSpecType,
  ReplyParagraphType,
  ReplyTemplatePayload,
  ReplyTemplatePreviewType,
  ReplyTemplateType,
} from './reply-template.type.ts';
import type { KeptTemplate } from './reply-templates.repository.ts';

@Resolver(() => ReplyTemplateType)
export class ReplyTemplateResolver {
  @Query(() => [ReplyTemplateType], { description: 'Those in force that new letters may be written from.' })
  async replyTemplates(
    @Arg('kind', () => ReplyKind, { nullable: true }) kind: ReplyKind | null,
    @Arg('withdrawn', () => Boolean, { defaultValue: false }) withdrawn: boolean,
    @Ctx() { replyTemplates }: Context,
  ): Promise<KeptTemplate[]> {
    const inForce = await replyTemplates.inForce();
    return inForce.filter(({ template, offered }) => (!kind || template.kind === kind) && (offered || withdrawn));
  }

  @Query(() => [ReplyTemplateType], { description: 'One of a letter at most.' })
  replyTemplateDrafts(@Ctx() { replyTemplates }: Context): Promise<KeptTemplate[]> {
    return replyTemplates.drafts();
  }

  @Query(() => [ReplyTemplateType], { description: 'Newest first, without those that were discarded.' })
  replyTemplateVersions(@Arg('id', () => ID) id: string, @Ctx() { replyTemplates }: Context): Promise<KeptTemplate[]> {
    return replyTemplates.versionsOf(id);
  }

  @Query(() => ReplyTemplatePreviewType, { description: 'How a letter, saved or not, would read.' })
  replyTemplatePreview(
    @Arg('template', () => ReplyTemplateInput) template: ReplyTemplateInput,
    @Arg('petitionNumber', () => String, { nullable: true }) petitionNumber: string | null,
    @Ctx() context: Context,
  ): Promise<ReplyTemplatePreviewType> {
    return previewReplyTemplate(templateOf(template, context.now), petitionNumber || null, context);
  }

  @Mutation(() => ReplyTemplatePayload, { description: 'Writes the draft of the next version.' })
  async saveReplyTemplate(
    @Arg('input', () => SaveReplyTemplateInput) { revision, offered, template }: SaveReplyTemplateInput,
    @Ctx() context: Context,
  ): Promise<ReplyTemplatePayload> {
    const change = { revision, offered, template: templateOf(template, context.now) };
    return { replyTemplate: await saveReplyTemplate(change, context) };
  }

  @Mutation(() => ReplyTemplatePayload, { description: 'By an administrator who did not write in it.' })
  async approveReplyTemplate(
    @Arg('input', () => ReplyTemplateStepInput) input: ReplyTemplateStepInput,
    @Ctx() context: Context,
  ): Promise<ReplyTemplatePayload> {
    return { replyTemplate: await approveReplyTemplate(input, context) };
  }

  @Mutation(() => ReplyTemplatePayload)
  async discardReplyTemplate(
    @Arg('input', () => ReplyTemplateStepInput) input: ReplyTemplateStepInput,
    @Ctx() context: Context,
  ): Promise<ReplyTemplatePayload> {
    return { replyTemplate: await discardReplyTemplate(input, context) };
  }

  @FieldResolver(() => ID, { description: 'The same for all versions of a letter.' })
  id(@Root() { template }: KeptTemplate): string {
    return template.id;
  }

  @FieldResolver(() => ReplyKind)
  kind(@Root() { template }: KeptTemplate): ReplyKind {
    return template.kind;
  }

  @FieldResolver(() => String)
  name(@Root() { template }: KeptTemplate): string {
    return template.name;
  }

  @FieldResolver(() => [Disposition], {
    nullable: true,
    description: 'Decisions it can tell; null: it depends on none.',
  })
  dispositions(@Root() { template }: KeptTemplate): readonly Disposition[] | null {
    return template.dispositions;
  }

  @FieldResolver(() => String, { description: 'Blanks stand as {{key}}.' })
  body(@Root() { template }: KeptTemplate): string {
    return template.paragraphs.map(({ text }) => text).join('\n');
  }

  @FieldResolver(() => [ReplyParagraphType])
  paragraphs(@Root() { template }: KeptTemplate): readonly Paragraph[] {
    return template.paragraphs;
  }

  @FieldResolver(() => [ReplyFieldSpecType])
  requiredFields(@Root() { template }: KeptTemplate): readonly FieldSpec[] {
    return template.fields;
  }

  @FieldResolver(() => StaffRef, { nullable: true })
  draftedBy(@Root() { draftedById }: KeptTemplate): StaffRef | null {
    return draftedById ? { id: draftedById } : null;
  }

  @FieldResolver(() => StaffRef, { nullable: true })
  changedBy(@Root() { changedById }: KeptTemplate): StaffRef | null {
    return changedById ? { id: changedById } : null;
  }

  @FieldResolver(() => StaffRef, { nullable: true })
  approvedBy(@Root() { approvedById }: KeptTemplate): StaffRef | null {
    return approvedById ? { id: approvedById } : null;
  }

  @FieldResolver(() => Boolean)
  viewerCanWrite(@Ctx() { viewer }: Context): boolean {
    return writesTemplates(viewer);
  }

  @FieldResolver(() => Boolean)
  viewerCanApprove(@Root() kept: KeptTemplate, @Ctx() { viewer }: Context): boolean {
    return canApproveTemplate(viewer, kept);
  }
}
