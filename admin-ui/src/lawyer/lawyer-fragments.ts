import { graphql } from '../graphql/graphql.ts';

/** What the directory and a lawyer's own page say of their time. */
export const AvailabilityFragment = graphql(`
  fragment Availability on Lawyer {
    id
    weeklyAvailability { weekday halfDay level }
    datedAvailability { id startsOn endsOn halfDay level note }
  }
`);

export const LawyerFragment = graphql(`
  fragment Lawyer on Lawyer {
    id
    name
    version
    sponsor
    licenceNumber
    practisingSince
    yearsOfPractice
    passedReviewYears
    disciplinedOn
    specialties
    specialtyTerms { id specialty validFrom validTo }
    languages
    weeklyCap
    monthlyCap
    joinedOn
    endedOn
    eligible
    eligibilityChecks { rule passed words { zh en } }
    firm { id name }
    stations { id name }
    preferredStations { id name }
    weeklyAvailability { weekday halfDay level }
    datedAvailability { id startsOn endsOn halfDay level note }
  }
`);

export const LawyersQuery = graphql(
  `
    query Lawyers($from: LocalDate!, $to: LocalDate!) {
      viewer { accountId institution { id today } }
      lawyers { id ...Lawyer }
      lawFirms { id name }
      stations { id name }
      firmShares(period: { from: $from, to: $to }) {
        firm { id name }
        lawyerDays
        planned
        served
        fairFrom
        fairTo
      }
      dutyPolicy {
        version
        changedAt
        swapNoticeHours
        lateAfterMinutes
        checkInEarlyMinutes
        opinionAnswerWorkdays
        legalAidDecideDays
        legalAidAppointDays
        eligibility { minYearsOfPractice passedReviews reviewMonth disciplineFreeYears }
        grounds { eligibility swapNoticeHours opinionAnswer legalAid }
      }
    }
  `,
  [LawyerFragment],
);
