import { graphql } from '../graphql/graphql.ts';

/** What may become of a petition and its matter beyond the usual way, and what has. */
export const CourseFragment = graphql(`
  fragment Course on Petition {
    viewerCourseSteps
    withdrawnOn
    mergedOn
    matter { id state hiddenPetitions petitions { id number } archivedOn retainUntil mergedInto { id subject } }
  }
`);
