/** Why there is no figure, in both languages. */
import type { Text } from '../core/index.ts';
import type { Chip, Workload } from '../world/index.ts';
import { type MissingFigure, middle } from './chip-rates.ts';
import type { Shape } from './layer-shapes.ts';

/** Share of the memory that serving software allots. */
const USABLE = 0.9;

const FIGURES: Record<MissingFigure, Text> = {
  rate: { en: 'the dense arithmetic rate in a format that the workload uses', zh: '该任务所用数值格式的稠密算力' },
  'rate-16-bit': { en: 'the dense 16-bit arithmetic rate', zh: '16 位稠密算力' },
  memory: { en: 'the memory size', zh: '显存容量' },
  'memory-bandwidth': { en: 'the memory bandwidth', zh: '显存带宽' },
  link: { en: 'the chip-to-chip link rate', zh: '片间互联带宽' },
};

export function missingFigures(chip: Chip, figures: readonly MissingFigure[]): Text {
  const en = figures.map((figure) => FIGURES[figure].en).join(', ');
  const zh = figures.map((figure) => FIGURES[figure].zh).join('、');
  return { en: `Unpublished for ${chip.name.en}: ${en}.`, zh: `${chip.name.zh} 未公布：${zh}。` };
}

export function unknownEfficiency(quantity: string): Text {
  return {
    en: `No efficiency of the kind ${quantity} was known by this day.`,
    zh: `截至该日，尚无 ${quantity} 类效率数据。`,
  };
}

/** Names the number of chips that the weights alone would fill: with fewer, nothing fits. */
export function doesNotFit(chip: Chip, workload: Workload, shape: Shape, bytesPerWeight: number): Text {
  const bytes = shape.total * bytesPerWeight;
  const size = Math.round(bytes / 1e9);
  const needed = chip.memoryGB === undefined ? 0 : Math.ceil(bytes / (USABLE * middle(chip.memoryGB) * 1e9));
  return {
    en: `${workload.title.en}: the weights (${size} GB) and one sequence do not fit on any number of ${chip.name.en} that was tried; the weights alone would fill ${needed}.`,
    zh: `${workload.title.zh}：所试数量的 ${chip.name.zh} 都放不下权重（${size} GB）与一条序列；仅权重就需要 ${needed} 块。`,
  };
}

export function noWorkload(): Text {
  return { en: 'No reference workload was known by this day.', zh: '截至该日，尚无参考任务。' };
}
