/** A string in both languages. Every string that a user sees is one of these. */
export interface Text {
  en: string;
  zh: string;
}

export type Language = 'en' | 'zh';
