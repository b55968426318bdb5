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
    active: p.boolean(),
    /** Of the agreement between office and partner; both days included. */
    agreementNumber: p.text().nullable(),
    agreementFrom: p.date().nullable(),
    agreementUntil: p.date().nullable(),
    fields: p.array(),
    /** Cases open at once; null is without limit. */
    openLimit: p.integer().nullable(),
    version: p.integer().version(),
  },
});
export class PartnerOrganisation extends PartnerOrganisationSchema.class {}
PartnerOrganisationSchema.setClass(PartnerOrganisation);

const MediatorSchema = defineEntity({
  name: 'Mediator',
  tableName: 'mediator',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    name: p.text(),
    organisationId: p.uuid(),
    active: p.boolean(),
    /** Of the partner: invites and disables its own people. */
    isAdministrator: p.boolean(),
    accreditation: p.text().nullable(),
    fields: p.array(),
    languages: p.array(),
    version: p.integer().version(),
  },
});
export class Mediator extends MediatorSchema.class {}
MediatorSchema.setClass(Mediator);
