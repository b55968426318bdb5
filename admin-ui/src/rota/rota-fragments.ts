import { AbsenceFragment } from '../absence/absence-fragments.ts';
import { graphql, type ResultOf } from '../graphql/graphql.ts';
import { DayOffFragment } from './days-off.ts';

export const LeaderFragment = graphql(`
  fragment RotaLeader on LeaderProfile {
    id
    version
    grade
    share
    dislikedWeekdays
    takesPart
    staff { id name title }
    lines { id name }
  }
`);
export type RotaLeader = ResultOf<typeof LeaderFragment>;

export const KeyPeriodFragment = graphql(`
  fragment RotaKeyPeriod on KeyPeriod { id version name fromOn toOn leadersPerHalfDay minimumGrade includesDaysOff }
`);
export type KeyPeriod = ResultOf<typeof KeyPeriodFragment>;

export const ReceptionRuleFragment = graphql(`
  fragment RotaRule on ReceptionRule {
    id
    version
    name
    weekdays
    nthInMonth
    everyWeeks
    span
    holidayPolicy
    validFrom
    validTo
    rrule
  }
`);
export type ReceptionRule = ResultOf<typeof ReceptionRuleFragment>;

export const RotaQuery = graphql(
  `
    query Rota($from: LocalDate!, $to: LocalDate!) {
      viewer { accountId institution { id today } }
      workingDays(from: $from, to: $to) { date kind working provisional source }
      receptionDays(from: $from, to: $to) { id date halfDay place leader { id name title } }
      leaderProfiles { ...RotaLeader }
      keyPeriods { ...RotaKeyPeriod }
      absences(from: $from, to: $to) { id ...AbsenceLine }
      receptionsOnDaysOff { id ...ReceptionOnDayOff }
    }
  `,
  [LeaderFragment, KeyPeriodFragment, AbsenceFragment, DayOffFragment],
);

export const RotaRulesQuery = graphql(
  `
    query RotaRules($period: PeriodInput!) {
      viewer { accountId institution { id today departments { id name } staff(role: LEADER) { id name title } } }
      receptionRules { ...RotaRule occurrences(period: $period) { date plannedOn provisional } }
      keyPeriods { ...RotaKeyPeriod }
      leaderProfiles { ...RotaLeader }
    }
  `,
  [ReceptionRuleFragment, KeyPeriodFragment, LeaderFragment],
);

export const SaveReceptionRule = graphql(
  `
    mutation SaveReceptionRule($input: SaveReceptionRuleInput!) {
      saveReceptionRule(input: $input) { receptionRules { ...RotaRule } }
    }
  `,
  [ReceptionRuleFragment],
);
export const RemoveReceptionRule = graphql(`
  mutation RemoveReceptionRule($input: RemoveReceptionRuleInput!) {
    removeReceptionRule(input: $input) { receptionRules { id } }
  }
`);
export const SaveKeyPeriod = graphql(
  `
    mutation SaveKeyPeriod($input: SaveKeyPeriodInput!) {
      saveKeyPeriod(input: $input) { keyPeriods { ...RotaKeyPeriod } }
    }
  `,
  [KeyPeriodFragment],
);
export const RemoveKeyPeriod = graphql(`
  mutation RemoveKeyPeriod($input: RemoveKeyPeriodInput!) {
    removeKeyPeriod(input: $input) { keyPeriods { id } }
  }
`);
export const SaveLeaderProfile = graphql(
  `
    mutation SaveLeaderProfile($input: SaveLeaderProfileInput!) {
      saveLeaderProfile(input: $input) { leaderProfile { ...RotaLeader } }
    }
  `,
  [LeaderFragment],
);
