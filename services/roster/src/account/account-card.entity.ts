import { defineEntity, p } from '@mikro-orm/core';

/** What the gateway may know of an account: read at every request, so that what changes here holds at once. */
const AccountCardSchema = defineEntity({
  name: 'AccountCard',
  tableName: 'account_card',
  properties: {
    id: p.uuid().primary().fieldName('account_id'),
    institutionId: p.uuid(),
    displayName: p.text(),
    disabled: p.boolean(),
    email: p.text().nullable(),
    signedOutAt: p.datetime().nullable(),
  },
});
export class AccountCard extends AccountCardSchema.class {
  /** Sessions begun until now are over, also after the account is open again. */
  disable(at: Date): void {
    this.disabled = true;
    this.signedOutAt = at;
  }
}
AccountCardSchema.setClass(AccountCard);
