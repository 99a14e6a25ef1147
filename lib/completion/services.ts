/** All whom papers can be completed from. A further one is one more file, and one more line here. */
import { arxiv } from './arxiv';
import { crossref } from './crossref';
import { openalex } from './openalex';
import { semanticscholar } from './semanticscholar';
import type { CompletionService, CompletionServiceName } from './service';

export const completionServices: Record<CompletionServiceName, CompletionService> = {
  arxiv,
  crossref,
  openalex,
  semanticscholar,
};
