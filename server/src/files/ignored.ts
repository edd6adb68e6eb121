import { join } from 'node:path';
import type { Ignore } from 'ignore';
import { readText } from './store';

/** Names of the files that say what is no article. */
export const IGNORE_NAMES: readonly string[] = ['.gitignore', '.corpuslintignore'];

/** What the ignore files from the corpus down to a folder say. The deepest that speaks of a path decides. */
export class Ignored {
  private constructor(
    private readonly above: Ignored | null,
    private readonly rules: Ignore,
    /** How many UTF-16 units of a path within the corpus stand before the paths that the rules speak of. */
    private readonly depth: number,
  ) {}

  /** Joins the ignore files of `folder` (`id` within the corpus, with its `/`) to those above it. */
  static async below(above: Ignored | null, folder: string, id: string, names: readonly string[]): Promise<Ignored> {
    const { default: ignore } = await import('ignore');
    const rules = ignore({ allowRelativePaths: true });
    for (const name of names) rules.add(readText(join(folder, name), join(folder, name)) ?? '');
    return new Ignored(above, rules, id.length);
  }

  /** Whether `id` is left out; a folder's ends with `/`. */
  has(id: string): boolean {
    const { ignored, unignored } = this.rules.test(id.slice(this.depth));
    return ignored || (!unignored && (this.above?.has(id) ?? false));
  }
}
