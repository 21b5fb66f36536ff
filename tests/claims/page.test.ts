import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { claimsPage } from '../../scripts/claims-page.js';
import { dataset } from '../dataset.ts';

describe('the page on claims', () => {
  it('is what the data say; node scripts/claims-page.js writes it anew', () => {
    const page = readFileSync(fileURLToPath(new URL('../../docs/methods/claims.md', import.meta.url)), 'utf8');
    expect(page).toBe(claimsPage(dataset));
  });
});
