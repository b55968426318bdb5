import { RuleBroken } from '@everyletter/kit/errors';
import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { StaffCard } from './rules/staff-card.ts';

/** A person who works, or worked, for the institution; nobody is deleted, since letters bear their names. */
const StaffSchema = defineEntity({
  name: 'Staff',
  tableName: 'staff',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    departmentId: p.uuid(),
    name: p.text(),
    title: p.text(),
    accountId: p.uuid().nullable(),
    staffNumber: p.text().nullable(),
    grade: p.text(),
    active: p.boolean(),
    leftOn: p.date().nullable(),
    version: p.integer().version(),
    changedAt: p.datetime().nullable(),
    changedById: p.uuid().nullable(),
  },
});
export class Staff extends StaffSchema.class {
  /** Whom grants of this person are made to, whether or not they were invited yet. */
  grantedAccountId(): string {
    return this.accountId ?? this.id;
  }

  describe({ departmentId, name, title, grade, staffNumber }: StaffCard): void {
    this.departmentId = departmentId;
    this.name = name;
    this.title = title;
    this.grade = grade;
    this.staffNumber = staffNumber;
  }

  /** @throws RuleBroken `STAFF_ALREADY_LEFT` */
  leave(on: LocalDate): void {
    if (!this.active) throw new RuleBroken('STAFF_ALREADY_LEFT', { field: 'id', leftOn: this.leftOn ?? null });
    this.active = false;
    this.leftOn = on;
  }

  /** @throws RuleBroken `STAFF_NOT_LEFT` */
  comeBack(): void {
    if (this.active) throw new RuleBroken('STAFF_NOT_LEFT', { field: 'id' });
    this.active = true;
    this.leftOn = null;
  }

  /** Also for what stands in other tables, so that every event about a person has a version of its own. */
  touch(at: Date, byId: string): void {
    this.changedAt = at;
    this.changedById = byId;
  }
}
StaffSchema.setClass(Staff);

/** One role one account holds; how it came about stands in its grant request. */
const RoleGrantSchema = defineEntity({
  name: 'RoleGrant',
  tableName: 'role_grant',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    accountId: p.uuid(),
    role: p.text(),
    staffId: p.uuid().nullable(),
    lawyerId: p.uuid().nullable(),
    mediatorId: p.uuid().nullable(),
    partnerOrganisationId: p.uuid().nullable(),
  },
});
export class RoleGrant extends RoleGrantSchema.class {}
RoleGrantSchema.setClass(RoleGrant);

/** A department a leader answers for (分管). */
const ResponsibilitySchema = defineEntity({
  name: 'Responsibility',
  tableName: 'responsibility',
  properties: {
    institutionId: p.uuid().primary(),
    staffId: p.uuid().primary(),
    departmentId: p.uuid().primary(),
  },
});
export class Responsibility extends ResponsibilitySchema.class {}
ResponsibilitySchema.setClass(Responsibility);
