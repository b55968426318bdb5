import { graphql } from '../graphql/graphql.ts';
import { PartnerSheetFragment } from './PartnerSheet.vue';

export const SavePartner = graphql(
  `
    mutation SavePartner($input: SavePartnerInput!) {
      savePartner(input: $input) { organisation { id ...PartnerSheet } }
    }
  `,
  [PartnerSheetFragment],
);

export const SaveMediator = graphql(
  `
    mutation SaveMediator($input: SaveMediatorInput!) {
      saveMediator(input: $input) { mediator { id organisation { id ...PartnerSheet } } }
    }
  `,
  [PartnerSheetFragment],
);
