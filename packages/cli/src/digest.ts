/** The fingerprint of a run: the same inputs and results give the same digest on any machine. */
import { createHash } from 'node:crypto';
import type { EvaluationRun } from '@floodgate/engine/scenario';

/** sha256, in hex, of the evaluation as JSON, the version of the data, and every draw of every outcome. */
export function digestRun({ evaluation, results }: EvaluationRun, dataHash: string): string {
  const hash = createHash('sha256').update(dataHash).update(JSON.stringify(evaluation));
  const bytes = new DataView(new ArrayBuffer(results.length * 8));
  // Little-endian whatever the machine: a typed array's own bytes would follow the processor.
  for (let i = 0; i < results.length; i++) bytes.setFloat64(i * 8, results[i], true);
  return hash.update(new Uint8Array(bytes.buffer)).digest('hex');
}
