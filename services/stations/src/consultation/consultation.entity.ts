import { defineEntity, p } from '@mikro-orm/core';

/** One talk of a lawyer with somebody who came. Who it was and what was noted is sealed. */
const ConsultationSchema = defineEntity({
  name: 'Consultation',
  tableName: 'consultation',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    assignmentId: p.uuid(),
    lawyerId: p.uuid(),
    firmId: p.uuid(),
    stationId: p.uuid(),
    petitionId: p.uuid().nullable(),
    matterId: p.uuid().nullable(),
    topic: p.text(),
    state: p.text(),
    heldOn: p.date(),
    startedById: p.uuid(),
    startedAt: p.datetime(),
    wrappedKey: p.blob(),
    personSealed: p.blob(),
    personIndex: p.blob(),
    partiesSealed: p.blob(),
    minutes: p.integer().nullable(),
    outcome: p.text().nullable(),
    noteSealed: p.blob().nullable(),
    endedAt: p.datetime().nullable(),
    overrideById: p.uuid().nullable(),
    overrideReason: p.text().nullable(),
    overriddenAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
export class Consultation extends ConsultationSchema.class {}
ConsultationSchema.setClass(Consultation);
