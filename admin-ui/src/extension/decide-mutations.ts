import { ClockCardFragment } from '../clock/ClockCard.vue';
import { graphql } from '../graphql/graphql.ts';
import { ExtensionFragment } from './extension-fragment.ts';

/** What a decision changes at once; the page of the petition asks for the rest. */
const DecidedPetitionFragment = graphql(
  `
    fragment DecidedPetition on Petition {
      id
      extensionMonthsToAskFor
      extensions { id ...Extension }
      clocks { kind ...ClockCard }
    }
  `,
  [ExtensionFragment, ClockCardFragment],
);

export const ApproveExtension = graphql(
  `
    mutation ApproveExtension($input: ExtensionStepInput!) {
      approveExtension(input: $input) { extension { id ...Extension } petition { id ...DecidedPetition } }
    }
  `,
  [ExtensionFragment, DecidedPetitionFragment],
);

export const RefuseExtension = graphql(
  `
    mutation RefuseExtension($input: ExtensionStepInput!) {
      refuseExtension(input: $input) { extension { id ...Extension } petition { id ...DecidedPetition } }
    }
  `,
  [ExtensionFragment, DecidedPetitionFragment],
);

export const WithdrawExtension = graphql(
  `
    mutation WithdrawExtension($input: ExtensionStepInput!) {
      withdrawExtension(input: $input) { extension { id ...Extension } petition { id ...DecidedPetition } }
    }
  `,
  [ExtensionFragment, DecidedPetitionFragment],
);
