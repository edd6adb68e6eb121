import { departingSpelling } from './departing-spelling';
import { editorialNote } from './editorial-note';
import { foreignMark } from './foreign-mark';
import { gluedWord } from './glued-word';
import { inconsistentName } from './inconsistent-name';
import { invisibleCharacter } from './invisible-character';
import { missingBlank } from './missing-blank';
import { misspeltWord } from './misspelt-word';
import { mixedNumber } from './mixed-number';
import { obfuscatedWord } from './obfuscated-word';
import { repeatedWord } from './repeated-word';
import { reversedQuote } from './reversed-quote';
import type { Rule } from './rule';
import { siteLeftover } from './site-leftover';
import { strayBlank } from './stray-blank';
import { strayHeadline } from './stray-headline';
import { unbalancedQuote } from './unbalanced-quote';
import { unreadableFile } from './unreadable-file';
import { unwantedSpelling } from './unwanted-spelling';
import { wrongHamza } from './wrong-hamza';

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
  gluedWord,
  repeatedWord,
  missingBlank,
  strayBlank,
  foreignMark,
  mixedNumber,
  misspeltWord,
  wrongHamza,
  unwantedSpelling,
  departingSpelling,
  unreadableFile,
];
