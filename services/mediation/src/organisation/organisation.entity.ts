import { defineEntity, p } from '@mikro-orm/core';

const PartnerOrganisationSchema = defineEntity({
  name: 'PartnerOrganisation',
  tableName: 'partner_organisation',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    name: p.text(),
    kind: p.text(),
    isLawfulMediationBody: p.boolean(),
  },
});
export class PartnerOrganisation extends PartnerOrganisationSchema.class {}
PartnerOrganisationSchema.setClass(PartnerOrganisation);

const MediatorSchema = defineEntity({
  name: 'Mediator',
  tableName: 'mediator',
  properties: { id: p.uuid().primary(), institutionId: p.uuid(), name: p.text(), organisationId: p.uuid() },
});
export class Mediator extends MediatorSchema.class {}
MediatorSchema.setClass(Mediator);
