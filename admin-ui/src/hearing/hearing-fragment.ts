import { graphql } from '../graphql/graphql.ts';

export const HearingFragment = graphql(`
  fragment Hearing on Hearing {
    id
    kind
    state
    plannedOn
    startsAt
    place
    noticedOn
    heldOn
    outcome
    officers
    record
  }
`);

export const TasksFragment = graphql(`
  fragment Tasks on Petition {
    assistanceToldOn
    tasks { id words dueOn doneOn assignee { id name } }
    notes { id words writtenAt writtenBy { id name } }
  }
`);
