/** Milliseconds after which the browser has taken the file. */
const taken = 60_000;

/** Saves a file as the browser saves downloads. On pages. */
export function saveFile(file: Blob, name: string): void {
  const url = URL.createObjectURL(file);
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), taken);
}
