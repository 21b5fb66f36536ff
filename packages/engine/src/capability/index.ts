export * from './compare.ts';
export { type CapabilityWorld, inferenceOn, isRefusal, type Refusal, trainingOn } from './evaluate.ts';
export { type CapabilityIndices, capabilityIndex, capabilityIndices, type Index, REFERENCE_CHIP } from './indices.ts';
export { shapeOf } from './layer-shapes.ts';
export { measuredCircumstances } from './measurement-case.ts';
export { type Prediction, predictMeasurement } from './predict.ts';
export { REGION_STUDIES, type Region, regionsOf } from './region.ts';
export type { BatchLimit } from './serving.ts';
export type { Resource } from './tally.ts';
