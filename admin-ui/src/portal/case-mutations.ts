import { graphql } from '../graphql/graphql.ts';
import { PortalCaseFragment } from './portal-case-fragment.ts';

export const DiscloseInterest = graphql(
  `
    mutation DiscloseInterest($input: DiscloseInterestInput!) {
      discloseInterest(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const RecordMediatorAnswer = graphql(
  `
    mutation RecordMediatorAnswer($input: RecordMediatorAnswerInput!) {
      recordMediatorAnswer(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const RecordExtensionAnswer = graphql(
  `
    mutation RecordExtensionAnswer($input: PartyAnswerInput!) {
      recordExtensionAnswer(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const PlanSession = graphql(
  `
    mutation PlanSession($input: PlanSessionInput!) {
      planSession(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const MoveSession = graphql(
  `
    mutation MoveSession($input: MoveSessionInput!) {
      moveSession(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const CancelSession = graphql(
  `
    mutation CancelSession($input: CancelSessionInput!) {
      cancelSession(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const NoteNotice = graphql(
  `
    mutation NoteNotice($input: NoteNoticeInput!) {
      noteNotice(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const RecordSession = graphql(
  `
    mutation RecordSession($input: RecordSessionInput!) {
      recordSession(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const WriteNote = graphql(
  `
    mutation WriteNote($input: WriteNoteInput!) {
      writeNote(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const MakeOffer = graphql(
  `
    mutation MakeOffer($input: MakeOfferInput!) {
      makeOffer(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const AnswerOffer = graphql(
  `
    mutation AnswerOffer($input: AnswerOfferInput!) {
      answerOffer(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const DraftAgreement = graphql(
  `
    mutation DraftAgreement($input: DraftAgreementInput!) {
      draftAgreement(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const ConcludeAgreement = graphql(
  `
    mutation ConcludeAgreement($input: ConcludeAgreementInput!) {
      concludeAgreement(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const ApplyForConfirmation = graphql(
  `
    mutation ApplyForConfirmation($input: ApplyForConfirmationInput!) {
      applyForConfirmation(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const RecordConfirmation = graphql(
  `
    mutation RecordConfirmation($input: RecordConfirmationInput!) {
      recordConfirmation(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

export const RecordPerformance = graphql(
  `
    mutation RecordPerformance($input: RecordPerformanceInput!) {
      recordPerformance(input: $input) { referral { id ...PortalCase } }
    }
  `,
  [PortalCaseFragment],
);

/** The case is gone for the viewer afterwards: nothing more of it is asked. */
export const ReplaceMediator = graphql(`
  mutation ReplaceMediator($input: ReplaceMediatorInput!) {
    replaceMediator(input: $input) { referral { id state } }
  }
`);

export const FailMediation = graphql(`
  mutation FailMediation($input: FailMediationInput!) {
    failMediation(input: $input) { referral { id state } }
  }
`);

export const CompleteReferral = graphql(`
  mutation CompleteReferral($input: ReferralStepInput!) {
    completeReferral(input: $input) { referral { id state } }
  }
`);

export const DeclareBreach = graphql(`
  mutation DeclareBreach($input: ReferralStepInput!) {
    declareBreach(input: $input) { referral { id state } }
  }
`);
