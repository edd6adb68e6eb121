import picomatch from 'picomatch';

/** Whether a path within the corpus (joined with `/`) is one that a glob means. */
export type PathTest = (id: string) => boolean;

const tests = new WeakMap<readonly string[], PathTest>();

/** The paths that any of the globs means. Made once for a list of globs: an editor asks for one path at a time. */
export function pathTest(globs: readonly string[]): PathTest {
  const known = tests.get(globs);
  if (known) return known;
  const test = globs.length === 0 ? () => false : picomatch([...globs], { dot: false });
  tests.set(globs, test);
  return test;
}

/** A word of nobody's globs, in the place of `{source}` while the rest is read as a glob; one of signs would be escaped. */
const PLACE = 'corpuslintsource';

/** Finds the source in a path: what `{source}` of the glob matches, the fewest characters, none of them `/`. */
export function sourceExpression(glob: string): RegExp {
  const { source } = picomatch.makeRe(glob.replaceAll('{source}', PLACE), { dot: true });
  const [first, ...others] = source.split(PLACE);
  return new RegExp(others.length === 0 ? first : `${first}(?<source>[^/]+?)${others.join('\\k<source>')}`);
}
