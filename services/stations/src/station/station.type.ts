import { Directive, Field, ID, ObjectType, registerEnumType } from 'type-graphql';

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
}
