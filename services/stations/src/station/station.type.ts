import { Directive, Field, ID, Int, ObjectType, registerEnumType } from 'type-graphql';

export const StationKind = {
  LAWYER_STATION: 'LAWYER_STATION',
  LAWYER_RECEPTION_ROOM: 'LAWYER_RECEPTION_ROOM',
  ENTERPRISE_WINDOW: 'ENTERPRISE_WINDOW',
  CONSULT_WINDOW: 'CONSULT_WINDOW',
} as const;
export type StationKind = (typeof StationKind)[keyof typeof StationKind];
registerEnumType(StationKind, {
  name: 'StationKind',
  description: '律师工作站 · 律师接待室 · 民营企业法律服务窗口 · 咨询窗口',
});

/** Duty for suspects and consultation for petitioners rest on different laws and are kept apart. */
export const ServiceKind = {
  PETITION_CONSULTATION: 'PETITION_CONSULTATION',
  SUSPECT_DUTY: 'SUSPECT_DUTY',
  DEFENCE_RECEPTION: 'DEFENCE_RECEPTION',
  ENTERPRISE_SERVICE: 'ENTERPRISE_SERVICE',
} as const;
export type ServiceKind = (typeof ServiceKind)[keyof typeof ServiceKind];
registerEnumType(ServiceKind, {
  name: 'ServiceKind',
  description: '信访法律咨询 · 犯罪嫌疑人值班法律帮助 · 接待辩护人与代理人 · 民营企业法律服务',
});

@Directive('@key(fields: "id")')
@ObjectType('Station', { description: 'A place of the hall where lawyers serve the public.' })
export class StationType {
  @Field(() => ID)
  readonly id!: string;

  @Field(() => String)
  readonly name!: string;

  @Field(() => StationKind)
  readonly kind!: StationKind;

  @Field(() => String)
  readonly place!: string;

  @Field(() => ServiceKind)
  readonly serviceKind!: ServiceKind;

  @Field(() => String, { nullable: true, description: 'HH:MM; null when it is not open in the morning.' })
  readonly morningFrom!: string | null;

  @Field(() => String, { nullable: true })
  readonly morningTo!: string | null;

  @Field(() => String, { nullable: true })
  readonly afternoonFrom!: string | null;

  @Field(() => String, { nullable: true })
  readonly afternoonTo!: string | null;

  @Field(() => Int)
  readonly version!: number;
}
