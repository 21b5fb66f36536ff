/*
 * The future of packages/engine/src/supply in plain C: the same equations, one section per sector, the same names in
 * snake case. It is a yardstick for the speed of the TypeScript and nothing else uses it. Reasons and sources of the
 * equations stand in the TypeScript and are not repeated here.
 *
 * Usage: future PLAN OUTCOMES. Reads the numbers that plan-file.js writes, runs every draw under every policy once to
 * warm up and once more against the clock, writes the outcomes, [draw][without, with][outcome][year], and prints the
 * seconds that the second run took.
 */
#define _POSIX_C_SOURCE 199309L
#include <math.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { US, CN, ROW, HOLDER_COUNT };
enum { HISTORY, WITHOUT, WITH, POLICY_COUNT };
enum { NVIDIA, AMD, GOOGLE, AWS, HUAWEI, OTHER_CHINESE };
enum { LOGIC_N5, LOGIC_N3, PACKAGING, HBM, INPUT_COUNT };

/* The order of PATHS and SCALARS in plan-file.js. */
enum {
  HYPERSCALER_CAPEX, CHINA_ACCELERATOR_BUDGET, PACKAGING_CAPACITY, HBM_OUTPUT, LOGIC_N5_CAPACITY, LOGIC_N3_CAPACITY,
  SMIC_ADVANCED_WAFERS, HUAWEI_ASSEMBLY, CHINESE_HBM_STACKS, OTHER_CHINESE_OUTPUT, PATH_COUNT
};
enum {
  OTHER_BUYERS, ACCELERATOR_SHARE_OF_CAPEX, MAKER_SHARE_NVIDIA, MAKER_SHARE_AMD, MAKER_SHARE_GOOGLE, MAKER_SHARE_AWS,
  US_SHARE_OPEN, US_SHARE_OWN, CHINA_SHARE_WHEN_FREE, HBM_SHARE_ACCELERATORS, LOGIC_YIELD, PACKAGING_YIELD,
  OBSERVED_SLACK, CHINA_ORDER_PROTECTION, HUAWEI_SHARE_OF_SMIC, SMIC_DIE_YIELD, ASCEND_PACKAGE_YIELD, TSMC_DIE_BANK,
  HBM_STACK_BANK, ASCEND_PRICE, OTHER_CHINESE_PRICE, SMUGGLED_UNITS, SMUGGLING_ELASTICITY,
  REMOTE_SHARE, CHIP_LIFE, CHIP_LIFE_SHAPE, SCALAR_COUNT
};

static const double USD_PER_BILLION = 1e9;
static const double GB_PER_BILLION = 1e9;
static const double MONTHS_PER_QUARTER = 3;

/* ---- plan.ts ------------------------------------------------------------------------------------------------ */

typedef struct {
  int maker;
  bool allied, china, own;
  double dies_per_package, hbm_stacks;
  int first_quarter, last_quarter;
  int price, training, inference, approval, inventory, restart_lag, cap_volume;
} Product;

typedef struct {
  int growth, anchor_count;
  double *quarter;
  int *column;
} Path;

typedef struct {
  double *free, *licensed, *fee, *capped;
} Permissions;

typedef struct {
  int quarters, first_unseen, first_year, last_year;
  int columns, products, draws;
  Product *product;
  double *inputs_per_chip;
  int *observed_column;
  double *observed_share, *mix;
  int *uptake_column;
  Permissions permissions[POLICY_COUNT];
  double *smuggling_scale[POLICY_COUNT];
  bool is_history[POLICY_COUNT];
  Path paths[PATH_COUNT];
  int scalars[SCALAR_COUNT];
} Plan;

static double scalar(const Plan *plan, const double *sample, int name) { return sample[plan->scalars[name]]; }

static double least(double a, double b) { return a < b ? a : b; }
static double most(double a, double b) { return a > b ? a : b; }

/* ---- work.ts ------------------------------------------------------------------------------------------------ */

typedef struct {
  double *paths[PATH_COUNT];
  double *observed;
  double *demand, *from_stock, *made, *made_without_china;
  double capacity[INPUT_COUNT], use[INPUT_COUNT];
  double *chinese_output, *inflow, *legal;
  double *inventory, *since_forbidden, *sold_this_year;
  double *history_gap, *gap, *survival;
  double *smuggled, *forgone_training, *binding, *nvidia_revenue_usd, *fee_usd;
  double stock[HOLDER_COUNT][2];
} Work;

static void fail(const char *what) {
  fprintf(stderr, "future: %s\n", what);
  exit(1);
}

