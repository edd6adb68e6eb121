import { foldWord } from '../../../text/hash';
import { Script } from '../../../text/scan';
import type { ScriptTable } from './table';

/**
 * Foreign names in Persian. There are no capitals: a name is known by the end that family names have, by letters of which none is
 * of Arabic words alone, and by the given name before it. With ها or the ی of "a certain" behind it, it has no such end. Put
 * together for this project.
 */
export const persian: ScriptTable = {
  script: Script.ARABIC,
  tongues: ['fa'],
  plain: (word) => foldWord(word),
  shape: /^[^عحصضطظقثذأإآءئؤة]{3,}(?:[یي]?ف|[سی][کك][یي]|[یي]چ|سون|شتاین|برگ)$/,
  capitals: false,
  sounds: [],
  vowels: /[اويی]/,
  classes: {},
  endings: null,
  fleeting: null,
  titles: new Set(
    'از به در با بر تا که را این آن و یا هر هم نیز برای آقای خانم دکتر رئیس وزیر رییس جمهور ژنرال جمهوری خارجه'
      .split(' ')
      .map((word) => foldWord(word)),
  ),
};
