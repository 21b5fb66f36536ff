/** Names of outcomes in both languages. */
import type { Text } from '@floodgate/engine/core';
import type { Dataset } from '@floodgate/engine/world';

/** The title of an outcome id such as `stock.cn.inference` or `shipments.h20.cn`. */
export function outcomeTitle(dataset: Dataset, id: string): Text {
  const found = dataset.messages[`outcome.${id}`];
  if (found) return found;
  const { en, zh } = dataset.messages['outcome.shipments'];
  const name = dataset.chips.find((chip) => `shipments.${chip.id}.cn` === id)?.name ?? { en: id, zh: id };
  return { en: en.replace('{chip}', name.en), zh: zh.replace('{chip}', name.zh) };
}
