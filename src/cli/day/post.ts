import { type Command, Option } from 'commander'
import { type PostedLetters, postLetters } from '../../app/post/post-letters.ts'
import { showProof } from '../../app/post/show-proof.ts'
import type { NotedNews } from '../../app/post/take-postal-news.ts'
import { tickLetters } from '../../app/post/tick-letters.ts'
import { type TrackedLetters, trackLetters } from '../../app/post/track-letters.ts'
import type { Day } from '../../domain/date.ts'
import type { PostalStatus } from '../../domain/facts/posting.ts'
import { POSTAL_STATUSES, PROOFS } from '../../words/contact-words.ts'
import { COLON, counted, type Language, phrases } from '../../words/language.ts'
import { writeOutput } from '../output-file.ts'
import { withDetail } from '../refusals.ts'
import { countOption, Discrepancy, dateOption, optionsOf, print, type Shell, withDesk } from '../shell.ts'
import { addPrint, leftOutText } from './post-print.ts'

const PHRASES = phrases(
  {
    unchanged: 'déjà noté',
    posted: (p: PostedLetters) =>
      `${p.provider} : ${p.posted} confiées, ${p.failed} échouées, ${p.uncertain} incertaines, ${p.later} à réessayer`,
    tracked: (t: TrackedLetters) =>
      `${t.provider} : ${counted(t.asked, 'lettre suivie', 'lettres suivies', 'fr')}, ${counted(t.letters.length, 'changement', 'changements', 'fr')}`,
    kept: (id: string, proof: string) => `${id} : ${proof}, gardé (quittance post proof ${id})`,
    problems: (count: number) =>
      `${counted(count, 'lettre n’a pas pu être suivie', 'lettres n’ont pas pu être suivies', 'fr')}`,
  },
  {
    unchanged: 'noted already',
    posted: p =>
      `${p.provider}: ${p.posted} handed over, ${p.failed} failed, ${p.uncertain} uncertain, ${p.later} to be tried again`,
    tracked: t =>
      `${t.provider}: ${counted(t.asked, 'letter followed', 'letters followed', 'en')}, ${counted(t.letters.length, 'change', 'changes', 'en')}`,
    kept: (id, proof) => `${id}: ${proof}, kept (quittance post proof ${id})`,
    problems: count => `${counted(count, 'letter', 'letters', 'en')} could not be followed`,
  },
)

/** Letters on paper: printed and ticked, or handed to a provider and followed. */
export function addPost(program: Command, shell: Shell): void {
  const group = program
    .command('post')
    .summary('courrier : imprimer et cocher, ou confier à un prestataire')
    .description(
      'Imprime le courrier du jour, note ce qui est posté, ou le confie à un prestataire postal et le suit.',
    )
  addPrint(group, shell)
  addTick(group, shell)
  addSend(group, shell)
  addTrack(group, shell)
  addProof(group, shell)
}

function addTick(group: Command, shell: Shell): void {
  group
    .command('tick')
    .summary('coche des lettres postées, ou note où elles en sont')
    .description(
      'Note que des lettres sont postées, avec leur numéro de suivi, ou ce que la Poste en dit ensuite : présentée, reçue, refusée, non réclamée, adresse incorrecte, retournée.',
    )
    .argument('<id...>', 'numéros de la liste, par exemple 12-3')
    .option('--tracking <numero>', 'numéro de suivi, pour une seule lettre')
    .addOption(
      new Option('--status <statut>', 'où en est la lettre')
        .choices(Object.keys(POSTAL_STATUSES))
        .default('posted'),
    )
    .option('--on <date>', 'jour où c’est arrivé (sinon le jour de travail)', dateOption)
    .option('--note <texte>', 'mots libres, pour le journal')
    .addHelpText(
      'after',
      '\nExemples :\n  quittance post tick 12-3 14-2 15-1\n  quittance post tick 12-3 --tracking 1A01234567890\n  quittance post tick 12-3 --status presented --on 2026-12-02',
    )
    .action(async (ids: string[], _options, command: Command) => {
      const options = optionsOf<{ tracking?: string; status: PostalStatus; on?: Day; note?: string }>(command)
      const date = options.date ?? shell.today()
      const { tracking = null, status, on = date, note = null } = options
      const asked = { ids, status, on, trackingNumber: tracking, note }
      const done = await withDesk(shell, options, desk => tickLetters(desk, asked))
      print(shell, options, done, ({ letters }) =>
        letters.map(letter => newsText(letter, shell.language)).join('\n'),
      )
    })
}

