import { detachedQuote } from './detached-quote';
import { doubledQuote } from './doubled-quote';
import { editorialNote } from './editorial-note';
import { inconsistentName } from './inconsistent-name';
import { invisibleCharacter } from './invisible-character';
import { mixedQuote } from './mixed-quote';
import { obfuscatedWord } from './obfuscated-word';
import { reversedQuote } from './reversed-quote';
import type { Rule } from './rule';
import { siteLeftover } from './site-leftover';
import { strayHeadline } from './stray-headline';
import { strippedQuote } from './stripped-quote';
import { unbalancedQuote } from './unbalanced-quote';
import { unreadableFile } from './unreadable-file';

/** Every rule, in the order of the list that people see. A rule joins by one line here. */
export const rules: readonly Rule[] = [
  siteLeftover,
  strayHeadline,
  editorialNote,
  inconsistentName,
  obfuscatedWord,
  invisibleCharacter,
  reversedQuote,
  unbalancedQuote,
  mixedQuote,
  doubledQuote,
  detachedQuote,
  strippedQuote,
  unreadableFile,
];
