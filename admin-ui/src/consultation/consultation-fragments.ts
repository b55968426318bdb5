import { graphql, type ResultOf } from '../graphql/graphql.ts';
import { RepresentationFragment } from '../representation/representation-fragment.ts';

export const ConsultationFragment = graphql(`
  fragment Consultation on Consultation {
    id
    state
    topic
    heldOn
    minutes
    outcome
    personName
    overrideReason
    viewerCanRecord
    viewerCanGiveOpinion
    viewerCanOverride
    lawyer { id name firm { id name } }
    station { id name place }
    opinions { id version givenOn dueOn provisional state daysLeft text answer answeredOn viewerCanAnswer }
    legalAidReferral { id version agency referredOn decideBy decidedOn granted appointBy appointedOn }
  }
`);
export type ConsultationRow = ResultOf<typeof ConsultationFragment>;
export type OpinionRow = ConsultationRow['opinions'][number];

export const OwnConsultationsQuery = graphql(
  `
    query OwnConsultations($from: LocalDate!, $to: LocalDate!) {
      ownDuties(period: { from: $from, to: $to }) { id date halfDay status station { id name } }
      consultations { id note ...Consultation }
      representations { id ...Representation }
    }
  `,
  [ConsultationFragment, RepresentationFragment],
);

export const OwedConsultationsQuery = graphql(
  `
    query OwedConsultations {
      owedConsultations { id ...Consultation }
      owedRepresentations { id matter { id } ...Representation }
    }
  `,
  [ConsultationFragment, RepresentationFragment],
);

export const ConsultationsQuery = graphql(
  `
    query Consultations {
      consultations {
        id
        ...Consultation
        conflicts { kind heldOn lawyer { id name } matter { id } }
      }
      representations {
        id
        ...Representation
        conflicts { kind heldOn lawyer { id name } matter { id } }
      }
    }
  `,
  [ConsultationFragment, RepresentationFragment],
);

export const DutiesTodayQuery = graphql(`
  query DutiesToday($date: LocalDate!) {
    dutiesOn(date: $date) { id halfDay status station { id name } lawyer { id name specialties } }
  }
`);

export const StartConsultation = graphql(
  `mutation StartConsultation($input: StartConsultationInput!) { startConsultation(input: $input) { consultation { id ...Consultation } } }`,
  [ConsultationFragment],
);
export const RecordConsultation = graphql(
  `mutation RecordConsultation($input: RecordConsultationInput!) { recordConsultation(input: $input) { consultation { id ...Consultation } } }`,
  [ConsultationFragment],
);
export const OverrideConflict = graphql(
  `mutation OverrideConflict($id: ID!, $reason: String!) { overrideConflict(id: $id, reason: $reason) { consultation { id ...Consultation } } }`,
  [ConsultationFragment],
);
export const GiveOpinion = graphql(
  `mutation GiveOpinion($id: ID!, $text: String!) { giveOpinion(consultationId: $id, text: $text) { consultation { id ...Consultation } } }`,
  [ConsultationFragment],
);
export const AnswerOpinion = graphql(
  `mutation AnswerOpinion($input: AnswerOpinionInput!) { answerOpinion(input: $input) { consultation { id ...Consultation } } }`,
  [ConsultationFragment],
);
export const ReferToLegalAid = graphql(
  `mutation ReferToLegalAid($id: ID!, $agency: String!) { referToLegalAid(consultationId: $id, agency: $agency) { consultation { id ...Consultation } } }`,
  [ConsultationFragment],
);
export const RecordLegalAidStep = graphql(
  `mutation RecordLegalAidStep($input: RecordLegalAidStepInput!) { recordLegalAidStep(input: $input) { consultation { id ...Consultation } } }`,
  [ConsultationFragment],
);
