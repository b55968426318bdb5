import {
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLNamedType,
  type GraphQLObjectType,
  type GraphQLSchema,
  getNamedType,
  isAbstractType,
  isCompositeType,
  isInterfaceType,
  isObjectType,
  isRequiredArgument,
  isUnionType,
  parseValue,
  valueFromASTUntyped,
} from 'graphql';

export interface GeneratorOptions {
  readonly seed: number;
  readonly count: number;
  /** Literals for arguments, by `Type.field.argument` or by the argument's type as written. */
  readonly argumentValues: Readonly<Record<string, readonly string[]>>;
  readonly maxDepth?: number;
  /** Fields of the query itself; where most of them may not be null, one refusal empties the whole answer. */
  readonly maxRootFields?: number;
  /** How many selections have `@skip` or `@include`. From 0 to 1. */
  readonly conditionShare?: number;
}

const MAX_FIELDS = 4;
const CONDITION_SHARE = 0.12;

export interface GeneratedOperation {
  readonly document: string;
  readonly variables: Readonly<Record<string, unknown>>;
}

/**
 * Queries over any schema, the same for the same seed: aliases, fragments, `@skip` and `@include`, arguments, and
 * variables with and without defaults, some of which are left to their default.
 */
export function generateOperations(schema: GraphQLSchema, options: GeneratorOptions): GeneratedOperation[] {
  const random = randomSource(options.seed);
  const uses = new Map<GraphQLField<unknown, unknown>, number>();
  return Array.from({ length: options.count }, () => new OperationWriter(schema, options, { random, uses }).write());
}

/** mulberry32: small, and the same on every machine. Answers 0 ≤ x < 1. */
function randomSource(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

/** What the operations of one series share. */
interface Series {
  readonly random: () => number;
  readonly uses: Map<GraphQLField<unknown, unknown>, number>;
}

class OperationWriter {
  private readonly fragments: string[] = [];
  private readonly definitions: string[] = [];
  private readonly variables: Record<string, unknown> = {};
  private aliases = 0;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly options: GeneratorOptions,
    private readonly series: Series,
  ) {}

  write(): GeneratedOperation {
    const root = this.schema.getQueryType() as GraphQLObjectType;
    const selection = this.selection(root, this.options.maxDepth ?? 4, this.options.maxRootFields);
    const head = this.definitions.length > 0 ? `query (${this.definitions.join(', ')})` : 'query';
    return { document: [`${head} ${selection}`, ...this.fragments].join('\n'), variables: this.variables };
  }

  private selection(type: GraphQLNamedType, depth: number, most = MAX_FIELDS): string {
    const parts = isUnionType(type) ? ['__typename'] : this.fields(type, depth, most);
    if (isAbstractType(type)) parts.push('__typename', ...this.typeParts(type, depth));
    if (parts.length > 0 && this.chance(0.2)) parts.push(this.fragment(type, depth, most));
    return `{ ${parts.length > 0 ? parts.join(' ') : '__typename'} }`;
  }

  private fields(type: GraphQLNamedType, depth: number, most: number): string[] {
    if (!isObjectType(type) && !isInterfaceType(type)) return [];
    const usable = Object.values(type.getFields()).filter((field) => this.isUsable(type, field, depth));
    const wanted = 1 + Math.floor(this.series.random() * most);
    const chosen = Array.from({ length: Math.min(wanted, usable.length) }, () => this.leastUsed(usable));
    const parts = [...new Set(chosen)].map((field) => this.field(type, field, depth));
    return this.chance(0.15) ? [...parts, '__typename'] : parts;
  }

  private field(type: GraphQLNamedType, field: GraphQLField<unknown, unknown>, depth: number): string {
    const given = field.args.filter((argument) => isRequiredArgument(argument) || this.chance(0.6));
    const values = given.flatMap((argument) => this.argument(type, field, argument));
    const args = values.length > 0 ? `(${values.join(', ')})` : '';
    // An argument may differ between two uses of one field, so such a field always goes by a name of its own.
    const alias = field.args.length > 0 || this.chance(0.25) ? `${this.newAlias()}: ` : '';
    const named = getNamedType(field.type);
    const inner = isCompositeType(named) ? ` ${this.selection(named, depth - 1)}` : '';
    return `${alias}${field.name}${args}${this.condition()}${inner}`;
  }

  private argument(type: GraphQLNamedType, field: GraphQLField<unknown, unknown>, argument: GraphQLArgument): string[] {
    const values = this.valuesOf(type, field, argument);
    if (!values) return [];
    const literal = this.pick(values);
    return [`${argument.name}: ${this.chance(0.3) ? this.variable(String(argument.type), literal) : literal}`];
  }

  private valuesOf(type: GraphQLNamedType, field: GraphQLField<unknown, unknown>, argument: GraphQLArgument) {
    const { argumentValues } = this.options;
    return argumentValues[`${type.name}.${field.name}.${argument.name}`] ?? argumentValues[String(argument.type)];
  }

  private typeParts(type: GraphQLNamedType, depth: number): string[] {
    if (!isAbstractType(type)) return [];
    const possible = this.schema.getPossibleTypes(type).filter(() => this.chance(0.6));
    return possible.map((one) => `... on ${one.name}${this.condition()} ${this.selection(one, depth - 1)}`);
  }

  private fragment(type: GraphQLNamedType, depth: number, most: number): string {
    const body = this.selection(type, depth - 1, most);
    if (this.chance(0.5)) return `... on ${type.name}${this.condition()} ${body}`;
    const name = `F${this.newAlias()}`;
    this.fragments.push(`fragment ${name} on ${type.name} ${body}`);
    return `...${name}${this.condition()}`;
  }

  private condition(): string {
    if (!this.chance(this.options.conditionShare ?? CONDITION_SHARE)) return '';
    const directive = this.chance(0.5) ? 'skip' : 'include';
    if (this.chance(0.3)) return ` @${directive}(if: ${this.chance(0.5)})`;
    return ` @${directive}(if: ${this.variable('Boolean!', String(this.chance(0.5)))})`;
  }

  /** A new variable that comes to this value, given or by its default. */
  private variable(type: string, literal: string): string {
    const name = `v${this.definitions.length}`;
    const hasDefault = this.chance(0.5);
    this.definitions.push(`$${name}: ${type}${hasDefault ? ` = ${literal}` : ''}`);
    if (!hasDefault || this.chance(0.5)) this.variables[name] = valueFromASTUntyped(parseValue(literal));
    return `$${name}`;
  }

  private isUsable(type: GraphQLNamedType, field: GraphQLField<unknown, unknown>, depth: number): boolean {
    if (isCompositeType(getNamedType(field.type)) && depth <= 0) return false;
    return field.args.every((argument) => !isRequiredArgument(argument) || this.valuesOf(type, field, argument));
  }

  /** Of a few drawn ones, so that a series comes to every field of a large schema. */
  private leastUsed(fields: readonly GraphQLField<unknown, unknown>[]): GraphQLField<unknown, unknown> {
    const { uses } = this.series;
    const drawn = [this.pick(fields), this.pick(fields), this.pick(fields)];
    const [field] = drawn.sort((one, other) => (uses.get(one) ?? 0) - (uses.get(other) ?? 0)) as [(typeof drawn)[0]];
    uses.set(field, (uses.get(field) ?? 0) + 1);
    return field;
  }

  private newAlias(): string {
    this.aliases += 1;
    return `a${this.aliases}`;
  }

  private pick<T>(list: readonly T[]): T {
    return list[Math.floor(this.series.random() * list.length)] as T;
  }

  private chance(share: number): boolean {
    return this.series.random() < share;
  }
}
