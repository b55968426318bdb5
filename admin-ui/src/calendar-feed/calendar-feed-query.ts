import { graphql } from '../graphql/graphql.ts';

export const CalendarFeedFragment = graphql(`
  fragment CalendarFeed on CalendarFeed { kind issuedAt }
`);

export const CalendarFeedsQuery = graphql(
  `
    query CalendarFeeds {
      calendarFeeds { ...CalendarFeed }
    }
  `,
  [CalendarFeedFragment],
);

export const IssueCalendarFeed = graphql(
  `
    mutation IssueCalendarFeed($input: CalendarFeedInput!) {
      issueCalendarFeed(input: $input) { path calendarFeed { ...CalendarFeed } }
    }
  `,
  [CalendarFeedFragment],
);

export const RevokeCalendarFeed = graphql(
  `
    mutation RevokeCalendarFeed($input: CalendarFeedInput!) {
      revokeCalendarFeed(input: $input) { calendarFeed { ...CalendarFeed } }
    }
  `,
  [CalendarFeedFragment],
);
