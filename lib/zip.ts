import { strToU8, Zip, ZipDeflate } from 'fflate';

/** Makes one zip file of many texts. */
export function zipped(files: Iterable<{ name: string; text: string }>): BlobPart[] {
  const parts: BlobPart[] = [];
  const zip = new Zip((error, data) => {
    if (error) throw error;
    parts.push(data as Uint8Array<ArrayBuffer>);
  });
  for (const { name, text } of files) {
    const file = new ZipDeflate(name, { level: 6 });
    zip.add(file);
    file.push(strToU8(text), true);
  }
  zip.end();
  return parts;
}
