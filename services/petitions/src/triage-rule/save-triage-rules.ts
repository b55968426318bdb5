import { authorize, Conflict } from '@everyletter/kit/errors';
import { auditChange } from '../audit-change.ts';
import type { Context } from '../context.ts';
import { checkRules, type TriageRule } from './rules/triage-rule.ts';
import type { SavedRules } from './triage-rules.repository.ts';

/**
 * A table is never changed: it is followed by the next. Petitions keep what was said when they came.
 * `seen`: the version that was on the screen.
 * @throws Conflict `TRIAGE_RULES_CHANGED`; Invalid and RuleBroken of `checkRules`; NotFound `DEPARTMENT_NOT_FOUND`
 */
export async function saveTriageRules(
  seen: number,
  rules: readonly TriageRule[],
  context: Context,
): Promise<SavedRules> {
  const { triageRules, colleagues, viewer, now } = context;
  authorize(viewer.via === 'SESSION');
  checkRules(rules);
  const departments = new Set(rules.flatMap(({ departmentId }) => departmentId ?? []));
  for (const departmentId of departments) await colleagues.requireHandling(departmentId, null);
  const before = await triageRules.current();
  const saved = { version: before.version + 1, rules, savedById: viewer.staffId, savedAt: now };
  if (before.version !== seen || !(await triageRules.add(saved))) throw changed(await triageRules.current());
  await auditChange(context, {
    action: 'SAVE_TRIAGE_RULES',
    subjectType: 'TriageRuleSet',
    subjectId: String(saved.version),
    facts: { version: saved.version, rules: rules.length },
  });
  return saved;
}

function changed({ version, savedById, savedAt }: SavedRules): Conflict {
  const changedAt = savedAt?.toISOString() ?? null;
  return new Conflict('TRIAGE_RULES_CHANGED', { field: 'version', version, changedById: savedById, changedAt });
}
