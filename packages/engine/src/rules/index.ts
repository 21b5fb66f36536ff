/** Is it controlled, on that day, for that destination and buyer, and why? */

export { checkLaw, type LawProblem } from './check-law.ts';
export { type Answer, classify } from './classify.ts';
export { daysOfChange } from './dates.ts';
export { destinationClasses } from './destination-classes.ts';
export { type NearThreshold, TRACE_VERSION, type TraceEntry } from './explain.ts';
export type { FlowTerms } from './flow.ts';
export { changeDays, flowTerms } from './flow-terms.ts';
export { type Item, type ItemSpec, itemOf, itemOfComputer, itemOfGoods, itemOfMemory, type Value } from './item.ts';
export { itemMetrics, type Metrics, type Shown } from './item-metrics.ts';
export { membersOn } from './law.ts';
export type { Licence } from './licence.ts';
export type { MissingFact } from './missing.ts';
export { parseCondition, parseVersion } from './parse-condition.ts';
export { enact, withhold } from './policy.ts';
export { prepare } from './prepare.ts';
export { RuleError } from './rule-error.ts';
export { type Ruling, ruleOn } from './ruling.ts';
export { type Column, encode, type Rulings, ruleOnAll, type Shipments } from './rulings.ts';
export { factsOfShipment, SQL_DIALECTS, sqlView } from './sql/index.ts';
export { FIRST_DAY, type Stretch, timeline } from './timeline.ts';
export type { EndUser, Transaction } from './transaction.ts';
export { nodesOf, type Tree } from './tree.ts';
