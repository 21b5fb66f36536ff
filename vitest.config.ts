import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['packages/*/src/**/*.test.ts', 'tests/**/*.test.ts'],
    setupFiles: ['./tests/setup.ts'],
    testTimeout: 20_000,
    // Every test is of pure functions or of its own folder: files can share what they load, which halves the time.
    isolate: false,
    // Across packages tests run the build, as a user does. Left to itself Vitest would rewrite it on the way, and a future
    // would take twenty times as long.
    server: { deps: { external: [/packages\/(engine|dataset|reading)\/dist/] } },
  },
});
