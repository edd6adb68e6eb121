import type { Slots } from '../rules/rule';
import { FIRST_STRONG_ISOLATE, POP_DIRECTIONAL_ISOLATE } from '../text/characters';

/** `text` set apart from the direction of the sentence around it. */
export const isolate = (text: string): string => FIRST_STRONG_ISOLATE + text + POP_DIRECTIONAL_ISOLATE;

/** Fills the `{slots}` of a template. Strings are isolated, numbers are not. */
export function fill(template: string, slots: Slots = {}): string {
  return template.replace(/\{(\w+)\}/g, (slot, name: string) => {
    const value = slots[name];
    if (value === undefined) return slot;
    return typeof value === 'number' ? String(value) : isolate(value);
  });
}
