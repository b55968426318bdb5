import { AlikePetitionFragment } from '../alike/AlikeChoice.vue';
import { graphql } from '../graphql/graphql.ts';
import { ScanFragment } from './ScanPane.vue';

export const RegisterPageQuery = graphql(
  `
    query RegisterPage {
      viewer {
        accountId
        institution { id today }
      }
      unregisteredScans { id ...Scan }
    }
  `,
  [ScanFragment],
);

export const AlikePetitionsQuery = graphql(
  `
    query AlikePetitions($form: RegistrationFormInput!) {
      alikePetitions(form: $form) { petition { id } ...Alike }
    }
  `,
  [AlikePetitionFragment],
);

export const RegistrationCheckQuery = graphql(`
  query RegistrationCheck($form: RegistrationFormInput!) {
    registrationCheck(form: $form) {
      remarks { field level words { zh en } }
      registeredLate
      track
      trackReason { zh en }
      proceduralDueOn
      provisional
    }
  }
`);

export const RegisterPetition = graphql(`
  mutation RegisterPetition($input: RegisterPetitionInput!) {
    registerPetition(input: $input) {
      queryCode
      queueNumber
      receiptPath
      labelPath
      petition {
        id
        number
        channel
        subject
        receivedOn
        track
        trackReason { zh en }
        triageTargetOn
        proceduralClock { kind dueOn provisional }
        repeatOf { id number }
      }
    }
  }
`);
