import type { Judgement } from '../corpus/evidence';
import { compoundsIn } from '../corpus/names/compounds/mentions';
import type { NameCluster } from '../corpus/names/judgement';
import { sightingsOf } from '../corpus/names/mentions';
import { judgedNamesOf } from '../corpus/names/scripts/reading';
import type { Article } from '../text/article';
import { beginning, ending } from '../text/excerpt';
import { positionAt } from '../text/position';

/** Where a form of a name stands. Line and character count from 0. */
export interface NamePlace {
  readonly file: string;
  readonly line: number;
  readonly character: number;
  readonly before: string;
  readonly text: string;
  readonly after: string;
}

/** Places of each form, by cluster and the form's place in it. */
export type NamePlaces = ReadonlyMap<NameCluster, readonly (readonly NamePlace[])[]>;

/** UTF-16 units of the line that are shown on each side. */
const SIDE = 40;

/** The first `most` places of each form of `clusters`, one an article, so that they tell more; articles come with the names of their files. */
export function placesOf(
  articles: Iterable<readonly [file: string, article: Article]>,
  judgement: Pick<Judgement, 'names' | 'scripts'>,
  clusters: readonly NameCluster[],
  most: number,
): NamePlaces {
  const found = new Map(clusters.map((cluster) => [cluster, cluster.forms.map((): NamePlace[] => [])]));
  for (const [file, article] of articles) {
    const { text, words } = article;
    const seen = new Set<NamePlace[]>();
    const note = (cluster: NameCluster, form: number, start: number, end: number): void => {
      const places = found.get(cluster)?.[form];
      if (!places || places.length === most || seen.has(places)) return;
      seen.add(places);
      places.push({
        file,
        ...positionAt(article, start),
        before: /[^\n\r]*$/.exec(ending(text.slice(0, start), SIDE))![0],
        text: text.slice(start, end),
        after: /^[^\n\r]*/.exec(beginning(text.slice(end), SIDE))![0],
      });
    };
    for (const [names, script] of judgedNamesOf(article, judgement)) {
      for (const [number, sightings] of sightingsOf(article, names, script)) {
        for (const { word, name } of sightings) note(names.clusters[number], name.form, words.start[word], words.end[word]);
      }
    }
    for (const [compound, mentions] of compoundsIn(article, judgement.names)) {
      for (const { form, first, end } of mentions) note(compound, compound.forms.indexOf(form), words.start[first], end);
    }
  }
  return found;
}
