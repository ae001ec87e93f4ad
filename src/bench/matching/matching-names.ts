/** Names of French customers, common and rare, as a ledger holds them. */
import type { Random } from '../random.ts'

const FAMILIES = words(
  'Martin Bernard Thomas Petit Robert Richard Durand Dubois Moreau Laurent Simon Michel Lefebvre Leroy Roux David Bertrand ' +
    'Morel Fournier Girard Bonnet Dupont Lambert Fontaine Rousseau Vincent Muller Lefevre Faure André Mercier Blanc Guérin ' +
    'Boyer Garnier Chevalier François Legrand Gauthier Garcia Perrin Robin Clément Morin Nicolas Henry Roussel Mathieu ' +
    'Gautier Masson Marchand Duval Denis Dumont Marie Lemaire Noël Meyer Dufour Meunier Brun Blanchard Giraud Joly Rivière ' +
    'Lucas Brunet Gaillard Barbier Arnaud Martínez Gérard Roche Renard Schmitt Roy Leroux Colin Vidal Caron Picard Roger ' +
    'Fabre Aubert Lemoine Renaud Dumas Lacroix Olivier Philippe Bourgeois Pierre Benoît Rey Leclerc Payet Rolland Leclercq',
)
const TRADES = words(
  'Plomberie Garage Menuiserie Électricité Maçonnerie Transports Boulangerie Pharmacie Peinture Charpente Couverture ' +
    'Chauffage Carrelage Paysages Terrassement Imprimerie Informatique Conseil Immobilier Assurances Restauration Traiteur ' +
    'Optique Coiffure Serrurerie Métallerie Isolation Nettoyage Sécurité Formation Distribution Négoce Bâtiment Bois',
)
const PLACES = words(
  'Lyon Nantes Rennes Bordeaux Lille Toulouse Annecy Grenoble Dijon Angers Brest Tours Limoges Orléans Amiens Caen Nancy ' +
    'Metz Reims Avignon Béziers Cholet Quimper Valence Vienne Roanne Arras Vannes Niort Agen Colmar Épinal Auxerre Gap Lens',
)
const FIRST_NAMES = words(
  'Jean Marie Pierre Sophie Luc Anne Paul Claire Éric Julie Marc Hélène Alain Nadia Karim Léa',
)
const FORMS = words('SARL SAS EURL SA SASU SNC')
const SYLLABLES = words(
  'ba ci do fra glo ka lu mer na or pel qui ra so tri va vel xan zo dy lin gra mon tec sys alp cor',
)

export function customerName(random: Random): string {
  const family = random.pick(FAMILIES)
  const form = random.pick(FORMS)
  const draw = random.between(1, 100)
  if (draw <= 22) return `${random.pick(TRADES)} ${family} ${form}`
  if (draw <= 32) return `${form} ${family}${random.pick([' et Fils', ' Frères', ''])}`
  if (draw <= 62)
    return `${inventedName(random)} ${random.chance(0.5) ? `${random.pick(TRADES)} ` : ''}${form}`
  if (draw <= 70) return `${initials(random)} ${random.pick(TRADES)}`
  if (draw <= 84) return `${random.pick(TRADES)} de ${random.pick(PLACES)}`
  if (draw <= 88) return `Commune de ${inventedName(random)}`
  return `${random.pick(['M.', 'Mme'])} ${random.pick(FIRST_NAMES)} ${family}`
}

/** Companies of one group: a name in common, a place each. */
export function groupNames(random: Random, size: number): string[] {
  const name = inventedName(random)
  const first = random.between(0, PLACES.length - 1)
  return Array.from({ length: size }, (_, at) => `${name} ${PLACES[(first + at) % PLACES.length]} SAS`)
}

/** A sign or a holding's name that no ledger knows. */
export function inventedName(random: Random): string {
  const name = Array.from({ length: random.between(3, 4) }, () => random.pick(SYLLABLES)).join('')
  return name.charAt(0).toUpperCase() + name.slice(1)
}

/** What a bank keeps of a name: capitals, no accents, the legal form moved or dropped, a town added, a cut. */
export function nameInBank(name: string, random: Random): string {
  let written = name
    .normalize('NFD')
    .replace(/\p{Mark}|\./gu, '')
    .toUpperCase()
  const form = FORMS.find(known => written.split(' ').includes(known))
  if (form && random.chance(0.4)) {
    const rest = written.replace(new RegExp(` ?\\b${form}\\b ?`), ' ').trim()
    written = random.chance(0.5) ? `${form} ${rest}` : rest
  }
  if (random.chance(0.06)) written = `${written} ${random.pick(PLACES).toUpperCase()}`
  return random.chance(0.12) ? written.slice(0, random.pick([18, 24, 32])).trim() : written
}

function initials(random: Random): string {
  return Array.from({ length: 3 }, () => String.fromCharCode(random.between(65, 90))).join('')
}

function words(text: string): [string, ...string[]] {
  return text.split(' ') as [string, ...string[]]
}
