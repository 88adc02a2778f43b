/** Every test of the rules; the cases first, since they reach most of the code and the first failure ends a run. */
import '../../src/cases.test.ts';

import.meta.glob('../../src/**/*.test.ts', { eager: true });
