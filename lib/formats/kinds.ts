/** Whether a paper is a preprint, or appeared at a conference or in a journal: each format asks. */
import type { PaperId } from '../paper';

export type Kind = 'preprint' | 'conference' | 'journal' | 'other';

const conference =
  /\b(?:proc(?:eedings|\.)?|conference|conf\.|symposium|workshop|meeting|congress|colloquium|convention)\b|\b(?:neurips|nips|icml|iclr|aaai|ijcai|n?aacl|e?acl|emnlp|coling|conll|semeval|lrec|cvpr|iccv|eccv|wacv|accv|bmvc|aistats|uai|colt|kdd|www|sigir|wsdm|cikm|recsys|icra|iros|corl|rss|icassp|interspeech|chi|uist|cscw|siggraph|stoc|focs|soda|podc|popl|pldi|icse|fse|osdi|sosp|nsdi|sigcomm|usenix|ccs|ndss|crypto|eurocrypt|vldb|sigmod|pods|icde|miccai|isbi|midl|acm mm|mm)\b/i;
/** A conference has these, but they appear in a journal. */
const journal =
  /\b(?:journal|transactions|letters|annals|review|bulletin|magazine|nature|science|proceedings of the (?:national|royal|ieee)|proc\. ?(?:natl|r\.|ieee))\b/i;
const notYet = /\b(?:submitted|submission|under review|withdrawn|rejected|desk[- ]reject\w*)\b/i;
const ofConferences = /^(?:acl|neurips|pmlr|cvf):/;

/** The kind of a paper that goes by these identifiers and appeared there. */
export function kindOf(ids: PaperId[], venue: string | undefined): Kind {
  const isPreprint = ids.some((id) => /^arxiv:|^doi:10\.(?:1101|64898|2139|20944|31234|21203|26434)\//.test(id));
  if (venue && notYet.test(venue)) return isPreprint ? 'preprint' : 'other';
  if (venue) return conference.test(venue) && !journal.test(venue) ? 'conference' : 'journal';
  if (ids.some((id) => ofConferences.test(id))) return 'conference';
  return isPreprint ? 'preprint' : 'other';
}
