import { strToU8, Zip, ZipDeflate } from 'fflate';

/** Makes one zip file of many texts. */
export class ZipFile {
  #parts: BlobPart[] = [];
  #zip: Zip;
  #names = new Set<string>();

  constructor() {
    this.#zip = new Zip((error, data) => {
      if (error) throw error;
      this.#parts.push(data as Uint8Array<ArrayBuffer>);
    });
  }

  /** Adds a file; a name that is taken gets a number. */
  add(name: string, text: string): void {
    const file = new ZipDeflate(this.#freeName(name), { level: 6 });
    this.#zip.add(file);
    file.push(strToU8(text), true);
  }

  end(): Blob {
    this.#zip.end();
    return new Blob(this.#parts, { type: 'application/zip' });
  }

  #freeName(name: string): string {
    const dot = name.lastIndexOf('.');
    let free = name;
    // Some disks do not tell capitals from small letters.
    for (let n = 2; this.#names.has(free.toLowerCase()); n++) free = `${name.slice(0, dot)} ${n}${name.slice(dot)}`;
    this.#names.add(free.toLowerCase());
    return free;
  }
}
