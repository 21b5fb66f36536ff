/** A worker thread's whole job: one block of draws. */
import { type Block, runDraws } from '@floodgate/engine/scenario';

export default function work(block: Block): Float64Array {
  return runDraws(block);
}
