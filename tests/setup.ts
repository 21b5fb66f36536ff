/** Property tests try the same cases on every run; another seed is one edit away. */
import fc from 'fast-check';

fc.configureGlobal({ seed: 20250714 });
