import { defineEntity, p } from '@mikro-orm/core';

/** A lawyer asks others to take a duty. It points at the duty, not at its time: a duty that is moved keeps it. */
const SwapSchema = defineEntity({
  name: 'Swap',
  tableName: 'swap',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    assignmentId: p.uuid(),
    kind: p.text(),
    state: p.text(),
    askedById: p.uuid(),
    /** As it was then: whoever is asked sees nothing else of them. */
    askedByName: p.text(),
    reason: p.text().nullable(),
    askedAt: p.datetime(),
    offers: p.integer(),
    answeredById: p.uuid().nullable(),
    answeredByName: p.text().nullable(),
    answeredAt: p.datetime().nullable(),
    returnAssignmentId: p.uuid().nullable(),
    decidedById: p.uuid().nullable(),
    decidedAt: p.datetime().nullable(),
    decisionNote: p.text().nullable(),
    version: p.integer().version(),
  },
});
export class Swap extends SwapSchema.class {}
SwapSchema.setClass(Swap);
