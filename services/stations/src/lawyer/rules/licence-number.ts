import { Invalid } from '@everyletter/kit/errors';

/**
 * A lawyer's licence number: 1, the province by two digits, two of the city, four of the year, one of the kind, one of
 * the sex, six of the serial; seventeen digits. Source: 律师执业证书号码编排规则（司法部）.
 */
const LICENCE = /^1\d{16}$/;

/** Spaces within it are dropped. @throws Invalid `LICENCE_NUMBER_INVALID` */
export function licenceNumber(text: string, field: string): string {
  const number = text.replaceAll(/\s/g, '');
  if (!LICENCE.test(number)) throw new Invalid('LICENCE_NUMBER_INVALID', { field });
  return number;
}