static void *zeroed(size_t count, size_t size) {
  void *memory = calloc(count, size);
  if (!memory) fail("out of memory");
  return memory;
}

static double *numbers(int count) { return zeroed((size_t)count, sizeof(double)); }

static void clear(double *values, int count) { memset(values, 0, (size_t)count * sizeof(double)); }

static void copy(double *to, const double *from, int count) { memcpy(to, from, (size_t)count * sizeof(double)); }

static Work create_work(const Plan *plan) {
  int quarters = plan->quarters, products = plan->products;
  Work work = {0};
  for (int i = 0; i < PATH_COUNT; i++) work.paths[i] = numbers(quarters);
  work.observed = numbers(products * quarters);
  work.demand = numbers(products * HOLDER_COUNT);
  work.from_stock = numbers(products);
  work.made = numbers(products * HOLDER_COUNT);
  work.made_without_china = numbers(products * HOLDER_COUNT);
  work.chinese_output = numbers(products * quarters);
  work.inflow = numbers(products * HOLDER_COUNT * quarters);
  work.legal = numbers(products * quarters);
  work.inventory = numbers(products);
  work.since_forbidden = numbers(products);
  work.sold_this_year = numbers(products);
  work.history_gap = numbers(quarters);
  work.gap = numbers(quarters);
  work.survival = numbers(quarters);
  work.smuggled = numbers(quarters);
  work.forgone_training = numbers(quarters);
  work.binding = numbers(quarters);
  work.nvidia_revenue_usd = numbers(quarters);
  work.fee_usd = numbers(quarters);
  return work;
}

/* ---- path.ts ------------------------------------------------------------------------------------------------ */

static void fill_path(const Path *path, const double *sample, double *out, int quarters) {
  double quarterly = log(sample[path->growth]) / 4;
  int next = 0;
  for (int t = 0; t < quarters; t++) {
    while (next < path->anchor_count && path->quarter[next] <= t) next++;
    if (next > 0 && next < path->anchor_count) {
      double from = path->quarter[next - 1];
      double a = log(sample[path->column[next - 1]]);
      double b = log(sample[path->column[next]]);
      out[t] = exp(a + (b - a) * (t - from) / (path->quarter[next] - from));
    } else {
      int anchor = next > 0 ? next - 1 : next;
      out[t] = sample[path->column[anchor]] * exp(quarterly * (t - path->quarter[anchor]));
    }
  }
}

/* ---- history.ts --------------------------------------------------------------------------------------------- */

static void fill_observed(const Plan *plan, const double *sample, Work *work) {
  for (int i = 0; i < plan->products * plan->quarters; i++) {
    int column = plan->observed_column[i];
    work->observed[i] = column < 0 ? -1 : sample[column] * plan->observed_share[i];
  }
}

/* ---- chinese-supply.ts -------------------------------------------------------------------------------------- */

enum { DIE_BANK_FROM = 4, DIE_BANK_UNTIL = 11, HBM_BANK_UNTIL = 12 };
static const double ASCEND_DIE_MM2 = 665.61;
static const double WAFER_DIAMETER_MM = 300;
static const double PI = 3.141592653589793;

static double gross_dies_per_wafer(double area_mm2) {
  double radius = WAFER_DIAMETER_MM / 2;
  return most(0, PI * radius * radius / area_mm2 - PI * WAFER_DIAMETER_MM / sqrt(2 * area_mm2));
}

static void fill_huawei(const Plan *plan, const double *sample, Work *work) {
  int quarters = plan->quarters;
  double package_yield = scalar(plan, sample, ASCEND_PACKAGE_YIELD);
  double dies_per_wafer = gross_dies_per_wafer(ASCEND_DIE_MM2) * scalar(plan, sample, SMIC_DIE_YIELD) *
                          scalar(plan, sample, HUAWEI_SHARE_OF_SMIC);
  double die_bank = scalar(plan, sample, TSMC_DIE_BANK) / (DIE_BANK_UNTIL - DIE_BANK_FROM);
  double stack_bank = scalar(plan, sample, HBM_STACK_BANK) / HBM_BANK_UNTIL;
  double dies = 0, stacks = 0;
  for (int t = 0; t < quarters; t++) {
    dies += work->paths[SMIC_ADVANCED_WAFERS][t] * MONTHS_PER_QUARTER * dies_per_wafer;
    if (t >= DIE_BANK_FROM && t < DIE_BANK_UNTIL) dies += die_bank;
    stacks += work->paths[CHINESE_HBM_STACKS][t] / 4;
    if (t < HBM_BANK_UNTIL) stacks += stack_bank;
    for (int p = 0; p < plan->products; p++) {
      const Product *product = &plan->product[p];
      if (product->maker != HUAWEI) continue;
      int i = p * quarters + t;
      bool on_sale = t >= product->first_quarter && t <= product->last_quarter;
      double possible = least(least(dies * package_yield / product->dies_per_package, stacks / product->hbm_stacks),
                              work->paths[HUAWEI_ASSEMBLY][t] / 4);
      double units = work->observed[i] >= 0 ? work->observed[i] : on_sale ? possible : 0;
      work->chinese_output[i] = units;
      dies = most(0, dies - units * product->dies_per_package / package_yield);
      stacks = most(0, stacks - units * product->hbm_stacks);
    }
  }
}

