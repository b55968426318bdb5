import { allow, type PolicyRow, type PolicyTable } from '@everyletter/kit/policy';

/** Who drafts rotas. */
const planner: PolicyRow = [allow(['ROTA_ADMINISTRATOR'])];
/** Who may look at drafts: those they concern. */
const drafts: PolicyRow = [allow(['ROTA_ADMINISTRATOR', 'LEADER'])];

export const rows = (type: string, row: PolicyRow, fields: string): PolicyTable =>
  Object.fromEntries(fields.split(' ').map((field) => [`${type}.${field}`, row]));

/** `office`: everybody of the house. */
export const rotaPolicy = (office: PolicyRow): PolicyTable => ({
  ReceptionRule: office,
  KeyPeriod: office,
  RotaPlan: drafts,
  ...rows('Query', office, 'receptionRules keyPeriods leaderProfiles'),
  ...rows('Query', drafts, 'rotaPlan rotaPlans'),
  ...rows('Mutation', planner, 'saveReceptionRule removeReceptionRule saveKeyPeriod removeKeyPeriod saveLeaderProfile'),
  ...rows('Mutation', planner, 'startRotaPlan repairRota cancelRotaPlan editRotaPlan discardRotaPlan publishRotaPlan'),
  ...rows(
    'ReceptionRule',
    office,
    'id version name weekdays nthInMonth everyWeeks span holidayPolicy validFrom validTo',
  ),
  ...rows('ReceptionRule', office, 'rrule occurrences'),
  ...rows('ReceptionOccurrence', office, 'date plannedOn provisional'),
  ...rows('ReceptionRulesPayload', planner, 'receptionRules'),
  ...rows('KeyPeriod', office, 'id version name fromOn toOn leadersPerHalfDay minimumGrade includesDaysOff'),
  ...rows('KeyPeriodsPayload', planner, 'keyPeriods'),
  ...rows('LeaderProfile', office, 'id version grade share dislikedWeekdays takesPart staff lines'),
  ...rows('LeaderProfilePayload', planner, 'leaderProfile'),
  ...rows('RotaPlan', drafts, 'id version name fromOn toOn state seed inputHash value bound isOptimal isEdited'),
  ...rows('RotaPlan', drafts, 'cpuSeconds failureCode createdAt publishedAt createdBy leaders turns loads parts'),
  ...rows('RotaPlan', drafts, 'brokenWishes fixedOrderValue gapPercent changes keepsPublished isOutdated awayOn'),
  ...rows('RotaTurn', drafts, 'key date span need minimumGrade keyPeriodId makeUp provisional leaderIds'),
  ...rows('RotaLoad', drafts, 'leaderId total target key makeUp'),
  ...rows('RotaBrokenWish', drafts, 'kind turnKey avoidable words'),
  ...rows('RotaPart', drafts, 'kind value'),
  ...rows('RotaChange', drafts, 'date halfDay removedId addedId cause'),
  ...rows('RotaPlanPayload', planner, 'rotaPlan'),
  ...rows('PublishRotaPlanPayload', planner, 'rotaPlan notifiedCount'),
});
