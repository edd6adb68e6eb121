import { characterEntity } from './character-entity';
import { copiedArticle } from './copied-article';
import { decomposedLetter } from './decomposed-letter';
import { detachedQuote } from './detached-quote';
import { displacedMark } from './displaced-mark';
import { doubledQuote } from './doubled-quote';
import { editorialNote } from './editorial-note';
import { emptyArticle } from './empty-article';
import { exposedEmail } from './exposed-email';
import { exposedTelephone } from './exposed-telephone';
import { foreignArticle } from './foreign-article';
import { gluedArticle } from './glued-article';
import { inconsistentName } from './inconsistent-name';
import { invisibleCharacter } from './invisible-character';
import { lookalikeLetter } from './lookalike-letter';
import { lostCharacter } from './lost-character';
import { lostParagraph } from './lost-paragraph';
import { misreadText } from './misread-text';
import { mixedQuote } from './mixed-quote';
import { obfuscatedWord } from './obfuscated-word';
import { presentationForm } from './presentation-form';
import { repeatedParagraph } from './repeated-paragraph';
import { reversedQuote } from './reversed-quote';
import type { Rule } from './rule';
import { siteLeftover } from './site-leftover';
import { strayHeadline } from './stray-headline';
import { stretchedWord } from './stretched-word';
import { strippedQuote } from './stripped-quote';
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
  characterEntity,
  misreadText,
  lookalikeLetter,
  presentationForm,
  decomposedLetter,
  displacedMark,
  stretchedWord,
  lostCharacter,
  reversedQuote,
  unbalancedQuote,
  mixedQuote,
  doubledQuote,
  detachedQuote,
  strippedQuote,
  exposedEmail,
  exposedTelephone,
  repeatedParagraph,
  copiedArticle,
  unreadableFile,
  emptyArticle,
  lostParagraph,
  truncatedArticle,
  gluedArticle,
  foreignArticle,
];
