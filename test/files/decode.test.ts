import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decode } from '../../server/src/files/decode';
import { CLEAN, UNREADABLE } from '../cli/run';

const kindOf = (bytes: Uint8Array): string => {
  const decoded = decode(bytes);
  return 'fault' in decoded ? decoded.fault.kind : 'text';
};

test('text is UTF-8, with or without its mark', () => {
  assert.deepEqual(decode(Buffer.from(CLEAN)), { text: CLEAN, mark: false });
  assert.deepEqual(decode(Buffer.from(`\uFEFF${CLEAN}`)), { text: CLEAN, mark: true });
  assert.deepEqual(decode(Buffer.from('\uFEFF\uFEFF')), { text: '\uFEFF', mark: true });
  assert.deepEqual(decode(new Uint8Array()), { text: '', mark: false });
});

test('a few controls make no binary file, many do', () => {
  assert.equal(kindOf(Buffer.from(`وصل\0${CLEAN}`)), 'text');
  assert.equal(kindOf(Buffer.from('\0')), 'text');
  assert.equal(kindOf(Buffer.from(`${'\0'.repeat(40)}${CLEAN}`)), 'binary');
  assert.equal(kindOf(Buffer.from(`%PDF-1.7\n\0${CLEAN}`)), 'binary');
});

test('each encoding is told by its look', () => {
  for (const [kind, bytes] of Object.entries(UNREADABLE)) assert.equal(kindOf(bytes), kind);
  for (const text of [CLEAN, 'Plain English text, two words and more.\n', 'Новости дня: открыта выставка.\n']) {
    const little = Buffer.from(text, 'utf16le');
    assert.equal(kindOf(little), 'utf-16', 'without a mark');
    assert.equal(kindOf(Buffer.from(little).swap16()), 'utf-16', 'big end first');
  }
  const cyrillic = Buffer.from(
    'cff0e8e2e5f22c20ece8f02120cde0f7e0ebe0f1fc20e2fbf1f2e0e2eae020eae0f0f2e8ed20e220eef2ebe8f7edeec920e3e0ebe5f0e5e5',
    'hex',
  );
  assert.equal(kindOf(cyrillic), 'encoding');
  assert.equal(kindOf(Buffer.from('un café', 'latin1')), 'encoding', 'an odd last byte alone is not a text cut off');
});

test('the fault stands in the line of the first bad byte', () => {
  const line = (text: string): number => {
    const decoded = decode(Buffer.concat([Buffer.from(text), Buffer.from([0xff]), Buffer.from(CLEAN)]));
    return 'fault' in decoded ? decoded.fault.line : -1;
  };
  assert.equal(line('وصل الوفد '), 0);
  assert.equal(line(`${CLEAN}${CLEAN}`), 2);
  assert.equal(line('وصل\r\nالوفد\rاليوم '), 2);
});
