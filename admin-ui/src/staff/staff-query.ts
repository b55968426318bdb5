import { AbsenceFragment } from '../absence/absence-fragments.ts';
import { GrantLineFragment } from '../grant/GrantTable.vue';
import { graphql } from '../graphql/graphql.ts';

/** A line of the list of people. */
export const StaffLineFragment = graphql(`
  fragment StaffLine on Staff {
    id
    name
    title
    grade
    staffNumber
    active
    roles
    department { id name }
    account { id state }
  }
`);

export const PeopleQuery = graphql(
  `
    query People {
      viewer {
        accountId
        roles
        institution {
          id
          name
          departments { id name closedOn }
          staff(left: true) { id ...StaffLine }
        }
      }
    }
  `,
  [StaffLineFragment],
);

/** Everything an administrator sees of one person. */
export const StaffCardFragment = graphql(
  `
    fragment StaffCard on Staff {
      id
      version
      leftOn
      lines { id name }
      openPetitionCount
      duties { id date halfDay place }
      viewerCanRecordAbsence
      absences { id ...AbsenceLine }
      account { id displayName email state }
      ...StaffLine
    }
  `,
  [StaffLineFragment, AbsenceFragment],
);

export const PersonQuery = graphql(
  `
    query Person($id: ID!) {
      staffMember(id: $id) { id ...StaffCard }
      viewer {
        accountId
        roles
        institution {
          id
          today
          departments { id name closedOn }
          staff { id name title grade department { id } }
        }
      }
      grantRequests { id staff { id } ...GrantLine }
    }
  `,
  [StaffCardFragment, GrantLineFragment],
);
