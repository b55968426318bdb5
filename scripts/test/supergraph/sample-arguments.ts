import { COMPLAINTS, HOME, PEOPLE } from '@everyletter/roster/demo/people';
import { DEMO_STATIONS } from '@everyletter/stations/demo/people';

export type ArgumentValues = Readonly<Record<string, readonly string[]>>;

const NOBODY = '"01940000-0000-7000-8000-999999999999"';
const quoted = (text: string) => JSON.stringify(text);

/** Of ranges of days; the last one begins after most of them end. */
const FROM = ['"2026-11-09"', '"2026-11-18"', '"2026-11-16"', '"2026-12-01"'];

/** What does not depend on the data: days around the demo's today, filters, enums; some are refused by the services. */
const FIXED: ArgumentValues = {
  'LocalDate!': ['"2026-11-20"', '"2026-11-23"', '"2026-12-04"', '"2025-11-23"'],
  'PeriodInput!': [
    '{ from: "2026-10-01", to: "2026-11-23" }',
    '{ from: "2026-01-01", to: "2026-12-31" }',
    '{ from: "2026-11-16", to: "2026-11-16" }',
    '{ from: "2026-11-23", to: "2026-11-01" }',
  ],
  'ClockKind!': ['PROCEDURAL', 'SUBSTANTIVE', 'FOLLOW_UP'],
  ReplyKind: ['PROCEDURAL', 'RESULT', 'null'],
  Int: ['1', '3', '7', '20', '2', '0'],
  WorklistOrder: ['RECEIVED_NEWEST', 'DUE_FIRST'],
  WorklistFilter: [
    '{}',
    '{ view: OVERDUE }',
    '{ view: UNTRIAGED, channels: [LETTER, ONLINE] }',
    '{ view: ANSWERED, receivedFrom: "2026-09-01", receivedTo: "2026-11-01" }',
    '{ categories: [CRIMINAL_APPEAL], tracks: [REAL_NAME], states: [DISPOSED, REGISTERED] }',
    '{ channels: [SUPERIOR_ASSIGNED] }',
    '{ figure: "NO_SUCH_FIGURE" }',
  ],
  LedgerRowOutcome: ['ACCEPTED', 'REFUSED', 'null'],
  'Query.workingDays.from': FROM,
  'Query.receptionDays.from': FROM,
  'Station.assignments.from': FROM,
  'Station.coverage.from': FROM,
  Role: ['HANDLER', 'LEADER'],
  'Institution.staff.departmentId': [quoted(COMPLAINTS), NOBODY],
  'Query.institution.id': [quoted(HOME), NOBODY],
  'Query.staffMember.id': [...PEOPLE.slice(0, 6).map(({ id }) => quoted(id)), NOBODY],
  'FigureScope!': ['OWN', 'WITH_CHILDREN', 'BY_CHILD'],
  PetitionGrouping: ['MONTH', 'CHANNEL', 'DEPARTMENT', 'null'],
  '[FigureComparison!]!': ['[]', '[PREVIOUS, LAST_YEAR]'],
  'PetitionReport.figures.keys': ['["RECEIVED", "PROCEDURAL_RATE"]', 'null', '["NO_SUCH_FIGURE"]'],
  'CoverageGrouping!': ['MONTH', 'STATION', 'TOTAL'],
  RequirementLineInput: ['null'],
  RequirementExceptionInput: ['null'],
  'SeatPlaceInput!': [`{ stationId: ${NOBODY}, date: "2026-11-30", halfDay: MORNING, line: 1, seat: 1 }`],
  'Station.requirementExceptions.from': FROM,
  'Query.requirementPreview.stationId': [...DEMO_STATIONS.map(({ id }) => quoted(id)), NOBODY],
  'Query.coveragePlan.id': [NOBODY, '"no id"'],
  'Query.gapRemedies.planId': [NOBODY],
  'Query.seatCandidates.planId': [NOBODY],
  'Boolean!': ['false', 'true'],
  'Query.replyTemplateVersions.id': [NOBODY],
  'ReplyTemplateInput!': ['{ kind: PROCEDURAL, name: "告知", paragraphs: [], fields: [] }'],
  'Query.replyTemplatePreview.petitionNumber': ['null', '"无此号"'],
  'Query.station.id': [...DEMO_STATIONS.map(({ id }) => quoted(id)), NOBODY],
};

const SAMPLES = `{
  worklist(first: 8, order: RECEIVED_OLDEST) { edges { node { id } } pageInfo { endCursor } }
  superior: worklist(first: 2, filter: { channels: [SUPERIOR_ASSIGNED] }) { edges { node { id } } }
  referrals(first: 2) { pageInfo { endCursor } }
  ledgerImports { id }
  partnerOrganisations { id }
}`;

/** Literals for the arguments of the schema: ids and cursors as `ask` finds them, some of nothing, and fixed values. */
export async function sampleArguments(ask: (query: string) => Promise<object>): Promise<ArgumentValues> {
  // biome-ignore lint/suspicious/noExplicitAny: the shape is the query's own
  const { data, errors } = (await ask(SAMPLES)) as any;
  if (errors) throw new Error(`No samples: ${JSON.stringify(errors)}`);
  const petitions = [...data.worklist.edges, ...data.superior.edges].map(({ node }) => quoted(node.id));
  const ids = (list: readonly { id: string }[]) => [...list.map(({ id }) => quoted(id)), NOBODY];
  return {
    ...FIXED,
    'Query.petition.id': [...petitions, NOBODY, '"no id"'],
    'Query.ledgerImport.id': ids(data.ledgerImports),
    'Query.partnerOrganisation.id': ids(data.partnerOrganisations),
    'Query.worklist.after': [quoted(data.worklist.pageInfo.endCursor), 'null', '"nonsense"'],
    'Query.referrals.after': [quoted(data.referrals.pageInfo.endCursor), 'null'],
  };
}
