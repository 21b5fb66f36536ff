/**
 * Random numbers from a counter: a value is a function of (seed, stream, draw) and of nothing else, so a draw can be
 * recomputed alone, in any order, on any machine, and adding a stream reshuffles no other.
 *
 * Within one stream the draws are not independent but evenly spread: draw i is the i-th point of a shuffled and
 * Owen-scrambled van der Corput sequence (Burley, "Practical Hash-based Owen Scrambling", JCGT 9(4), 2020). Any 2^k
 * consecutive draws from a multiple of 2^k fall one into each of 2^k equal bins, which cuts the error of means and
 * percentiles; different streams are shuffled apart, so pairs of them are independent.
 */

/** The stream of a name under a seed: two 32-bit keys, mixed so that near names and seeds are far apart. */
export interface Stream {
  shuffle: number;
  scramble: number;
}

export function createStream(seed: number, name: string): Stream {
  let hash = mix(seed >>> 0) ^ mix(Math.floor(seed / 4294967296) + 0x9e3779b9);
  for (let i = 0; i < name.length; i++) hash = mix(hash ^ name.charCodeAt(i));
  return { shuffle: mix(hash ^ 0x68bc21eb), scramble: mix(hash ^ 0x02e5be93) };
}

/** The uniform number in (0, 1) of one draw of a stream. Never 0 or 1. */
export function uniform(stream: Stream, draw: number): number {
  // Shuffling the counter and then reversing its bits (the van der Corput point) leaves one hash on the reversed word.
  const point = laineKarras(reverseBits(draw), stream.shuffle);
  const scrambled = reverseBits(laineKarras(reverseBits(point), stream.scramble));
  const below = mix(point ^ stream.scramble);
  return (scrambled + (below + 0.5) / 4294967296) / 4294967296;
}

/** A hash in which each bit depends only on the bits below it: on a reversed word, a nested (Owen) scramble. */
function laineKarras(value: number, key: number): number {
  let x = (value + key) | 0;
  x ^= Math.imul(x, 0x6c50b47c);
  x ^= Math.imul(x, 0xb82f1e52);
  x ^= Math.imul(x, 0xc7afe638);
  x ^= Math.imul(x, 0x8d22f6e6);
  return x >>> 0;
}

function reverseBits(value: number): number {
  let x = value;
  x = ((x >>> 1) & 0x55555555) | ((x & 0x55555555) << 1);
  x = ((x >>> 2) & 0x33333333) | ((x & 0x33333333) << 2);
  x = ((x >>> 4) & 0x0f0f0f0f) | ((x & 0x0f0f0f0f) << 4);
  x = ((x >>> 8) & 0x00ff00ff) | ((x & 0x00ff00ff) << 8);
  return ((x >>> 16) | (x << 16)) >>> 0;
}

/** A 32-bit finalizer with good avalanche (lowbias32 of the hash-prospector search). */
function mix(value: number): number {
  let x = value | 0;
  x = Math.imul(x ^ (x >>> 16), 0x7feb352d);
  x = Math.imul(x ^ (x >>> 15), 0x846ca68b);
  return (x ^ (x >>> 16)) >>> 0;
}
