import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';

const office: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'STATION_ADMINISTRATOR'])];
/** And the lawyer: row-level security shows no lawyer what is another’s. */
const withLawyer: PolicyRow = [...office, allow(['DUTY_LAWYER'])];
const lawyer: PolicyRow = [allow(['DUTY_LAWYER'])];
const proposing: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(
    fields
      .trim()
      .split(/\s+/)
      .map((field) => [`${type}.${field}`, row]),
  );

/** Who acts for whom, and what they suggest. */
export const representationRows: PolicyTable = {
  'Matter.representations': withLawyer,
  'Query.representations': withLawyer,
  'Query.owedRepresentations': office,
  ...rows(
    'Representation',
    withLawyer,
    `id version kind state scope consentForm consentedOn proposedOn acceptedOn endedOn endReason endNote
     overrideReason lawyer matter personName opinions viewerCanAnswer viewerCanGiveOpinion viewerCanOverride
     viewerCanEnd`,
  ),
  'Representation.conflicts': office,
  'RepresentationPayload.representation': withLawyer,
  'Mutation.proposeRepresentation': proposing,
  ...rows('Mutation', office, 'overrideRepresentation answerRepresentationOpinion'),
  ...rows('Mutation', lawyer, 'answerRepresentation giveRepresentationOpinion'),
  'Mutation.endRepresentation': withLawyer,
};
