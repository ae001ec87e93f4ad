/**
 * Paragraphs 2 and 3 of CPCE L111-8, which the letter of R124-4 reproduces word for word, whatever its language; a guard
 * looks for them (`wording-rules.ts`).
 */
export const L111_8_PARAGRAPHS = [
  'Les frais de recouvrement entrepris sans titre exécutoire restent à la charge du créancier, sauf s’ils concernent un acte dont l’accomplissement est prescrit par la loi au créancier. Toute stipulation contraire est réputée non écrite, sauf disposition législative contraire.',
  'Cependant, le créancier qui justifie du caractère nécessaire des démarches entreprises pour recouvrer sa créance peut demander au juge de l’exécution de laisser tout ou partie des frais ainsi exposés à la charge du débiteur de mauvaise foi.',
] as const
