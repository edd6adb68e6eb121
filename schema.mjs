// Writes corpuslint.schema.json from the rules: by it editors complete and check a configuration.
import { writeFile } from 'node:fs/promises';
import { build } from 'esbuild';

const { outputFiles } = await build({
  entryPoints: ['server/src/engine/schema.ts'],
  bundle: true,
  write: false,
  platform: 'node',
  format: 'esm',
  loader: { '.md': 'text' },
});
const { configSchema } = await import(`data:text/javascript,${encodeURIComponent(outputFiles[0].text)}`);
await writeFile('corpuslint.schema.json', `${JSON.stringify(configSchema(), null, 2)}\n`);
