import type { CodedError } from '../graphql/coded-error.ts';
import { useT } from './use-t.ts';

/** The sentence for a refusal: by its code, or by its kind where the code has none. */
export function useErrorWords() {
  const { t, knows } = useT();
  return ({ code, kind, details }: CodedError): string => {
    const named = Object.fromEntries(Object.entries(details).map(([name, value]) => [name, String(value)]));
    const own = `errors.${code}`;
    const general = `errors.kind.${kind}`;
    if (knows(own)) return t(own, named);
    return knows(general) ? t(general, { code }) : t('errors.INTERNAL');
  };
}
