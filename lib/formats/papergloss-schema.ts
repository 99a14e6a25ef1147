/** The description of Papergloss's own files for other programs: https://json-schema.org. */
import { z } from 'zod';
import { PaperglossFile } from './papergloss';

/** The JSON Schema, as docs/papergloss.schema.json has it. */
export function paperglossSchema(): string {
  const schema = z.toJSONSchema(PaperglossFile, { io: 'input' });
  return `${JSON.stringify({ title: 'Papergloss library', ...schema }, null, 2)}\n`;
}
