import { graphql } from '../graphql/graphql.ts';
import { PetitionDeskFragment } from '../petition/petition-desk-fragment.ts';

export const RequestExtension = graphql(
  `
    mutation RequestExtension($input: RequestExtensionInput!) {
      requestExtension(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);
