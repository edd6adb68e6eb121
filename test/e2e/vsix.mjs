// Looks into the packed extension: what has to be in it is, sources and tools are not, and it is small.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { inflateRawSync } from 'node:zlib';

const MAX_BYTES = 2 * 1024 * 1024;
const NEEDED = [
  'extension/package.json',
  'extension/readme.md',
  'extension/changelog.md',
  'extension/LICENSE.txt',
  'extension/NOTICE.md',
  'extension/images/icon.png',
  'extension/dist/client.js',
  'extension/dist/server.js',
  'extension/dist/entry/worker.js',
  'extension/dist/rules/obfuscated-word.md',
  'extension/syntaxes/article.tmLanguage.json',
];
/** Everything that may be in it. */
const ALLOWED =
  /^(\[Content_Types\]\.xml|extension\.vsixmanifest|extension\/(package\.json|corpuslint\.schema\.json|[\w-]+\.(md|txt)|images\/icon\.png|dist\/.+\.(js|md|json|wasm)|syntaxes\/.+\.json))$/;

/** The files of a zip archive, by its central directory. */
function readZip(bytes) {
  const end = bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'));
  const files = new Map();
  let at = bytes.readUInt32LE(end + 16);
  for (let count = bytes.readUInt16LE(end + 10); count > 0; count--) {
    const [method, packed] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20)];
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) => bytes.readUInt16LE(at + offset));
    const local = bytes.readUInt32LE(at + 42);
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const read = () => {
      const data = bytes.subarray(start, start + packed);
      return (method === 8 ? inflateRawSync(data) : data).toString('utf8');
    };
    files.set(name, read);
    at += 46 + nameLength + extraLength + commentLength;
  }
  return files;
}

/** Answers what to say of it. */
export function checkPackage(vsix) {
  const bytes = readFileSync(vsix);
  const files = readZip(bytes);
  for (const name of NEEDED) assert.ok(files.has(name), `${name} is missing in the package`);
  for (const name of files.keys()) assert.match(name, ALLOWED, `${name} does not belong into the package`);
  assert.ok(bytes.length <= MAX_BYTES, `${bytes.length} bytes`);
  const manifest = JSON.parse(files.get('extension/package.json')());
  assert.equal(manifest.icon, 'images/icon.png');
  assert.ok(manifest.categories.includes('Linters') && manifest.license === 'MIT');
  return `ok, ${files.size} files, ${Math.ceil(bytes.length / 1024)} KB`;
}
