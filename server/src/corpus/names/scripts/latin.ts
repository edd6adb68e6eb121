import { Script } from '../../../text/scan';
import type { ScriptTable } from './table';

/**
 * Names in languages of Latin script that don't inflect them: the s of an English possessive stands behind an apostrophe, that of a
 * German genitive is a consonant. Polish, Czech, Turkish and the like are not here. Put together for this project from the
 * romanisations of Russian and Ukrainian (ISO 9, BGN/PCGN, the passports of both states).
 */
export const latin: ScriptTable = {
  script: Script.LATIN,
  tongues: ['en', 'fr', 'es', 'pt', 'it', 'de', 'nl', 'sv', 'da', 'no', 'id', 'sw'],
  plain: (word) => word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase(),
  shape: /^\p{Lu}\p{Ll}+$/u,
  capitals: true,
  sounds: [
    [/(?<=sk)[iyj]{1,2}$/, 'y'],
    [/(?<=[^aeiouy])[iyj]?(?=e[vw]$)/, 'y'],
    [/(?<=^(?:ale|ma))x(?=[aei])/, 'ks'],
  ],
  vowels: /[aeiouyj]/,
  classes: { c: 'k', q: 'k', w: 'v', h: '' },
  endings: null,
  fleeting: null,
  titles: new Set(
    [
      'the a an and in of on at by for from with to as mr mrs ms dr sir lord lady president minister premier prime senator governor general secretary king queen prince princess pope professor judge captain coach chancellor chairman director',
      'der die das und von herr frau präsident präsidentin minister ministerin kanzler kanzlerin general professor kommissar richter',
      'le la les de du et monsieur madame président présidente ministre el los las y señor señora presidente presidenta ministro ministra don doña il lo signor signora',
      'new north south east west saint san santa monday tuesday wednesday thursday friday saturday sunday',
    ].flatMap((list) => list.normalize('NFD').replace(/\p{M}/gu, '').split(' ')),
  ),
};
