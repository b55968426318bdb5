import type { KeyGenerator } from '@urql/exchange-graphcache';

const embedded: KeyGenerator = () => null;
const by =
  (field: string): KeyGenerator =>
  (data) =>
    String(data[field]);

/** Every type of the schema without an `id`: embedded in its parent, or known by another field. */
export const cacheKeys: Readonly<Record<string, KeyGenerator>> = {
  AgeingFigure: embedded,
  CalendarFeed: by('kind'),
  CalendarSource: embedded,
  CategoryFigure: embedded,
  ChannelFigure: embedded,
  Clock: embedded,
  CoverageReport: embedded,
  Figure: embedded,
  FigureDefinition: by('code'),
  HalfDayCoverage: embedded,
  IssueCalendarFeedPayload: embedded,
  LedgerImportPayload: embedded,
  LedgerOutcomeCount: embedded,
  LedgerRemark: embedded,
  LedgerRow: embedded,
  LedgerRowConnection: embedded,
  LedgerRowEdge: embedded,
  MonthFigure: embedded,
  NextAction: embedded,
  PageInfo: embedded,
  Period: embedded,
  PetitionConnection: embedded,
  PetitionEdge: embedded,
  PetitionPayload: embedded,
  PetitionReport: embedded,
  Petitioner: embedded,
  Phrase: embedded,
  RateFigure: embedded,
  ReferralConnection: embedded,
  ReferralEdge: embedded,
  ReplyCheck: embedded,
  ReplyField: embedded,
  ReplyFieldSpec: embedded,
  ReplyPayload: embedded,
  RevealPayload: embedded,
  RevokeCalendarFeedPayload: embedded,
  SuperiorOrder: embedded,
  TimeLimit: embedded,
  Viewer: by('accountId'),
  WorkingCalendar: embedded,
  WorkingDay: by('date'),
  WorklistCounts: embedded,
};
