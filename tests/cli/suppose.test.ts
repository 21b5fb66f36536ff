/** A rule of one's own under `classify` and `timeline`. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { floodgate } from './run.ts';

const folder = mkdtempSync(join(tmpdir(), 'floodgate-suppose-'));
afterAll(() => rmSync(folder, { recursive: true }));

const EXAMPLE = 'docs/examples/design-bandwidth-2025.yaml';

/** A rule that asks for a licence from 2025-03-01 on, where a condition holds. */
function rule(name: string, when: string, more = ''): string {
  const path = join(folder, name);
  writeFileSync(
    path,
    `instrument:
  id: my-rule
  title: { en: My rule, zh: 我的规则 }
  effective: 2025-03-01
provisions:
  - id: my-rule.requirement
    kind: requirement
    title: { en: My licence, zh: 我的许可证 }
    paragraph: "1"
    says: { en: All of it., zh: 全部。 }
    when: ${when}
${more}`,
  );
  return path;
}

const json = async (...args: string[]) => JSON.parse((await floodgate(...args, '--json')).out);

describe('--suppose', () => {
  it('asks under a proposed rule from its day on, and as recorded before', async () => {
    const path = rule('h20.yaml', 'item in h20');
    const ask = (on: string) => json('classify', 'h20', '--to', 'SG', '--on', on, '--suppose', path);
    expect((await ask('2025-02-28')).licence.required).toBe(false);
    const answer = await ask('2025-03-01');
    expect(answer).toMatchObject({ licence: { required: true }, controlledBy: ['my-rule'] });
    expect(answer.trace).toContainEqual(expect.objectContaining({ rule: 'my-rule', depth: 0, result: true }));
  });

  it('shows in a timeline on which day the rule changed the answer', async () => {
    const stretches = await json('timeline', 'h20', '--to', 'CN', '--suppose', EXAMPLE);
    expect(stretches).toContainEqual(
      expect.objectContaining({ from: '2025-04-14', because: 'example-bandwidth-2025' }),
    );
    const recorded = await json('timeline', 'h20', '--to', 'CN');
    expect(recorded.map(({ from }: { from: string }) => from)).not.toContain('2025-04-14');
  });

  it('takes a decision by its id or from a file, and a rule that stands alone', async () => {
    const b30a = await json('timeline', 'h20', '--to', 'CN', '--suppose', 'no-controls');
    expect(b30a.at(-1).licence.required).toBe(false);
    const file = await json('timeline', 'h20', '--to', 'CN', '--suppose', 'data/decisions/no-controls.yaml');
    expect(file).toEqual(b30a);
    const alone = rule('alone.yaml', 'never', 'design: { reading: alone }\n');
    const freed = await json('classify', 'h100', '--to', 'CN', '--on', '2025-06-01', '--suppose', alone);
    expect(freed.licence.required).toBe(false);
  });

  it.each([
    ['a chip', 'item in h20 h201', /no item "h201" \(nearest: h20/],
    ['a place', 'to in CN ZZ', /no country "ZZ"/],
    ['a country group', 'to in D:9', /no country group "D:9"/],
    ['a provision', 'meets us-ear.3a090.z', /no provision "us-ear\.3a090\.z" \(nearest: us-ear\.3a090/],
    ['a threshold', '"tpp >= {my-rule.tpp}"', /no threshold "my-rule\.tpp"/],
    ['an attribute', 'speed >= 3', /my-rule.*unknown-attribute/],
    ['a depth that no law has', `${'{ not: '.repeat(30)}always${' }'.repeat(30)}`, /too-deep/],
    ['what cannot be read', 'tpp more than 3', /bad-test/],
  ])('refuses %s that is not known', async (_, when, message) => {
    for (const command of [['classify', 'h20', '--to', 'CN', '--on', '2025-06-01', '--suppose'], ['design']]) {
      const { status, out, err } = await floodgate(...command, rule('wrong.yaml', when));
      expect([status, out]).toEqual([2, '']);
      expect(err).toMatch(message);
    }
  });

  it('refuses a rule that contradicts another and does not say which gives way', async () => {
    const path = join(folder, 'rival.yaml');
    writeFileSync(
      path,
      `instrument: { id: my-rule, title: { en: a, zh: 甲 }, effective: 2025-03-01 }
provisions:
  - { id: my-rule.class, kind: classification, title: { en: a, zh: 甲 }, paragraph: p, says: { en: a, zh: 甲 },
      when: item in h100-sxm, gives: { classification: X1 } }
`,
    );
    const { status, err } = await floodgate('classify', 'h100', '--to', 'CN', '--on', '2025-06-01', '--suppose', path);
    expect(status).toBe(2);
    expect(err).toMatch(/my-rule\.class/);
  });
});
