/** The corpus is only as good as its annotations: each must point at what is there, and say all that is planted. */
import { describe, expect, it } from 'vitest';
import { type AnnotatedQuantity, corpusHalf, type Lang, openings, type Passage } from './corpus.ts';

const halves = { 'looked-at': await corpusHalf('looked-at'), 'held-out': await corpusHalf('held-out') };
const passages = Object.values(halves).flat();
const languages: Lang[] = ['en', 'zh'];

/** The paragraph in which a pair's words stand; several of one side are joined by a line break. */
function paragraph({ annotation, paragraphs }: Passage, pair: number, lang: Lang): string {
  const words = openings(annotation.pairs[pair]![lang]);
  return words.map((start) => paragraphs.find((text) => text.startsWith(start))).join('\n');
}

function startOf(text: string, { text: part, nth = 1 }: AnnotatedQuantity): number {
  let at = -1;
  for (let n = 0; n < nth; n++) {
    at = text.indexOf(part, at + 1);
    if (at === -1) return -1;
  }
  return at;
}

describe.each(passages.map((passage) => [passage.name, passage] as const))('%s', (_, passage) => {
  const { annotation, paragraphs } = passage;

  it('gives every paragraph of the file to one pair, or sets it apart', () => {
    const paired = annotation.pairs.flatMap(({ en, zh }) => [...openings(en), ...openings(zh)]);
    const apart = (annotation.apart ?? []).map(({ text }) => text);
    for (const text of paragraphs) {
      const starts = paired.filter((words) => text.startsWith(words));
      expect([text, starts.length + Number(apart.includes(text))]).toEqual([text, 1]);
    }
    expect(paired.length + apart.length).toBe(paragraphs.length);
  });

  it('annotates only figures that stand in the paragraph, each once and none across another', () => {
    for (const lang of languages) {
      annotation.pairs.forEach((_pair, index) => {
        const text = paragraph(passage, index, lang);
        const spans = annotation.quantities
          .filter((quantity) => quantity.pair === index && quantity.lang === lang)
          .map((quantity) => ({ at: startOf(text, quantity), length: quantity.text.length, text: quantity.text }))
          .sort((a, b) => a.at - b.at);
        spans.forEach(({ at, text: part }, n) => {
          expect([part, at >= 0]).toEqual([part, true]);
          if (n > 0) expect(at, part).toBeGreaterThanOrEqual(spans[n - 1]!.at + spans[n - 1]!.length);
        });
      });
    }
  });

  it('plants only mismatches between annotated figures, of the kind it names', () => {
    const figure = (pair: number, lang: Lang, text: string | null) =>
      annotation.quantities.find((q) => q.pair === pair && q.lang === lang && q.text === text);
    for (const { pair, kind, en, zh } of annotation.mismatches) {
      const [left, right] = [figure(pair, 'en', en), figure(pair, 'zh', zh)];
      expect([left?.text ?? null, right?.text ?? null]).toEqual([en, zh]);
      expect(kind === 'missing').toBe(en === null || zh === null);
      if (kind === 'strength') expect(measure(left!)).toEqual(measure(right!));
      if (kind === 'number') expect(measure(left!)).not.toEqual(measure(right!));
      if (kind === 'strength') expect(left!.comparator).not.toBe(right!.comparator);
    }
  });

  it('says the same in both languages wherever nothing is planted', () => {
    annotation.pairs.forEach(({ en, zh }, index) => {
      if (en === null || zh === null) return;
      const [left, right] = languages.map((lang) => {
        const planted = annotation.mismatches.filter(({ pair }) => pair === index).map((mismatch) => mismatch[lang]);
        return annotation.quantities
          .filter((q) => q.pair === index && q.lang === lang && !planted.includes(q.text))
          .map(measure)
          .sort();
      });
      expect(left).toEqual(right);
    });
  });

  it('names claims of the register', () => {
    for (const { pair, claim } of annotation.claims) {
      expect(claim).toMatch(/^C([1-9]|1\d|2[0-3])$/);
      expect(annotation.pairs[pair]).toBeDefined();
    }
  });
});

/** What is measured, apart from how it is bounded. "Dozens" and 数十 are the one pair whose lower ends differ. */
function measure({ kind, value, interval, date, unit, text }: AnnotatedQuantity): string {
  const amount = text === 'dozens' || /^[数數]十$/.test(text) ? 'dozens' : (value ?? interval ?? date);
  return JSON.stringify([kind, amount, unit]);
}

describe('the corpus', () => {
  const whole = (list: Passage[]) => list.filter(({ annotation }) => annotation.pairs.length >= 8).length;
  const planted = (list: Passage[]) => list.filter(({ annotation }) => annotation.mismatches.length > 0).length;

  it('has enough passages, whole texts and planted mismatches, in both halves', () => {
    expect(passages.length).toBeGreaterThanOrEqual(28);
    for (const half of Object.values(halves)) {
      expect(half.length).toBeGreaterThanOrEqual(14);
      expect(whole(half)).toBeGreaterThanOrEqual(4);
      expect(planted(half) / half.length).toBeGreaterThanOrEqual(0.3);
      expect(planted(half) / half.length).toBeLessThanOrEqual(0.4);
    }
  });

  it('says nothing twice', () => {
    const texts = passages.flatMap(({ paragraphs }) => paragraphs).filter((text) => text.length > 30);
    expect(texts.filter((text, index) => texts.indexOf(text) !== index)).toEqual([]);
  });
});
