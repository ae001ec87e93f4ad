/** Replies that only say that the message was read. */

/** Every line is a greeting, thanks, or a name below a closing formula; and there are thanks. */
export function isThanksOnly(sentences: readonly string[]): boolean {
  const closing = sentences.findIndex(sentence => CLOSING.test(sentence))
  const said = sentences
    .slice(0, closing === -1 ? sentences.length : closing)
    .filter(one => !GREETING.test(one))
  const thanked = said.filter(thanks)
  const others = said.filter(one => !thanks(one) && !isName(one))
  return thanked.length > 0 && others.length === 0
}

function thanks(sentence: string): boolean {
  return THANKS.test(sentence) || THANKS_TO.test(sentence)
}

const GREETING =
  /^(?:bonjour|bonsoir|salut|hello|hi|hey|dear|cher|chere|madame|monsieur|mesdames|messieurs|good (?:morning|afternoon|evening))\b[^.!?]{0,40}[.,!]*$/
/** « Merci Claire », and no verb: « merci patienter » asks for something. */
const THANKS_TO = /^(?:thanks|thank you|thx|merci)(?: (?!\w*(?:er|ez)\b)[a-z'-]{2,15})?[ .!,]*$/
const CLOSING =
  /^(?:(?:bien |tres )?(?:cordialement|respectueusement)|cdl?t|bien a (?:vous|toi)|salutations|sinceres|(?:kind|best|warm) regards|regards|best|sincerely|yours|cheers(?! for)|(?:tres )?(?:bonne|belle) (?:journee|soiree|reception|continuation)|excellente journee|have a (?:nice|good))\b/
const THANKS =
  /^(?:(?:ok|oui|yes|parfait|perfect|great|d'accord|entendu|super|tres bien|c'est|message|mail|well|all|duly|bonjour|hi|hello|and|et|de|pour|of|the|it|bien|pris|je|nous|on|en|a|votre|your|ce|this|that|cette|vous|you|very|so|many|much|beaucoup|infiniment|d'avance|in advance|for|relance|rappel|reminder|information|informations|info|retour|reponse|reply|message|email|e-mail|prends|prenons|ai|avons|received|recue?|notee?|noted|note|got|merci|remercie|remercions|thanks|thank|thx|ty|understood|compris|acknowledged|bon(?:ne)?|belle|journee|soiree|week-?end|fin|semaine|have|nice|good|day|evening|a|bientot|cordialement|regards|best|kind|that's|thats|sir|madame|monsieur|team|all|again|encore|le|la|les|us|me|letting|cheers|j'accuse|accuse|accusons|reception|with|appreciated?|comprehension|patience|gentillesse|understanding|prompt|quick|know|telling|sending|this)[ ,.!:;)-]*)+$/

/** Up to three words, none of them long: a first name, a company, a title. */
function isName(sentence: string): boolean {
  return /^(?:[a-z'.-]{1,20} ?){1,3}$/.test(sentence) && !/\b(?:non|no|pas|not|jamais|never)\b/.test(sentence)
}