static void fill_chinese_output(const Plan *plan, const double *sample, Work *work) {
  fill_huawei(plan, sample, work);
  for (int p = 0; p < plan->products; p++) {
    const Product *product = &plan->product[p];
    if (product->allied || product->maker == HUAWEI) continue;
    for (int t = 0; t < plan->quarters; t++) {
      int i = p * plan->quarters + t;
      double modelled = t >= product->first_quarter ? work->paths[OTHER_CHINESE_OUTPUT][t] / 4 : 0;
      work->chinese_output[i] = work->observed[i] >= 0 ? work->observed[i] : modelled;
    }
  }
}

/* ---- stock.ts ----------------------------------------------------------------------------------------------- */

static void fill_survival(const Plan *plan, const double *sample, Work *work) {
  double life_quarters = 4 * scalar(plan, sample, CHIP_LIFE);
  double shape = scalar(plan, sample, CHIP_LIFE_SHAPE);
  work->survival[0] = 1;
  for (int age = 1; age < plan->quarters; age++) work->survival[age] = exp(-pow(age / life_quarters, shape));
}

static void fill_stock(const Plan *plan, const double *sample, Work *work, int at) {
  memset(work->stock, 0, sizeof work->stock);
  for (int p = 0; p < plan->products; p++) {
    const Product *product = &plan->product[p];
    double training = sample[product->training], inference = sample[product->inference];
    for (int h = 0; h < HOLDER_COUNT; h++) {
      const double *inflow = work->inflow + (p * HOLDER_COUNT + h) * plan->quarters;
      double chips = 0;
      for (int t = product->first_quarter; t <= at; t++) chips += inflow[t] * work->survival[at - t];
      work->stock[h][0] += chips * training;
      work->stock[h][1] += chips * inference;
    }
  }
}

/* ---- demand.ts ---------------------------------------------------------------------------------------------- */

static double allied_spending_usd(const Plan *plan, const double *sample, const Work *work, int t) {
  double capex = work->paths[HYPERSCALER_CAPEX][t] / 4 * USD_PER_BILLION;
  return capex * scalar(plan, sample, ACCELERATOR_SHARE_OF_CAPEX) * (1 + scalar(plan, sample, OTHER_BUYERS));
}

static double observed_in_china(const Plan *plan, const double *sample, const Work *work, int p, int t) {
  int i = p * plan->quarters + t;
  if (work->observed[i] <= 0 || plan->product[p].own) return 0;
  if (plan->product[p].china) return work->observed[i];
  return work->observed[i] * plan->permissions[HISTORY].free[i] * scalar(plan, sample, CHINA_SHARE_WHEN_FREE);
}

static void fill_allied_demand(const Plan *plan, const double *sample, Work *work, int t) {
  double spending = allied_spending_usd(plan, sample, work, t);
  double shares = 0;
  for (int maker = NVIDIA; maker <= AWS; maker++) shares += scalar(plan, sample, MAKER_SHARE_NVIDIA + maker);
  for (int p = 0; p < plan->products; p++) {
    const Product *product = &plan->product[p];
    double *demand = work->demand + p * HOLDER_COUNT;
    clear(demand, HOLDER_COUNT);
    if (!product->allied || product->china) continue;
    int i = p * plan->quarters + t;
    double share = scalar(plan, sample, MAKER_SHARE_NVIDIA + product->maker) / shares;
    double units = work->observed[i] >= 0 ? work->observed[i] - observed_in_china(plan, sample, work, p, t)
                                          : spending * share * plan->mix[i] / sample[product->price];
    double us_share = scalar(plan, sample, product->own ? US_SHARE_OWN : US_SHARE_OPEN);
    demand[US] = units * us_share;
    demand[ROW] = units * (1 - us_share);
  }
}

/* ---- uptake.ts ---------------------------------------------------------------------------------------------- */

static const double MOSTLY_OPEN = 0.5;

