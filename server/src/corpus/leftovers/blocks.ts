import type { Article } from '../../text/article';
import { runKey, SCRIPT_BITS, Script } from '../../text/scan';
import type { Judgement } from '../evidence';
import { findHeadline, HEADLINE_WORDS } from '../headline';
import type { SourceLines } from '../lines';
import { CONTACT_START, EMAIL, isContact, LINK } from './contacts';
import { type Leftover, PARAGRAPH_WORDS, type Phrases, type Shape } from './leftovers';
import {
  ANNOUNCES,
  agencies,
  continues,
  dateWords,
  interfaceWords,
  leadingCue,
  mayBegin,
  menuEntries,
  outletWords,
  sectionWords,
  wholePhrase,
} from './lexicon';
import { isMarkup } from './markup';
import { END_MARK } from './phrases';
import { plain } from './plain';

/** What was decided about a block. */
interface Verdict {
  readonly kind: string;
  readonly confidence: number;
  readonly evidence: Readonly<Record<string, unknown>>;
  readonly note?: boolean;
  readonly decisions?: readonly number[];
}

/**
 * How sure each kind of evidence is: the share that was right on the development set's lines, one added to right and wrong,
 * rounded down. Kinds with fewer than ten cases there (links, end marks, neighbours, interrupting headlines) take a
 * value somewhat below their nearest kin's.
 */
const SURE = {
  phrase: 0.98,
  cue: 0.97,
  phraseAlone: 0.9,
  markup: 0.97,
  link: 0.94,
  contact: 0.98,
  likelyContact: 0.9,
  endMark: 0.96,
  repeated: 0.99,
  repeatedText: 0.85,
  siteTitle: 0.87,
  ownHeadline: 0.92,
  otherHeadline: 0.92,
  repeatedByline: 0.99,
  announced: 0.96,
  interrupting: 0.85,
  interfaceWords: 0.93,
  neighbour: 0.85,
  note: 0.9,
} as const;

/** Blocks longer than this are no menu entry, button or label; only repetition can make them leftovers. */
const LABEL_WORDS = 14;
/** The same in UTF-16 units. */
const LABEL_LENGTH = 300;
/** A block's first word ends within so many UTF-16 units, or begins no phrase. */
const FIRST_WORD = 24;
/** A cue with what it announces is no longer than this. */
const CUE_WORDS = 60;
/** A block of markup alone is no longer than this, in UTF-16 units. */
const MARKUP_LENGTH = 1200;
/** A headline between two paragraphs has at least this many words; 97 % of the development set's subheads have fewer. */
const INTERRUPTING_WORDS = 7;
/** Share of an article's paragraphs that must end with a stop, so that a line without one stands out among them. */
const STOPS_SHARE = 0.7;
/** Lines between a page's title and the headline below it: a menu has no more. */
const MENU_LINES = 40;
/** Headlines in a list of links. One-word links are menus, which phrases and repetition find. */
const ANNOUNCED_WORDS = [3, 25] as const;

/** Repetition in a source, as articles and as a share of its articles, that makes a line the site's, by where it stands. */
const REPEATED = {
  /** Between the first and the last paragraph subheads of series recur, up to 3 % of a source's articles. */
  body: { articles: 4, share: 0.2 },
  /** Before the first paragraph bylines and names of columns recur. */
  head: { articles: 4, share: 0.3 },
  /** After the last paragraph signatures and closing formulas recur, up to 1 %. */
  tail: { articles: 3, share: 0.03 },
} as const;

/** A share of a source's articles that only its page's own lines reach. */
const MOSTLY = 0.5;

type Zone = keyof typeof REPEATED;

/** The blocks of an article that the site put there, in reading order, and the block that is its headline, -1 where none is. */
export function judgeBlocks(
  article: Article,
  shapes: readonly Shape[],
  judgement: Judgement | null,
  phrases: Phrases,
): { found: Omit<Leftover, 'block'>[]; headline: number } {
  const judge = new Judge(article, shapes, judgement, phrases);
  const verdicts = judge.run();
  const found: Omit<Leftover, 'block'>[] = [];
  verdicts.forEach((verdict, b) => {
    if (verdict) found.push({ start: shapes[b].start, end: shapes[b].end, note: false, ...verdict });
  });
  return { found, headline: judge.headline() };
}

