import type { ExportFormat } from '../writer.ts';

/** JSON Lines by name, apart from its writer: a browser gets lines that are written already. */
export const lineFormat: ExportFormat = {
  format: 'json-lines',
  label: 'JSON Lines',
  extension: 'jsonl',
  mediaType: 'application/jsonl',
  holds: 'One paper a line, each as an element of works in the survey file.',
};
