/** The countries that the platform knows, by their ISO 3166 alpha-2 code. */

/** Codes that the platform can name but that stand for no country: groups, tests, exceptional reservations. */
const NOT_COUNTRIES = new Set(['AC', 'CP', 'CQ', 'DG', 'EA', 'EU', 'EZ', 'IC', 'QO', 'TA', 'UN', 'XA', 'XB', 'ZZ']);
const LETTERS = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];

let codes: string[] | undefined;

/** Found on first use: most calls name no country. */
export function countryCodes(): string[] {
  if (codes) return codes;
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  codes = LETTERS.flatMap((first) => LETTERS.map((second) => first + second)).filter(
    // A code that has been replaced is named, too, but is not its own canonical form.
    (code) =>
      !NOT_COUNTRIES.has(code) && names.of(code) !== undefined && new Intl.Locale(`und-${code}`).region === code,
  );
  return codes;
}
