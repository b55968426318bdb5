import { graphql } from '../graphql/graphql.ts';
import { PetitionDeskFragment } from '../petition/petition-desk-fragment.ts';
import { ExtensionFragment } from './extension-fragment.ts';

export const RequestExtension = graphql(
  `
    mutation RequestExtension($input: RequestExtensionInput!) {
      requestExtension(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const ApproveExtension = graphql(
  `
    mutation ApproveExtension($input: ExtensionStepInput!) {
      approveExtension(input: $input) { extension { id ...Extension } petition { id ...PetitionDesk } }
    }
  `,
  [ExtensionFragment, PetitionDeskFragment],
);

export const RefuseExtension = graphql(
  `
    mutation RefuseExtension($input: ExtensionStepInput!) {
      refuseExtension(input: $input) { extension { id ...Extension } petition { id ...PetitionDesk } }
    }
  `,
  [ExtensionFragment, PetitionDeskFragment],
);

export const WithdrawExtension = graphql(
  `
    mutation WithdrawExtension($input: ExtensionStepInput!) {
      withdrawExtension(input: $input) { extension { id ...Extension } petition { id ...PetitionDesk } }
    }
  `,
  [ExtensionFragment, PetitionDeskFragment],
);
