/** What a reporter's key may be for: the reports of an area each, and the stream of what happens now. */
export const REPORT_SCOPES = ['PETITIONS', 'RECEPTION', 'COVERAGE', 'MEDIATION', 'LIVE'] as const;
export type ReportScope = (typeof REPORT_SCOPES)[number];

/** The key of another system hands petitions in and reads nothing; made on the server only. */
export type KeyScope = ReportScope | 'INTAKE';
