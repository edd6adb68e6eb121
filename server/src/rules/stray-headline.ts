import { leftoverProblems } from './leftover-problem';
import { rule } from './rule';
import page from './stray-headline.md';

/** Headlines where none belongs: other stories' between the paragraphs or after them, the article's own once more. */
export const strayHeadline = rule({
  id: 'stray-headline',
  group: 'boilerplate',
  severity: 'warning',
  summary: 'A headline of another story, or the article’s own again, stands in the text.',
  page,
  readsLeftovers: true,
  kinds: {
    'related-headline': '{text} is the headline of another story.',
    'repeated-headline': '{text} is the article’s own headline once more.',
  },
  messages: {
    remove: 'Remove it',
    removeBlock: 'Remove the whole block',
  },
  options: {},

  check: (article, context) => leftoverProblems(article, context, 'headline'),
});
