import { graphql } from '../graphql/graphql.ts';

export const TriageRulesQuery = graphql(`
  query TriageRulesPage {
    viewer {
      accountId
      roles
      institution { id departments { id name } }
    }
    triageRules {
      version
      savedAt
      savedBy { id name }
      rules { name channels categories identityKinds fromSuperior track targetWorkdays departmentId }
    }
    triageRuleHistory { version savedAt savedBy { id name } }
  }
`);

export const SaveTriageRules = graphql(`
  mutation SaveTriageRules($input: SaveTriageRulesInput!) {
    saveTriageRules(input: $input) { triageRules { version } }
  }
`);

export const TryTriageRules = graphql(`
  query TryTriageRules($rules: [TriageRuleInput!]!, $arrival: TriedArrivalInput!) {
    tryTriageRules(rules: $rules, arrival: $arrival) { position targetWorkdays rule { name track departmentId } }
  }
`);