static double openness(const Plan *plan, const Permissions *permissions, const double *sample, int p, int t) {
  int i = p * plan->quarters + t;
  return permissions->free[i] + permissions->licensed[i] * sample[plan->product[p].approval];
}

static double domestic_sales_usd(const Plan *plan, const double *sample, const Work *work, int t) {
  double usd = 0;
  for (int p = 0; p < plan->products; p++) {
    const Product *product = &plan->product[p];
    if (product->allied) continue;
    double price = scalar(plan, sample, product->maker == HUAWEI ? ASCEND_PRICE : OTHER_CHINESE_PRICE);
    usd += work->chinese_output[p * plan->quarters + t] * price;
  }
  return usd;
}

static double flagship_share(const Plan *plan, const double *sample, int p, int t) {
  const Product *product = &plan->product[p];
  if (!product->allied || product->china || product->own) return 0;
  double nvidia = scalar(plan, sample, MAKER_SHARE_NVIDIA), amd = scalar(plan, sample, MAKER_SHARE_AMD);
  return plan->mix[p * plan->quarters + t] * (product->maker == NVIDIA ? nvidia : amd) / (nvidia + amd);
}

static double open_flagships(const Plan *plan, const Permissions *permissions, const double *sample, int t) {
  double open = 0;
  for (int p = 0; p < plan->products; p++) {
    double share = flagship_share(plan, sample, p, t);
    if (share > 0) open += share * openness(plan, permissions, sample, p, t);
  }
  return open;
}

static double order_flagship(const Plan *plan, const Permissions *permissions, const double *sample, Work *work, int p,
                             int t, double money) {
  const Product *product = &plan->product[p];
  if (!product->allied || product->own) return 0;
  double open = openness(plan, permissions, sample, p, t);
  double was = openness(plan, &plan->permissions[HISTORY], sample, p, t);
  int i = p * plan->quarters + t;
  bool counted = work->observed[i] >= 0 && open == was;
  double units = counted ? observed_in_china(plan, sample, work, p, t)
                         : money * sample[plan->uptake_column[i]] * flagship_share(plan, sample, p, t) * open /
                               sample[product->price];
  work->demand[p * HOLDER_COUNT + CN] = units;
  return units * sample[product->price];
}

static double available(const Plan *plan, const Permissions *permissions, const double *sample, Work *work, int p,
                        int t, double wanted) {
  const Product *product = &plan->product[p];
  double units = wanted;
  if (product->cap_volume >= 0 && permissions->capped[p * plan->quarters + t] > 0) {
    units = least(units, most(0, sample[product->cap_volume] - work->sold_this_year[p]));
  }
  double from_stock = least(units, work->inventory[p]);
  work->inventory[p] -= from_stock;
  work->from_stock[p] = from_stock;
  double lag = product->restart_lag >= 0 ? sample[product->restart_lag] : 0;
  bool producing = work->since_forbidden[p] > t || work->since_forbidden[p] > lag;
  return producing ? units : from_stock;
}

static double order_china_product(const Plan *plan, const Permissions *permissions, const double *sample, Work *work,
                                  int p, int t, double money, bool flagships_opened) {
  const Product *product = &plan->product[p];
  int i = p * plan->quarters + t;
  double open = openness(plan, permissions, sample, p, t);
  double open_days = permissions->free[i] + permissions->licensed[i];
  work->since_forbidden[p] = open_days < MOSTLY_OPEN ? 0 : work->since_forbidden[p] + 1;
  work->from_stock[p] = 0;
  if (t < product->first_quarter || t > product->last_quarter) return 0;
  double was = openness(plan, &plan->permissions[HISTORY], sample, p, t);
  bool counted = work->observed[i] >= 0 && !flagships_opened && (open == was || was >= MOSTLY_OPEN);
  double wanted = counted ? work->observed[i] * (was > 0 ? open / was : 1)
                          : money * sample[plan->uptake_column[i]] * open / sample[product->price];
  double units = counted ? wanted : available(plan, permissions, sample, work, p, t, wanted);
  work->demand[p * HOLDER_COUNT + CN] = units;
  work->sold_this_year[p] += units;
  return units * sample[product->price];
}

