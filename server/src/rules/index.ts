import { editorialNote } from './editorial-note';
import { emptyArticle } from './empty-article';
import { foreignArticle } from './foreign-article';
import { gluedArticle } from './glued-article';
import { inconsistentName } from './inconsistent-name';
import { invisibleCharacter } from './invisible-character';
import { lostParagraph } from './lost-paragraph';
import { obfuscatedWord } from './obfuscated-word';
import { reversedQuote } from './reversed-quote';
import type { Rule } from './rule';
import { siteLeftover } from './site-leftover';
import { strayHeadline } from './stray-headline';
import { truncatedArticle } from './truncated-article';
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
  unreadableFile,
  emptyArticle,
  lostParagraph,
  truncatedArticle,
  gluedArticle,
  foreignArticle,
];
