import { defineEntity, p } from '@mikro-orm/core';

/** A mediator of a partner, as far as the way in is concerned. Written only by what the mediation service tells. */
const OutsideMediatorSchema = defineEntity({
  name: 'OutsideMediator',
  tableName: 'outside_mediator',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    partnerOrganisationId: p.uuid(),
    active: p.boolean(),
    /** Looks after the partner's own people: invites them. */
    isAdministrator: p.boolean(),
    /** Of the last event about them. */
    version: p.integer(),
  },
});
export class OutsideMediator extends OutsideMediatorSchema.class {}
OutsideMediatorSchema.setClass(OutsideMediator);
