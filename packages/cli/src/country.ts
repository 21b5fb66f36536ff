/** Countries by their ISO 3166 alpha-2 code, known to the platform. */

import type { Language } from '@floodgate/engine/core';
import { InputError, nearest } from '@floodgate/engine/core';

const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

/** Codes that the platform can name but that stand for no country: groups, tests, exceptional reservations. */
const NOT_COUNTRIES = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);

const NAMES: Record<Language, Intl.DisplayNames> = {
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
  zh: new Intl.DisplayNames('zh-Hans', { type: 'region', fallback: 'none' }),
};

/** What people write for a code that is another. */
const COMMON: Record<string, string> = { UK: 'GB', EL: 'GR', PRC: 'CN', USA: 'US', UAE: 'AE', ROC: 'TW' };

let codes: string[] | undefined;

function countryCodes(): string[] {
  codes ??= LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    // A code that has been replaced is named, too, but is not its own canonical form.
    (code) =>
      !NOT_COUNTRIES.has(code) && NAMES.en.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code,
  );
  return codes;
}

/** The code in capitals; throws `unknown-country` with the nearest code. `where` names the flag. */
export function parseCountry(value: string, where: string): string {
  const code = value.trim().toUpperCase();
  if (countryCodes().includes(code)) return code;
  throw new InputError('unknown-country', { where, value, nearest: nearestCountry(code, value) });
}

export function countryName(code: string, language: Language): string {
  return NAMES[language].of(code) ?? code;
}

function nearestCountry(code: string, value: string): string {
  const common = COMMON[code];
  if (common) return common;
  const named = new Map(
    countryCodes().flatMap((one) => [
      [NAMES.en.of(one) ?? one, one],
      [NAMES.zh.of(one) ?? one, one],
    ]),
  );
  const name = nearest(value, named.keys());
  return (value.length > 2 ? named.get(name) : undefined) ?? nearest(code, countryCodes()) ?? '';
}
