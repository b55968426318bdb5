import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import { type Credentials, yearsOfPractice } from './rules/eligibility.ts';

const LawFirmSchema = defineEntity({
  name: 'LawFirm',
  tableName: 'law_firm',
  properties: { id: p.uuid().primary(), institutionId: p.uuid(), name: p.text(), endedOn: p.date().nullable() },
});
export class LawFirm extends LawFirmSchema.class {}
LawFirmSchema.setClass(LawFirm);

/** A lawyer who serves at the stations. */
const LawyerSchema = defineEntity({
  name: 'Lawyer',
  tableName: 'lawyer',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    firmId: p.uuid(),
    name: p.text(),
    /** As told; `practisingSince` goes before it. */
    yearsOfPractice: p.integer(),
    licenceNumber: p.text().nullable(),
    sponsor: p.text(),
    practisingSince: p.date().nullable(),
    passedReviewYears: p.array().columnType('int[]'),
    disciplinedOn: p.date().nullable(),
    languages: p.array(),
    /** Half-days; null: no cap. */
    weeklyCap: p.integer().nullable(),
    monthlyCap: p.integer().nullable(),
    /** Where they can serve; empty: everywhere. */
    stationIds: p.array().columnType('uuid[]'),
    preferredStationIds: p.array().columnType('uuid[]'),
    /** Fourteen levels, Monday morning first. */
    weeklyAvailability: p.array(),
    joinedOn: p.date().nullable(),
    endedOn: p.date().nullable(),
    version: p.integer().version(),
  },
});
export class Lawyer extends LawyerSchema.class {
  credentials(): Credentials {
    return {
      practisingSince: (this.practisingSince ?? null) as LocalDate | null,
      yearsTold: this.yearsOfPractice,
      passedReviewYears: this.passedReviewYears.map(Number),
      disciplinedOn: (this.disciplinedOn ?? null) as LocalDate | null,
    };
  }

  /** Whole years. */
  practisedBy(today: LocalDate): number {
    return yearsOfPractice(this.credentials(), today);
  }

  /** The last day they serve is `endedOn` itself. */
  servesOn(day: LocalDate): boolean {
    return (this.joinedOn ?? day) <= day && (this.endedOn ?? day) >= day;
  }
}
LawyerSchema.setClass(Lawyer);

/** What a lawyer is good at, and for how long that was found true. Both days included. */
const LawyerSpecialtySchema = defineEntity({
  name: 'LawyerSpecialty',
  tableName: 'lawyer_specialty',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    lawyerId: p.uuid(),
    specialty: p.text(),
    validFrom: p.date(),
    validTo: p.date().nullable(),
  },
});
export class LawyerSpecialty extends LawyerSpecialtySchema.class {}
LawyerSpecialtySchema.setClass(LawyerSpecialty);
