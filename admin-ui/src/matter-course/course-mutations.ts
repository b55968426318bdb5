import { graphql } from '../graphql/graphql.ts';
import { PetitionDeskFragment } from '../petition/petition-desk-fragment.ts';

export const TakeBackPetition = graphql(
  `
    mutation TakeBackPetition($input: DatedCourseStepInput!) {
      takeBackPetition(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const WithdrawPetition = graphql(
  `
    mutation WithdrawPetition($input: DatedCourseStepInput!) {
      withdrawPetition(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const MergeMatters = graphql(
  `
    mutation MergeMatters($input: MergeMattersInput!) {
      mergeMatters(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const ReopenMatter = graphql(
  `
    mutation ReopenMatter($input: CourseStepInput!) {
      reopenMatter(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const ArchiveMatter = graphql(
  `
    mutation ArchiveMatter($input: CourseStepInput!) {
      archiveMatter(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);
