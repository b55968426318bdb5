import { graphql } from '../graphql/graphql.ts';

/** A partner as one chooses it. */
export const PartnerChoiceFragment = graphql(`
  fragment PartnerChoice on PartnerOrganisation { id name isLawfulMediationBody active fields }
`);
