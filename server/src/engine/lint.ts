import type { Judgement } from '../corpus/evidence';
import { findLeftovers } from '../corpus/leftovers/leftovers';
import { rules } from '../rules/index';
import type { Problem, Rule } from '../rules/rule';
import type { Article } from '../text/article';
import type { Finding } from './finding';
import { fill } from './message';
import type { Settings } from './settings';

/**
 * The findings of an article, in reading order. They depend on nothing but the arguments. Without a judgement the rules
 * that need the corpus are silent.
 */
export function lint(article: Article, judgement: Judgement | null, settings: Settings): Finding[] {
  const leftovers = findLeftovers(article, judgement, settings.boilerplate);
  const findings: Finding[] = [];
  for (const rule of rules) {
    const { severity, options } = settings.rules[rule.id];
    if (severity === 'off') continue;
    for (const problem of rule.check(article, { options, judgement, leftovers })) {
      if (!rule.readsLeftovers && leftovers.covers(problem.start, problem.end)) continue;
      findings.push(stamp(rule, problem, severity === rule.severity ? (problem.severity ?? severity) : severity));
    }
  }
  return findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

function stamp(rule: Rule, problem: Problem, severity: Finding['severity']): Finding {
  return {
    rule: rule.id,
    group: rule.group,
    severity,
    message: fill(rule.messages[problem.message], problem.slots),
    start: problem.start,
    end: problem.end,
    fixes: (problem.fixes ?? []).map(({ title, slots, safe, edits }) => ({ title: fill(rule.messages[title], slots), safe, edits })),
    data: problem.data ?? {},
  };
}
