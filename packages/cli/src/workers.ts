/** Runs blocks of draws in worker threads, or in this one: whichever, the numbers are the same. */
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { type Block, type RunBlocks, runDraws } from '@floodgate/engine/scenario';
import { Piscina } from 'piscina';

export interface Pool {
  run: RunBlocks;
  close(): Promise<void>;
}

/** `workers` 1 stays in this thread; `progress` gets the share done, 0 to 1, of one call of `run`. */
export function createPool(workers: number, progress: (share: number) => void): Pool {
  if (workers <= 1) return { run: async (blocks) => runHere(blocks, progress), close: async () => {} };
  const pool = new Piscina<Block, Float64Array>({
    filename: fileURLToPath(new URL('../dist/draw-worker.js', import.meta.url)),
    minThreads: workers,
    maxThreads: workers,
  });
  return {
    run: async (blocks) => {
      let done = 0;
      return Promise.all(
        blocks.map(async (block) => {
          const results = await pool.run(block);
          done++;
          progress(done / blocks.length);
          return results;
        }),
      );
    },
    close: () => pool.destroy(),
  };
}

/** Workers worth starting: one for each processor, and no more than the work can keep busy. */
export function defaultWorkers(): number {
  return Math.min(availableParallelism(), 8);
}

function runHere(blocks: Block[], progress: (share: number) => void): Float64Array[] {
  return blocks.map((block, done) => {
    const results = runDraws(block);
    progress((done + 1) / blocks.length);
    return results;
  });
}
