import type { LocalDate } from '@everyletter/kit/time';
import { defineEntity, p } from '@mikro-orm/core';
import type { HalfDay } from '../coverage/rules/coverage.ts';
import type { AvailabilityLevel, DatedAvailability as Said } from './rules/availability.ts';

/** What a lawyer said about certain days. */
const DatedAvailabilitySchema = defineEntity({
  name: 'DatedAvailability',
  tableName: 'dated_availability',
  properties: {
    id: p.uuid().primary(),
    institutionId: p.uuid(),
    lawyerId: p.uuid(),
    startsOn: p.date(),
    endsOn: p.date(),
    halfDay: p.text().nullable(),
    level: p.text(),
    note: p.text().nullable(),
    sourceUid: p.text().nullable(),
  },
});
export class DatedAvailability extends DatedAvailabilitySchema.class {
  said(): Said {
    return {
      startsOn: this.startsOn as LocalDate,
      endsOn: this.endsOn as LocalDate,
      halfDay: (this.halfDay ?? null) as HalfDay | null,
      level: this.level as AvailabilityLevel,
    };
  }
}
DatedAvailabilitySchema.setClass(DatedAvailability);
