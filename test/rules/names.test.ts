import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { NameCluster } from '../../server/src/corpus/names/judgement';
import { lint } from '../../server/src/engine/lint';
import { defaultSettings } from '../../server/src/engine/settings';
import { createArticle } from '../../server/src/text/article';
import { readPage } from './page';
import { judge, pathOf } from './section';

/** How severe the findings of names are in the first article of a page's section, and what each proposes, were the names `like` that. */
function told(body: string, like: Partial<NameCluster> = {}): string[] {
  const [section] = readPage(`# page\n\n## Names\n\n${body}`);
  const [first] = section.articles;
  const judged = judge(section);
  const clusters = judged.names.clusters.map((cluster) => ({ ...cluster, ...like }));
  const judgement = { ...judged, names: { ...judged.names, clusters } };
  const findings = lint(createArticle(pathOf(first, 0), first.source, first.text), judgement, defaultSettings);
  return findings.filter(({ rule }) => rule === 'inconsistent-name').map(({ severity, data }) => `${severity} ${data.preferred}`);
}

const OTHERS = ['صرح الرئيس سيرغي لوكاشنكو بأن بلاده مستعدة', 'وزار الرئيس سيرغي لوكاشنكو مصنعا في الشمال', 'واستقبل سيرغي لوكاشنكو السفير الجديد'];
const minister = (times: number): string =>
  `\`\`\`article\nقال وزير الطاقة الروسي سيرجي نوفاك إن الإنتاج سيرتفع.\n\`\`\`\n\n\`\`\`evidence\nأعلن وزير الطاقة الروسي سيرغي نوفاك خطة جديدة\t${times}\n${OTHERS.map((other) => `${other}\t5`).join('\n')}\n\`\`\`\n`;

test('a given name is warned of where the source writes its bearer otherwise more often, and told of where as often', () => {
  assert.deepEqual(told(minister(5)), ['warning سيرغي']);
  assert.deepEqual(told(minister(1)), ['info سيرغي']);
});

const mixed = (...names: readonly string[]): string =>
  `\`\`\`article\n${names.map((name) => `وصل المستشار يورغن ${name} إلى المدينة.`).join('\n\n')}\n\`\`\`\n`;

test('one place of a tie is warned of in a small corpus, where counts say little, and both are told of in a large one', () => {
  assert.deepEqual(told(mixed('شتاينماير', 'شتاينمير')), ['info شتاينمير', 'warning شتاينماير']);
  assert.deepEqual(told(mixed('شتاينماير', 'شتاينمير'), { hasManyWitnesses: true }), ['info شتاينمير', 'info شتاينماير']);
});

test('what the article mostly writes is proposed', () => {
  assert.deepEqual(told(mixed('شتاينماير', 'شتاينمير', 'شتاينمير', 'شتاينمير')), ['warning شتاينمير']);
});

const elsewhere = (...lines: readonly string[]): string =>
  `\`\`\`article\nوصل المستشار إريك شتاينمير إلى العاصمة صباحا.\n\`\`\`\n\n\`\`\`evidence\n${lines.join('\n')}\n\`\`\`\n`;
const MAGAZINE = 'نشرت مجلة شتاينماير قصيدة جديدة للشاعر';
const MAN = 'استقبل الوزير المستشار إريك شتاينماير في مكتبه بالعاصمة';

test('who stands without the word that nearly all places of the other spelling have beside them may be another bearer', () => {
  assert.deepEqual(told(elsewhere(`${MAN}\t12`)), ['warning شتاينماير']);
  assert.deepEqual(told(elsewhere(`${MAGAZINE}\t12`, `${MAN}\t1`)), ['info شتاينماير']);
});

test('a loanword is told of and never warned of, though one article mixes it', () => {
  assert.deepEqual(told(mixed('شتاينماير', 'شتاينمير', 'شتاينمير', 'شتاينمير'), { kind: 'loanword' }), ['info شتاينمير']);
});
