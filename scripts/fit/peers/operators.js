/** The matrix multiplies of one layer, as the peers that sum operators see them: parameters, and how many a step reads. */

/** @param {any} one @returns {{ parameters: number, count: number, experts?: boolean }[]} */
export function operatorsOf({ shape, llm }) {
  const query = llm.hidden * llm.heads * llm.headDim;
  const output = query;
  const rest = Math.max(0, shape.attention - query - output);
  const list = [
    { parameters: llm.attention === 'mla' ? shape.attention - output : query + rest, count: llm.layers },
    { parameters: output, count: llm.layers },
  ];
  if (llm.denseLayers > 0) {
    list.push(
      { parameters: (2 * shape.denseFfn) / 3, count: llm.denseLayers },
      { parameters: shape.denseFfn / 3, count: llm.denseLayers },
    );
  }
  if (shape.shared > 0) list.push({ parameters: shape.shared, count: shape.moeLayers });
  return list;
}

/** Routed experts that `tokens` touch when routing is even. @param {any} llm @param {number} tokens */
export function touchedExperts(llm, tokens) {
  return llm.experts * (1 - (1 - llm.expertsActive / llm.experts) ** tokens);
}
