const yearAround = /^(?:19|20)\d\d\s+|[\s,]*\(?(?:['’]\d\d|\b(?:19|20)\d\d)\)?$/g;

/** A venue without the year at its beginning or end: `NeurIPS 2023` and `NeurIPS ’24` are NeurIPS. */
export function venueName(venue: string): string {
  return venue.trim().replace(yearAround, '').trim() || venue.trim();
}
