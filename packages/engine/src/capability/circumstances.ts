/**
 * The words that describe a case beside its chip and number format; the `when` column of `data/capability` selects by
 * them. Software: `trtllm`, `vllm`, … and some releases; phase: `prefill`, `decode`, `end-to-end`, `training`; regime:
 * `offline`, `server`, …, `unstated-batch`; model: its id, `dense` or `mixture`, `latent`.
 */
import type { Llm, Measurement, Workload } from '../world/index.ts';
import type { CapabilityWorld } from './evaluate.ts';

/** Reference workloads run on mature software in a steady state, so only regime, phase and model are named. */
export function workloadCircumstances(world: Pick<CapabilityWorld, 'llms'>, workload: Workload): Set<string> {
  const llm = world.llms.find(({ id }) => id === workload.llm);
  const model = llm ? modelWords(llm) : [];
  if (workload.kind === 'training') return new Set(['training', ...model]);
  const regime = workload.regime.kind === 'latency-limit' ? 'server' : workload.regime.kind;
  return new Set(['end-to-end', regime, ...model]);
}

export function modelWords(llm: Llm): string[] {
  return [llm.id, llm.experts > 0 ? 'mixture' : 'dense', ...(llm.attention === 'mla' ? ['latent'] : [])];
}

/** First match wins, so forks come before what they derive from. */
const SOFTWARE: [RegExp, string][] = [
  [/vllm-ascend/i, 'vllm-ascend'],
  [/mango/i, 'llmboost'],
  [/trt|tensorrt/i, 'trtllm'],
  [/sglang/i, 'sglang'],
  [/vllm/i, 'vllm'],
  [/mindie/i, 'mindie'],
  [/cloudmatrix/i, 'cloudmatrix'],
  [/megatron-bridge|nemo/i, 'nemo'],
  [/in-house|hai-llm/i, 'in-house'],
  [/mindspeed/i, 'mindspeed'],
  [/megatron/i, 'megatron'],
  [/rocm/i, 'rocm'],
];

/** Releases so much slower than later ones of the same software that rows may name them. */
const RELEASES: [RegExp, string][] = [
  [/TensorRT-LLM 0\./i, 'trtllm-0'],
  [/TensorRT-LLM 1\./i, 'trtllm-1'],
  [/TensorRT 10\./i, 'trtllm-mlperf-5.1'],
  [/humming/i, 'humming'],
];

const MLPERF = /mlcommons\/(inference|training)_results_v(\d+\.\d+)/;

export function softwareWords(row: Measurement): string[] {
  const framework = row.framework ?? '';
  const words = [SOFTWARE, RELEASES].flatMap((list) => {
    const found = list.find(([pattern]) => pattern.test(framework));
    return found ? [found[1]] : [];
  });
  const round = MLPERF.exec(row.source_url ?? '');
  if (round) return [...words, 'mlperf', `mlperf-${round[1]}-${round[2]}`];
  return isMlperf(row) ? [...words, 'mlperf'] : words;
}

/** Only MLPerf trains to a quality target, and names its scenarios without the lengths of its questions. */
function isMlperf({ metric, scenario = '', input_tokens }: Measurement): boolean {
  if (metric === 'time-to-train min') return true;
  return ['offline', 'server', 'interactive'].includes(scenario) && !input_tokens;
}

/** The regime of a published measurement in one word. */
export function regimeWord(row: Measurement): string {
  switch (row.scenario) {
    case undefined:
    case '':
      return row.phase === 'end-to-end' ? 'offline' : 'steady-batch';
    case 'server-max-throughput':
      return 'server-default';
    default:
      return row.scenario;
  }
}
