/**
 * The compiled dataset: everything in `data/`, validated and joined, as plain data. Every row says when it was
 * published, which is what lets a `World` forget what was not yet known.
 */
import type { Day } from '../core/day.ts';
import type { Text } from '../core/text.ts';
import type { Enactment, Rulebook } from './rule.ts';
import type { Efficiency, Llm, Measurement, Workload } from './workload.ts';

/** A number, or an interval where only bounds are known. Absent means unpublished. */
export type Quantity = number | { low: number; high: number };

export type Confidence = 'high' | 'medium' | 'low';

/** Origin card: where numbers come from. */
export interface Source {
  id: string;
  title: string;
  publisher: string;
  url: string;
  published: Day;
  /** The day is not on the document: another stands in, as the note says. */
  publishedAssumed: boolean;
  kind: 'official' | 'filing' | 'vendor' | 'analyst' | 'academic' | 'press' | 'database' | 'code';
  note?: string;
}

/** A chip as its makers and reviewers describe it: dense rates, per package. TPP and density are derived, never here. */
export interface Chip {
  id: string;
  vendor: string;
  name: Text;
  aliases: string[];
  /** First day on which the figures were public. */
  published: Day;
  /** First day of sale; absent when never sold or unknown. */
  released?: Day;
  designerCountry: string;
  foundry?: string;
  processNode?: string;
  /** Non-planar transistors (FinFET, GAA), the only dies that count as applicable area; absent when unknown. */
  nonPlanar?: boolean;
  dieAreaMm2?: Quantity;
  computeDies?: number;
  fp4DenseTflops?: Quantity;
  fp8DenseTflops?: Quantity;
  int8DenseTops?: Quantity;
  fp16DenseTflops?: Quantity;
  tf32DenseTflops?: Quantity;
  fp64DenseTflops?: Quantity;
  memoryGB?: Quantity;
  memoryType?: string;
  memoryStacks?: number;
  memoryBandwidthGBs?: Quantity;
  /** Chip-to-chip (scale-up) rate, both directions together. */
  ioBandwidthGBs?: Quantity;
  /** Host interface (PCIe), both directions together. */
  hostBandwidthGBs?: Quantity;
  powerW?: Quantity;
  /** Designed or marketed for data centres; absent when disputed or unknown. */
  dataCenter?: boolean;
  launchPriceUsd?: number;
  chinaVariantOf?: string;
  sources: string[];
  confidence: Confidence;
  note?: string;
}

export interface MemoryStack {
  id: string;
  maker: string;
  name: string;
  published: Day;
  generation: string;
  stackHeight?: number;
  capacityGB?: Quantity;
  bandwidthGBs?: Quantity;
  areaMm2?: Quantity;
  sources: string[];
  confidence: Confidence;
  note?: string;
}

/** A material, a technology or a tool: what it is of and in which form, with the figures that a law compares. */
export interface Goods {
  id: string;
  kind: 'material' | 'technology' | 'tool';
  name: Text;
  aliases: string[];
  /** Day from which the data know it; 2022-01-01 for what was traded before. */
  published: Day;
  /** What it is, or is made of, such as `gallium`. */
  substance: string;
  /** Such as `metal`, `magnet`, `process-technology`. */
  form: string;
  /** Further attributes of `rules/attributes.yaml`, by id. */
  attributes: Record<string, Quantity | string>;
  sources: string[];
  confidence: Confidence;
  note?: string;
}

/** A published number about the world. Rows of one `question` conflict; exactly one of them is preferred. */
export interface Fact {
  id: string;
  topic: string;
  subject: string;
  quantity: string;
  from?: Day;
  to?: Day;
  low?: number;
  mid?: number;
  high?: number;
  unit: string;
  published: Day;
  source: string;
  kind: 'primary' | 'official' | 'company' | 'analyst' | 'press';
  confidence: Confidence;
  question?: string;
  preferred?: boolean;
  /** Why this row is preferred over the others of its question, or not. */
  reason?: string;
  note?: string;
}

