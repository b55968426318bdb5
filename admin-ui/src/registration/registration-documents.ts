import { graphql } from '../graphql/graphql.ts';

export const RegisterPageQuery = graphql(`
  query RegisterPage {
    viewer {
      accountId
      institution { id today }
    }
  }
`);

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
