/** So many identifiers of one paper stand in a message or a file. If lists have shown more, it is still found by them. */
export const maxIdentifiers = 1000;
