import { fold } from './header-words.ts'

const LEGAL_FORMS = new Set(
  'sa sas sasu sarl eurl selarl sci scop scp snc sca earl gaec gie ei eirl societe ste ets etablissements entreprise monsieur madame m mme mr'.split(
    ' ',
  ),
)

/** A name without accents, signs or legal form, to tell that two are written alike: `SARL Été & Fils` → `ete fils`. */
export function companyName(name: string): string {
  return fold(name)
    .replace(/(\p{L})\.(?=\p{L}\b)/gu, '$1')
    .split(/[^\p{L}\d]+/u)
    .filter(word => word !== '' && word !== 'et' && !LEGAL_FORMS.has(word))
    .join(' ')
}
