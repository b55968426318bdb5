import { graphql } from '../graphql/graphql.ts';

export const DayBoardQuery = graphql(`
  query DayBoardPage($day: LocalDate) {
    viewer {
      accountId
      institution { id today }
    }
    dayBoard(day: $day) {
      day
      received
      left
      disposedThatDay
      leftFromBefore
      cleared
      lines { channel received disposed left }
      petitions {
        id
        number
        subject
        channel
        receivedOn
        track
        triageTargetOn
      }
    }
  }
`);
