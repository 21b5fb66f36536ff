import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    testTimeout: 20_000,
    // Across packages tests run the build, as a user does. Left to itself Vitest would rewrite it on the way, and a future
    // would take twenty times as long.
    server: { deps: { external: [/packages\/(engine|dataset)\/dist/] } },
  },
});
