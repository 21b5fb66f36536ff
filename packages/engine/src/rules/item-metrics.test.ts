import { describe, expect, it } from 'vitest';
import { itemOf } from './item.ts';
import { itemMetrics } from './item-metrics.ts';

describe('total processing performance', () => {
  it('is the published dense rate times the bits of the multiplied inputs: 296 × 8 for the H20', () => {
    expect(itemMetrics({ fp8DenseTflops: 296, int8DenseTops: 296, fp16DenseTflops: 148 })).toMatchObject({
      tpp: 2368,
      precision: ['fp8', 'int8', 'fp16'],
    });
  });

  it('takes the format with the most: 16 bits where the 8-bit rate is no higher, as on Gaudi 3', () => {
    expect(itemMetrics({ fp8DenseTflops: 1678, fp16DenseTflops: 1678 })).toMatchObject({
      tpp: 26848,
      precision: ['fp16'],
    });
  });

  it('counts TF32 at the 19 bits that it multiplies, not the 32 that it is stored in', () => {
    expect(itemMetrics({ tf32DenseTflops: 100 }).tpp).toBe(1900);
  });

  it('is an interval where a rate is known only within bounds, and nothing where none is published', () => {
    expect(itemMetrics({ fp16DenseTflops: { low: 207, high: 232.5 } }).tpp).toEqual({ low: 3312, high: 3720 });
    expect(itemMetrics({}).tpp).toBeNull();
  });

  it('is at least what a certain format gives, at most what the uncertain one may', () => {
    expect(itemMetrics({ fp16DenseTflops: 100, fp4DenseTflops: { low: 300, high: 500 } }).tpp).toEqual({
      low: 1600,
      high: 2000,
    });
  });
});

describe('performance density', () => {
  it('is TPP over applicable die area', () => {
    expect(itemMetrics({ nonPlanar: true, fp8DenseTflops: 296, dieAreaMm2: 814 }).performanceDensity).toBe(2.91);
  });

  it('is nothing for a planar die, which has no applicable area', () => {
    expect(itemMetrics({ nonPlanar: false, fp8DenseTflops: 296, dieAreaMm2: 814 }).performanceDensity).toBe(0);
  });

  it('may be nothing where it is unknown whether the transistors are planar', () => {
    expect(itemMetrics({ fp8DenseTflops: 100, dieAreaMm2: 100 }).performanceDensity).toEqual({ low: 0, high: 8 });
  });

  it('is largest on the smallest area that the die may have', () => {
    expect(
      itemMetrics({ nonPlanar: true, fp8DenseTflops: 100, dieAreaMm2: { low: 400, high: 800 } }).performanceDensity,
    ).toEqual({
      low: 1,
      high: 2,
    });
  });

  it('is unbounded where the area is unpublished, and says what is missing', () => {
    const item = itemOf({ fp8DenseTflops: 100 });
    expect(itemMetrics({ fp8DenseTflops: 100 }).performanceDensity).toEqual({ low: 0, high: null });
    expect(item.needs.performanceDensity).toContain('dieAreaMm2');
  });
});

describe('input and output of the October 2022 rule', () => {
  const aggregate = (spec: object) => {
    const { low, high } = itemOf(spec).values.get('aggregateIoGBs') as {
      low: { approximate: number };
      high: { approximate: number };
    };
    return [low.approximate, high.approximate];
  };

  it('adds the host interface to the links: 400 + 128 for the H800', () => {
    expect(aggregate({ ioBandwidthGBs: 400, hostBandwidthGBs: 128 })).toEqual([528, 528]);
  });

  it('allows for any host interface of the time where none is published', () => {
    expect(aggregate({ ioBandwidthGBs: 64 })).toEqual([64, 192]);
  });

  it('has no upper bound where the links are unpublished', () => {
    expect(aggregate({ hostBandwidthGBs: 64 })).toEqual([64, Number.POSITIVE_INFINITY]);
  });
});
