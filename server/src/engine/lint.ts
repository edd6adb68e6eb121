import type { Judgement } from '../corpus/evidence';
import { findLeftovers } from '../corpus/leftovers/leftovers';
import { Facts } from '../rules/facts';
import { rules } from '../rules/index';
import type { Slots } from '../rules/phrase';
import type { Problem, Rule } from '../rules/rule';
import type { Article } from '../text/article';
import type { Finding } from './finding';
import { type Language, messagesOf, say } from './message';
import { decide, meetLines } from './rulings';
import { levelOf, rulesFor, type Settings } from './settings';
import { timed, timedRule } from './stopwatch';

/**
 * The findings of an article, in reading order. They depend on nothing but the arguments. Without a judgement the rules
 * that need the corpus are silent. The lines of the decisions that met something are added to `met`.
 */
export function lint(article: Article, judgement: Judgement | null, settings: Settings, met?: Set<number>): Finding[] {
  const leftovers = timed('leftovers', () => findLeftovers(article, judgement, settings.boilerplate));
  const facts = new Facts(article, judgement, leftovers);
  const set = rulesFor(settings, article);
  let findings: Finding[] = [];
  for (const rule of rules) {
    if ((rule.needs & facts.holds) === 0) continue;
    const own = set[rule.id];
    if (own.severity === 'off' && !own.kinds) continue;
    const found = rule.check(article, { options: own.options, judgement, leftovers, facts });
    for (const problem of timedRule(rule.id, found)) {
      if (!rule.readsLeftovers && leftovers.covers(problem.start, problem.end)) continue;
      const level = levelOf(rule, own, problem.data?.kind, problem.severity);
      if (level !== 'off') findings.push(stamp(rule, problem, level, settings.language));
    }
  }
  if (settings.rulings.size > 0) findings = decide(findings, article, settings, met);
  if (met) meetLines(leftovers, met);
  return findings.length < 2
    ? findings
    : findings.sort((a, b) => a.start - b.start || a.end - b.end || (a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0));
}

function stamp(rule: Rule, problem: Problem, severity: Finding['severity'], language: Language): Finding {
  const messages = messagesOf(rule, language);
  const text = (key: string, slots: Slots = {}): string => say(language, { key, slots }, messages);
  return {
    rule: rule.id,
    group: rule.group,
    severity,
    message: text(problem.message, problem.slots),
    start: problem.start,
    end: problem.end,
    fixes: (problem.fixes ?? []).map(({ title, slots, safe, edits }) => ({ title: text(title, slots), safe, edits })),
    data: problem.data ?? {},
  };
}
