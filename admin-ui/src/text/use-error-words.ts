import type { CodedError } from '../graphql/coded-error.ts';
import { useColleagueNames } from './colleague-names.ts';
import { chinaMoment } from './dates.ts';
import { useT } from './use-t.ts';

/** The sentence for a refusal: by its code, or by its kind where the code has none. */
export function useErrorWords() {
  const { t, knows } = useT();
  const nameOf = useColleagueNames();

  /** A conflict says who was first and when; both may be unknown. */
  function conflict({ changedById, changedAt }: CodedError['details']): Record<string, string> {
    const who = nameOf(String(changedById)) ?? t('ui.somebody');
    return { who, when: changedAt ? chinaMoment(String(changedAt)) : t('ui.justNow') };
  }

  return ({ code, kind, details }: CodedError): string => {
    const named = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]));
    const own = `errors.${code}`;
    const general = `errors.kind.${kind}`;
    if (knows(own)) return t(own, kind === 'CONFLICT' ? conflict(details) : named);
    return knows(general) ? t(general, { code }) : t('errors.INTERNAL');
  };
}
