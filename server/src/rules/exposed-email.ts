import { ODD, Odd } from '../text/characters';
import page from './exposed-email.md';
import { Holds } from './holdings';
import { rule } from './rule';

/** Part of an address before and after the sign; mail has no longer ones (RFC 5321, 4.5.3.1). */
const LONGEST_LOCAL = 64;
const LONGEST_DOMAIN = 255;
const LOCAL = /[A-Za-z0-9][\w.+-]*$/;
const DOMAIN = /^(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.){1,8}[A-Za-z]{2,24}/;

/** Providers of mail for persons. */
const PERSONAL =
  /^(?:gmail|googlemail|hotmail|yahoo|ymail|rocketmail|outlook|live|msn|windowslive|icloud|me|mac|aol|proton|protonmail|gmx|mail|maktoob|yandex|zoho)\./i;
/** Boxes of an office, not of a person (RFC 2142 and what newspapers use). */
const OFFICE =
  /(?:^|[._+-])(?:info|contact|press|media|news|newsroom|editor|editors|editorial|desk|office|sales|support|help|admin|webmaster|postmaster|mail|jobs?|careers?|hr|pr|marketing|ads?|service|services|customer|care|team|hello|enquiries|inquiries|registration|conference|magazine|journal|club|center|centre|faculty|college|dept|eng|dean)\d*(?:$|[._+-])/i;
/** A name as houses make it into an address: given name or initial, and family name. */
const NAME = /^[A-Za-z]+[._-][A-Za-z]{2,}\d{0,4}$/;

/** An address of mail that belongs to a person. */
export const exposedEmail = rule({
  id: 'exposed-email',
  group: 'privacy',
  severity: 'info',
  summary: 'The e-mail address of a person stands in the text.',
  page,
  messages: {
    found: '{address} seems to be the address of a person.',
    mask: 'Write {masked}',
  },
  options: {},
  needs: Holds.AT,

  *check({ text, odd }) {
    for (const at of odd) {
      if (ODD[text.charCodeAt(at)] !== Odd.AT) continue;
      const local = LOCAL.exec(text.slice(Math.max(0, at - LONGEST_LOCAL), at))?.[0];
      const domain = DOMAIN.exec(text.slice(at + 1, at + 1 + LONGEST_DOMAIN))?.[0];
      if (!local || !domain || OFFICE.test(local) || !(PERSONAL.test(domain) || NAME.test(local))) continue;
      const start = at - local.length;
      const end = at + 1 + domain.length;
      const masked = `${HIDDEN_SIGN.repeat(3)}@${domain}`;
      const fixes = [{ title: 'mask', slots: { masked }, safe: false, edits: [{ start, end, text: masked }] }];
      yield { start, end, message: 'found', slots: { address: text.slice(start, end) }, fixes, data: { kind: 'email' } };
    }
  },
});

/** Stands for what was taken out. */
const HIDDEN_SIGN = '×';
