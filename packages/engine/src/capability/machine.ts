/** One chip running one number format, and how many of them share a model: what every time formula takes. */
import type { Precision } from '../world/index.ts';
import type { ChipRates } from './chip-rates.ts';
import type { Constants } from './constants.ts';

export interface Machine {
  rates: ChipRates;
  constants: Constants;
  precision: Precision;
  bytesPerWeight: number;
  /** Routed experts may be stored in fewer bits than the rest. */
  bytesPerExpertWeight: number;
}

/** How one replica of a model lies on chips. */
export interface Layout {
  /** Chips over which attention and dense matrices are split. */
  tensor: number;
  /** Chips over which routed experts are spread. */
  expert: number;
  /** Attention groups that work on different sequences and share the experts. */
  groups: number;
  /** tensor x groups. */
  chips: number;
}

/** Bytes per second, one way, between the chips of a group of this size. */
export function linkRate(machine: Machine, chips: number): number {
  const { rates, constants } = machine;
  const within = chips <= constants.scaleUpDomainChips && rates.linkBytesPerSecond !== undefined;
  const raw = within ? rates.linkBytesPerSecond! : constants.networkBytesPerSecond;
  return raw * constants.linkEfficiency;
}