class Judge {
  private readonly verdicts: (Verdict | undefined)[];
  private readonly labels: (string | undefined)[];
  /** Words of the blocks. */
  private readonly lengths: readonly number[];
  /** The last block that is too long for a label. */
  private readonly lastLong: number;
  private known: { stops: boolean; gap: number } | undefined;
  /** The first and the last paragraph that is the article's own; -1 where there is none. */
  private first = -1;
  private last = -1;
  private readonly lines: SourceLines | undefined;

  constructor(
    private readonly article: Article,
    private readonly shapes: readonly Shape[],
    private readonly judgement: Judgement | null,
    private readonly phrases: Phrases,
  ) {
    this.lengths = shapes.map(({ words }) => words);
    this.lastLong = this.lengths.findLastIndex((words) => words >= LABEL_WORDS);
    this.verdicts = new Array(shapes.length);
    this.labels = new Array(shapes.length);
    this.lines = judgement?.lines.sources.get(article.source);
  }

  run(): readonly (Verdict | undefined)[] {
    const { shapes } = this;
    for (let b = 0; b < shapes.length; b++) this.verdicts[b] = this.byItself(b);
    this.first = shapes.findIndex(({ paragraph }, b) => paragraph && !this.verdicts[b]);
    this.last = shapes.findLastIndex(({ paragraph }, b) => paragraph && !this.verdicts[b]);
    for (let b = 0; b < shapes.length; b++) this.verdicts[b] ??= this.byPlace(b) ?? this.byCorpus(b);
    this.weighPhrases();
    this.siteTitles();
    this.repeatedWithin();
    this.announcedHeadlines();
    for (let b = 0; b < shapes.length; b++) this.verdicts[b] ??= this.byNeighbours(b);
    for (let b = 0; b < shapes.length; b++) this.verdicts[b] ??= this.note(b);
    this.kicker();
    return this.verdicts;
  }

  /** The block in plain words; empty for what is too long to be a label. */
  private label(b: number): string {
    this.labels[b] ??= !this.isShort(b) ? '' : plain(this.article.text, this.shapes[b].start, this.shapes[b].end);
    return this.labels[b];
  }

  /** Short enough for a label: no longer block is read with regular expressions. */
  private isShort(b: number): boolean {
    const { words, start, end } = this.shapes[b];
    return words <= LABEL_WORDS && end - start <= LABEL_LENGTH;
  }

  private textOf(b: number): string {
    return this.article.text.slice(this.shapes[b].start, this.shapes[b].end);
  }

  private zone(b: number): Zone {
    if (this.first < 0) return 'body';
    return b < this.first ? 'head' : b > this.last ? 'tail' : 'body';
  }

  /** What says of itself that it's no text: markup, phrases and cues of several words, contacts. */
  private byItself(b: number): Verdict | undefined {
    const { start, end, words } = this.shapes[b];
    const { text } = this.article;
    const decided = this.phrases.decided.size > 0 ? this.byDecision(b) : undefined;
    if (decided) return decided;
    if (
      words <= CUE_WORDS &&
      end - start <= MARKUP_LENGTH &&
      (text[start] === '<' || text[start] === '!' || text[end - 1] === '>') &&
      isMarkup(text.slice(start, end))
    ) {
      return { kind: 'markup', confidence: SURE.markup, evidence: { markup: true } };
    }
    if (this.phrases.extra.length > 0) {
      const phrase = plain(text, start, end, Math.max(...this.phrases.extra.map(({ length }) => length)) + 1);
      if (this.phrases.extra.includes(phrase)) return { kind: 'phrase', confidence: 1, evidence: { phrase, configured: true } };
    }
    const verdict = mayBegin(plain(text, start, Math.min(end, start + FIRST_WORD)).split(' ', 1)[0]) && this.byPhrase(b);
    if (verdict) return verdict;
    if (b === 0 || words > CUE_WORDS) return undefined;
    if (this.isLast(b) && CONTACT_START.test(text.slice(start, Math.min(end, start + LABEL_LENGTH))))
      return { kind: 'contact', confidence: SURE.contact, evidence: { contact: true } };
    return undefined;
  }

