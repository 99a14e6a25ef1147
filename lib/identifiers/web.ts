import type { Scheme } from './scheme';

/**
 * A paper that nobody has given an identifier goes by its address, until a better one turns up. No host is named
 * here: whoever asks for it knows that there is a paper at the address.
 */
export const web: Scheme = {
  written(text) {
    const value = /^web:(\S{1,500})$/.exec(text)?.[1];
    return value && URL.canParse(`https://${value}`) ? web.at(new URL(`https://${value}`)) : undefined;
  },
  hosts: [],
  at(url) {
    // Looking for the end of longer ones would take long.
    if (!/^https?:$/.test(url.protocol) || url.pathname.length > 450) return undefined;
    const host = url.host.replace(/^(?:www\.)+/, '').replace(/:443$/, '');
    const path = url.pathname.replace(/(?:\/(?:index\.html?)?)+$/, '');
    const value = host + path + url.search;
    return host.includes('.') && value.length <= 450 ? { id: `web:${value}` } : undefined;
  },
  address: (value) => `https://${value}`,
};
