import type { PolicyTable } from '@everyletter/kit/policy';
import { desk, rows } from '../policy-kinds.ts';

export const coursePolicy: PolicyTable = {
  ...rows('Mutation', desk, 'takeBackPetition withdrawPetition mergeMatters reopenMatter archiveMatter'),
  'Query.matter': desk,
  ...rows('Petition', desk, 'viewerCourseSteps withdrawnOn mergedOn'),
  ...rows('Matter', desk, 'mergedInto archivedOn retainUntil'),
};
