/** `npm run schema`: writes docs/papergloss.schema.json, which describes Papergloss's own files. */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';

const path = fileURLToPath(new URL('../lib/formats/papergloss-schema.ts', import.meta.url));
const { module } = await runnerImport<typeof import('../lib/formats/papergloss-schema.ts')>(path);

await writeFile(new URL('../docs/papergloss.schema.json', import.meta.url), module.paperglossSchema());
