/** What is set up: rates, pictures of a letter, who a debtor is, files and the demo. Days as ISO dates. */
import { percentText, phrases } from '../language.ts'

type KnownRate = { rate: string; from: string; until: string; sources: readonly string[]; rateBps: number }

export const SETUP_REFUSALS = phrases(
  {
    'rate-contradicts': ({ rate, from, until, sources, rateBps }: KnownRate) =>
      `${rate} est déjà connu, du ${from} au ${until} (${sources.join(' ; ')}) : ${percentText(rateBps, 'fr')} le contredit`,
    'rate-of-the-program': ({ from }: { from: string }) =>
      `le taux du ${from} vient avec le programme : il ne se retire pas`,
    'rate-not-recorded': ({ from }: { from: string }) => `aucun taux enregistré à partir du ${from}`,
    'picture-too-large': "l'image dépasse 1 Mo : réduisez-la, 1000 pixels de large suffisent",
    'picture-unknown-format': "ce fichier n'est ni un PNG, ni un JPEG, ni un SVG",
    'picture-unreadable': "cette image ne s'imprime pas : enregistrez-la à nouveau, en PNG par exemple",
    'no-status':
      'seule une association ou une copropriété peut agir comme une entreprise ou comme un particulier : donnez-lui ce statut, ou dites le genre du débiteur',
    'status-settles-kind':
      'une association ou une copropriété n’a pas de genre à elle : dites si elle agit comme une entreprise ou comme un particulier',
    'not-empty':
      'ce dossier contient déjà une entreprise : la démonstration se charge dans un dossier à elle',
    'no-document': ({ number }: { number: string }) => `aucun PDF n'est gardé de « ${number} »`,
    'not-a-stock': ({ file }: { file: string }) =>
      `${file} : une facture électronique ne liste pas tout ce qui est dû, ce qu’elle ne liste pas serait soldé`,
  },
  {
    'rate-contradicts': ({ rate, from, until, sources, rateBps }) =>
      `${rate} is known already, from ${from} to ${until} (${sources.join('; ')}): ${percentText(rateBps, 'en')} contradicts it`,
    'rate-of-the-program': ({ from }) => `the rate of ${from} comes with the program: it cannot be removed`,
    'rate-not-recorded': ({ from }) => `nobody recorded a rate from ${from}`,
    'picture-too-large': 'the picture is larger than 1 MB: make it smaller, 1,000 pixels of width are enough',
    'picture-unknown-format': 'that file is neither a PNG, nor a JPEG, nor an SVG',
    'picture-unreadable': 'that picture cannot be printed: save it again, as a PNG for instance',
    'no-status':
      'only an association or a co-ownership may act as a business or as a consumer: give it that status, or say the kind of the debtor',
    'status-settles-kind':
      'an association or a co-ownership has no kind of its own: say whether it acts as a business or as a consumer',
    'not-empty': 'this folder holds a company already: the demo is loaded in a folder of its own',
    'no-document': ({ number }) => `no PDF is kept of "${number}"`,
    'not-a-stock': ({ file }) =>
      `${file}: an electronic invoice does not list all that is owed, and what it does not list would be settled`,
  },
)
