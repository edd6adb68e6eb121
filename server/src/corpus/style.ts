import type { Facet } from './facet';

/** stub */
export const style: Facet<null, null, null> = { version: 1, collect: () => null, empty: () => null, add: () => {}, judge: () => null };
