/**
 * The data: what a page said about a paper, and where it was seen.
 * Schemas are for the borders (messages, imports); inside, the inferred types are trusted. Page code imports
 * only the types, so that zod stays out of content scripts.
 */
import { z } from 'zod';
import { maxIdentifiers } from './max-identifiers';

// An extension may not evaluate code; zod need not try, and the browser need not complain of it.
z.config({ jitless: true });

/** `<scheme>:<value>`: `arxiv:2510.04938`, `arxiv:hep-th/9901001`, `doi:10.1145/…`; no version. See lib/identity.ts. */
export const PaperId = z.templateLiteral([z.string().regex(/[a-z0-9]+/), ':', z.string().min(1).max(500)]);
export type PaperId = z.infer<typeof PaperId>;

/** ISO 8601, as precise as the page is: `2024`, `2024-07`, `2024-07-31`, or with a time in UTC. */
const IsoDate = z.string().regex(/^\d{4}(-\d\d(-\d\d(T[\d:.]+Z)?)?)?$/);

/** Only http(s): these addresses become links. */
const Address = z.url({ protocol: /^https?$/ }).max(4000);

const Text = z.string().max(1000);
const Count = z.int().nonnegative();

/** Where an entry stood, and what the site said of it at that moment. */
export const Sighting = z.object({
  /** The site's name, as in its adapter. */
  site: Text,
  /** The page's address, without its fragment. */
  url: Address,
  /** The list's own heading: `Daily Papers`, `Machine Learning`. */
  list: Text.optional(),
  /** The heading over this part of the list: `Cross submissions`. */
  section: Text.optional(),
  /** The day that the list is of. */
  date: IsoDate.optional(),
  /** 1 for the first; the number that the site prints, where it prints one. */
  position: z.int().positive().optional(),
  /** arXiv announces a paper anew in other subjects and in new versions. */
  announcement: z.enum(['new', 'cross-list', 'replacement']).optional(),
  counts: z.object({ upvotes: Count.optional(), comments: Count.optional(), stars: Count.optional() }).optional(),
});
export type Sighting = z.infer<typeof Sighting>;

/** What a page says about one paper. What it does not say is absent. */
export const Paper = z.object({
  id: PaperId,
  /** Other identifiers of the same paper that stood on the same entry; of a saved one, on all that were saved. */
  aliases: z.array(PaperId).max(maxIdentifiers).optional(),
  /** The version that the page shows. */
  version: z.int().positive().optional(),
  title: z.string().min(1).max(4000),
  /** All of them, in order. Absent where the page shows only some, or only how many. */
  authors: z.array(Text).max(20_000).optional(),
  authorCount: Count.optional(),
  organization: Text.optional(),
  abstract: z.string().max(100_000).optional(),
  /** When its first version appeared. */
  published: IsoDate.optional(),
  /** When the version that the page shows appeared. */
  updated: IsoDate.optional(),
  /** Codes where there are codes (`cs.LG`), the primary one first. */
  subjects: z.array(Text).max(100).optional(),
  /** The authors' remark on arXiv: `12 pages, accepted at …`. */
  comments: z.string().max(10_000).optional(),
  journalRef: z.string().max(10_000).optional(),
  /** Where it was published, as the page writes it: `NeurIPS 2023`, `Nature`. */
  venue: Text.optional(),
  links: z
    .object({
      /** The page about this paper on the site where it was seen. */
      abstract: Address.optional(),
      pdf: Address.optional(),
      html: Address.optional(),
      code: Address.optional(),
      project: Address.optional(),
    })
    .optional(),
  seen: Sighting.optional(),
});
export type Paper = z.infer<typeof Paper>;
