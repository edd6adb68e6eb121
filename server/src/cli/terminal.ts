import type { WriteStream } from 'node:tty';
import { inLine, type Language, say } from '../engine/message';
import type { Phrase } from '../rules/phrase';

/** Text that is gathered before it goes out, in UTF-16 units. */
const CHUNK = 1 << 16;

/** Milliseconds between two signs of life. */
const BEAT = 100;

const CLEAR_LINE = '\r\u001B[K';

/** Standard output for results, standard error for notes. Notes and progress show on a terminal alone. */
export class Terminal {
  /** Nobody reads standard output any more, as after `| head`. */
  closed = false;
  readonly colors: boolean;
  private waiting = '';
  private beat = 0;
  private progressing = false;

  constructor(private readonly options: { readonly color?: boolean; readonly quiet?: boolean; readonly language: Language }) {
    this.colors = options.color !== false && wantsColors(process.stdout);
    process.once('exit', () => this.clear());
    process.stdout.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
      this.closed = true;
    });
  }

  /** Writes results. */
  write(text: string): void {
    if (this.closed) return;
    this.waiting += text;
    if (process.stdout.isTTY || this.waiting.length > CHUNK) this.flush();
  }

  /** Writes a result that is a sentence. */
  tell(what: Phrase): void {
    this.write(`${inLine(this.options.language, say(this.options.language, what))}\n`);
  }

  flush(): void {
    if (this.waiting === '' || this.closed) return;
    this.clear();
    process.stdout.write(this.waiting);
    this.waiting = '';
  }

  note(what: Phrase): void {
    if (process.stderr.isTTY) this.mention(what);
  }

  /** A note that shows without a terminal, too. */
  mention(what: Phrase): void {
    if (this.options.quiet) return;
    this.clear();
    process.stderr.write(`${say(this.options.language, what)}\n`);
  }

  /** Tells of trouble, terminal or not. */
  complain(what: Phrase): void {
    this.clear();
    complain(what, this.options.language);
  }

  /** Says what was asked for beside the results, terminal or not. */
  account(text: string): void {
    this.clear();
    process.stderr.write(text);
  }

  progress(done: number, total: number): void {
    if (!process.stderr.isTTY || this.options.quiet || Date.now() - this.beat < BEAT) return;
    this.beat = Date.now();
    this.progressing = true;
    process.stderr.write(`${CLEAR_LINE}${Math.floor((100 * done) / Math.max(1, total))} %`);
  }

  /** Takes the progress off the screen. */
  clear(): void {
    if (this.progressing) process.stderr.write(CLEAR_LINE);
    this.progressing = false;
  }
}

/** `NO_COLOR` and `FORCE_COLOR` go before what the stream is. */
function wantsColors(stream: Pick<WriteStream, 'isTTY'>): boolean {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  if (NO_COLOR) return false;
  if (FORCE_COLOR) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return Boolean(stream.isTTY) && TERM !== 'dumb';
}

/** Tells of trouble in a line of its own. */
export const complain = (what: Phrase, language: Language): void => complainIn(say(language, what), language);

/** The same of a sentence that is written already. */
export function complainIn(sentence: string, language: Language): void {
  process.stderr.write(`corpuslint: ${inLine(language, sentence)}\n`);
}
