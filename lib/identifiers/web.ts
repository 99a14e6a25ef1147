import { matched, type Scheme } from './scheme';

/**
 * A paper that nobody has given an identifier goes by its address, until a better one turns up. No host is named
 * here: whoever asks for it knows that there is a paper at the address.
 */
export const web: Scheme = {
  written: (text) => matched('web', text, /^web:([a-z\d][^\s#]{3,450})$/),
  hosts: [],
  at(url) {
    const host = url.host.replace(/^www\./, '');
    const path = url.pathname.replace(/\/(?:index\.html?)?$/, '');
    const value = host + path + url.search;
    return host.includes('.') && value.length <= 450 ? { id: `web:${value}` } : undefined;
  },
  address: (value) => `https://${value}`,
};
