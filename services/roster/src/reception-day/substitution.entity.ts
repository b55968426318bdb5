import { defineEntity, p } from '@mikro-orm/core';

/** Somebody took over a reception day; the day keeps its id, its place and whoever is booked. */
const SubstitutionSchema = defineEntity({
  name: 'Substitution',
  tableName: 'substitution',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    receptionDayId: p.uuid(),
    fromLeaderId: p.uuid(),
    toLeaderId: p.uuid(),
    reason: p.text(),
    decidedById: p.uuid(),
    decidedAt: p.datetime().columnType('timestamptz'),
  },
});
export class Substitution extends SubstitutionSchema.class {}
SubstitutionSchema.setClass(Substitution);

/** What a leader is told of a day that became, or is no longer, theirs. */
const RotaNoticeSchema = defineEntity({
  name: 'RotaNotice',
  tableName: 'rota_notice',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    staffId: p.uuid(),
    kind: p.text(),
    date: p.date(),
    halfDay: p.text(),
    at: p.datetime().columnType('timestamptz'),
    seenAt: p.datetime().columnType('timestamptz').nullable(),
  },
});
export class RotaNotice extends RotaNoticeSchema.class {}
RotaNoticeSchema.setClass(RotaNotice);
