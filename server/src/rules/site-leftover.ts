import { leftoverProblems } from './leftover-problem';
import { rule } from './rule';
import page from './site-leftover.md';

/** What the site put into the article: menus, buttons, forms, addresses, markup. */
export const siteLeftover = rule({
  id: 'site-leftover',
  group: 'boilerplate',
  severity: 'warning',
  summary: 'The site put this into the article, not its author.',
  page,
  readsLeftovers: true,
  kinds: {
    navigation: '{text} is part of the site’s navigation.',
    related: '{text} announces other stories of the site.',
    comments: '{text} belongs to the site’s comments.',
    share: '{text} belongs to the site’s sharing buttons.',
    subscribe: '{text} invites readers to subscribe.',
    account: '{text} belongs to the site’s accounts.',
    rating: '{text} belongs to a rating widget.',
    'reading-time': '{text} is the site’s estimate of the reading time.',
    counter: '{text} is a counter of the site.',
    advertisement: '{text} advertises.',
    widget: '{text} is a label of the page.',
    tags: '{text} lists the site’s tags.',
    copyright: '{text} is a legal notice of the site.',
    permalink: '{text} leads to the story on the site.',
    store: '{text} leads to an app store.',
    'jump-line': '{text} sends readers of the printed paper to another page.',
    'site-title': '{text} is the page’s title; the headline stands in line {line}.',
    phrase: '{text} is listed in the configuration as a leftover.',
    decided: '{text} is a line that was decided to go.',
    markup: '{text} is markup of the page.',
    link: '{text} is an address alone in its line.',
    contact: '{text} is a contact, not part of the text.',
    embed: '{text} signs a post that was embedded.',
    residue: '{text} is a line of the page around the article.',
    'end-mark': '{text} is an agency’s sign for the end of a message.',
    repeated: '{text} stands in {articles} of {of} articles of this source.',
    'repeated-byline': '{text} stands here a second time; the first is in line {line}.',
    interface: '{text} addresses the reader as a user of the page.',
    'site-name': '{text} is the name of the site.',
    category: '{text} is a section or a switch of the page, above the headline.',
  },
  messages: {
    // Of the kind `repeated`, where it stands first or last.
    repeatedFirst: '{text} stands before the text of {articles} of {of} articles of this source.',
    repeatedLast: '{text} stands at the end of {articles} of {of} articles of this source.',
    remove: 'Remove it',
    removeBlock: 'Remove the whole block',
  },
  options: {},

  check: (article, context) => leftoverProblems(article, context, 'site'),
});
