import { graphql } from '../graphql/graphql.ts';
import { PetitionDeskFragment } from '../petition/petition-desk-fragment.ts';

export const PlanHearing = graphql(
  `
    mutation PlanHearing($input: PlanHearingInput!) {
      planHearing(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const RecordHearing = graphql(
  `
    mutation RecordHearing($input: RecordHearingInput!) {
      recordHearing(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const CallOffHearing = graphql(
  `
    mutation CallOffHearing($input: CallOffHearingInput!) {
      callOffHearing(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const AddTask = graphql(
  `
    mutation AddTask($input: AddTaskInput!) {
      addTask(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const FinishTask = graphql(
  `
    mutation FinishTask($taskId: ID!) {
      finishTask(taskId: $taskId) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const AddNote = graphql(
  `
    mutation AddNote($input: AddNoteInput!) {
      addNote(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);

export const TellAssistance = graphql(
  `
    mutation TellAssistance($input: TellAssistanceInput!) {
      tellAssistance(input: $input) { petition { id ...PetitionDesk } }
    }
  `,
  [PetitionDeskFragment],
);
