import { Invalid, RuleBroken } from '@everyletter/kit/errors';
import { type Category, Channel, type IdentityKind, Track } from '../../petition/rules/kinds.ts';
import type { Arrival } from '../../petition/rules/track.ts';

/** One row of the table. An empty list or null asks for nothing; all that is asked for must hold. */
export interface TriageRule {
  /** What people read beside the track. */
  readonly name: string;
  readonly channels: readonly Channel[];
  readonly categories: readonly Category[];
  readonly identityKinds: readonly IdentityKind[];
  /** Only what came with an order from above; null: whether or not. */
  readonly fromSuperior: boolean | null;
  readonly track: Track;
  /** By when it should have left the desk; null: as the policy pack says for the track. Unit: workdays. */
  readonly targetWorkdays: number | null;
  /** Suggested at the desk; null: a person chooses. */
  readonly departmentId: string | null;
}

/** A saved table; version 0 is the one that stands before anybody saves one. */
export interface TriageRuleSet {
  readonly version: number;
  readonly rules: readonly TriageRule[];
}

/** What the table says of one petition, and by which of its rows (from 0). */
export interface Routing {
  readonly position: number;
  readonly rule: TriageRule;
}

const MAX_RULES = 60;
const MAX_TARGET_WORKDAYS = 30;

/** The first row that fits; the last one fits everything. */
export function routingOf({ rules }: TriageRuleSet, arrival: Arrival): Routing {
  const position = rules.findIndex((rule) => fits(rule, arrival));
  const rule = rules[position];
  if (!rule) throw new Error('A table of triage rules without a row for everything');
  return { position, rule };
}

function fits(rule: TriageRule, { channel, category, identityKind, fromSuperior }: Arrival): boolean {
  const among = <T>(asked: readonly T[], value: T) => asked.length === 0 || asked.includes(value);
  const ordered = fromSuperior || channel === Channel.SUPERIOR_ASSIGNED;
  return (
    among(rule.channels, channel) &&
    among(rule.categories, category) &&
    among(rule.identityKinds, identityKind) &&
    (rule.fromSuperior === null || rule.fromSuperior === ordered)
  );
}

/**
 * Whether the table may be saved: the last row takes what is left, and nobody's order is taken for one.
 * @throws Invalid `TRIAGE_RULES_COUNT_INVALID`, `TRIAGE_RULE_TARGET_INVALID`; RuleBroken `TRIAGE_RULES_LAST_NOT_FOR_ALL`,
 * `TRIAGE_RULE_NEEDS_ORDER`, `TRIAGE_RULE_NEVER_REACHED`
 */
export function checkRules(rules: readonly TriageRule[]): void {
  if (rules.length < 1 || rules.length > MAX_RULES) {
    throw new Invalid('TRIAGE_RULES_COUNT_INVALID', { field: 'rules', min: 1, max: MAX_RULES });
  }
  rules.forEach(checkRule);
  if (!isForAll(rules.at(-1) as TriageRule)) throw new RuleBroken('TRIAGE_RULES_LAST_NOT_FOR_ALL', { field: 'rules' });
  const early = rules.slice(0, -1).findIndex(isForAll);
  if (early >= 0) throw new RuleBroken('TRIAGE_RULE_NEVER_REACHED', { field: 'rules', line: early + 2 });
}

function checkRule({ track, fromSuperior, targetWorkdays }: TriageRule, at: number): void {
  const line = at + 1;
  if (track === Track.SUPERIOR_ASSIGNED && fromSuperior !== true) {
    throw new RuleBroken('TRIAGE_RULE_NEEDS_ORDER', { field: 'rules', line });
  }
  const isTarget = targetWorkdays === null || (Number.isInteger(targetWorkdays) && targetWorkdays >= 0);
  if (!isTarget || (targetWorkdays ?? 0) > MAX_TARGET_WORKDAYS) {
    throw new Invalid('TRIAGE_RULE_TARGET_INVALID', { field: 'rules', line, max: MAX_TARGET_WORKDAYS });
  }
}

function isForAll({ channels, categories, identityKinds, fromSuperior }: TriageRule): boolean {
  return channels.length + categories.length + identityKinds.length === 0 && fromSuperior === null;
}

const ANY = { channels: [], categories: [], identityKinds: [], fromSuperior: null } as const;
const NO_MORE = { targetWorkdays: null, departmentId: null } as const;

/**
 * What stands until an administrator saves another table. In the order of urgency: 上级交办→办理快, 难于归口→审查快,
 * 实名来信→回复快, 性质明确→分流快.
 */
export const DEFAULT_RULES: TriageRuleSet = {
  version: 0,
  rules: [
    { ...ANY, ...NO_MORE, name: '上级交办', fromSuperior: true, track: 'SUPERIOR_ASSIGNED' },
    { ...ANY, ...NO_MORE, name: '难于归口', categories: ['OTHER'], track: 'HARD_TO_CLASSIFY' },
    { ...ANY, ...NO_MORE, name: '实名来信', channels: ['LETTER'], identityKinds: ['REAL_NAME'], track: 'REAL_NAME' },
    { ...ANY, ...NO_MORE, name: '性质明确', track: 'CLEAR_NATURE' },
  ],
};
