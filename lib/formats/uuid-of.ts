/** A UUID made of a text: the same text read again is the same note, so that no file is imported twice. */
export function uuidOf(text: string): string {
  const words = [0x9e3779b9, 0x243f6a88, 0xb7e15162, 0x6a09e667];
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    for (let w = 0; w < 4; w++)
      words[w] = Math.imul((words[w] ?? 0) ^ (code + w), factors[w] ?? 1) ^ ((words[w] ?? 0) >>> 15);
  }
  // Each word hears of the others.
  for (let round = 0; round < 8; round++) {
    const w = round % 4;
    const mixed = Math.imul((words[w] ?? 0) ^ ((words[(w + 1) % 4] ?? 0) >>> 13), factors[(w + 2) % 4] ?? 1);
    words[w] = mixed ^ (mixed >>> 16);
  }
  const hex = words.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
  // Version 8 is for UUIDs that are made in a way of one's own.
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const factors = [0x85ebca6b, 0xc2b2ae35, 0x27d4eb2f, 0x165667b1];
