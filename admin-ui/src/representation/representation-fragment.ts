import { graphql, type ResultOf } from '../graphql/graphql.ts';

export const RepresentationFragment = graphql(`
  fragment Representation on Representation {
    id
    version
    state
    scope
    consentForm
    consentedOn
    proposedOn
    acceptedOn
    endedOn
    endReason
    endNote
    overrideReason
    personName
    viewerCanAnswer
    viewerCanGiveOpinion
    viewerCanOverride
    viewerCanEnd
    lawyer { id name firm { id name } }
    opinions { id version givenOn dueOn provisional state daysLeft text answer answeredOn viewerCanAnswer }
  }
`);
export type RepresentationRow = ResultOf<typeof RepresentationFragment>;
