/** Countries by their ISO 3166 alpha-2 code, known to the platform. */

import { countryCodes } from '@floodgate/dataset';
import type { Language } from '@floodgate/engine/core';
import { InputError, nearest } from '@floodgate/engine/core';

const NAMES: Record<Language, Intl.DisplayNames> = {
  en: new Intl.DisplayNames('en', { type: 'region', fallback: 'none' }),
  zh: new Intl.DisplayNames('zh-Hans', { type: 'region', fallback: 'none' }),
};

/** What people write for a code that is another. */
const COMMON: Record<string, string> = { UK: 'GB', EL: 'GR', PRC: 'CN', USA: 'US', UAE: 'AE', ROC: 'TW' };

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
