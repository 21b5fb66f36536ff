/** Who holds chips: the United States, China (with Hong Kong and Macau), and the rest of the world. */
export const HOLDERS = ['us', 'cn', 'row'] as const;
export const US = 0;
export const CN = 1;
export const ROW = 2;
export const HOLDER_COUNT = 3;