  /**
   * Phrases are words of the language as well. Between paragraphs a cue that goes on may be a subhead, so it must be one of
   * those that announce stories; and whatever isn't the phrase alone, or stands between paragraphs, needs a second sign to be
   * sure: another leftover beside it, or that the source has it again and again.
   */
  private weighPhrases(): void {
    const before = [...this.verdicts];
    before.forEach((verdict, b) => {
      if (!verdict || !('phrase' in verdict.evidence) || verdict.evidence.configured) return;
      const body = this.zone(b) === 'body' && this.first >= 0;
      const goesOn = verdict.evidence.goesOn === true;
      // One word alone may be a title, or a word of the text.
      if (!body && !goesOn && this.shapes[b].words > 1) return;
      const again = (this.lines?.repeated.get(this.shapes[b].key) ?? 0) >= REPEATED.tail.articles;
      const beside = [before[b - 1], before[b + 1]].some((other) => other !== undefined && !other.note);
      if (again || beside) return;
      if (body && goesOn && verdict.kind !== 'related') this.verdicts[b] = undefined;
      else this.verdicts[b] = { ...verdict, confidence: SURE.phraseAlone };
    });
  }

  /** What people decided to drop. */
  private byDecision(b: number): Verdict | undefined {
    const { source } = this.article;
    const dropped = this.phrases.decided.get(this.shapes[b].key)?.filter((line) => line.source === null || line.source === source);
    if (!dropped || dropped.length === 0) return undefined;
    return { kind: 'decided', confidence: 1, evidence: { decided: true }, decisions: dropped.map(({ line }) => line) };
  }

  /** A block whose first word is that of a phrase. */
  private byPhrase(b: number): Verdict | undefined {
    const { start, end, words, stopped } = this.shapes[b];
    const { text } = this.article;
    if (this.isShort(b)) {
      const phrase = wholePhrase(this.label(b));
      if (phrase && phrase.words > 1) return { kind: phrase.kind, confidence: SURE.phrase, evidence: { phrase: this.label(b) } };
      const entries = menuEntries(text.slice(start, end));
      if (entries.length > 1) return { kind: entries[0].kind, confidence: SURE.phrase, evidence: { phrases: entries.length } };
    }
    if (b === 0 || words > CUE_WORDS || (stopped && words > LABEL_WORDS && !this.isLast(b))) return undefined;
    const cue = leadingCue(plain(text, start, end, 60));
    if (cue && cue.phrase.words > 1) return { kind: cue.phrase.kind, confidence: SURE.cue, evidence: { phrase: cue.text, goesOn: true } };
    return undefined;
  }

  /** Nothing but short blocks comes after. */
  private isLast(b: number): boolean {
    return this.lastLong <= b;
  }

  /** What only its place before or after the text makes a leftover. */
  private byPlace(b: number): Verdict | undefined {
    const zone = this.zone(b);
    if (zone === 'body' || !this.isShort(b)) return undefined;
    const label = this.label(b);
    const written = this.textOf(b);
    const phrase = wholePhrase(label);
    // One word alone can be the title of a column, or of the article.
    if (phrase && (b > 0 || (this.shapes.length > 1 && this.shapes[1].words > 2)))
      return { kind: phrase.kind, confidence: SURE.phrase, evidence: { phrase: label } };
    const cue = zone === 'tail' ? leadingCue(label) : undefined;
    if (cue) return { kind: cue.phrase.kind, confidence: SURE.cue, evidence: { phrase: cue.text, goesOn: true } };
    if (zone === 'head' && BREADCRUMB.test(written)) return { kind: 'navigation', confidence: SURE.phrase, evidence: { breadcrumb: true } };
    if (zone === 'tail' && END_MARK.test(written)) return { kind: 'end-mark', confidence: SURE.endMark, evidence: { sign: written } };
    if (LINK.test(written)) return { kind: 'link', confidence: SURE.link, evidence: { link: true } };
    if (b > 0 && b !== this.headline() && isContact(written)) {
      return { kind: 'contact', confidence: EMAIL.test(written) ? SURE.contact : SURE.likelyContact, evidence: { contact: true } };
    }
    return undefined;
  }

