import {
  buildASTSchema,
  type DefinitionNode,
  type DocumentNode,
  type GraphQLSchema,
  isObjectType,
  isScalarType,
  Kind,
  parse,
  printSchema,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';
import { Refusal } from '../http/refusal.ts';
import { REPORT_SCOPES, type ReportScope } from '../keys/key-scopes.ts';
import { keepReachable } from './reachable-types.ts';

/** The fields of each area that a reporter may ask for, as `Type.field`. */
export type ReporterFields = Readonly<Partial<Record<ReportScope, readonly string[]>>>;

/** The schema as one kind of caller knows it: nothing else can be asked for, or is told of. */
export interface SchemaView {
  /** The same for the same schema. */
  readonly key: string;
  readonly schema: GraphQLSchema;
}

/** What every key may ask for, so that whatever it may ask has a place to stand: the names of the house. */
const BASICS = [
  'Query.institution',
  'Query.institutions',
  'Query.viewer',
  'Viewer.accountId',
  'Viewer.displayName',
  'Viewer.roles',
  'Viewer.institution',
  'Institution.id',
  'Institution.name',
  'Institution.shortName',
  'Institution.level',
  'Institution.parent',
  'Institution.children',
  'Institution.today',
  'Department.id',
  'Department.name',
];

/** Schemas of reporters, made when first asked for and kept. */
export class SchemaViews {
  private readonly known = new Map<string, SchemaView>();
  private readonly document: DocumentNode;

  constructor(
    private readonly api: GraphQLSchema,
    private readonly fields: ReporterFields,
  ) {
    this.document = parse(printSchema(api), { noLocation: true });
  }

  of(scopes: readonly ReportScope[]): SchemaView {
    const key = REPORT_SCOPES.filter((scope) => scopes.includes(scope)).join();
    const before = this.known.get(key);
    if (before) return before;
    const view = { key, schema: this.build(scopes) };
    this.known.set(key, view);
    return view;
  }

  /** @throws Refusal `API_KEY_OUT_OF_SCOPE` naming the first field that another scope would open, and that scope */
  refuseOutOfScope(document: DocumentNode, scopes: readonly ReportScope[]): void {
    if (REPORT_SCOPES.every((scope) => scopes.includes(scope))) return;
    const all = this.of(REPORT_SCOPES).schema;
    const own = this.of(scopes).schema;
    const info = new TypeInfo(all);
    visit(
      document,
      visitWithTypeInfo(info, {
        Field: ({ name }) => {
          const type = info.getParentType()?.name ?? '';
          if (!info.getFieldDef() || name.value.startsWith('__')) return;
          const ownType = own.getType(type);
          if (isObjectType(ownType) && ownType.getFields()[name.value]) return;
          const field = `${type}.${name.value}`;
          throw new Refusal(403, 'API_KEY_OUT_OF_SCOPE', { field, scope: this.scopesOf(field)[0] ?? '' });
        },
      }),
    );
  }

  private build(scopes: readonly ReportScope[]): GraphQLSchema {
    const open = new Set([...BASICS, ...scopes.flatMap((scope) => this.fields[scope] ?? [])]);
    const allowed = new Set(Object.values(this.fields).flat());
    const isVisible = (type: string, field: string) => {
      const coordinate = `${type}.${field}`;
      if (type === 'Subscription' && !scopes.includes('LIVE')) return false;
      return type === 'Subscription' ? allowed.has(coordinate) : open.has(coordinate) && allowed.has(coordinate);
    };
    const definitions = keepReachable(this.document.definitions.map((one) => visibleOf(one, isVisible)));
    return readingScalarsLike(this.api, buildASTSchema({ kind: Kind.DOCUMENT, definitions }, { assumeValidSDL: true }));
  }

  private scopesOf(field: string): ReportScope[] {
    if (field.startsWith('Subscription.')) return ['LIVE'];
    return REPORT_SCOPES.filter((scope) => this.fields[scope]?.includes(field));
  }
}

type IsVisible = (type: string, field: string) => boolean;

/** Keys change nothing: of mutations a view knows nothing at all. */
function visibleOf(definition: DefinitionNode, isVisible: IsVisible): DefinitionNode {
  if (definition.kind !== 'ObjectTypeDefinition' && definition.kind !== 'InterfaceTypeDefinition') return definition;
  const { value: type } = definition.name;
  const isRead = type !== 'Mutation';
  return { ...definition, fields: definition.fields?.filter(({ name }) => isRead && isVisible(type, name.value)) };
}

function readingScalarsLike(api: GraphQLSchema, view: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(view.getTypeMap())) {
    const original = api.getType(type.name);
    if (!isScalarType(type) || !isScalarType(original)) continue;
    type.parseValue = original.parseValue;
    type.parseLiteral = original.parseLiteral;
  }
  return view;
}
