import type { LocalDate } from '@everyletter/kit/time';
import { expect, test } from 'vitest';
import { readIdNumber } from './id-number.ts';
import { readIdentity } from './petitioner-identity.ts';
import { readName } from './petitioner-name.ts';
import { readPhone } from './phone-number.ts';
import type { RemarkCode } from './remark-words.ts';

const TODAY = '2026-11-24' as LocalDate;
const codesOf = (reading: { remarks: readonly { code: RemarkCode }[] }) => reading.remarks.map(({ code }) => code);

test.each<[string, string, string | null, RemarkCode[]]>([
  ['a plain name', '王勤', '王勤', []],
  ['a rare character outside the BMP', '曹𠮷', '曹𠮷', []],
  ['a rare character of extension A', '谢㛃', '谢㛃', []],
  ['the separator of the standard', '扎西·次仁', '扎西·次仁', []],
  ['a bullet', '扎西•次仁', '扎西·次仁', ['NAME_SEPARATOR_CHANGED']],
  ['a hyphenation point', '扎西‧次仁', '扎西·次仁', ['NAME_SEPARATOR_CHANGED']],
  ['a full-width stop', '扎西．次仁', '扎西·次仁', ['NAME_SEPARATOR_CHANGED']],
  ['a katakana middle dot', '扎西・次仁', '扎西·次仁', ['NAME_SEPARATOR_CHANGED']],
  ['a full stop', '扎西.次仁', '扎西·次仁', ['NAME_SEPARATOR_CHANGED']],
  ['stray spaces of both widths', ' 诸葛超　', '诸葛超', ['SPACES_REMOVED']],
  ['a space inside', '王　勤', '王勤', ['SPACES_REMOVED']],
  ['a Latin name keeps its space', 'Anna O’Neil', 'Anna O’Neil', []],
  ['decomposed letters', 'Zoe\u0308', 'Zoë', ['TEXT_NORMALISED']],
  ['a zero-width joiner', '王\u200D勤', '王勤', ['HIDDEN_CHARACTERS_REMOVED']],
  ['a direction override', '王\u202E勤', null, ['HIDDEN_CHARACTERS']],
  ['a control character', '王\u0007勤', null, ['HIDDEN_CHARACTERS']],
  ['half of a character', '王\uD842', null, ['TEXT_NOT_UNICODE']],
  ['a lost character', '王\uFFFD', '王\uFFFD', ['CHARACTERS_LOST', 'NAME_UNUSUAL']],
  ['a private-use character', '王\uE000', '王\uE000', ['PRIVATE_USE_CHARACTERS', 'NAME_UNUSUAL']],
  ['an ideographic description', '王勤等3人', '王勤等3人', ['NAME_UNUSUAL']],
  ['fifty characters outside the BMP', '𠮷'.repeat(50), '𠮷'.repeat(50), []],
  ['fifty-one characters', '王'.repeat(51), null, ['TEXT_TOO_LONG']],
  ['a formula', '=王勤', '=王勤', ['FORMULA_AS_TEXT', 'NAME_UNUSUAL']],
  ['nothing', '', null, []],
  ['a dash for nothing', '—', null, ['PLACEHOLDER_EMPTIED']],
])('name: %s', (_, written, value, codes) => {
  const reading = readName(written);
  expect([reading.value, codesOf(reading), reading.saysAnonymous]).toEqual([value, codes, false]);
});

test('匿名 is no name', () => {
  expect(readName(' 匿名')).toMatchObject({ value: null, saysAnonymous: true });
});

