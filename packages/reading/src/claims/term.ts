/** A term of the glossary with its names in both languages. */
export interface Term {
  id: string;
  en: readonly string[];
  zh: readonly string[];
}
