import { defineEntity, p } from '@mikro-orm/core';
import { checkStep } from './rules/representation-state.ts';

/** A lawyer acting for a petitioner in one matter, free of charge. Who it is and the other side is sealed. */
const RepresentationSchema = defineEntity({
  name: 'Representation',
  tableName: 'representation',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    matterId: p.uuid(),
    petitionId: p.uuid().nullable(),
    lawyerId: p.uuid(),
    firmId: p.uuid(),
    kind: p.text(),
    scope: p.array(),
    consentForm: p.text(),
    consentedOn: p.date(),
    state: p.text(),
    proposedById: p.uuid(),
    proposedOn: p.date(),
    acceptedOn: p.date().nullable(),
    endedOn: p.date().nullable(),
    endReason: p.text().nullable(),
    endNoteSealed: p.blob().nullable(),
    wrappedKey: p.blob(),
    personSealed: p.blob(),
    personIndex: p.blob(),
    partiesSealed: p.blob(),
    overrideById: p.uuid().nullable(),
    overrideReason: p.text().nullable(),
    overriddenAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
export class Representation extends RepresentationSchema.class {
  accept(today: string): void {
    checkStep('ANSWER', this.state);
    this.state = 'ACTIVE';
    this.acceptedOn = today;
  }

  decline(today: string): void {
    checkStep('ANSWER', this.state);
    this.state = 'DECLINED';
    this.endedOn = today;
  }

  end(reason: string, today: string): void {
    checkStep('END', this.state);
    this.state = 'ENDED';
    this.endReason = reason;
    this.endedOn = today;
  }
}
RepresentationSchema.setClass(Representation);
