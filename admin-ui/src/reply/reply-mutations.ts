import { graphql } from '../graphql/graphql.ts';
import { PetitionDeskFragment } from '../petition/petition-desk-fragment.ts';
import { ReplySheetFragment } from './reply-fragments.ts';

export const DraftReply = graphql(
  `
    mutation DraftReply($input: DraftReplyInput!) {
      draftReply(input: $input) { reply { id } petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

/** While somebody writes: only what writing changes. */
export const EditReply = graphql(
  `
    mutation EditReply($input: EditReplyInput!) {
      editReply(input: $input) {
        reply { id version ...ReplySheet }
        petition { id version nextAction { kind dueOn words { zh en } } }
      }
    }
  `,
  [ReplySheetFragment],
);

export const SubmitReply = graphql(
  `
    mutation SubmitReply($input: ReplyStepInput!) {
      submitReply(input: $input) { reply { id } petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const ApproveReply = graphql(
  `
    mutation ApproveReply($input: ReplyStepInput!) {
      approveReply(input: $input) { reply { id } petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const SendBackReply = graphql(
  `
    mutation SendBackReply($input: SendBackReplyInput!) {
      sendBackReply(input: $input) { reply { id } petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const DispatchReply = graphql(
  `
    mutation DispatchReply($input: DispatchReplyInput!) {
      dispatchReply(input: $input) { reply { id } petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);