static void fill_china_demand(const Plan *plan, const Permissions *permissions, const double *sample, Work *work,
                              int t) {
  double budget = work->paths[CHINA_ACCELERATOR_BUDGET][t] / 4 * USD_PER_BILLION;
  double after_domestic = most(0, budget - domestic_sales_usd(plan, sample, work, t));
  double unmet = after_domestic;
  for (int p = 0; p < plan->products; p++) {
    if (!plan->product[p].china) unmet -= order_flagship(plan, permissions, sample, work, p, t, after_domestic);
  }
  double was = open_flagships(plan, &plan->permissions[HISTORY], sample, t);
  bool opened = open_flagships(plan, permissions, sample, t) > was;
  for (int p = 0; p < plan->products; p++) {
    if (!plan->product[p].china) continue;
    unmet -= order_china_product(plan, permissions, sample, work, p, t, most(0, unmet), opened);
  }
  work->gap[t] = budget > 0 ? most(0, unmet) / budget : 0;
}

/* ---- capacity.ts -------------------------------------------------------------------------------------------- */

static void count_use(const Plan *plan, Work *work, int t) {
  clear(work->use, INPUT_COUNT);
  for (int p = 0; p < plan->products; p++) {
    double units = work->observed[p * plan->quarters + t];
    if (units <= 0 || !plan->product[p].allied) continue;
    for (int r = 0; r < INPUT_COUNT; r++) work->use[r] += units * plan->inputs_per_chip[p * INPUT_COUNT + r];
  }
}

static void fill_capacity(const Plan *plan, const double *sample, Work *work, int t) {
  double *capacity = work->capacity;
  if (t < plan->first_unseen) {
    count_use(plan, work, t);
    for (int r = 0; r < INPUT_COUNT; r++) capacity[r] = work->use[r] * (1 + scalar(plan, sample, OBSERVED_SLACK));
    return;
  }
  double logic_yield = scalar(plan, sample, LOGIC_YIELD);
  capacity[LOGIC_N5] = work->paths[LOGIC_N5_CAPACITY][t] * MONTHS_PER_QUARTER * logic_yield;
  capacity[LOGIC_N3] = work->paths[LOGIC_N3_CAPACITY][t] * MONTHS_PER_QUARTER * logic_yield;
  capacity[PACKAGING] =
      work->paths[PACKAGING_CAPACITY][t] * MONTHS_PER_QUARTER * scalar(plan, sample, PACKAGING_YIELD);
  capacity[HBM] =
      work->paths[HBM_OUTPUT][t] / 4 * GB_PER_BILLION * scalar(plan, sample, HBM_SHARE_ACCELERATORS);
}

static void inputs_of(const Plan *plan, const double *units, double *use) {
  clear(use, INPUT_COUNT);
  for (int p = 0; p < plan->products; p++) {
    double total = 0;
    for (int h = 0; h < HOLDER_COUNT; h++) total += units[p * HOLDER_COUNT + h];
    if (total == 0) continue;
    for (int r = 0; r < INPUT_COUNT; r++) use[r] += total * plan->inputs_per_chip[p * INPUT_COUNT + r];
  }
}

/* ---- allocation.ts ------------------------------------------------------------------------------------------ */

static const double ROUNDING = 1e-9;

static void ration(const Plan *plan, double capacity, int r, double protection, double *made) {
  double china = 0, others = 0;
  for (int p = 0; p < plan->products; p++) {
    double per = plan->inputs_per_chip[p * INPUT_COUNT + r];
    for (int h = 0; h < HOLDER_COUNT; h++) {
      if (h == CN) china += per * made[p * HOLDER_COUNT + h];
      else others += per * made[p * HOLDER_COUNT + h];
    }
  }
  double shared = others + (1 - protection) * china;
  double scale = shared > 0 ? most(0, (capacity - protection * china) / shared) : 0;
  double kept = scale > 0 ? protection + (1 - protection) * scale : china > 0 ? least(1, capacity / china) : 0;
  for (int p = 0; p < plan->products; p++) {
    if (plan->inputs_per_chip[p * INPUT_COUNT + r] == 0) continue;
    for (int h = 0; h < HOLDER_COUNT; h++) made[p * HOLDER_COUNT + h] *= h == CN ? kept : scale;
  }
}

static bool allocate(const Plan *plan, Work *work, double protection, double *made) {
  copy(made, work->demand, plan->products * HOLDER_COUNT);
  bool binds = false;
  for (int r = 0; r < INPUT_COUNT; r++) {
    inputs_of(plan, made, work->use);
    if (work->use[r] <= work->capacity[r] * (1 + ROUNDING)) continue;
    binds = true;
    ration(plan, work->capacity[r], r, protection, made);
  }
  return binds;
}

/* ---- smuggling.ts ------------------------------------------------------------------------------------------- */

enum { FIRST_CONTROLLED = 3 };
static const double MOST_DIVERTED = 0.5;
static const double LEAST_RATIO = 0.2;
static const double MOST_RATIO = 5;

