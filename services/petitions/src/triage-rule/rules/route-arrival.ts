import type { Track } from '../../petition/rules/kinds.ts';
import type { Arrival } from '../../petition/rules/track.ts';
import { DEFAULT_RULES, routingOf, type TriageRuleSet } from './triage-rule.ts';

/** The sentences of the rows that stand before an administrator saves others. */
const KNOWN = ['ASSIGNED_FROM_ABOVE', 'CATEGORY_UNCLEAR', 'SIGNED_LETTER', 'CATEGORY_CLEAR'] as const;

/** Where a petition goes on arrival; a person at the triage desk may choose otherwise. */
export interface Route {
  readonly track: Track;
  readonly reasonCode: (typeof KNOWN)[number] | 'BY_RULE';
  readonly ruleName: string;
  /** Null: as the policy pack says for the track. Unit: workdays. */
  readonly targetWorkdays: number | null;
  readonly departmentId: string | null;
}

export function routeArrival(rules: TriageRuleSet, arrival: Arrival): Route {
  const { rule } = routingOf(rules, arrival);
  const at = DEFAULT_RULES.rules.findIndex(({ name, track }) => name === rule.name && track === rule.track);
  return {
    track: rule.track,
    reasonCode: KNOWN[at] ?? 'BY_RULE',
    ruleName: rule.name,
    targetWorkdays: rule.targetWorkdays,
    departmentId: rule.departmentId,
  };
}