test.each<[string, string, string | null, boolean, RemarkCode[]]>([
  ['sound', '110105194312287030', '110105194312287030', true, []],
  ['sound with X', '13068219410223820X', '13068219410223820X', true, []],
  ['small x', '13068219410223820x', '13068219410223820X', true, ['DIGITS_TIDIED']],
  ['spaces', '130682 19410223 820X', '13068219410223820X', true, ['DIGITS_TIDIED']],
  ['full-width', '１10105194312287030', '110105194312287030', true, ['WIDTH_CHANGED']],
  ['checksum wrong', '110105194312287031', '110105194312287031', false, ['ID_NUMBER_CHECKSUM_WRONG']],
  ['born on 30 February', '110105194302307030', '110105194302307030', false, ['ID_NUMBER_BIRTH_DATE_WRONG']],
  ['born tomorrow', '110105202611257030', '110105202611257030', false, ['ID_NUMBER_BIRTH_DATE_WRONG']],
  ['fifteen digits', '110105431228703', '110105431228703', false, ['ID_NUMBER_OLD_FORM']],
  ['digits lost by a spreadsheet', '1.10105E+17', '1.10105E+17', false, ['ID_NUMBER_MALFORMED']],
  ['nothing', '', null, false, []],
])('ID number: %s', (_, written, value, sound, codes) => {
  const reading = readIdNumber(written, TODAY);
  expect([reading.value, reading.sound, codesOf(reading)]).toEqual([value, sound, codes]);
});

test.each<[string, string, string | null, string | null, RemarkCode[]]>([
  ['a mobile number', '13923832915', '13923832915', '13923832915', []],
  ['full-width digits', '１３９１２２２４７９４', '13912224794', '13912224794', ['WIDTH_CHANGED']],
  ['spaces and dashes', '139-1222 4794', '13912224794', '13912224794', ['DIGITS_TIDIED']],
  ['a country code', '+8613912224794', '13912224794', '13912224794', ['PHONE_PREFIX_REMOVED']],
  ['a landline', '010-62345678', '01062345678', '01062345678', ['DIGITS_TIDIED']],
  ['a landline without its area', '62345678', '62345678', null, ['PHONE_MALFORMED']],
  ['a digit too few', '1391222479', '1391222479', null, ['PHONE_MALFORMED']],
  ['digits lost by a spreadsheet', '1.39E+10', '1.39E+10', null, ['PHONE_MALFORMED']],
  ['two numbers', '13912224794/13912224795', '13912224794/13912224795', '13912224794', ['PHONE_SEVERAL']],
  ['a word', '无', null, null, ['PLACEHOLDER_EMPTIED']],
  ['nothing', '', null, null, []],
])('phone: %s', (_, written, value, digits, codes) => {
  const reading = readPhone(written);
  expect([reading.value, reading.digits, codesOf(reading)]).toEqual([value, digits, codes]);
});

test.each<[string, string, string, boolean, string, RemarkCode[]]>([
  ['a name and a yes', '王勤', '是', false, 'REAL_NAME', []],
  ['a note of 化名 outweighs the yes', '王勤', '是', true, 'PSEUDONYMOUS', []],
  ['匿名 and a no', '匿名', '否', false, 'ANONYMOUS', []],
  ['匿名 and no answer', '匿名', '', false, 'ANONYMOUS', []],
  ['匿名 and a yes', '匿名', '是', false, 'ANONYMOUS', ['IDENTITY_TAKEN_AS_ANONYMOUS']],
  ['no name and a no', '', '否', false, 'ANONYMOUS', []],
  ['no name and a yes', '', '是', false, 'ANONYMOUS', ['NAME_MISSING']],
  ['a name and a no', '王勤', '否', false, 'PSEUDONYMOUS', ['IDENTITY_TAKEN_AS_PSEUDONYMOUS']],
  ['a name and no answer', '王勤', '', false, 'REAL_NAME', ['REAL_NAME_NOT_STATED']],
  ['a name and nonsense', '王勤', '可能', false, 'REAL_NAME', ['REAL_NAME_NOT_STATED']],
])('identity: %s', (_, name, realName, saysPseudonym, kind, codes) => {
  const reading = readIdentity({ name: readName(name), realName, saysPseudonym });
  expect([reading.value, codesOf(reading)]).toEqual([kind, codes]);
});
