import { graphql, type ResultOf } from '../graphql/graphql.ts';

/** A lawyer's own duty, as the phone shows it. */
export const OwnDutyFragment = graphql(`
  fragment OwnDuty on Duty {
    id
    date
    halfDay
    startsAt
    endsAt
    status
    reason
    checkedInAt
    lateMinutes
    checkedOutAt
    viewerCanConfirm
    viewerCanDecline
    viewerCanSwap
    viewerCanCheckIn
    viewerCanCheckOut
    station { id name place }
  }
`);
export type OwnDuty = ResultOf<typeof OwnDutyFragment>;

export const OwnSwapFragment = graphql(`
  fragment OwnSwap on Swap {
    id
    kind
    state
    askedByName
    reason
    offers
    answeredByName
    decisionNote
    viewerCanAnswer
    viewerCanWithdraw
    duty { id date halfDay startsAt endsAt station { id name place } }
    returnDuty { id date halfDay station { id name } }
  }
`);
export type OwnSwap = ResultOf<typeof OwnSwapFragment>;

/** How far ahead a lawyer looks. Calendar days. */
export const OWN_DUTIES_AHEAD_DAYS = 60;

export const OwnDutiesQuery = graphql(
  `
    query OwnDuties($from: LocalDate!, $to: LocalDate!) {
      ownLawyer { id name firm { id name } }
      ownDuties(period: { from: $from, to: $to }) { id ...OwnDuty }
      swaps { id ...OwnSwap }
      dutyNotices { id createdAt changes { date halfDay gained station { id name } } }
    }
  `,
  [OwnDutyFragment, OwnSwapFragment],
);

export const ConfirmDuty = graphql(
  `mutation ConfirmDuty($id: ID!) { confirmDuty(id: $id) { duty { id ...OwnDuty } } }`,
  [OwnDutyFragment],
);
export const DeclineDuty = graphql(
  `mutation DeclineDuty($id: ID!, $reason: String) { declineDuty(id: $id, reason: $reason) { duty { id ...OwnDuty } } }`,
  [OwnDutyFragment],
);
export const CheckIn = graphql(`mutation CheckIn($id: ID!) { checkIn(dutyId: $id) { duty { id ...OwnDuty } } }`, [
  OwnDutyFragment,
]);
export const CheckOut = graphql(`mutation CheckOut($id: ID!) { checkOut(dutyId: $id) { duty { id ...OwnDuty } } }`, [
  OwnDutyFragment,
]);
export const AskSwap = graphql(
  `mutation AskSwap($input: AskSwapInput!) { askSwap(input: $input) { swap { id ...OwnSwap } } }`,
  [OwnSwapFragment],
);
export const AnswerSwap = graphql(
  `mutation AnswerSwap($input: AnswerSwapInput!) { answerSwap(input: $input) { swap { id ...OwnSwap } } }`,
  [OwnSwapFragment],
);
export const WithdrawSwap = graphql(
  `mutation WithdrawSwap($id: ID!) { withdrawSwap(id: $id) { swap { id ...OwnSwap } } }`,
  [OwnSwapFragment],
);
export const MarkDutyNoticesSeen = graphql(
  `mutation MarkDutyNoticesSeen { markDutyNoticesSeen { dutyNotices { id } } }`,
);
