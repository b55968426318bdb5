import { defineEntity, p } from '@mikro-orm/core';

/** Opens an account once: with the address and the code, which was shown once and is kept as a hash. */
const InvitationSchema = defineEntity({
  name: 'Invitation',
  tableName: 'invitation',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    accountId: p.uuid(),
    codeHash: p.text(),
    invitedById: p.uuid(),
    invitedAt: p.datetime(),
    expiresAt: p.datetime(),
    redeemedAt: p.datetime().nullable(),
    withdrawnAt: p.datetime().nullable(),
  },
});
export class Invitation extends InvitationSchema.class {}
InvitationSchema.setClass(Invitation);
