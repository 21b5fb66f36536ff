/** The version of the program that a report names. */
import { createRequire } from 'node:module';

export const PROGRAM_VERSION: string = createRequire(import.meta.url)('../../package.json').version;
