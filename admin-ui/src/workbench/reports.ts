/** A query under a name: of this house's reporters, or one that every installation has. */
export interface NamedReport {
  readonly name: string;
  readonly document: string;
  readonly variables: object;
  readonly words?: { readonly zh: string; readonly en: string };
  readonly own?: boolean;
  readonly shared?: boolean;
  readonly owner?: string;
  readonly version?: number;
}

export interface ReportList {
  readonly examples: readonly NamedReport[];
  readonly saved: readonly NamedReport[];
}

/** For a shell; an apostrophe in the document would end its text. */
export function curlOf(origin: string, query: string, variables: object): string {
  const body = JSON.stringify({ query, variables }).replaceAll("'", String.raw`'\''`);
  return [
    `curl -s ${origin}/graphql`,
    '-H "authorization: Bearer $EVERYLETTER_KEY"',
    "-H 'content-type: application/json'",
    `--data '${body}'`,
  ].join(' \\\n  ');
}
