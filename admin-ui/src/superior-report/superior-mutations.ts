import { graphql } from '../graphql/graphql.ts';
import { PetitionDeskFragment } from '../petition/petition-desk-fragment.ts';

export const RecordSuperiorOrder = graphql(
  `
    mutation RecordSuperiorOrder($input: RecordSuperiorOrderInput!) {
      recordSuperiorOrder(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const ReportToSuperior = graphql(
  `
    mutation ReportToSuperior($input: ReportToSuperiorInput!) {
      reportToSuperior(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);
