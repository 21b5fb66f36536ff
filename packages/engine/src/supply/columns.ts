/** The columns of a plan: every quantity that is sampled gets a number when it is first asked for. */
import { lastQuarterOf } from '../core/day.ts';
import { InputError, unknownId } from '../core/errors.ts';
import { type Estimate, parseEstimate } from '../core/estimate.ts';
import type { KnownParameter, World } from '../world/world.ts';
import type { Column, Path, PathName } from './plan.ts';

/** Column numbers by parameter id; a parameter gets a column when it is first asked for. */
export class Columns {
  readonly all: Column[] = [];
  readonly #known: Map<string, KnownParameter>;
  readonly #asOf: string;
  readonly #overrides: ReadonlyMap<string, Estimate>;
  readonly #index = new Map<string, number>();

  constructor(world: World, overrides: ReadonlyMap<string, Estimate>) {
    this.#known = new Map(world.parameters.map((parameter) => [parameter.id, parameter]));
    this.#asOf = world.asOf;
    this.#overrides = overrides;
  }

  has(id: string): boolean {
    return this.#known.has(id);
  }

  idsWith(prefix: string): string[] {
    return [...this.#known.keys()].filter((id) => id.startsWith(prefix));
  }

  /** The column of the first of the ids that is known. */
  parameter(...ids: string[]): number {
    const parameter = ids.map((id) => this.#known.get(id)).find((one) => one !== undefined);
    if (!parameter) throw new InputError('no-estimate', { id: ids[0], asOf: this.#asOf });
    return this.add({
      id: parameter.id,
      unit: parameter.unit,
      estimate: parseEstimate(parameter.estimate, parameter.unit, parameter.id),
      correlation: parameter.correlation,
    });
  }

  optional(id: string): number {
    return this.has(id) ? this.parameter(id) : -1;
  }

  add(column: Column): number {
    const found = this.#index.get(column.id);
    if (found !== undefined) return found;
    this.#index.set(column.id, this.all.length);
    this.all.push({ ...column, estimate: this.#overrides.get(column.id) ?? column.estimate });
    return this.all.length - 1;
  }

  path(name: PathName): Path {
    const anchors = this.idsWith(`${name}.`)
      .filter((id) => /\.\d{4}$/.test(id))
      .sort()
      .map((id) => ({ quarter: lastQuarterOf(Number(id.slice(-4))) - 1.5, column: this.parameter(id) }));
    if (anchors.length === 0) throw new InputError('no-estimate', { id: `${name}.<year>`, asOf: this.#asOf });
    return { anchors, growth: this.parameter(`${name}.growth`) };
  }

  /** An override that nothing reads would change nothing and say nothing. */
  checkOverridesUsed(): void {
    for (const id of this.#overrides.keys()) {
      if (!this.#index.has(id)) throw unknownId('parameter', id, this.#index.keys());
    }
  }
}