  private byCorpus(b: number): Verdict | undefined {
    const { lines, judgement } = this;
    if (!lines || !judgement) return undefined;
    const { key, words, paragraph } = this.shapes[b];
    const zone = this.zone(b);
    const limit = REPEATED[zone];
    const articles = lines.repeated.get(key) ?? 0;
    const share = articles / lines.articles;
    if (articles >= limit.articles && share >= limit.share && !(paragraph && (zone === 'body' || share < MOSTLY))) {
      const byline = zone === 'head' && (this.isByline(b) || this.isTimestamp(b));
      // Other articles of the source may carry this one's headline as a link.
      const own = share < MOSTLY && b === this.headline();
      // Background that an outlet repeats is its own text, and so may a subhead be.
      const sure = paragraph || zone === 'body' ? SURE.repeatedText : SURE.repeated;
      if (!byline && !own) return { kind: 'repeated', confidence: sure, evidence: { articles, of: lines.articles } };
    }
    if (b === 0 || words < 4 || paragraph || zone === 'head') return undefined;
    const titles = judgement.lines.headlines.get(key) ?? 0;
    if (titles > 0 && key !== this.headlineKey())
      return { kind: 'related-headline', confidence: SURE.otherHeadline, evidence: { headlines: titles } };
    return undefined;
  }

  /** A page's title: names of site and section, and the headline that stands below once more. */
  private siteTitles(): void {
    for (let b = 0; b < this.first; b++) {
      for (let below = b + 1; below < Math.min(this.first, b + MENU_LINES) && !this.verdicts[b]; below++) {
        const { words, key } = this.shapes[below];
        if (words < 3 || words >= this.shapes[b].words || this.verdicts[below]) continue;
        const end = this.article.blocks.firstWord[b + 1];
        if (
          runKey(this.article.words, end - words, end) === key ||
          runKey(this.article.words, this.article.blocks.firstWord[b], this.article.blocks.firstWord[b] + words) === key
        ) {
          this.verdicts[b] = { kind: 'site-title', confidence: SURE.siteTitle, evidence: { line: this.shapes[below].line + 1 } };
        }
      }
    }
  }

  private headlineKey(): number {
    const b = this.headline();
    return b < 0 ? -1 : this.shapes[b].key;
  }

  /** The block that is the headline, as far as is known by now. */
  headline(): number {
    return findHeadline(this.lengths, (b) => this.verdicts[b] !== undefined && !this.verdicts[b].note);
  }

  /** The headline and what stands between it and the text, a second time. */
  private repeatedWithin(): void {
    const headline = this.headline();
    if (headline < 0 || this.first < 0) return;
    const head = new Map<number, number>();
    for (let b = 0; b < this.shapes.length; b++) {
      const { key, words, paragraph } = this.shapes[b];
      const before = head.get(key);
      if (before !== undefined && !this.verdicts[b] && words >= 2 && !paragraph && this.zone(b) !== 'body') {
        if (before === headline && words >= 3)
          this.verdicts[b] = { kind: 'repeated-headline', confidence: SURE.ownHeadline, evidence: { headline: true } };
        else if (before > headline)
          this.verdicts[b] = { kind: 'repeated-byline', confidence: SURE.repeatedByline, evidence: { line: this.shapes[before].line + 1 } };
      } else if (b < this.first && before === undefined) head.set(key, b);
    }
  }

