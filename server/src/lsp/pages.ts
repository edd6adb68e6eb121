import { rules } from '../rules/index';

/** The pages that are shipped beside the server. */
export const SHIPPED_PAGES = new URL('rules/', import.meta.url).href;

/** Where a rule's page is, below an address that ends with `/`. */
export const pageHref = (base: string, rule: string): string => `${base}${rule}.md`;

/** The Markdown page of a rule. */
export const pageOf = (rule: string): string | undefined => rules.find(({ id }) => id === rule)?.page;

/** What a page says before its examples: why the rule is there. */
export function introduction(rule: string): string {
  const [head] = (pageOf(rule) ?? '').split(/^## /m, 1);
  return head.replace(/^# .*\n+/, '').trim();
}
