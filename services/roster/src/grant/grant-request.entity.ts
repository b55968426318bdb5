import { RuleBroken } from '@everyletter/kit/errors';
import { defineEntity, p } from '@mikro-orm/core';

export const GrantState = { PENDING: 'PENDING', GRANTED: 'GRANTED', REFUSED: 'REFUSED' } as const;
export type GrantState = (typeof GrantState)[keyof typeof GrantState];

/** A role asked for by one person and decided by another. Never deleted: it is the history of the grant. */
const GrantRequestSchema = defineEntity({
  name: 'GrantRequest',
  tableName: 'grant_request',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    accountId: p.uuid(),
    staffId: p.uuid(),
    role: p.text(),
    reason: p.text(),
    state: p.text(),
    requestedById: p.uuid(),
    requestedAs: p.text(),
    requestedAt: p.datetime(),
    decidedById: p.uuid().nullable(),
    decidedAt: p.datetime().nullable(),
    version: p.integer().version(),
  },
});
export class GrantRequest extends GrantRequestSchema.class {
  /** @throws RuleBroken `GRANT_ALREADY_DECIDED` */
  decide(state: Exclude<GrantState, 'PENDING'>, byId: string, at: Date): void {
    if (this.state !== 'PENDING') throw new RuleBroken('GRANT_ALREADY_DECIDED', { field: 'id', state: this.state });
    this.state = state;
    this.decidedById = byId;
    this.decidedAt = at;
  }
}
GrantRequestSchema.setClass(GrantRequest);