static double gap_factor(const Plan *plan, const double *sample, const Work *work, int t) {
  if (work->history_gap[t] <= 0) return 1;
  double ratio = work->gap[t] / work->history_gap[t];
  return pow(least(most(ratio, LEAST_RATIO), MOST_RATIO), scalar(plan, sample, SMUGGLING_ELASTICITY));
}

static void smuggle(const Plan *plan, const Permissions *permissions, const double *enforcement, const double *sample,
                    Work *work, int t) {
  work->smuggled[t] = 0;
  if (t < FIRST_CONTROLLED) return;
  double units =
      scalar(plan, sample, SMUGGLED_UNITS) / 4 * enforcement[t] * gap_factor(plan, sample, work, t);
  for (int p = 0; p < plan->products; p++) {
    const Product *product = &plan->product[p];
    if (!product->allied || product->china || product->own || product->maker != NVIDIA) continue;
    double closed = 1 - least(1, openness(plan, permissions, sample, p, t));
    double *row = &work->inflow[(p * HOLDER_COUNT + ROW) * plan->quarters + t];
    double *cn = &work->inflow[(p * HOLDER_COUNT + CN) * plan->quarters + t];
    double moved = least(units * plan->mix[p * plan->quarters + t] * closed, MOST_DIVERTED * *row);
    *row -= moved;
    *cn += moved;
    work->smuggled[t] += moved;
  }
}

/* ---- money.ts ----------------------------------------------------------------------------------------------- */

static void add_money(const Plan *plan, const Permissions *permissions, const double *sample, Work *work, int p,
                      double to_china, int t) {
  double revenue = to_china * sample[plan->product[p].price];
  if (plan->product[p].maker == NVIDIA) work->nvidia_revenue_usd[t] += revenue;
  work->fee_usd[t] += revenue * permissions->fee[p * plan->quarters + t];
}

/* ---- outcomes.ts -------------------------------------------------------------------------------------------- */

static double year_sum(const double *values, int end) {
  return values[end - 3] + values[end - 2] + values[end - 1] + values[end];
}

static double huawei_units(const Plan *plan, const Work *work, int end) {
  double units = 0;
  for (int p = 0; p < plan->products; p++) {
    if (plan->product[p].maker == HUAWEI) units += year_sum(work->chinese_output + p * plan->quarters, end);
  }
  return units;
}

/* Writes the stocks, shares and the ratio of one year to every `step`th place of `out`; returns the next place. */
static double *put_stocks(const Work *work, double *out, int step) {
  double world[2] = {0, 0};
  for (int h = 0; h < HOLDER_COUNT; h++) {
    for (int kind = 0; kind < 2; kind++, out += step) {
      *out = work->stock[h][kind];
      world[kind] += work->stock[h][kind];
    }
  }
  for (int kind = 0; kind < 2; kind++, out += step) *out = world[kind];
  for (int h = 0; h < HOLDER_COUNT; h++) {
    for (int kind = 0; kind < 2; kind++, out += step) *out = world[kind] > 0 ? work->stock[h][kind] / world[kind] : 0;
  }
  for (int kind = 0; kind < 2; kind++, out += step) {
    *out = work->stock[CN][kind] > 0 ? work->stock[US][kind] / work->stock[CN][kind] : 0;
  }
  return out;
}

static bool sold_to_china(const Product *product) { return product->allied && !product->own; }

/* What put_stocks writes, and the eight others besides the shipments of each product. */
enum { STOCK_OUTCOMES = 16, OTHER_OUTCOMES = 8 };

static int year_count(const Plan *plan) { return plan->last_year - plan->first_year + 1; }

static int outcome_count(const Plan *plan) {
  int outcomes = STOCK_OUTCOMES + OTHER_OUTCOMES;
  for (int p = 0; p < plan->products; p++) outcomes += sold_to_china(&plan->product[p]);
  return outcomes * year_count(plan);
}

static void fill_outcomes(const Plan *plan, const double *sample, Work *work, double *outcomes) {
  int years = year_count(plan);
  for (int y = 0; y < years; y++) {
    int end = (plan->first_year + y - 2022) * 4 + 3;
    fill_stock(plan, sample, work, end);
    double *out = put_stocks(work, outcomes + y, years);
    double remote = scalar(plan, sample, REMOTE_SHARE) * least(gap_factor(plan, sample, work, end), 2);
    const double rest[OTHER_OUTCOMES] = {
        remote * work->stock[ROW][0],
        remote * work->stock[ROW][1],
        huawei_units(plan, work, end),
        year_sum(work->forgone_training, end),
        year_sum(work->binding, end) / 4,
        year_sum(work->nvidia_revenue_usd, end) / USD_PER_BILLION,
        year_sum(work->fee_usd, end) / USD_PER_BILLION,
        year_sum(work->smuggled, end),
    };
    for (int k = 0; k < OTHER_OUTCOMES; k++, out += years) *out = rest[k];
    for (int p = 0; p < plan->products; p++) {
      if (!sold_to_china(&plan->product[p])) continue;
      *out = year_sum(work->legal + p * plan->quarters, end);
      out += years;
    }
  }
}

