import { addMonths, civil, type LocalDate, parts } from '@everyletter/kit/time';
import type { Category } from '../../petition/rules/kinds.ts';
import type { RetentionRule } from '../../policy-pack/rules/policy-pack.ts';

/**
 * Until when the papers are kept; null for good. The years begin with the year after the archiving. The first rule that
 * names one of the categories holds; one that names none is for all others.
 * Source: 《机关文件材料归档范围和文书档案保管期限规定》: 永久、30 年、10 年, counted from the first of January.
 */
export function retainUntil(
  archivedOn: LocalDate,
  categories: readonly Category[],
  rules: readonly RetentionRule[],
): LocalDate | null {
  const own = rules.filter((rule) => rule.categories.some((category) => categories.includes(category)));
  const rule = longest(own) ?? rules.find((one) => one.categories.length === 0);
  if (!rule || rule.years === null) return null;
  return addMonths(civil(parts(archivedOn).year, 12, 31) as LocalDate, 12 * rule.years);
}

function longest(rules: readonly RetentionRule[]): RetentionRule | undefined {
  return rules.toSorted((one, other) => (other.years ?? Infinity) - (one.years ?? Infinity))[0];
}
