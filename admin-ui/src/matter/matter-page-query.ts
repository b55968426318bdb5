import { PetitionOwnershipsFragment } from '../case-ownership/case-ownership-fragments.ts';
import { ClockCardFragment } from '../clock/ClockCard.vue';
import { graphql } from '../graphql/graphql.ts';
import { MatterReferralFragment } from '../mediation/MatterReferrals.vue';
import { RepresentationFragment } from '../representation/representation-fragment.ts';

/** A matter with every petition about it that the viewer may see. */
export const MatterPageQuery = graphql(
  `
    query MatterPage($id: ID!) {
      matter(id: $id) {
          id
          subject
          state
          openedOn
          hiddenPetitions
          archivedOn
          retainUntil
          substantiveClock { kind ...ClockCard }
          followUpClock { kind ...ClockCard }
          petitions {
            id
            number
            receivedOn
            channel
            disposition
            state
            returnedOn
            handler { id name }
            petitioner { name anonymous }
            proceduralClock { kind ...ClockCard }
            replies { id kind state letterNumber dispatchedOn }
            hearings { id kind state plannedOn heldOn outcome }
            tasks { id words dueOn doneOn assignee { id name } }
            ...PetitionOwnerships
          }
          referrals { id ...MatterReferral }
          representations { id ...Representation }
          mergedInto { id subject }
      }
      viewer { accountId institution { id today } }
    }
  `,
  [ClockCardFragment, PetitionOwnershipsFragment, MatterReferralFragment, RepresentationFragment],
);