/* ---- future.ts ---------------------------------------------------------------------------------------------- */

static void begin_future(const Plan *plan, const double *sample, Work *work) {
  for (int i = 0; i < PATH_COUNT; i++) fill_path(&plan->paths[i], sample, work->paths[i], plan->quarters);
  fill_observed(plan, sample, work);
  fill_chinese_output(plan, sample, work);
  fill_survival(plan, sample, work);
  clear(work->history_gap, plan->quarters);
}

static void start_policy(const Plan *plan, const double *sample, Work *work) {
  clear(work->nvidia_revenue_usd, plan->quarters);
  clear(work->fee_usd, plan->quarters);
  clear(work->sold_this_year, plan->products);
  clear(work->since_forbidden, plan->products);
  for (int p = 0; p < plan->products; p++) {
    int column = plan->product[p].inventory;
    work->inventory[p] = column < 0 ? 0 : sample[column];
  }
}

static void make_chips(const Plan *plan, const double *sample, Work *work, int t) {
  double protection = scalar(plan, sample, CHINA_ORDER_PROTECTION);
  for (int p = 0; p < plan->products; p++) work->demand[p * HOLDER_COUNT + CN] -= work->from_stock[p];
  bool binds = allocate(plan, work, protection, work->made);
  work->binding[t] = binds;
  work->forgone_training[t] = 0;
  if (!binds) return;
  for (int p = 0; p < plan->products; p++) work->demand[p * HOLDER_COUNT + CN] = 0;
  allocate(plan, work, protection, work->made_without_china);
  for (int p = 0; p < plan->products; p++) {
    double lost = work->made_without_china[p * HOLDER_COUNT + US] - work->made[p * HOLDER_COUNT + US];
    work->forgone_training[t] += lost * sample[plan->product[p].training];
  }
}

static void install(const Plan *plan, int policy, const double *sample, Work *work, int p, int t) {
  int i = p * plan->quarters + t;
  if (!plan->product[p].allied) {
    work->inflow[(p * HOLDER_COUNT + CN) * plan->quarters + t] = work->chinese_output[i];
    return;
  }
  for (int h = 0; h < HOLDER_COUNT; h++) {
    double stock = h == CN ? work->from_stock[p] : 0;
    work->inflow[(p * HOLDER_COUNT + h) * plan->quarters + t] = work->made[p * HOLDER_COUNT + h] + stock;
  }
  work->legal[i] = work->made[p * HOLDER_COUNT + CN] + work->from_stock[p];
  add_money(plan, &plan->permissions[policy], sample, work, p, work->legal[i], t);
}

static void run_quarter(const Plan *plan, int policy, const double *sample, Work *work, int t) {
  const Permissions *permissions = &plan->permissions[policy];
  if (t % 4 == 0) clear(work->sold_this_year, plan->products);
  fill_allied_demand(plan, sample, work, t);
  fill_china_demand(plan, permissions, sample, work, t);
  fill_capacity(plan, sample, work, t);
  make_chips(plan, sample, work, t);
  for (int p = 0; p < plan->products; p++) install(plan, policy, sample, work, p, t);
  smuggle(plan, permissions, plan->smuggling_scale[policy], sample, work, t);
}

static void run_policy(const Plan *plan, int policy, const double *sample, Work *work, double *outcomes) {
  start_policy(plan, sample, work);
  for (int t = 0; t < plan->quarters; t++) run_quarter(plan, policy, sample, work, t);
  if (policy == HISTORY) copy(work->history_gap, work->gap, plan->quarters);
  fill_outcomes(plan, sample, work, outcomes);
}

/* ---- run-draws.ts ------------------------------------------------------------------------------------------- */

/* All draws under all policies; `history` is room for the outcomes of one policy. */
static void run_draws(const Plan *plan, const double *samples, Work *work, double *history, double *results) {
  int size = outcome_count(plan);
  for (int draw = 0; draw < plan->draws; draw++) {
    const double *sample = samples + (size_t)(draw * plan->columns);
    begin_future(plan, sample, work);
    run_policy(plan, HISTORY, sample, work, history);
    for (int policy = WITHOUT; policy <= WITH; policy++, results += size) {
      if (plan->is_history[policy]) copy(results, history, size);
      else run_policy(plan, policy, sample, work, results);
    }
  }
}

