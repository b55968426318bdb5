import { PetitionOwnershipsFragment } from '../case-ownership/case-ownership-fragments.ts';
import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const TicketFragment = graphql(
  `
  fragment ReceptionTicketLine on ReceptionTicket {
    id
    version
    number
    kind
    state
    from
    people
    petitionNumber
    visitorName
    visitorPhone
    mustBeTold
    nextStates
    record @include(if: $desk)
    petition @include(if: $desk) { id ...PetitionOwnerships }
    tasks @include(if: $desk) { id version content dueOn report reportedOn isOverdue department { id name } }
  }
`,
  [PetitionOwnershipsFragment],
);
export type TicketLine = ResultOf<typeof TicketFragment>;

export const DayFragment = graphql(
  `
    fragment ReceptionDaySheet on ReceptionDay {
      id
      revision
      date
      halfDay
      place
      leader { id name title }
      slots { from to taken }
      substitutions { id reason decidedAt from { id name } to { id name } }
      tickets { ...ReceptionTicketLine }
    }
  `,
  [TicketFragment],
);
export type DaySheet = ResultOf<typeof DayFragment>;

export const ReceptionDayQuery = graphql(
  `
    query ReceptionDay($id: ID!, $desk: Boolean!) {
      viewer { accountId institution { id today departments { id name } } }
      receptionDay(id: $id) { ...ReceptionDaySheet }
      leaderProfiles { id takesPart staff { id name title } }
    }
  `,
  [DayFragment],
);

/** Days somebody can be booked for. */
export const BookableDaysQuery = graphql(`
  query BookableDays($from: LocalDate!, $to: LocalDate!) {
    receptionDays(from: $from, to: $to) { id date halfDay place leader { id name title } slots { from to taken } }
    leaderProfiles { id lines { id name } }
  }
`);

export const BookReception = graphql(
  `
    mutation BookReception($input: BookReceptionInput!, $desk: Boolean!) {
      bookReception(input: $input) { ticket { id number from } receptionDay { ...ReceptionDaySheet } }
    }
  `,
  [DayFragment],
);
export const MoveTicket = graphql(
  `
    mutation MoveTicket($input: MoveTicketInput!, $desk: Boolean!) {
      moveTicket(input: $input) { receptionDay { ...ReceptionDaySheet } }
    }
  `,
  [DayFragment],
);
export const MarkTicketTold = graphql(
  `
    mutation MarkTicketTold($input: MarkTicketToldInput!, $desk: Boolean!) {
      markTicketTold(input: $input) { receptionDay { ...ReceptionDaySheet } }
    }
  `,
  [DayFragment],
);
export const RevealVisitor = graphql(`
  mutation RevealVisitor($input: RevealVisitorInput!) {
    revealVisitor(input: $input) { ticketId name phone }
  }
`);
export const SubstituteLeader = graphql(
  `
    mutation SubstituteLeader($input: SubstituteLeaderInput!, $desk: Boolean!) {
      substituteLeader(input: $input) { receptionDay { ...ReceptionDaySheet } }
    }
  `,
  [DayFragment],
);
export const RecordReception = graphql(
  `
    mutation RecordReception($input: RecordReceptionInput!, $desk: Boolean!) {
      recordReception(input: $input) { receptionDay { ...ReceptionDaySheet } }
    }
  `,
  [DayFragment],
);
export const ReportReceptionTask = graphql(`
  mutation ReportReceptionTask($input: ReportReceptionTaskInput!) {
    reportReceptionTask(input: $input) { receptionTask { id version report reportedOn isOverdue } }
  }
`);
