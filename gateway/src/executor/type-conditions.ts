import { type GraphQLSchema, isAbstractType, isObjectType } from 'graphql';

/** Answers whether an object of one type satisfies a type condition; remembers what it worked out. */
export class TypeConditions {
  private readonly known = new Map<string, boolean>();

  /** `schema`: the supergraph's, which also knows the types clients do not see. */
  constructor(private readonly schema: GraphQLSchema) {}

  /** The planner leaves `__typename` out where only one type can stand: an object without one fits. */
  fits(typename: unknown, condition: string | readonly string[] | undefined): boolean {
    if (condition === undefined || condition.length === 0) return true;
    if (typename === undefined) return true;
    if (typeof typename !== 'string') return false;
    return typeof condition === 'string'
      ? this.fitsOne(typename, condition)
      : condition.some((one) => this.fitsOne(typename, one));
  }

  private fitsOne(typename: string, condition: string): boolean {
    if (typename === condition) return true;
    const key = `${typename} ${condition}`;
    let answer = this.known.get(key);
    if (answer === undefined) {
      const abstract = this.schema.getType(condition);
      const concrete = this.schema.getType(typename);
      answer = isAbstractType(abstract) && isObjectType(concrete) && this.schema.isSubType(abstract, concrete);
      this.known.set(key, answer);
    }
    return answer;
  }
}
