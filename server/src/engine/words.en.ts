import type { Template, Templates } from '../rules/phrase';

/** What people read beside the messages of rules: errors, notes, and the words around findings. */
const SENTENCES = {
  // Wrong usage.
  'unknown-format': 'unknown format {word}{hint}',
  'unknown-severity': 'unknown severity {word}{hint}',
  'unknown-language': 'unknown language {word}{hint}',
  'unknown-rule': 'unknown rule {word}{hint}',
  'did-you-mean': '; did you mean {word}?',
  'there-are': '; there are {words}',
  'rules-lists-them': '; "corpuslint rules" lists them',
  'fix-or-diff': '--fix writes and --diff writes nothing: choose one',
  'unsafe-needs-fix': '--unsafe-fixes goes with --fix or --diff',
  'lsp-alone': 'the language server is started by "corpuslint lsp --stdio", with nothing else',
  'would-mix': '{formats} would mix on standard output: give each format its own -o FILE',

  // Files and the system.
  unreadable: "can't read {path}: {reason}",
  unwritable: "can't write {path}: {reason}",
  'not-utf-8': '{place}: not UTF-8 ({detail})',
  'trouble-with': '{path}: {reason}',
  'system-error': '{reason}: {path}',
  'is-there': '{path} is there already',
  wrote: 'Wrote {path}.',
  byte: 'byte {byte} at offset {offset}',
  unexpected: 'unexpected error: {error}. Please report it, with the command and, if you can, the article.',

  // The configuration.
  'at-place': '{place}: {what}',
  'broken-json': 'broken JSON: {what}',
  InvalidSymbol: 'a word that is neither a string nor true, false or null',
  InvalidNumberFormat: 'a number that is none',
  PropertyNameExpected: 'a key in double quotes is missing',
  ValueExpected: 'a value is missing',
  ColonExpected: 'a colon is missing',
  CommaExpected: 'a comma is missing',
  CloseBraceExpected: 'a closing } is missing',
  CloseBracketExpected: 'a closing ] is missing',
  EndOfFileExpected: 'something stands after the end',
  UnexpectedEndOfComment: 'a comment is not closed',
  UnexpectedEndOfString: 'a string is not closed',
  InvalidEscapeCharacter: 'a backslash before a character that takes none',
  InvalidCharacter: 'a control character in a string',
  'stands-twice': '{key} stands twice',
  'unknown-key': 'unknown key {word}{hint}',
  'unknown-option': 'unknown option {word} of {rule}{hint}',
  'must-be-one-of': '{key} must be one of {words}{hint}',
  'must-be-one-of-or-object': '{key} must be one of {words} or an object',
  'must-hold-source': '{key} must hold {source}, such as {example}',
  'must-not-be-empty': '{key} must not be empty',
  'must-be': '{key} must be {type}',
  'the-configuration': 'the configuration',
  'type-object': 'an object',
  'type-array': 'a list',
  'type-string': 'a string',
  'type-number': 'a number',
  'type-boolean': 'true or false',

  // In an editor.
  'folder-needed': 'a folder on the disk is needed',
  'unknown-command': 'unknown command {word}',
  'not-an-article': 'this is no article of a corpus',

  'needs-one-of': '{key} needs one of {words}',
  'one-word': 'a single word',

  // Decisions.
  'a-decision': 'a decision',
  'git-conflict': 'git left a conflict here: keep the lines of both sides, without the marks',
  'broken-line': 'this line is no decision: it is broken JSON',
  'newer-version': '; was it written by a newer corpuslint?',
  'unknown-verdict': 'unknown verdict {word}{hint}',
  'unknown-scope': 'unknown scope {word}{hint}',
  'no-such-scope': 'the scope of {verdict} is one of {words}',
  'is-missing': '{key} is missing',
  'says-nothing': '{key} says nothing with {verdict} and scope {scope}',
  'two-words': 'a list of two or more words',
  'one-and-two': '{a} and {b} are said to be one name and two',
  'decided-write': 'Write {word}, as was decided',
  'decided-remove': 'Remove it, as was decided',
  'keep-alone': '--keep and --prune write decisions alone: leave out {option}',
  'keep-or-prune': '--keep adds decisions and --prune removes some: choose one',
  kept: { by: 'n', one: '{n} finding kept in {path}.', other: '{n} findings kept in {path}.' },
  pruned: { by: 'n', one: '{n} decision removed from {path}.', other: '{n} decisions removed from {path}.' },
  'prune-needs-all': '--prune needs the whole corpus: leave out --rule, and check the folder {path}',
  'prune-needs-readable': '--prune needs every article: {path} could not be read',
  idle: {
    by: 'n',
    one: '{path}: {n} decision meets nothing any more ({lines}); "corpuslint check --prune" removes it',
    other: '{path}: {n} decisions meet nothing any more ({lines}); "corpuslint check --prune" removes them',
  },
  'at-lines': { by: 'n', one: 'line {lines}', other: 'lines {lines}' },

  // Notes of a check.
  'no-articles': 'No articles there: "include" in corpuslint.jsonc says which files are articles.',
  'would-change': '{changed} of {articles} articles would change.',
  'changed-meanwhile': '{path} was changed by somebody else meanwhile and is left as it is; run again',
  unsettled: '{path} still changes after many rounds of fixes; it stands as they left it',

  // Fixes that were made, and taking them back.
  locked: 'another corpuslint is writing in {folder}: process {pid} on {host}, since {time}; if there is no such process any more, delete {file}',
  'took-over': 'process {pid} died at its work in {folder}; its lock is taken over',
  'fix-was-interrupted': 'the run {run} was interrupted after {written} of {of}; "{command}" takes it back',
  'undo-was-interrupted': 'taking back the run {run} was interrupted: {written} of {of} are still as it wrote them; "{command}" goes on',
  'can-be-undone': '"{command}" takes this back.',
  'nothing-recorded': 'no run of check --fix is recorded in {path}',
  'all-undone': 'every run in {path} was taken back already',
  'unknown-run': 'no run {word}{hint}',
  restored: { by: 'n', one: '{n} article restored (run {run}).', other: '{n} articles restored (run {run}).' },
  'restored-before': { by: 'n', one: '{n} article was as before already.', other: '{n} articles were as before already.' },
  'changed-since': '{path} was changed since and is left as it is',
  'gone-since': "{path} is gone and can't be restored",
  'broken-journal': 'this line of the journal is broken',
  'newer-journal': 'this was written by corpuslint {theirs}, which is newer than this one ({ours})',
  'unknown-line': 'a journal has no such line here',
  'is-wrong': '{key} is wrong',
  'leads-out': '{path} is no path within the corpus',
  'copied-journal': 'this journal was copied here and speaks of {path}, which is outside of the corpus',
  'run-did': '{edits} in {articles} ({rules}).',
  edits: { by: 'n', one: '{n} edit', other: '{n} edits' },
  'run-at-work': 'At work.',
  'run-interrupted': 'Interrupted after {written} of them.',
  'run-undone': 'Taken back {time}.',
  'run-undone-but': {
    by: 'n',
    one: 'Taken back {time}, but for {n} article that was changed since.',
    other: 'Taken back {time}, but for {n} articles that were changed since.',
  },
  'was-left': 'left as it was',

  // Cleaned copies.
  'output-needs-fix': '--output goes with --fix',
  'force-needs-output': '--force goes with --output',
  'copies-within':
    'copies in {folder} would be articles of the corpus {root} themselves: choose a folder outside of it, or one that "exclude" leaves out',
  'copies-there': {
    by: 'n',
    one: '{path} is there already; --force replaces it',
    other: '{n} of the files are there already, such as {path}; --force replaces them',
  },
  uncopied: "can't copy {path}: {reason}",

  // A report.
  error: 'error',
  warning: 'warning',
  info: 'info',
  fix: 'fix:',
  suggestion: 'suggestion:',
  or: 'or:',
  'column-rule': 'rule',
  'column-findings': 'findings',
  'column-fixes': 'safe fixes',
  'articles-changed': { by: 'n', one: '{n} article changed.', other: '{n} articles changed.' },
  found: '{findings} ({errors}, {warnings}, {infos}) in {articles} in {seconds} s{fixes}.',
  'found-nothing': '{nothing} in {articles} in {seconds} s.',
  nothing: 'Nothing found',
  'fixes-mend': { by: 'n', other: '; --fix mends {n} of them safely' },
  articles: { by: 'n', one: '{n} article', other: '{n} articles' },
  findings: { by: 'n', one: '{n} finding', other: '{n} findings' },
  errors: { by: 'n', one: '{n} error', other: '{n} errors' },
  warnings: { by: 'n', one: '{n} warning', other: '{n} warnings' },
  infos: { by: 'n', one: '{n} info', other: '{n} infos' },
  'more-findings': {
    by: 'n',
    one: '{n} more finding is not annotated ({errors}, {warnings}, {infos}): GitHub shows {most} annotations a kind and step. "{command}" writes all of them to a file.',
    other:
      '{n} more findings are not annotated ({errors}, {warnings}, {infos}): GitHub shows {most} annotations a kind and step. "{command}" writes all of them to a file.',
  },

  // Names.
  'clusters-found': '{clusters} in {articles}.',
  clusters: { by: 'n', one: '{n} cluster', other: '{n} clusters' },

  'names-decided': 'decided',
  'broken-csv': 'this is no CSV: {what}',
  CSV_QUOTE_NOT_CLOSED: 'a quotation mark is not closed',
  CSV_INVALID_CLOSING_QUOTE: 'something stands after a closing quotation mark',
  INVALID_OPENING_QUOTE: 'a quotation mark in the middle of a cell',
  CSV_RECORD_INCONSISTENT_COLUMNS: 'this line has other cells than the first',
  'unknown-column': 'unknown column {word}{hint}',
  'no-column': 'the column {word} is missing',
  'unknown-decision': 'unknown decision {word}; there are {words}{hint}',
  'not-in-corpus': 'the corpus holds no {word}',
  'two-names-write': 'two names are not written alike: leave {column} empty, or decide for one name',
  'same-spelling': '{word} is the same spelling twice',
  'decided-before': 'line {line} decides otherwise',
  'apply-alone': '--apply writes decisions alone: leave out {option}',
  applied: { by: 'n', one: '{n} decision about names in {path}.', other: '{n} decisions about names in {path}.' },

  // A rule's page.
  'page-article': 'Article',
  'page-fixed': 'After the safe fixes',
  'page-suggested': 'With the suggestions',
  'page-evidence': 'What the corpus holds (text, articles)',
  'page-bytes': 'Bytes',
  'page-options': 'Options',
} as const satisfies Templates;

/** Words that are data too, the same in every language, and stand in sentences: each is its own key. */
export const TERMS = [
  // What the system says.
  'permission denied',
  'operation not permitted',
  'no such file or folder',
  'it is a folder',
  'it is neither a file nor a folder',
  'too many symbolic links',
  'too many open files',
  'no space left on the disk',
  'the disk is read-only',
  'the disk failed',
  'it is in use',
  'the name is too long',
  'it is there already',
  'it is no folder',
  'a symbolic link is in the way',
  // What a file is that is no text.
  'ZIP archive or office document',
  'PDF document',
  'gzip archive',
  'PNG image',
  'JPEG image',
  'GIF image',
  'office document',
  'binary data',
  // What makes the spellings of a name differ.
  'transliteration',
  'typo',
  'hamza',
  'place',
  'demonym',
  'calendar',
  'loanword',
] as const;

export type Term = (typeof TERMS)[number];
export type WordKey = keyof typeof SENTENCES | Term;

/** Everything that is said beside the messages of rules, by key. */
export const ENGLISH: Readonly<Record<WordKey, Template>> = {
  ...SENTENCES,
  ...(Object.fromEntries(TERMS.map((term) => [term, term])) as Record<Term, string>),
};
