import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';
import { ROLES } from '@everyletter/kit/viewer';

const everyone = [allow(ROLES)];
/** Who keeps the calendar of the house. */
const keeper = [allow(['SYSTEM_ADMINISTRATOR'])];

const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));

export const calendarRows: PolicyTable = {
  'Query.workingDay': everyone,
  'Query.workingDays': everyone,
  'Query.workingCalendar': everyone,
  'Query.calendarPreview': keeper,
  'Mutation.publishCalendar': keeper,
  'Mutation.overrideDay': keeper,
  'CalendarPayload.calendar': keeper,
  ...rows('WorkingDay', everyone, 'date kind working provisional sourceKind source'),
  ...rows('WorkingCalendar', everyone, 'version publishedYears lastPublishedYear sources overrides missingYear'),
  ...rows('CalendarSource', everyone, 'year title publishedOn'),
  ...rows('LocalOverride', everyone, 'date working reason'),
  ...rows('CalendarChange', keeper, 'date before after'),
  ...rows('CalendarPreview', keeper, 'year title publishedOn version days changes duties years daysOff extraWorkdays'),
};
