/** Why the model misses a row by much, where it is known; keyed by the row's id. @type {Record<string, string>} */
export const WORST_REASONS = {
  B76b6ce5b: 'the weights of 61 GB fill a card of 64 GB: the throughput printed needs room for tens of sequences',
  B9190ec39: 'the weights of 61 GB fill a card of 64 GB: the throughput printed needs room for tens of sequences',
  Bfce0eb9d: 'optimiser state was moved to the host, which the model does not know',
  B2daad8c8: 'optimiser state was moved to the host, which the model does not know',
  B1961320c: 'fine-tuning at 131,072 tokens with patched memory use; sparse attention is approximated',
  B4deca687: 'the best of a sweep that was not tuned; the number in flight is not stated',
  B7d5f43a5: 'the best of a sweep that was not tuned; the number in flight is not stated',
  B05997c20: 'one sequence at a time: overheads of a release that differ between models by a factor of two',
  B44d1fc7b: 'the batch is not stated; DeepSeek-V3.2 has sparse attention, which is left out',
  Bb9d619c9: 'the split over chips and the acceptance are not stated',
  B1bbde2d5: 'the acceptance is not stated',
  B0ddcb2bb: 'three limits of one system: the model has output rise more gently with the limit',
  B9e6420bb: 'the weights nearly fill the card; long prompts leave room for few sequences',
  B6778a9a9: 'a first release whose cache management wasted memory at long contexts',
};
