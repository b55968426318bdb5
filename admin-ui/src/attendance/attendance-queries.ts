import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const PresenceFragment = graphql(`
  fragment Presence on Duty {
    id
    date
    halfDay
    startsAt
    endsAt
    status
    reason
    checkedInAt
    checkedInBy
    lateMinutes
    checkedOutAt
    absenceReason
    viewerCanCheckIn
    viewerCanCheckOut
    viewerCanMarkAbsent
    viewerCanCover
    station { id name }
    lawyer { id name firm { id name } }
  }
`);
export type Presence = ResultOf<typeof PresenceFragment>;

export const AttendanceQuery = graphql(
  `
    query Attendance($date: LocalDate!, $from: LocalDate!) {
      viewer {
        accountId
        institution {
          id
          today
          day: attendanceReport(period: { from: $date, to: $date }) { requiredSeats plannedSeats attendedSeats definition { zh en } }
          month: attendanceReport(period: { from: $from, to: $date }) { requiredSeats plannedSeats attendedSeats plannedRate effectiveRate definition { zh en } }
        }
      }
      stations { id name place feedIssuedAt }
      dutiesOn(date: $date) { id ...Presence }
    }
  `,
  [PresenceFragment],
);

export const CandidatesQuery = graphql(`
  query DutyCandidates($date: LocalDate!) {
    dutiesOn(date: $date) {
      id
      candidates { lawyer { id name firm { id name } } level suits weekDuties monthDuties }
    }
  }
`);

export const DeskCheckIn = graphql(
  `mutation DeskCheckIn($id: ID!) { checkIn(dutyId: $id) { duty { id ...Presence } } }`,
  [PresenceFragment],
);
export const DeskCheckOut = graphql(
  `mutation DeskCheckOut($id: ID!) { checkOut(dutyId: $id) { duty { id ...Presence } } }`,
  [PresenceFragment],
);
export const MarkAbsent = graphql(
  `mutation MarkAbsent($id: ID!, $reason: String!) { markAbsent(dutyId: $id, reason: $reason) { duty { id ...Presence } } }`,
  [PresenceFragment],
);
