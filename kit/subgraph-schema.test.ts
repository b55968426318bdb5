import 'reflect-metadata';
import { graphqlSync } from 'graphql';
import { Field, ObjectType, Query, Resolver } from 'type-graphql';
import { expect, test } from 'vitest';
import { allow } from './policy.ts';
import { buildSubgraph } from './subgraph-schema.ts';
import { buildViewer } from './testing.ts';
import { ROLES } from './viewer.ts';

@ObjectType()
class Letter {
  @Field(() => String)
  readonly subject!: string;

  @Field(() => String, { name: 'on' })
  readonly onDate!: string;
}

@Resolver()
class LetterResolver {
  @Query(() => Letter)
  letter(): Letter {
    return { subject: '化名', onDate: '2026-11-23' };
  }
}

test('a property is read without a call, under another name too', () => {
  const open = [allow(ROLES)];
  const { schema } = buildSubgraph({
    resolvers: [LetterResolver],
    references: {},
    policy: { 'Query.letter': open, 'Letter.subject': open, 'Letter.on': open },
  });
  const { subject } = (schema.getType('Letter') as unknown as { getFields(): Record<string, object> }).getFields();
  expect(subject).toMatchObject({ resolve: undefined });
  const contextValue = { viewer: buildViewer('01900000-0000-7000-8000-000000000001', ['CLERK']) };
  expect(graphqlSync({ schema, source: '{ letter { subject on } }', contextValue }).data?.letter).toEqual({
    subject: '化名',
    on: '2026-11-23',
  });
});