  /** Headlines that a cue announces, down to the next paragraph. */
  private announcedHeadlines(): void {
    let announced = false;
    for (let b = 0; b < this.shapes.length; b++) {
      const verdict = this.verdicts[b];
      if (verdict) {
        // «Next» above the headline announces the article itself.
        if (verdict.evidence.phrase && ANNOUNCES.has(verdict.kind)) announced = this.zone(b) !== 'head' && this.shapes[b].words <= LABEL_WORDS;
        continue;
      }
      const { words, paragraph } = this.shapes[b];
      const ends = this.textOf(b).endsWith('.') && !this.textOf(b).endsWith('..');
      if (announced && !paragraph && !ends && words >= ANNOUNCED_WORDS[0] && words <= ANNOUNCED_WORDS[1]) {
        this.verdicts[b] = { kind: 'related-headline', confidence: SURE.announced, evidence: { announced: true } };
      } else announced = false;
    }
  }

  private byNeighbours(b: number): Verdict | undefined {
    const zone = this.zone(b);
    const { words, paragraph } = this.shapes[b];
    if (this.first < 0 || paragraph) return undefined;
    if (zone === 'body') return this.interrupting(b);
    if (!this.isShort(b)) return undefined;
    const label = this.label(b);
    if (zone === 'tail') {
      const hits = label.split(' ').filter((word) => interfaceWords.has(word)).length;
      const last = b === this.shapes.length - 1;
      if (hits >= 3 || (hits >= 2 && words <= 8) || (hits >= 1 && words <= 3 && this.hasNeighbour(b))) {
        return { kind: 'interface', confidence: SURE.interfaceWords, evidence: { words: hits } };
      }
      if (last && words <= 6 && words > 1 && outletWords.has(label.split(' ', 1)[0]) && !/[.:]$/.test(this.textOf(b))) {
        return { kind: 'site-name', confidence: SURE.neighbour, evidence: { last: true } };
      }
    }
    if (this.isNumber(b) && (this.hasNeighbour(b) || this.isTimestamp(b - 1)))
      return { kind: 'counter', confidence: SURE.neighbour, evidence: { number: true } };
    return undefined;
  }

