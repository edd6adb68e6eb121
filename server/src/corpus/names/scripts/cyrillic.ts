import { Script } from '../../../text/scan';
import type { ScriptTable } from './table';

/**
 * Names in languages of Cyrillic script. ё and е are one letter to most houses. The endings are those of Russian and Ukrainian
 * names, nouns and adjectives; put together for this project from school grammars.
 */
export const cyrillic: ScriptTable = {
  script: Script.CYRILLIC,
  tongues: ['ru', 'uk', 'bg', 'sr'],
  plain: (word) => word.toLowerCase().replaceAll('ё', 'е'),
  shape: /^\p{Lu}\p{Ll}+$/u,
  capitals: true,
  sounds: [
    [/(?<=[бвгджзклмнпрстфхцчшщ])[ьи](?=[ея])/g, 'ь'],
    [/(?<=[бвгджзклмнпрстфхцчшщ])э/g, 'е'],
  ],
  vowels: /[аеиоуыэюяіїєйь]/,
  classes: {},
  endings: /(?:ого|ому|его|ему|яя|юю|ее|ыми|ими|ами|ями|ові|еві|ий|ым|им|ом|ем|ой|ей|ая|ую|ых|их|ам|ям|ою|ею|[аяуюеыиійь])$/,
  fleeting: /^і?$/,
  titles: new Set('в на и с со у о об от по за из для к ко президент министр генерал премьер господин госпожа сенатор губернатор новый'.split(' ')),
};