/** One dated state of knowledge about a parameter. */
export interface Vintage {
  /** First day on which this estimate could have been made: not before the last of its facts was published. */
  known: Day;
  /** In the language of `core/estimate`. */
  estimate: string;
  facts: string[];
  /** Why this interval; for a judgement, what it rests on. */
  reason: string;
}

/** An uncertain input of the model. */
export interface Parameter {
  id: string;
  /** Other names that `--set` understands. */
  aliases: string[];
  title: Text;
  unit: string;
  sector: string;
  /** Shares a factor with other parameters: loading is their correlation with that factor, -1 to 1. */
  correlation?: { factor: string; loading: number };
  vintages: Vintage[];
}

/** Whose chips are counted apart; `other-chinese` is one aggregate. */
export type Maker = 'NVIDIA' | 'AMD' | 'Google' | 'AWS' | 'Huawei' | 'other-chinese';

/** A chip as something that is made, bought and installed: what the supply model needs to know of it. */
export interface Product {
  chip: string;
  maker: Maker;
  /** Made of the inputs that all allied makers share, or of Chinese ones. */
  supply: 'allied' | 'chinese';
  /** `flagship` goes to whoever may have it; `china` is made for the Chinese market alone. */
  market: 'flagship' | 'china';
  /** `open`: sold to anyone; `own`: goes into the maker's own data centres. */
  buyers: 'open' | 'own';
  /** Leading-edge wafers it is made of: `n7`, `n5` or `n3` class. */
  logicNode: 'n7' | 'n5' | 'n3';
  /** Area of one compute die and number of them in a package. */
  dieAreaMm2: number;
  diesPerPackage: number;
  /** Stacks that stand beside the dies on the interposer, and the memory in all of them. */
  hbmStacks: number;
  hbmGB: number;
  firstQuarter: string;
  lastQuarter?: string;
  sources: string[];
  note: string;
}

/** Units shipped in a period, as estimated on a day; one row per state of knowledge. */
export interface Shipment {
  chip: string;
  /** `2024` or `2024Q3`. */
  period: string;
  units: string;
  known: Day;
  facts: string[];
  reason: string;
}

/** A step of a dated patch on the law, on licences or on enforcement. */
export type PatchStep =
  | { withhold: string; reason: Text }
  | { enact: Enactment; reason: Text }
  | { scale: string; by: number; from: Day; reason: Text };

/** A choice of a government, as two patches on the recorded law: the world with it and the world without it. */
export interface Decision {
  id: string;
  title: Text;
  summary: Text;
  announced: Day;
  effective: Day;
  /** `taken` decisions are in the recorded law; `hypothetical` ones never were. */
  status: 'taken' | 'hypothetical';
  with: PatchStep[];
  without: PatchStep[];
  /** Estimates that the decision itself settles, in both worlds. */
  assume: { parameter: string; estimate: string; reason: Text }[];
  /** Outcomes shown first. */
  headline: string[];
  sources: string[];
  published: Day;
}

/** Strings by key, in both languages. */
export type Messages = Record<string, Text>;

export interface Term {
  id: string;
  en: string;
  zh: string;
  definition: Text;
  source: string;
}

export interface Dataset {
  /** Day up to which the data were kept. */
  cutoff: Day;
  /** sha256 of all files in `data/`, in hex. */
  hash: string;
  sources: Source[];
  chips: Chip[];
  memory: MemoryStack[];
  goods: Goods[];
  facts: Fact[];
  parameters: Parameter[];
  products: Product[];
  shipments: Shipment[];
  rules: Rulebook;
  llms: Llm[];
  workloads: Workload[];
  efficiencies: Efficiency[];
  measurements: Measurement[];
  decisions: Decision[];
  messages: Messages;
  glossary: Term[];
}
