import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';

/** Who works with petitions, and who runs the stations. */
const office: PolicyRow = [allow(['CLERK', 'HANDLER', 'DEPARTMENT_HEAD', 'LEADER', 'STATION_ADMINISTRATOR'])];
/** And the lawyer: row-level security shows no lawyer what is another’s. */
const withLawyer: PolicyRow = [...office, allow(['DUTY_LAWYER'])];
const lawyer: PolicyRow = [allow(['DUTY_LAWYER'])];
const administration: PolicyRow = [allow(['STATION_ADMINISTRATOR', 'DUTY_LAWYER'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));

const CONSULTATION =
  'id state topic heldOn minutes outcome overrideReason lawyer station petition matter personName note';
const STEPS = 'opinions legalAidReferral viewerCanRecord viewerCanGiveOpinion viewerCanOverride';
const REFERRAL = 'id agency referredOn decideBy decidedOn granted appointBy appointedOn version';

/** Consultations, what speaks against them, opinions and referrals. */
export const consultationRows: PolicyTable = {
  Petition: withLawyer,
  Matter: withLawyer,
  ...rows('Petition', withLawyer, 'id consultations'),
  ...rows('Matter', withLawyer, 'id consultations'),
  'Query.consultations': administration,
  'Query.owedConsultations': office,
  ...rows('Consultation', withLawyer, `${CONSULTATION} ${STEPS}`),
  'Consultation.conflicts': office,
  ...rows('ConflictHit', office, 'kind heldOn lawyer matter'),
  ...rows(
    'Opinion',
    withLawyer,
    'id givenOn dueOn provisional answeredOn version state daysLeft text answer viewerCanAnswer',
  ),
  ...rows('LegalAidReferral', withLawyer, REFERRAL),
  'ConsultationPayload.consultation': withLawyer,
  ...rows('Mutation', withLawyer, 'startConsultation referToLegalAid'),
  ...rows('Mutation', lawyer, 'recordConsultation giveOpinion'),
  ...rows('Mutation', office, 'overrideConflict answerOpinion recordLegalAidStep'),
};
