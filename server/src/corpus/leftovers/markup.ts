/** Elements of pages (HTML Living Standard, its index of elements), obsolete ones that pages still have among them. */
const ELEMENTS =
  'a|abbr|address|article|aside|audio|b|bdi|bdo|blockquote|body|br|button|canvas|caption|center|cite|code|col|colgroup|dd|del|details|dfn|div|dl|dt|em|embed|fieldset|figcaption|figure|font|footer|form|h[1-6]|head|header|hr|html|i|iframe|img|input|ins|kbd|label|legend|li|link|main|mark|menu|meta|nav|noscript|object|ol|option|p|param|picture|pre|q|s|script|section|select|small|source|span|strike|strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|time|title|tr|u|ul|video|wbr';

/** Attributes as tags have them, each with a blank before it; nothing crosses the end of a line. */
const ATTRIBUTES = '(?:[ \\t]+[\\w:-]{1,40}(?:[ \\t]*=[ \\t]*(?:"[^"\\n]{0,600}"|\'[^\'\\n]{0,600}\'|[^\\s"\'<>=]{1,300}))?){0,20}';

/** A tag of a known element, or an image of Markdown; source of a regular expression, to be used without regard to case. */
export const TAG = `</?(?:${ELEMENTS})${ATTRIBUTES}[ \\t]*/?>|!\\[[^\\]\\n]{0,200}\\]\\([^)\\n]{0,300}\\)?`;

/** The end of a tag whose beginning is gone: `alt="…" />`. */
export const CUT_TAG = '(?<![\\w-])(?:alt|content|href|src)=(?:"[^"\\n]{0,600}"|\'[^\'\\n]{0,600}\')[ \\t]*/>';

const WHOLE = new RegExp(`^(?:(?:${TAG})\\s*)+$`, 'i');
const WHOLE_CUT = /^(?:alt|content|href|src|title|class)=(?:"[^"]*"|'[^']*')\s*\/?>$/i;
/** A tag that never ends: the line was broken within it. */
const UNENDED = new RegExp(`^<(?:${ELEMENTS})${ATTRIBUTES}$`, 'i');

/** The end of a Markdown image whose address was broken over two lines. */
const CUT_ADDRESS = /^[\w.%/-]{1,80}\.(?:jpe?g|png|gif|webp|svg)\)$/i;

/** Whether a piece of text is markup and nothing else. */
export const isMarkup = (text: string): boolean => WHOLE.test(text) || WHOLE_CUT.test(text) || UNENDED.test(text) || CUT_ADDRESS.test(text);
