import page from './editorial-note.md';
import { gluedCaption } from './glued-caption';
import { leftoverProblems } from './leftover-problem';
import { rule } from './rule';

/** Bylines, datelines, credits and timestamps: around the text, not of it, and kept by some editors. */
export const editorialNote = rule({
  id: 'editorial-note',
  group: 'boilerplate',
  severity: 'info',
  summary: 'A byline, dateline, caption, credit or timestamp stands beside the text.',
  page,
  readsLeftovers: true,
  kinds: {
    byline: '{text} says who wrote the story.',
    dateline: '{text} says where the story comes from.',
    credit: '{text} says whose the story is.',
    timestamp: '{text} says when the story was published.',
    caption: '{text} is a picture’s caption.',
  },
  messages: {
    part: 'Start a new paragraph after it',
    remove: 'Remove it',
    removeBlock: 'Remove the whole block',
  },
  options: {},

  *check(article, context) {
    yield* leftoverProblems(article, context, 'note');
    yield* gluedCaption(article, context);
  },
});
