import { graphql } from '../graphql/graphql.ts';

/** A published day that is no longer worked. */
export const DayOffFragment = graphql(`
  fragment ReceptionOnDayOff on ReceptionDay {
    id
    date
    halfDay
    leader { id name }
    openTicketCount
  }
`);
