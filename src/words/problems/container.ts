/** What is wrong with what wraps a file's content: ZIP, XML, PDF, Excel. */
import { phrases, quoted } from '../language.ts'

export const CONTAINER_PROBLEMS = phrases(
  {
    'file-too-long': {
      xml: ({ millions }: { millions: number }) =>
        `Le fichier XML dépasse ${millions} millions de caractères.`,
      pdf: ({ most }: { most: number }) => `Ce PDF ne se lit pas : il dépasse ${most} Mo.`,
      'pdf-unpacked': () => 'Ce PDF ne se lit pas : décompressé, il serait démesuré.',
    },
    'bad-xml': {
      whole: ({ why }: { why: string }) =>
        `Le fichier XML est mal formé ou coupé (${why}) : demandez-le à nouveau à son émetteur.`,
      pieces: ({ line }: { line: number }) =>
        `Le XML est mal formé ligne ${line} : le fichier est coupé ou abîmé, prenez-le à nouveau.`,
    },
    'xml-declaration': () =>
      'Le fichier déclare un type de document ou des entités (<!DOCTYPE…) : par sûreté il n’est pas lu ; aucune facture n’en a besoin.',
    'xml-doctype': () =>
      'Le XML contient une déclaration DOCTYPE, qu’aucun relevé ne porte : fichier refusé.',
    'too-deep': ({ most }: { most: number }) => `Le XML a plus de ${most} niveaux : fichier refusé.`,
    'too-much-text': {
      element: ({ most }: { most: number }) => `Un élément XML dépasse ${most} caractères : fichier refusé.`,
      field: ({ most }: { most: number }) => `Un champ du XML dépasse ${most} caractères : fichier refusé.`,
    },
    'encrypted-pdf': () => 'Ce PDF ne se lit pas : il est chiffré, enregistrez-le sans mot de passe.',
    'bad-pdf': () => 'Ce PDF ne se lit pas : il est abîmé ou coupé, demandez-le à nouveau à son émetteur.',
    'bad-attachment': ({ attachment }: { attachment: string }) =>
      `La pièce jointe « ${attachment} » du PDF est abîmée ou démesurée : demandez le PDF à nouveau à son émetteur.`,
    'no-invoice-in-pdf': ({ attachments }: { attachments: readonly string[] }) =>
      `Ce PDF ne contient pas de facture électronique (${attachments.length > 0 ? `pièces jointes : ${quoted(attachments, 'fr')}` : 'aucune pièce jointe'}) : c'est une simple image de facture ; importez un CSV, un FEC ou la facture électronique.`,
    'broken-workbook': () =>
      'Le classeur Excel est abîmé ou protégé : ouvrez-le, enregistrez-le à nouveau au format .xlsx sans mot de passe, ou exportez la feuille en CSV.',
    'other-sheets': ({ read, others, more }: { read: string; others: readonly string[]; more: boolean }) =>
      `La feuille « ${read} » a été lue ; les autres ne le sont pas : ${quoted(others, 'fr')}${more ? '…' : ''}.`,
    'bad-zip': ({ archive }: { archive: string }) =>
      `« ${archive} » est abîmé ou incomplet : téléchargez-le à nouveau, ou importez les fichiers décompressés.`,
    'empty-zip': ({ archive }: { archive: string }) => `« ${archive} » ne contient aucun fichier.`,
    'zip-encrypted': ({ archive }: { archive: string }) =>
      `« ${archive} » est protégé par un mot de passe : décompressez-le d’abord, puis importez son contenu.`,
    'zip-method': ({ archive, file }: { archive: string; file: string }) =>
      `« ${file} », dans « ${archive} », est compressé d’une façon qui n’est pas prise en charge : refaites l’archive en ZIP ordinaire.`,
    'zip-nested': ({ archive }: { archive: string }) =>
      `« ${archive} » est une archive dans une archive dans une archive : décompressez-la, puis importez son contenu.`,
    'zip-too-big': {
      files: ({ archive, most }: { archive: string; most: number }) =>
        `« ${archive} » n’est pas ouvert : il contient plus de ${most} fichiers. Décompressez-le vous-même si vous savez d’où il vient.`,
      content: ({ archive, most }: { archive: string; most: number }) =>
        `« ${archive} » n’est pas ouvert : son contenu dépasse ${most} Mo. Décompressez-le vous-même si vous savez d’où il vient.`,
      ratio: ({ archive, file, most }: { archive: string; file: string; most: number }) =>
        `« ${archive} » n’est pas ouvert : « ${file} » y est compressé plus de ${most} fois. Décompressez-le vous-même si vous savez d’où il vient.`,
    },
  },
  {
    'file-too-long': {
      xml: ({ millions }) => `The XML file has more than ${millions} million characters.`,
      pdf: ({ most }) => `This PDF cannot be read: it is larger than ${most} MB.`,
      'pdf-unpacked': () => 'This PDF cannot be read: unpacked, it would be enormous.',
    },
    'bad-xml': {
      whole: ({ why }) => `The XML file is malformed or cut short (${why}): ask its sender for it again.`,
      pieces: ({ line }) =>
        `The XML is malformed at line ${line}: the file is cut short or damaged, get it again.`,
    },
    'xml-declaration': () =>
      'The file declares a document type or entities (<!DOCTYPE…): to be safe it is not read; no invoice needs them.',
    'xml-doctype': () => 'The XML has a DOCTYPE declaration, which no statement has: the file is refused.',
    'too-deep': ({ most }) => `The XML has more than ${most} levels: the file is refused.`,
    'too-much-text': {
      element: ({ most }) => `An XML element is longer than ${most} characters: the file is refused.`,
      field: ({ most }) => `An XML field is longer than ${most} characters: the file is refused.`,
    },
    'encrypted-pdf': () => 'This PDF cannot be read: it is encrypted, save it without a password.',
    'bad-pdf': () => 'This PDF cannot be read: it is damaged or cut short, ask its sender for it again.',
    'bad-attachment': ({ attachment }) =>
      `The attachment "${attachment}" of the PDF is damaged or enormous: ask its sender for the PDF again.`,
    'no-invoice-in-pdf': ({ attachments }) =>
      `This PDF holds no electronic invoice (${attachments.length > 0 ? `attachments: ${quoted(attachments, 'en')}` : 'no attachment'}): it is only a picture of an invoice; import a CSV, a FEC or the electronic invoice.`,
    'broken-workbook': () =>
      'The Excel workbook is damaged or protected: open it and save it again as .xlsx without a password, or export the sheet as CSV.',
    'other-sheets': ({ read, others, more }) =>
      `The sheet "${read}" was read; the others were not: ${quoted(others, 'en')}${more ? '…' : ''}.`,
    'bad-zip': ({ archive }) =>
      `"${archive}" is damaged or incomplete: download it again, or import the unpacked files.`,
    'empty-zip': ({ archive }) => `"${archive}" contains no file.`,
    'zip-encrypted': ({ archive }) =>
      `"${archive}" is protected by a password: unpack it first, then import its content.`,
    'zip-method': ({ archive, file }) =>
      `"${file}", in "${archive}", is compressed in a way that is not supported: make the archive again as an ordinary ZIP.`,
    'zip-nested': ({ archive }) =>
      `"${archive}" is an archive within an archive within an archive: unpack it, then import its content.`,
    'zip-too-big': {
      files: ({ archive, most }) =>
        `"${archive}" is not opened: it contains more than ${most} files. Unpack it yourself if you know where it comes from.`,
      content: ({ archive, most }) =>
        `"${archive}" is not opened: its content is larger than ${most} MB. Unpack it yourself if you know where it comes from.`,
      ratio: ({ archive, file, most }) =>
        `"${archive}" is not opened: "${file}" in it is compressed more than ${most} times. Unpack it yourself if you know where it comes from.`,
    },
  },
)
