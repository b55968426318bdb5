import { defineEntity, p } from '@mikro-orm/core';

/** What a lawyer suggests to the office, which studies and answers it. Both are sealed. */
const OpinionSchema = defineEntity({
  name: 'Opinion',
  tableName: 'opinion',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    /** One of both: in a talk, or for whom the lawyer represents. */
    consultationId: p.uuid().nullable(),
    representationId: p.uuid().nullable(),
    lawyerId: p.uuid(),
    givenOn: p.date(),
    /** Stored so that lists can filter on it; written when it is given. */
    dueOn: p.date(),
    provisional: p.boolean(),
    calendarVersion: p.integer(),
    policyVersion: p.integer(),
    opinionSealed: p.blob(),
    answeredOn: p.date().nullable(),
    answerSealed: p.blob().nullable(),
    answeredById: p.uuid().nullable(),
    version: p.integer().version(),
  },
});
export class Opinion extends OpinionSchema.class {}
OpinionSchema.setClass(Opinion);
