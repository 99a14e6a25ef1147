/** Days for which a removed paper can be restored. */
export const trashDays = 30;
