import type { MapGroup } from '../../lib/pictures/map';
import { t } from '../../lib/text';

/** `protein folding: 12 papers near each other` */
export function groupNamed({ words, papers }: MapGroup): string {
  return t('pictures.mark', [words.slice(0, 2).join(' '), t('pictures.near', papers, [papers.toLocaleString()])]);
}
