import { copiedArticle } from './copied-article';
import { editorialNote } from './editorial-note';
import { inconsistentName } from './inconsistent-name';
import { invisibleCharacter } from './invisible-character';
import { obfuscatedWord } from './obfuscated-word';
import { repeatedParagraph } from './repeated-paragraph';
import { reversedQuote } from './reversed-quote';
import type { Rule } from './rule';
import { siteLeftover } from './site-leftover';
import { strayHeadline } from './stray-headline';
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
  repeatedParagraph,
  copiedArticle,
  unreadableFile,
];