/** `12-3 Durand SARL : reçue, 1A01234567890`. */
export function newsText(
  { id, debtor, status, trackingNumber, noted }: NotedNews,
  language: Language,
): string {
  const said = [
    POSTAL_STATUSES[status][language],
    ...(trackingNumber === null ? [] : [trackingNumber]),
    ...(noted === 'unchanged' ? [PHRASES[language].unchanged] : []),
  ]
  return `${id} ${debtor}${COLON[language]}${said.join(', ')}`
}

function addSend(group: Command, shell: Shell): void {
  const { language } = shell
  const say = PHRASES[language]
  group
    .command('send')
    .summary('confie le courrier du jour au prestataire postal')
    .description(
      'Remet les lettres à poster au prestataire dont l’environnement donne les clés (docs/posting.md), après avoir revérifié soldes, suspensions et adresses.',
    )
    .option('--max <n>', 'au plus n lettres', countOption)
    .addHelpText('after', '\nExemple :\n  quittance post send --max 10')
    .action(async (_options, command: Command) => {
      const options = optionsOf<{ max?: number }>(command)
      const done = await withDesk(shell, options, desk => postLetters(desk, { max: options.max ?? null }))
      const leftOut = done.leftOut.map(letter => withDetail(letter, language))
      print(shell, options, { ...done, leftOut }, () =>
        [say.posted(done), ...leftOut.map(letter => leftOutText(letter, language))].join('\n'),
      )
    })
}

function addTrack(group: Command, shell: Shell): void {
  const { language } = shell
  const say = PHRASES[language]
  group
    .command('track')
    .summary('demande au prestataire où en est le courrier')
    .description(
      'Demande au prestataire postal où en sont les lettres qu’il a, note ce qui change, et garde preuves de dépôt et avis de réception.',
    )
    .addHelpText('after', '\nExemple :\n  quittance post track')
    .action(async (_options, command: Command) => {
      const options = optionsOf<object>(command)
      const done = await withDesk(shell, options, desk => trackLetters(desk))
      const problems = done.problems.map(problem => withDetail(problem, language))
      print(shell, options, { ...done, problems }, tracked =>
        [
          say.tracked(done),
          ...tracked.letters.map(letter => newsText(letter, language)),
          ...tracked.proofs.map(({ id, kind }) => say.kept(id, PROOFS[kind][language])),
          ...problems.map(({ id, detail }) => `${id}${COLON[language]}${detail}`),
        ].join('\n'),
      )
      const { length } = problems
      if (length > 0)
        throw new Discrepancy({ fr: PHRASES.fr.problems(length), en: PHRASES.en.problems(length) })
    })
}

function addProof(group: Command, shell: Shell): void {
  group
    .command('proof')
    .summary('pièce gardée : lettre postée, preuve de dépôt, avis de réception')
    .description('Rend une pièce gardée avec une lettre, octet pour octet.')
    .argument('<id>', 'numéro de la lettre, par exemple 12-3')
    .addOption(new Option('--kind <piece>', 'quelle pièce').choices(Object.keys(PROOFS)).default('receipt'))
    .requiredOption('--output <fichier>', 'fichier à écrire')
    .addHelpText('after', '\nExemple :\n  quittance post proof 12-3 --kind deposit --output depot.pdf')
    .action(async (id: string, _options, command: Command) => {
      const options = optionsOf<{ kind: keyof typeof PROOFS; output: string }>(command)
      const proof = await withDesk(shell, options, desk => showProof(desk, { id, kind: options.kind }))
      await writeOutput(options.output, proof.content)
      const { kind, contentType, content } = proof
      const answer = { id, kind, contentType, bytes: content.length, output: options.output }
      print(shell, options, answer, () => `${PROOFS[options.kind][shell.language]} → ${options.output}`)
    })
}
