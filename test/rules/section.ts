import { Evidence, type Judgement } from '../../server/src/corpus/evidence';
import { createArticle } from '../../server/src/text/article';
import type { PageArticle, Section } from './page';

/** The path of an article of a section, or of one of its copies. */
export const pathOf = ({ source, name }: PageArticle, copy: number): string => `${source}/${name}${copy ? `-${copy}` : ''}.txt`;

/** The corpus of a section: every article with its copies, and what `evidence` says outright. */
export function judge(section: Section): Judgement {
  const evidence = new Evidence();
  for (const article of section.articles) {
    for (let copy = 0; copy < article.copies; copy++) {
      const text = copy ? otherBody(article.text, copy) : article.text;
      evidence.add(createArticle(pathOf(article, copy), article.source, text));
    }
  }
  let count = 0;
  for (const { text, articles, source } of section.evidence) {
    for (let n = 0; n < articles; n++) {
      const context = `${spell(++count)} ${text} ${spell(count + 1)}.`;
      evidence.add(createArticle(`${source}/evidence-${count}.txt`, source, context));
    }
  }
  return evidence.judge();
}

/** Another article of the same site: headline and paragraphs differ by a word, short lines stay. */
const otherBody = (text: string, copy: number): string =>
  text
    .split('\n')
    .map((line, n) => (n === 0 || line.split(' ').length >= 8 ? `${spell(copy)} ${line}` : line))
    .join('\n');

/** A made-up word for a number, so that copies differ in words and not only in numbers. */
const spell = (n: number): string => [...String(n)].map((digit) => 'بتثجحخدذرز'[Number(digit)]).join('ض');
