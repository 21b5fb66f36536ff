/** Facts: intervals in order, nothing published before its source, one preferred row per question, reasons given. */
import type { Fact } from '@floodgate/engine/world';
import type { Items } from '../items.ts';
import type { Problem } from '../problems.ts';
import { type Item, problemAt } from '../read/collection.ts';

export function factProblems(items: Items): Problem[] {
  const published = new Map(items.sources.map((item) => [item.value.id, item.value.published]));
  return [
    ...items.facts.flatMap((item) => rowProblems(item, published.get(item.value.source))),
    ...questionProblems(items.facts),
  ];
}

function rowProblems(item: Item<Fact>, sourcePublished: string | undefined): Problem[] {
  const { low, mid, high, published } = item.value;
  const problems: Problem[] = [];
  const values = [low, mid, high].filter((value) => value !== undefined);
  if (values.length === 0) problems.push(problemAt(item, ['mid'], 'a fact needs at least one of low, mid, high'));
  if (values.some((value, i) => i > 0 && value < values[i - 1])) {
    problems.push(problemAt(item, ['low'], `low <= mid <= high does not hold: ${values.join(', ')}`));
  }
  if (sourcePublished !== undefined && published < sourcePublished) {
    problems.push(problemAt(item, ['published'], `published ${published}, before its source (${sourcePublished})`));
  }
  return problems;
}

function questionProblems(facts: Item<Fact>[]): Problem[] {
  const questions = new Map<string, Item<Fact>[]>();
  for (const item of facts) {
    const { question } = item.value;
    if (question !== undefined) questions.set(question, [...(questions.get(question) ?? []), item]);
  }
  return [...questions].flatMap(([question, rows]) => {
    const preferred = rows.filter((row) => row.value.preferred).length;
    const unreasoned = rows.filter((row) => !row.value.reason);
    return [
      ...(preferred === 1
        ? []
        : [
            problemAt(
              rows[0],
              ['question'],
              `question "${question}" has ${preferred} preferred rows; exactly one is allowed`,
            ),
          ]),
      ...unreasoned.map((row) => problemAt(row, ['reason'], 'a row of a question says why it is preferred or not')),
    ];
  });
}
