/** The law as SQL: the same trees that the engine evaluates, for a database to evaluate. */
export { type Fact, factsOfShipment, SHIPMENTS, VIEW } from './columns.ts';
export type { Dialect } from './dialect.ts';
export { SQL_DIALECTS, sqlView } from './view.ts';
