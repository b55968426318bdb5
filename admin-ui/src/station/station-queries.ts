import { graphql } from '../graphql/graphql.ts';
import { RequirementExceptionFragment, StationFragment } from './station-fragments.ts';

export const StationsQuery = graphql(
  `
    query Stations {
      viewer { accountId institution { id today } }
      halls { id name address }
      stations { id ...StationFields }
    }
  `,
  [StationFragment],
);

export const StationQuery = graphql(
  `
    query StationPage($id: ID!, $from: LocalDate!, $to: LocalDate!) {
      viewer { accountId institution { id today } }
      halls { id name address }
      station(id: $id) {
        id
        ...StationFields
        requirementExceptions(from: $from, to: $to) { id ...RequirementExceptionFields }
      }
      preview: requirementPreview(stationId: $id) { date halfDay requiredSeats coveredSeats requiredBefore }
    }
  `,
  [StationFragment, RequirementExceptionFragment],
);

export const PreviewQuery = graphql(`
  query RequirementPreview($stationId: ID!, $line: RequirementLineInput, $exception: RequirementExceptionInput) {
    requirementPreview(stationId: $stationId, line: $line, exception: $exception) {
      date
      halfDay
      requiredSeats
      coveredSeats
      requiredBefore
    }
  }
`);

export const SaveHall = graphql(`
  mutation SaveHall($input: HallInput!) { saveHall(input: $input) { hall { id name address } } }
`);

export const SaveStation = graphql(
  `
    mutation SaveStation($input: StationInput!) { saveStation(input: $input) { station { id ...StationFields } } }
  `,
  [StationFragment],
);

export const SaveRequirementLine = graphql(
  `
    mutation SaveRequirementLine($input: RequirementLineInput!) {
      saveRequirementLine(input: $input) { station { id ...StationFields } }
    }
  `,
  [StationFragment],
);

export const EndRequirementLine = graphql(
  `
    mutation EndRequirementLine($id: ID!, $version: Int!, $lastDay: LocalDate!) {
      endRequirementLine(id: $id, version: $version, lastDay: $lastDay) { station { id ...StationFields } }
    }
  `,
  [StationFragment],
);

export const AddException = graphql(`
  mutation AddException($input: RequirementExceptionInput!) {
    addRequirementException(input: $input) { station { id } }
  }
`);

export const WithdrawException = graphql(`
  mutation WithdrawException($id: ID!) { withdrawRequirementException(id: $id) { station { id } } }
`);
