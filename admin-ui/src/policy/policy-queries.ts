import { graphql, type ResultOf, type VariablesOf } from '../graphql/graphql.ts';

export const PackFragment = graphql(`
  fragment Pack on PolicyPack {
    version
    state
    effectiveFrom
    openPetitions
    note
    revision
    inForce
    approvedAt
    draftedBy { id name }
    approvedBy { id name }
    viewerCanEdit
    viewerCanApprove
    numbers { key amount unit units min max legalBasis confidence enabled changed name { zh en } }
  }
`);

export const PolicyPacksQuery = graphql(`
  query PolicyPacks {
    policyPacks {
      version
      state
      effectiveFrom
      inForce
      draftedBy { id name }
      approvedBy { id name }
    }
    clockCheck { checkedOn checked differing }
    viewer { accountId roles institution { id today } }
  }
`);

export const PolicyPackQuery = graphql(
  `
    query PolicyPack($version: ID!, $after: String) {
      policyPack(version: $version) {
        ...Pack
        effect(first: 50, after: $after) {
          open
          settled
          totalCount
          pageInfo { hasNextPage endCursor }
          edges { cursor node { number kind from to provisional } }
        }
      }
    }
  `,
  [PackFragment],
);

export const DraftPolicyPack = graphql(
  `
    mutation DraftPolicyPack($input: DraftPolicyPackInput!) {
      draftPolicyPack(input: $input) { policyPack { ...Pack } }
    }
  `,
  [PackFragment],
);

export const EditPolicyPack = graphql(
  `
    mutation EditPolicyPack($input: EditPolicyPackInput!) {
      editPolicyPack(input: $input) { policyPack { ...Pack } }
    }
  `,
  [PackFragment],
);

export const ApprovePolicyPack = graphql(
  `
    mutation ApprovePolicyPack($input: PolicyPackStepInput!) {
      approvePolicyPack(input: $input) { policyPack { ...Pack } }
    }
  `,
  [PackFragment],
);

export const DiscardPolicyPack = graphql(
  `
    mutation DiscardPolicyPack($input: PolicyPackStepInput!) {
      discardPolicyPack(input: $input) { policyPack { ...Pack } }
    }
  `,
  [PackFragment],
);

export type Pack = ResultOf<typeof PackFragment>;
export type PackNumber = Pack['numbers'][number];
export type NumberInput = VariablesOf<typeof EditPolicyPack>['input']['numbers'][number];
export type Effect = NonNullable<NonNullable<ResultOf<typeof PolicyPackQuery>['policyPack']>['effect']>;
