import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const PlanLineFragment = graphql(`
  fragment RotaPlanLine on RotaPlan {
    id
    version
    name
    fromOn
    toOn
    state
    value
    gapPercent
    isOptimal
    isEdited
    isOutdated
    createdAt
    createdBy { id name }
  }
`);

export const PlanFragment = graphql(`
  fragment RotaPlanSheet on RotaPlan {
    id
    version
    name
    fromOn
    toOn
    state
    seed
    inputHash
    value
    bound
    gapPercent
    isOptimal
    isEdited
    isOutdated
    cpuSeconds
    failureCode
    publishedAt
    fixedOrderValue
    keepsPublished
    leaders { id name title }
    turns { key date span need minimumGrade keyPeriodId makeUp provisional leaderIds }
    loads { leaderId total target key makeUp }
    parts { kind value }
    brokenWishes { kind turnKey avoidable words { zh en } }
    changes { date halfDay removedId addedId cause }
  }
`);
export type Plan = ResultOf<typeof PlanFragment>;
export type PlanTurn = Plan['turns'][number];

export const PlansQuery = graphql(
  `
    query RotaPlans {
      viewer { accountId institution { id today } }
      rotaPlans { ...RotaPlanLine }
    }
  `,
  [PlanLineFragment],
);

export const PlanQuery = graphql(
  `
    query RotaPlan($id: ID!) {
      viewer { accountId institution { id today } }
      rotaPlan(id: $id) { ...RotaPlanSheet }
    }
  `,
  [PlanFragment],
);

export const StartRotaPlan = graphql(
  `
    mutation StartRotaPlan($input: StartRotaPlanInput!) {
      startRotaPlan(input: $input) { rotaPlan { ...RotaPlanLine } }
    }
  `,
  [PlanLineFragment],
);
export const RepairRota = graphql(
  `
    mutation RepairRota($input: RepairRotaInput!) {
      repairRota(input: $input) { rotaPlan { ...RotaPlanLine } }
    }
  `,
  [PlanLineFragment],
);
export const CancelRotaPlan = graphql(`
  mutation CancelRotaPlan($input: CancelRotaPlanInput!) {
    cancelRotaPlan(input: $input) { rotaPlan { id state } }
  }
`);
export const EditRotaPlan = graphql(
  `
    mutation EditRotaPlan($input: EditRotaPlanInput!) {
      editRotaPlan(input: $input) { rotaPlan { ...RotaPlanSheet } }
    }
  `,
  [PlanFragment],
);
export const DiscardRotaPlan = graphql(`
  mutation DiscardRotaPlan($input: DiscardRotaPlanInput!) {
    discardRotaPlan(input: $input) { rotaPlan { id state } }
  }
`);
export const PublishRotaPlan = graphql(
  `
    mutation PublishRotaPlan($input: PublishRotaPlanInput!) {
      publishRotaPlan(input: $input) { notifiedCount rotaPlan { ...RotaPlanSheet } }
    }
  `,
  [PlanFragment],
);
