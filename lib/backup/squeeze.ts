/** Text, compressed, as the browser’s storage takes it; and back. */

/** Bytes that are turned into characters at once. */
const atOnce = 0x8000;

export async function squeezed(text: string): Promise<string> {
  const bytes = await through(new CompressionStream('gzip'), new TextEncoder().encode(text));
  let binary = '';
  for (let i = 0; i < bytes.length; i += atOnce) binary += String.fromCharCode(...bytes.subarray(i, i + atOnce));
  return btoa(binary);
}

export async function unsqueezed(packed: string): Promise<string> {
  const bytes = Uint8Array.from(atob(packed), (character) => character.charCodeAt(0));
  return new TextDecoder().decode(await through(new DecompressionStream('gzip'), bytes));
}

async function through(stream: CompressionStream | DecompressionStream, bytes: Uint8Array<ArrayBuffer>) {
  const piped = new Response(bytes).body?.pipeThrough(stream);
  return new Uint8Array(await new Response(piped).arrayBuffer());
}

/** SHA-256, in hexadecimal digits. */
export async function hashOf(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
