/** "Rhône": in lists the caisse is named by its territory. */
export const territory = (caisse: string | null): string | null =>
  caisse?.replace(/^(CPAM|CGSS|CSSM|CCSS) (de la |de l’|de l'|des |du |de |d’|d')?/, '') ?? null;
