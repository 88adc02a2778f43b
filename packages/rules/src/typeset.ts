/**
 * A French text with the spaces of French printing: what stands before « : » and within « » is never torn from its word,
 * nor is what follows « nº ». Texts may so be written with plain spaces, and searched and compared.
 */
export const typeset = (text: string): string =>
  text
    .replace(/ +([;!?])/g, '\u202f$1')
    .replace(/ +([:»])/g, '\u00a0$1')
    .replace(/« +/g, '«\u00a0')
    .replace(/(nº|art\.|L\.) +(?=[\dA-Z])/g, '$1\u00a0');