  /** Another story's headline between two paragraphs: a headline's length and look, and the text goes on as if it weren't there. */
  private interrupting(b: number): Verdict | undefined {
    const { shapes } = this;
    const { words } = shapes[b];
    if (words < INTERRUPTING_WORDS || words > HEADLINE_WORDS.most || b === 0 || b + 1 >= shapes.length) return undefined;
    const before = this.shapes[b - 1];
    const next = this.nextUnjudged(b);
    // It stands like a paragraph of its own: as far from the one before and the one after as paragraphs stand here.
    const { gap } = this.layout();
    if (shapes[b].line - before.line !== gap || shapes[b + 1].line - shapes[b].line !== gap) return undefined;
    if (!before.paragraph || !before.stopped || next < 0 || !shapes[next].paragraph || !this.layout().stops) return undefined;
    const written = this.textOf(b);
    if (/[.:،؛,;]$/.test(written) || /^[-*•–—(\d]/.test(written)) return undefined;
    const word = plain(this.article.text, shapes[next].start, Math.min(shapes[next].end, shapes[next].start + 24)).split(' ', 1)[0];
    if (!continues(word)) return undefined;
    return { kind: 'related-headline', confidence: SURE.interrupting, evidence: { words, goesOnWith: word } };
  }

  /** How paragraphs stand in this article: whether they end with stops, so that a line without one stands out, and how far apart blocks are. */
  private layout(): { stops: boolean; gap: number } {
    if (this.known) return this.known;
    const paragraphs = this.shapes.filter(({ words }) => words >= PARAGRAPH_WORDS);
    const stops = paragraphs.filter(({ stopped }) => stopped).length >= STOPS_SHARE * paragraphs.length;
    const counts = new Map<number, number>();
    for (let b = 1; b < this.shapes.length; b++) {
      const gap = this.shapes[b].line - this.shapes[b - 1].line;
      counts.set(gap, (counts.get(gap) ?? 0) + 1);
    }
    // The larger of two that are equally frequent.
    const [gap] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])[0] ?? [0];
    this.known = { stops, gap };
    return this.known;
  }

  private nextUnjudged(b: number): number {
    let next = b + 1;
    while (next < this.shapes.length && this.verdicts[next]) next++;
    return next < this.shapes.length ? next : -1;
  }

  private hasNeighbour(b: number): boolean {
    return [b - 1, b + 1].some((other) => this.verdicts[other] && !this.verdicts[other]?.note);
  }

  private isNumber(b: number): boolean {
    return this.shapes[b].words === 1 && /^\p{Nd}{1,7}$/u.test(this.textOf(b));
  }

  private isTimestamp(b: number): boolean {
    if (b < 0 || !this.isShort(b) || this.shapes[b].paragraph) return false;
    const words = this.label(b).split(' ');
    return words.length > 1 && words.some((word) => word.startsWith('#')) && words.every((word) => word.startsWith('#') || dateWords.has(word));
  }

  /** `city - agency`, `name - city`, `by …`: short, without a stop, with a sign between its two parts or an agency's name. */
  private isByline(b: number): boolean {
    const { words, stopped } = this.shapes[b];
    if (words > 7 || words < 1 || !this.isShort(b) || (stopped && !this.textOf(b).endsWith('.'))) return false;
    const label = this.label(b);
    if (agencies.has(label) || /^(?:بقلم|كتب|كتبت|اعداد|تحرير|ترجمه|حوار|تصوير|حاوره|by|par|por|von|di) /.test(label)) return true;
    return /\p{L}\s*(?:[-–—ـ|/:،]\s*\p{L}|:\s*$)/u.test(this.textOf(b)) && words >= 2;
  }

  /** What some editors keep. */
  private note(b: number): Verdict | undefined {
    const zone = this.zone(b);
    const { words, paragraph } = this.shapes[b];
    if (b === 0 || paragraph || !this.isShort(b) || this.first < 0 || zone === 'body') return undefined;
    const note = { confidence: SURE.note, evidence: { zone }, note: true };
    if (this.isTimestamp(b)) return { kind: 'timestamp', ...note };
    const label = this.label(b);
    if (/^(?:المصدر|مصدر|المصادر|source|sources|منبع|quelle|kaynak|fuente|fonte) /.test(label) && words <= 6) return { kind: 'credit', ...note };
    if (agencies.has(label)) return { kind: 'credit', ...note };
    if (zone === 'head' && this.isByline(b)) {
      const last = label.slice(label.lastIndexOf(' ') + 1);
      return { kind: agencies.has(last) || this.textOf(b).endsWith(':') ? 'dateline' : 'byline', ...note };
    }
    return undefined;
  }

  /** The line above the headline that names a section, or a switch of the page: short, and the head shows other signs of the page. */
  private kicker(): void {
    const [kicker, headline] = this.shapes;
    if (!headline || this.verdicts[0] || this.verdicts[1] || this.first < 2) return;
    if (kicker.words > 4 || kicker.stopped || headline.words < 5 || headline.words < kicker.words * 2 || headline.stopped) return;
    const words = this.label(0).split(' ');
    const sections = words.filter((word) => sectionWords.has(word)).length;
    const signs = this.verdicts.slice(2, this.first).filter((verdict) => verdict && (!verdict.note || verdict.kind === 'timestamp')).length;
    const latin = (this.article.words.kind[0] & SCRIPT_BITS) !== Script.ARABIC;
    if (sections * 2 >= words.length || (kicker.words <= 2 && signs >= 2 && !latin)) {
      this.verdicts[0] = { kind: 'category', confidence: SURE.neighbour, evidence: { sections, signs } };
    }
  }
}

/** `Home > News > Ports`: the way to the page, from the site's first. */
const BREADCRUMB = /^[^<>›«»\n]{2,30}(?:\s[>›»]\s[^<>›«»\n]{2,30})+$/;
