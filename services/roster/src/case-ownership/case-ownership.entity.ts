import { RuleBroken } from '@everyletter/kit/errors';
import { type InstitutionKeys, seal, unseal } from '@everyletter/kit/sealing';
import { defineEntity, p } from '@mikro-orm/core';

/** A leader owns a case (包案): one leader, one responsible person, one plan; what is written of it is sealed. */
const CaseOwnershipSchema = defineEntity({
  name: 'CaseOwnership',
  tableName: 'case_ownership',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    petitionId: p.uuid(),
    petitionNumber: p.text().nullable(),
    leaderId: p.uuid(),
    responsibleId: p.uuid(),
    wrappedKey: p.blob(),
    planSealed: p.blob(),
    dueOn: p.date(),
    openedById: p.uuid(),
    openedOn: p.date(),
    outcomeSealed: p.blob().nullable(),
    closedOn: p.date().nullable(),
    closedById: p.uuid().nullable(),
    version: p.integer().version(),
  },
});
export class CaseOwnership extends CaseOwnershipSchema.class {
  writePlan(plan: string, keys: InstitutionKeys): void {
    this.planSealed = seal(plan, this.key(keys), `case_ownership.plan:${this.id}`);
  }

  planIn(keys: InstitutionKeys): string {
    return unseal(this.planSealed, this.key(keys), `case_ownership.plan:${this.id}`);
  }

  outcomeIn(keys: InstitutionKeys): string | null {
    if (!this.outcomeSealed) return null;
    return unseal(this.outcomeSealed, this.key(keys), `case_ownership.outcome:${this.id}`);
  }

  /** @throws RuleBroken `CASE_OWNERSHIP_CLOSED` */
  close({ outcome, on, byId }: { outcome: string; on: string; byId: string }, keys: InstitutionKeys): void {
    this.assertOpen();
    this.outcomeSealed = seal(outcome, this.key(keys), `case_ownership.outcome:${this.id}`);
    this.closedOn = on;
    this.closedById = byId;
  }

  /** @throws RuleBroken `CASE_OWNERSHIP_CLOSED` */
  assertOpen(): void {
    if (this.closedOn) throw new RuleBroken('CASE_OWNERSHIP_CLOSED', { field: 'id', on: this.closedOn });
  }

  private key(keys: InstitutionKeys) {
    return keys.unwrap(this.wrappedKey, this.institutionId, this.id);
  }
}
CaseOwnershipSchema.setClass(CaseOwnership);
