/** Compiles `future.c` where there is a compiler, runs it on a plan, and holds its outcomes against the engine's. */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { planFile } from './plan-file.js';

const SOURCE = fileURLToPath(new URL('./future.c', import.meta.url));
const COMPILERS = ['cc', 'gcc', 'clang'];
/** Contraction into fused multiply-adds, a default on some machines, would round where JavaScript does not. */
const FLAGS = ['-std=c11', '-O2', '-ffp-contract=off'];

/** Outcomes agree when they differ by no more than this share of the larger. */
const TOLERANCE = 1e-9;

/**
 * The C program on a plan: `run` gives the seconds that all draws took, `outcomes` what it wrote. Returns the reason
 * where there is no compiler; throws what the compiler says of a program that it refuses.
 * @param {import('./plan-file.js').Plan} plan
 * @param {Float64Array} samples [draw][column]
 */
export function compileFuture(plan, samples) {
  const compiler = COMPILERS.find(answers);
  if (compiler === undefined) return { why: `no C compiler found (looked for ${COMPILERS.join(', ')})` };
  const folder = mkdtempSync(join(tmpdir(), 'floodgate-bench-'));
  const [program, input, output] = ['future', 'plan.bin', 'outcomes.bin'].map((name) => join(folder, name));
  const close = () => rmSync(folder, { recursive: true, force: true });
  try {
    execFileSync(compiler, [...FLAGS, SOURCE, '-o', program, '-lm'], { stdio: ['ignore', 'inherit', 'inherit'] });
    writeFileSync(input, planFile(plan, samples));
  } catch (error) {
    close();
    throw error;
  }
  return {
    compiler: `${compiler} ${FLAGS.join(' ')}`,
    run: () => Number(execFileSync(program, [input, output], { encoding: 'utf8' })),
    outcomes: () => new Float64Array(new Uint8Array(readFileSync(output)).buffer),
    close,
  };
}

/** @param {string} compiler */
function answers(compiler) {
  try {
    execFileSync(compiler, ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/**
 * The largest relative difference of two sets of outcomes; throws where it is not the same future.
 * @param {Float64Array} ours
 * @param {Float64Array} theirs
 */
export function largestDifference(ours, theirs) {
  if (ours.length !== theirs.length) throw new Error(`future.c wrote ${theirs.length} outcomes of ${ours.length}`);
  let largest = 0;
  for (let i = 0; i < ours.length; i++) {
    const difference = relativeDifference(ours[i], theirs[i]);
    // Also when it is not a number.
    if (!(difference <= TOLERANCE)) throw new Error(`outcome ${i} is ${ours[i]} here and ${theirs[i]} in future.c`);
    largest = Math.max(largest, difference);
  }
  return largest;
}

/**
 * @param {number} a
 * @param {number} b
 */
function relativeDifference(a, b) {
  return a === b ? 0 : Math.abs(a - b) / Math.max(Math.abs(a), Math.abs(b));
}
