import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const RequirementLineFragment = graphql(`
  fragment RequirementLineFields on RequirementLine {
    id
    line
    halfDay
    lawyers
    weekdays
    specialties
    language
    priority
    effectiveFrom
    effectiveTo
    version
  }
`);

export const RequirementExceptionFragment = graphql(`
  fragment RequirementExceptionFields on RequirementException {
    id
    kind
    halfDay
    line
    lawyers
    fromDate
    toDate
    reason
    documentNumber
  }
`);

export const StationFragment = graphql(
  `
    fragment StationFields on Station {
      id
      name
      kind
      serviceKind
      place
      morningFrom
      morningTo
      afternoonFrom
      afternoonTo
      version
      hall { id name }
      requirementLines { id ...RequirementLineFields }
    }
  `,
  [RequirementLineFragment],
);

export type StationFields = ResultOf<typeof StationFragment>;
export type RequirementLine = ResultOf<typeof RequirementLineFragment>;
export type RequirementException = ResultOf<typeof RequirementExceptionFragment>;
