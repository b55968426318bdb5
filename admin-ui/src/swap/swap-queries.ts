import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const SwapFragment = graphql(`
  fragment Swap on Swap {
    id
    kind
    state
    version
    askedByName
    reason
    askedAt
    offers
    answeredByName
    answeredAt
    decidedAt
    decisionNote
    viewerCanDecide
    duty { id date halfDay station { id name } }
    returnDuty { id date halfDay station { id name } }
  }
`);
export type SwapRow = ResultOf<typeof SwapFragment>;

export const DeclinedDutyFragment = graphql(`
  fragment DeclinedDuty on Duty {
    id
    date
    halfDay
    startsAt
    endsAt
    status
    reason
    station { id name place }
    lawyer { id name }
    candidates { lawyer { id name firm { id name } } level suits weekDuties monthDuties }
  }
`);
export type DeclinedDuty = ResultOf<typeof DeclinedDutyFragment>;

export const SwapsQuery = graphql(
  `
    query Swaps {
      declinedDuties { id ...DeclinedDuty }
      swaps { id ...Swap }
    }
  `,
  [SwapFragment, DeclinedDutyFragment],
);

export const DecideSwap = graphql(
  `mutation DecideSwap($input: DecideSwapInput!) { decideSwap(input: $input) { swap { id ...Swap } } }`,
  [SwapFragment],
);

export const CoverDuty = graphql(`
  mutation CoverDuty($input: CoverDutyInput!) {
    coverDuty(input: $input) { duty { id status } }
  }
`);
