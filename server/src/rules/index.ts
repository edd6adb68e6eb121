import { characterEntity } from './character-entity';
import { copiedArticle } from './copied-article';
import { decomposedLetter } from './decomposed-letter';
import { departingSpelling } from './departing-spelling';
import { detachedQuote } from './detached-quote';
import { displacedMark } from './displaced-mark';
import { doubledQuote } from './doubled-quote';
import { editorialNote } from './editorial-note';
import { emptyArticle } from './empty-article';
import { exposedEmail } from './exposed-email';
import { exposedTelephone } from './exposed-telephone';
import { foreignArticle } from './foreign-article';
import { foreignMark } from './foreign-mark';
import { gluedArticle } from './glued-article';
import { gluedWord } from './glued-word';
import { inconsistentName } from './inconsistent-name';
import { invisibleCharacter } from './invisible-character';
import { lookalikeLetter } from './lookalike-letter';
import { lostCharacter } from './lost-character';
import { lostParagraph } from './lost-paragraph';
import { misreadText } from './misread-text';
import { missingBlank } from './missing-blank';
import { misspeltWord } from './misspelt-word';
import { mixedNumber } from './mixed-number';
import { mixedQuote } from './mixed-quote';
import { obfuscatedWord } from './obfuscated-word';
import { presentationForm } from './presentation-form';
import { repeatedParagraph } from './repeated-paragraph';
import { repeatedWord } from './repeated-word';
import { reversedQuote } from './reversed-quote';
import type { Rule } from './rule';
import { siteLeftover } from './site-leftover';
import { splitName } from './split-name';
import { strayBlank } from './stray-blank';
import { strayHeadline } from './stray-headline';
import { stretchedWord } from './stretched-word';
import { strippedQuote } from './stripped-quote';
import { swappedMark } from './swapped-mark';
import { truncatedArticle } from './truncated-article';
import { unbalancedQuote } from './unbalanced-quote';
import { unreadableFile } from './unreadable-file';
import { unusualQuote } from './unusual-quote';
import { unwantedSpelling } from './unwanted-spelling';
import { wrongHamza } from './wrong-hamza';

/** Every rule, in the order of the list that people see. A rule joins by one line here. */
export const rules: readonly Rule[] = [
  siteLeftover,
  strayHeadline,
  editorialNote,
  inconsistentName,
  splitName,
  obfuscatedWord,
  invisibleCharacter,
  characterEntity,
  misreadText,
  lookalikeLetter,
  presentationForm,
  decomposedLetter,
  displacedMark,
  swappedMark,
  stretchedWord,
  lostCharacter,
  reversedQuote,
  unbalancedQuote,
  mixedQuote,
  doubledQuote,
  detachedQuote,
  strippedQuote,
  unusualQuote,
  exposedEmail,
  exposedTelephone,
  repeatedParagraph,
  copiedArticle,
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
  emptyArticle,
  lostParagraph,
  truncatedArticle,
  gluedArticle,
  foreignArticle,
];
