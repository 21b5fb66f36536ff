/** What must hold of every answer, whatever the item, the day and the parties. */
import { classify, type ItemSpec, itemOf, timeline } from '@floodgate/engine/rules';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { resultOf } from '../../packages/engine/src/rules/explain.ts';
import { factsOf } from '../../packages/engine/src/rules/facts.ts';
import { lawOn, verdict } from '../../packages/engine/src/rules/law.ts';
import { complete, country, dataset, day, rulebook, transaction } from './law-of-the-land.ts';

const RUNS = { numRuns: 400 };
const QUANTITIES = ['tpp', 'performanceDensity', 'hostBandwidthGBs', 'memoryBandwidthGBs', 'ioBandwidthGBs'] as const;

describe('more processing performance', () => {
  const rate = fc.double({ min: 1, max: 3000, noNaN: true });

  it('never frees a chip of the same die from 3A090, nor moves it from .a to .b', () => {
    const rank = (tflops: number, dieAreaMm2: number, on: string, dataCenter: boolean) => {
      const item = itemOf({
        designerCountry: 'US',
        nonPlanar: true,
        dieAreaMm2,
        dataCenter,
        fp16DenseTflops: tflops,
        aggregateIoGBs: 700,
      });
      return ['none', '3A090.b', '3A090.a'].indexOf(
        classify(rulebook, item, { from: 'US', to: 'CN', on }).classification,
      );
    };
    fc.assert(
      fc.property(
        rate,
        rate,
        fc.double({ min: 50, max: 3000, noNaN: true }),
        day,
        fc.boolean(),
        (a, b, area, on, dataCenter) => {
          expect(rank(Math.max(a, b), area, on, dataCenter)).toBeGreaterThanOrEqual(
            rank(Math.min(a, b), area, on, dataCenter),
          );
        },
      ),
      RUNS,
    );
  });

  it('never opens the gate of January 2026', () => {
    const policy = (tpp: number) => {
      const item = itemOf({
        designerCountry: 'US',
        dataCenter: true,
        released: '2025-01-01',
        tpp,
        memoryBandwidthGBs: 4000,
      });
      return classify(rulebook, item, { from: 'US', to: 'CN', on: '2026-02-01' }).licence.reviewPolicy;
    };
    const tpp = fc.double({ min: 4800, max: 60_000, noNaN: true });
    fc.assert(
      fc.property(tpp, tpp, (a, b) => {
        if (policy(Math.max(a, b)) === 'case-by-case') expect(policy(Math.min(a, b))).toBe('case-by-case');
      }),
      RUNS,
    );
  });
});

describe('an unknown', () => {
  /** For each figure whether it is shown, known within bounds, or hidden. */
  const HIDEABLE = [...QUANTITIES, 'dataCenter', 'released', 'designerCountry'] as const;
  const veil = fc.tuple(...HIDEABLE.map(() => fc.constantFrom('shown', 'bounds', 'hidden')));

  function veiled(spec: ItemSpec, veils: string[], slack: number): ItemSpec {
    const left: Record<string, unknown> = { ...spec };
    for (const [i, key] of HIDEABLE.entries()) {
      const value = spec[key];
      if (veils[i] === 'hidden') delete left[key];
      else if (veils[i] === 'bounds' && typeof value === 'number') {
        left[key] = { low: value * (1 - slack), high: value * (1 + slack) };
      }
    }
    return left;
  }

  it('once filled in, never contradicts the answer that was given without it', () => {
    fc.assert(
      fc.property(
        complete,
        transaction,
        veil,
        fc.double({ min: 0, max: 1, noNaN: true }),
        (spec, asked, veils, slack) => {
          const without = classify(rulebook, itemOf(veiled(spec, veils, slack)), asked);
          const filled = classify(rulebook, itemOf(spec), asked);
          expect([without.classification, ...without.possible]).toContain(filled.classification);
          if (without.licence.required !== null) expect(filled.licence.required).toBe(without.licence.required);
          if (without.licence.reviewPolicy !== null) {
            expect(filled.licence.reviewPolicy).toBe(without.licence.reviewPolicy);
          }
        },
      ),
      RUNS,
    );
  });

  it('leaves an answer open only with the list of what would settle it', () => {
    fc.assert(
      fc.property(complete, transaction, veil, (spec, asked, veils) => {
        const { classification, licence, missing } = classify(rulebook, itemOf(veiled(spec, veils, 0.5)), asked);
        const open = classification === 'unknown' || licence.required === null || licence.reviewPolicy === null;
        if (open) expect(missing).not.toEqual([]);
      }),
      RUNS,
    );
  });
});

describe('the trace', () => {
  it('comes to the same result as the predicate, for every rule of the law', () => {
    fc.assert(
      fc.property(
        complete,
        transaction,
        fc.subarray([...QUANTITIES, 'dataCenter', 'designerCountry', 'released']),
        (spec, asked, hidden) => {
          const veiled = Object.fromEntries(Object.entries(spec).filter(([key]) => !hidden.includes(key as never)));
          const law = lawOn(rulebook, asked.on);
          const facts = factsOf(law, itemOf(veiled), asked, new Map());
          for (const rule of law.rules) {
            expect([rule.id, resultOf(rule.compiled, facts)]).toEqual([rule.id, verdict(law, rule.index, facts)]);
          }
        },
      ),
      RUNS,
    );
  });

  it('cites every test, in English and Chinese', () => {
    fc.assert(
      fc.property(complete, transaction, (spec, asked) => {
        for (const entry of classify(rulebook, itemOf(spec), asked).trace) {
          expect(entry.citation.url).toMatch(/^https:/);
          expect(entry.citation.published).toMatch(/^\d{4}-\d{2}-\d{2}$/);
          expect(entry.says.en).not.toBe('');
          expect(entry.says.zh).toMatch(/\p{Script=Han}/u);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('the timeline', () => {
  it('gives for any day what is answered for that day', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dataset.chips), country, day, (chip, to, on) => {
        const item = itemOf(chip);
        const stretches = timeline(rulebook, item, { from: 'US', to });
        const stretch = stretches.find(({ from, until }) => from <= on && (until === null || on < until));
        fc.pre(stretch !== undefined);
        const { licence, classification, controlledBy } = classify(rulebook, item, { from: 'US', to, on });
        expect({ ...stretch?.licence, termsBy: null }).toEqual({ ...licence, termsBy: null });
        expect([stretch?.classification, stretch?.controlledBy]).toEqual([classification, controlledBy]);
      }),
      RUNS,
    );
  });

  it('has no gap, no overlap and no two neighbours that say the same', () => {
    fc.assert(
      fc.property(fc.constantFrom(...dataset.chips), country, (chip, to) => {
        const stretches = timeline(rulebook, itemOf(chip), { from: 'US', to });
        expect(stretches.at(-1)?.until).toBeNull();
        stretches.slice(1).forEach((stretch, i) => {
          expect(stretches[i].until).toBe(stretch.from);
          expect(stretch.because).not.toBeNull();
        });
      }),
      { numRuns: 150 },
    );
  });
});

const kind = fc.constantFrom('chip', 'computer', 'memory', 'tool');

describe('the law', () => {
  it('never contradicts itself: some answer exists for every question', () => {
    fc.assert(
      fc.property(complete, transaction, kind, fc.boolean(), (spec, asked, one, requiredFor10nm) => {
        const item = itemOf({ ...spec, kind: one, attributes: { requiredFor10nm, memoryBandwidthDensity: 3 } });
        expect(() => classify(rulebook, item, asked)).not.toThrow();
      }),
      { numRuns: 3000 },
    );
  });
});
