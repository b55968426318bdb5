import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.ts';

export const TemplateSheetFragment = graphql(`
  fragment TemplateSheet on ReplyTemplate {
    id
    version
    kind
    name
    state
    offered
    revision
    dispositions
    paragraphs { text categories identityKinds }
    requiredFields { key label { zh en } required type prefill }
    draftedBy { id name }
    changedBy { id name }
    changedAt
    approvedBy { id name }
    approvedAt
    viewerCanWrite
    viewerCanApprove
  }
`);

export const TemplatesQuery = graphql(
  `
    query ReplyTemplatesPage {
      viewer { accountId roles }
      replyTemplates(withdrawn: true) { id version ...TemplateSheet }
      replyTemplateDrafts { id version ...TemplateSheet }
    }
  `,
  [TemplateSheetFragment],
);

export const TemplateVersionsQuery = graphql(`
  query ReplyTemplateVersions($id: ID!) {
    replyTemplateVersions(id: $id) { id version state approvedAt changedAt draftedBy { id name } approvedBy { id name } }
  }
`);

export const PreviewTemplate = graphql(`
  query PreviewReplyTemplate($template: ReplyTemplateInput!, $petitionNumber: String) {
    replyTemplatePreview(template: $template, petitionNumber: $petitionNumber) { number body }
  }
`);

export const SaveTemplate = graphql(
  `
    mutation SaveReplyTemplate($input: SaveReplyTemplateInput!) {
      saveReplyTemplate(input: $input) { replyTemplate { id version ...TemplateSheet } }
    }
  `,
  [TemplateSheetFragment],
);

export const ApproveTemplate = graphql(
  `
    mutation ApproveReplyTemplate($input: ReplyTemplateStepInput!) {
      approveReplyTemplate(input: $input) { replyTemplate { id version ...TemplateSheet } }
    }
  `,
  [TemplateSheetFragment],
);

export const DiscardTemplate = graphql(
  `
    mutation DiscardReplyTemplate($input: ReplyTemplateStepInput!) {
      discardReplyTemplate(input: $input) { replyTemplate { id version ...TemplateSheet } }
    }
  `,
  [TemplateSheetFragment],
);

export type TemplateSheet = ResultOf<typeof TemplateSheetFragment>;
export type TemplateInput = VariablesOf<typeof SaveTemplate>['input']['template'];
export type SpecInput = TemplateInput['fields'][number];
export type ParagraphInput = TemplateInput['paragraphs'][number];
export type ReplyKind = TemplateSheet['kind'];

export const REPLY_KINDS = ['PROCEDURAL', 'PROGRESS', 'RESULT', 'EXTENSION'] as const satisfies readonly ReplyKind[];
/** What the system fills in by itself; each a blank any paragraph may hold. */
export const REPLY_FACTS = [
  'office',
  'officePhone',
  'officeAddress',
  'number',
  'receivedOn',
  'subject',
  'transferredTo',
  'answerDueOn',
  'nextAnswerOn',
] as const satisfies readonly NonNullable<SpecInput['prefill']>[];

/** As it stands in a paragraph. */
export const blankOf = (name: string) => `{{${name}}}`;