/* ---- files -------------------------------------------------------------------------------------------------- */

static double read_number(FILE *file) {
  double value;
  if (fread(&value, sizeof value, 1, file) != 1) fail("the plan ends early");
  return value;
}

static int read_whole(FILE *file) { return (int)read_number(file); }

static double *read_numbers(FILE *file, int count) {
  double *values = numbers(count);
  for (int i = 0; i < count; i++) values[i] = read_number(file);
  return values;
}

static int *read_wholes(FILE *file, int count) {
  int *values = zeroed((size_t)count, sizeof(int));
  for (int i = 0; i < count; i++) values[i] = read_whole(file);
  return values;
}

/* The fields in the order in which they are declared. */
static Product read_product(FILE *file) {
  Product product = {.maker = read_whole(file)};
  product.allied = read_whole(file), product.china = read_whole(file), product.own = read_whole(file);
  product.dies_per_package = read_number(file), product.hbm_stacks = read_number(file);
  int *whole = read_wholes(file, 9);
  product.first_quarter = whole[0], product.last_quarter = whole[1];
  product.price = whole[2], product.training = whole[3], product.inference = whole[4], product.approval = whole[5];
  product.inventory = whole[6], product.restart_lag = whole[7], product.cap_volume = whole[8];
  free(whole);
  return product;
}

static void read_policy(FILE *file, Plan *plan, int policy, int size) {
  plan->is_history[policy] = read_whole(file);
  plan->permissions[policy].free = read_numbers(file, size);
  plan->permissions[policy].licensed = read_numbers(file, size);
  plan->permissions[policy].fee = read_numbers(file, size);
  plan->permissions[policy].capped = read_numbers(file, size);
  plan->smuggling_scale[policy] = read_numbers(file, plan->quarters);
}

static Path read_path(FILE *file) {
  Path path;
  path.growth = read_whole(file);
  path.anchor_count = read_whole(file);
  path.quarter = read_numbers(file, path.anchor_count);
  path.column = read_wholes(file, path.anchor_count);
  return path;
}

/* The order of writePlan in plan-file.js; every number is a double. */
static Plan read_plan(FILE *file) {
  Plan plan;
  plan.quarters = read_whole(file);
  plan.first_unseen = read_whole(file);
  plan.first_year = read_whole(file);
  plan.last_year = read_whole(file);
  plan.columns = read_whole(file);
  plan.products = read_whole(file);
  plan.draws = read_whole(file);
  int size = plan.products * plan.quarters;
  plan.product = zeroed((size_t)plan.products, sizeof(Product));
  for (int p = 0; p < plan.products; p++) plan.product[p] = read_product(file);
  plan.inputs_per_chip = read_numbers(file, plan.products * INPUT_COUNT);
  plan.observed_column = read_wholes(file, size);
  plan.observed_share = read_numbers(file, size);
  plan.uptake_column = read_wholes(file, size);
  plan.mix = read_numbers(file, size);
  for (int policy = 0; policy < POLICY_COUNT; policy++) read_policy(file, &plan, policy, size);
  for (int i = 0; i < PATH_COUNT; i++) plan.paths[i] = read_path(file);
  for (int i = 0; i < SCALAR_COUNT; i++) plan.scalars[i] = read_whole(file);
  return plan;
}

static double now_seconds(void) {
  struct timespec now;
  clock_gettime(CLOCK_MONOTONIC, &now);
  return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

int main(int argc, char **argv) {
  if (argc != 3) fail("usage: future PLAN OUTCOMES");
  FILE *in = fopen(argv[1], "rb");
  if (!in) fail("cannot read the plan");
  Plan plan = read_plan(in);
  double *samples = read_numbers(in, plan.draws * plan.columns);
  fclose(in);

  int size = outcome_count(&plan);
  size_t count = (size_t)plan.draws * 2 * (size_t)size;
  double *results = zeroed(count, sizeof(double));
  double *history = numbers(size);
  Work work = create_work(&plan);
  run_draws(&plan, samples, &work, history, results);
  double start = now_seconds();
  run_draws(&plan, samples, &work, history, results);
  printf("%.9f\n", now_seconds() - start);

  FILE *out = fopen(argv[2], "wb");
  if (!out || fwrite(results, sizeof(double), count, out) != count || fclose(out) != 0) fail("cannot write outcomes");
  return 0;
}
