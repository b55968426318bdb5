import { ConsultationFragment } from '../consultation/consultation-fragments.ts';
import { graphql } from '../graphql/graphql.ts';
import { MatterReferralFragment } from '../mediation/MatterReferrals.vue';
import { ReplyTemplateFragment } from '../reply/reply-fragments.ts';
import { RepresentationFragment } from '../representation/representation-fragment.ts';
import { PetitionDeskFragment } from './petition-desk-fragment.ts';

export const PetitionPageQuery = graphql(
  `
    query PetitionPage($id: ID!) {
      petition(id: $id) {
        id
        ...PetitionDesk
        matter { id referrals { id ...MatterReferral } consultations { id ...Consultation } representations { id ...Representation } }
      }
      viewer {
        accountId
        staff { id name }
        institution {
          id
          today
          departments { id name }
          staff { id name title roles department { id name } }
        }
      }
      replyTemplates { ...ReplyTemplate }
    }
  `,
  [ConsultationFragment, PetitionDeskFragment, ReplyTemplateFragment, MatterReferralFragment, RepresentationFragment],
);
