import { FieldResolver, Resolver, Root } from 'type-graphql';
import { StaffRef } from '../refs/staff.ts';
import type { ClockEventRow } from './clock-event.entity.ts';
import { ClockEventType } from './clock-event.type.ts';

@Resolver(() => ClockEventType)
export class ClockEventResolver {
  @FieldResolver(() => StaffRef, { nullable: true, description: 'Null when a job or another system wrote it down.' })
  recordedBy(@Root() { recordedById }: ClockEventRow): StaffRef | null {
    return recordedById ? { id: recordedById } : null;
  }
}
