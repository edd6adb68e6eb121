import { obfuscatedWord } from './obfuscated-word';
import type { Rule } from './rule';

/** Every rule, in the order of the list that people see. A rule joins by one line here. */
export const rules: readonly Rule[] = [obfuscatedWord];
