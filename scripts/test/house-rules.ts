/** A file of the repository, by its path from the root. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

const MAX_LINES = { source: 300, component: 250 };
const CODE = /\.(?:ts|mjs|cjs|vue)$/;
const EMPTY_NAME = /^(?:utils?|common|helpers?|shared|misc|managers?)(?:\.|$)/i;
const UNFINISHED = /\b(?:TODO|FIXME|HACK|XXX)\b|\b(?:for now|hard-?coded)\b/i;
const ONE_MACHINE = /(?<![\w.])\/(?:work|tmp|root|Users)\/\w|\/home\/\w+\/|\b[A-Z]:\\\\?Users\b/;
const CLOCK_OR_CHANCE = /\bnew Date\(\)|\bDate\.now\(|\bMath\.random\(|\bperformance\.now\(/;

/** What breaks the shape of the house, a line each: `path: what`. What an import or a linter can say is said there. */
export function brokenHouseRules(files: readonly SourceFile[]): string[] {
  return files.flatMap((file) => RULES.filter(({ breaks }) => breaks(file)).map(({ says }) => `${file.path}: ${says}`));
}

interface HouseRule {
  readonly says: string;
  breaks(file: SourceFile): boolean;
}

const RULES: readonly HouseRule[] = [
  { says: 'too long; split it by behaviour or by story', breaks: isTooLong },
  { says: 'a name that says nothing', breaks: ({ path }) => path.split('/').some((part) => EMPTY_NAME.test(part)) },
  { says: 'unfinished', breaks: ({ path, text }) => CODE.test(path) && UNFINISHED.test(text) },
  { says: 'a path of one machine', breaks: ({ text }) => ONE_MACHINE.test(text) },
  {
    says: 'a rule with a clock or with chance',
    breaks: ({ path, text }) => isRule(path) && CLOCK_OR_CHANCE.test(text),
  },
];

function isTooLong({ path, text }: SourceFile): boolean {
  if (!CODE.test(path)) return false;
  return text.split('\n').length - 1 > (path.endsWith('.vue') ? MAX_LINES.component : MAX_LINES.source);
}

const isRule = (path: string) => /\/rules\/[^/]+\.ts$/.test(path) && !path.endsWith('.test.ts');
