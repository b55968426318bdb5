import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { ConfigError, parseEnv } from '@everyletter/kit/config';
import { cleanText } from '@everyletter/kit/text';
import * as v from 'valibot';

const LEVELS = ['SUPREME', 'PROVINCIAL', 'MUNICIPAL', 'DISTRICT'] as const;
const PERSON = /^([^<>]+?)\s*<([^<>\s]+@[^<>\s]+)>$/;

const text = (max: number) =>
  v.pipe(
    v.optional(v.string(), ''),
    v.nonEmpty('is missing'),
    v.check((given) => isClean(given, max), `must have at most ${max} characters, none of them invisible`),
    v.transform((given) => given.normalize('NFC').trim()),
  );
const person = v.pipe(
  text(100),
  v.regex(PERSON, 'must be a name and an address to sign in with: 丁守成 <security@court.example>'),
  v.transform((given) => {
    const [, displayName = '', email = ''] = PERSON.exec(given) ?? [];
    return { displayName, email: email.toLowerCase() };
  }),
);

/** Each is an option of the command, e.g. `--short-name=海`. */
const SHAPE = {
  /** As its letters name it. */
  name: text(60),
  'short-name': text(10),
  level: v.pipe(text(20), v.picklist(LEVELS, `must be one of ${LEVELS.join(', ')}`)),
  /** What numbers begin with: 海检控申 in 海检控申〔2026〕00017号. */
  'number-prefix': text(12),
  /** Printed on letters. */
  address: text(100),
  phone: text(30),
  'complaints-department': v.optional(text(30), '控告申诉检察部门'),
  /** 三员分立: three people, none of whom reads letters. */
  'system-administrator': person,
  'security-administrator': person,
  auditor: person,
};

export type OfficeOptions = ReturnType<typeof parseEnv<typeof SHAPE>>;

const NAMES = Object.keys(SHAPE);
const OPTIONAL = 'complaints-department';

/** What was given on the command line; what is missing is asked for when somebody sits at the terminal. */
export async function askForOffice(given: readonly string[]): Promise<OfficeOptions> {
  const values = valuesOf(given);
  if (process.stdin.isTTY) await askForMissing(values);
  return readOffice(values);
}

/** @throws ConfigError naming every option that is missing or wrong */
export function readOffice(values: Readonly<Record<string, string | undefined>>): OfficeOptions {
  const office = parseEnv(SHAPE, values);
  const { 'system-administrator': system, 'security-administrator': security, auditor } = office;
  if (new Set([system.email, security.email, auditor.email]).size < 3) {
    throw new ConfigError(['system-administrator, security-administrator, auditor: must be three different people']);
  }
  return office;
}

/** @throws ConfigError for an option there is not */
export function valuesOf(given: readonly string[]): Record<string, string | undefined> {
  const options = Object.fromEntries(NAMES.map((name) => [name, { type: 'string' as const }]));
  try {
    return { ...parseArgs({ args: [...given], options }).values } as Record<string, string | undefined>;
  } catch (error) {
    throw new ConfigError([`${(error as Error).message}; there are: ${NAMES.map((name) => `--${name}`).join(', ')}`]);
  }
}

async function askForMissing(values: Record<string, string | undefined>): Promise<void> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    for (const name of NAMES) if (name !== OPTIONAL) values[name] ??= await terminal.question(`${name}: `);
  } finally {
    terminal.close();
  }
}

function isClean(given: string, max: number): boolean {
  try {
    cleanText(given, { field: 'option', max });
    return true;
  } catch {
    return false;
  }
}
