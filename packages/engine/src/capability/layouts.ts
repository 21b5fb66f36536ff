/** The layouts that are tried for a model: tensor parallel in powers of two, and expert parallel for mixtures. */
import type { Llm } from '../world/index.ts';
import type { Layout, Machine } from './machine.ts';

const TENSOR_SIZES = [1, 2, 4, 8, 16, 32, 64];
/** Chips of one attention group inside an expert-parallel replica. */
const ATTENTION_SIZES = [1, 2, 4, 8];
const EXPERT_SIZES = [8, 16, 32, 64, 128];

export function tensorLayout(llm: Llm, tensor: number): Layout {
  return { tensor, expert: llm.experts > 0 ? tensor : 1, groups: 1, chips: tensor };
}

/** Groups of `tensor` chips attend to their own sequences; every chip holds its share of the experts. */
export function expertLayout(chips: number, tensor = 1): Layout {
  return { tensor, expert: chips, groups: chips / tensor, chips };
}

/** Without a published link a model must fit on one chip; beyond 16 chips only a fast domain can split a matrix. */
export function candidateLayouts(llm: Llm, machine: Machine): Layout[] {
  const hasLink = machine.rates.linkBytesPerSecond !== undefined;
  const most = hasLink ? Math.max(16, machine.constants.scaleUpDomainChips) : 1;
  const tensor = TENSOR_SIZES.filter((size) => size <= most).map((size) => tensorLayout(llm, size));
  if (llm.experts === 0 || !hasLink) return tensor;
  const expert = EXPERT_SIZES.filter((size) => size <= llm.experts).flatMap((size) =>
    ATTENTION_SIZES.filter((attention) => attention < size).map((attention) => expertLayout(size, attention)),
  );
  return [...tensor, ...expert];
}
