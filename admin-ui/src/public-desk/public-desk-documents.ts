import { graphql } from '../graphql/graphql.ts';

export const PublicStatusFragment = graphql(`
  fragment PublicStatusSheet on PublicStatus {
    number
    office
    officePhone
    stage
    receivedOn
    replyDueOn
    repliedOn
    answerDueOn
    nextAnswerOn
    sentOnTo
    mergedOn
    mergedWith
    replies { kind letterNumber sentOn body }
    messages { on fromOffice text }
  }
`);

/** Documents whose names begin with `Public` are answered without an account, whoever sends them. */
export const PublicLetterQuery = graphql(`
  query PublicLetter($number: String!, $code: String!) {
    publicLetter(number: $number, code: $code) { office kind signedOn }
  }
`);

export const PublicStatusQuery = graphql(
  `
    query PublicStatus($number: String!, $code: String!) {
      publicStatus(number: $number, code: $code) { ...PublicStatusSheet }
    }
  `,
  [PublicStatusFragment],
);

export const PublicLeaveMessage = graphql(
  `
    mutation PublicLeaveMessage($input: LeaveMessageInput!) {
      leavePublicMessage(input: $input) { status { ...PublicStatusSheet } }
    }
  `,
  [PublicStatusFragment],
);
