import { defineEntity, p } from '@mikro-orm/core';

/** What a mediator said of their own interests before the parties accepted them. Source: 特邀调解规定 15. */
const DisclosureSchema = defineEntity({
  name: 'Disclosure',
  tableName: 'disclosure',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    referralId: p.uuid(),
    mediatorId: p.uuid(),
    nature: p.text(),
    textSealed: p.blob().nullable(),
    disclosedOn: p.date(),
  },
});
export class Disclosure extends DisclosureSchema.class {}
DisclosureSchema.setClass(Disclosure);
