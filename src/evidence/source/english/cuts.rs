//! Words that turn, limit or soften what a sentence says: what a quotation must not be cut off from.

use super::word_list::{WordList, words};

/// Negations that lost their apostrophe: `dont`.
pub const BARE_NEGATIONS: WordList = words![
    "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "wont", "wouldnt", "couldnt",
    "shouldnt", "cant", "havent", "hasnt", "hadnt", "aint",
];

/// Words that say the opposite of what they are about, beside the negations.
pub const OPPOSITES: WordList = words![
    "unable", "impossible", "unwilling", "unlikely", "reject", "rejects", "rejected", "rejecting",
    "doubt", "doubts", "doubted", "doubtful", "untrue", "false", "falsely", "lie", "myth",
    "fiction", "pretend", "pretends", "pretending", "fantasy", "dispute", "disputes", "disputed",
    "refute", "refutes", "refuted", "rebut", "rebuts", "rebutted",
];

/// Phrases that say the opposite of what they are about.
pub const OPPOSITE_PHRASES: WordList = words![
    "far from", "anything but", "rather than", "instead of", "opposed to", "failure to",
    "refusal to", "yet to", "too early to", "too soon to", "hard to believe",
    "difficult to believe", "stopped short of", "fell short of", "falls short of", "fall short of",
    "let alone", "much less", "inability to", "far cry from", "no question of", "in place of",
    "hard to accept", "difficult to accept", "hard to imagine", "difficult to imagine",
    "hard to see", "difficult to see", "ruled out", "rule out", "rules out", "ruling out",
    "no reason why", "no good reason why", "not see why", "don't see why", "can't see why",
    "cannot see why", "fail to see why", "fails to see why", "used to think", "used to believe",
    "used to say", "once thought", "once believed", "struggle to believe", "struggled to believe",
    "struggle to accept", "struggle to imagine", "struggle to see", "take a miracle to",
    "take a miracle for",
];

/// Phrases that say the opposite of a verb in `ing` after them: `held off signing`, not `held off the
/// storm`.
pub const PUT_OFF: WordList = words![
    "held off", "hold off", "holds off", "holding off", "put off", "puts off", "putting off",
    "shy away from", "shied away from", "shies away from", "back away from", "backed away from",
];

/// Words after one of those and before its verb: `held off on signing`.
pub const AFTER_PUT_OFF: WordList = words!["on", "from"];

/// Words that begin another clause, which a negation before them does not reach.
pub const CLAUSE_BREAKS: WordList = words![
    "and", "but", "or", "because", "while", "whereas", "which", "who", "although", "though",
];

/// Words by which `true` and its like are denied: `is not the case`.
pub const TRUTHS: WordList = words!["true", "right", "correct", "so", "case", "fact"];

/// Forms of `be` and their like after a clause that is itself the subject: `is a lie`.
pub const COPULAS: WordList = words!["is", "was", "are", "were", "seems", "remains", "would"];

/// Words that may turn a sentence round. For ellipses.
pub const MAY_TURN: WordList = words![
    "against", "few", "little", "too", "stop", "stops", "stopped", "stopping", "cease", "ceased",
    "avoid", "avoided", "avoids", "prevent", "prevents", "prevented", "oppose", "opposes", "opposed",
    "ban", "banned", "end", "ended", "quit", "less", "fewer", "resist", "resists", "resisted",
    "block", "blocks", "blocked", "pause", "pauses", "paused", "halt", "halts", "halted", "suspend",
    "suspends", "suspended", "shelve", "shelved", "scrap", "scraps", "scrapped", "drop", "drops",
    "dropped", "abandon", "abandons", "abandoned", "cancel", "cancels", "cancelled", "postpone",
    "postponed", "delay", "delays", "delayed", "veto", "vetoed", "reluctant", "unwilling", "loath",
    "loth", "slow", "hesitate", "hesitated", "hesitant", "pretend", "pretends", "pretended",
    "decline", "declines", "declined", "declining", "forget", "forgets", "forgot", "forgotten",
    "neglect", "neglects", "neglected", "omit", "omits", "omitted", "refrain", "refrained",
    "abstain", "abstained", "withdraw", "withdrew", "withdrawn", "discourage",
    "discouraged", "forbid", "forbids", "forbade", "forbidden", "prohibit", "prohibits",
    "prohibited", ];

/// Words after `not` by which it negates nothing: `not only`.
pub const AFTER_MERE_NOT: WordList = words!["only", "just", "merely", "simply", "least"];

/// Phrases with a negation in them that turn nothing round.
pub const MERE_PHRASES: WordList = words![
    "no doubt", "without doubt", "no question", "no matter", "make no mistake", "no wonder",
    "not least", "nothing less than", "nothing short of", "no less than", "no fewer than",
    "none other than", "not to mention", "not for the first time", "not the first time",
    "not the only", "not long ago", "not so long ago", "not far from", "no later than",
    "no stone unturned", "no sooner", "without question", "beyond doubt", "no exception",
    "cannot help", "can't help", "cannot believe", "can't believe", "couldn't believe",
    "whether or not", "or not", "if not", "never mind", "not a moment", "not before time",
    "no longer just", "no longer only", "couldn't agree more", "cannot stress", "cannot thank",
    "cannot wait", "can't wait", "nothing but", "no thanks to", "surprise nobody",
    "surprise no one", "surprises nobody", "surprises no one",
];

/// Words after a negation that take what follows for true all the same: `no surprise that`.
pub const FACTIVES: WordList = words![
    "surprise", "surprised", "surprisingly", "secret", "coincidence", "accident", "wonder",
    "forget", "forgot", "forgotten", "excuse", "know", "knew", "known", "realise", "realised", "realize", "understand",
    "appreciate", "notice", "noticed", "mention", "hide", "ignore", "escape", "overlook",
    "exaggeration", "hesitate", "hesitation", "matter", "mind", "wait", "why", "how", "what",
    "where", "regret", "apologise", "afraid", "ashamed", "easy", "hard", "difficult", "alone",
    "question", "surprising", "illusion", "illusions", "apology", "apologies",
];

/// Verbs and nouns whose object may be a whole clause: `believe that`.
pub const BEFORE_A_CLAUSE: WordList = words![
    "that", "think", "thinks", "thought", "believe", "believes", "believed", "say", "says", "said",
    "accept", "accepts", "agree", "agrees", "suggest", "suggests", "claim", "claims", "claimed",
    "argue", "argues", "imagine", "suppose", "expect", "expects", "mean", "means", "guarantee",
    "promise", "prove", "show", "shows", "convinced", "sure", "certain", "true", "deny", "denies",
    "denied", "doubt", "doubts", "doubted", "pretend", "assume", "case",
];

/// Small words between a negation and what it negates: `not a`, `never really`.
pub const LIGHT_WORDS: WordList = words![
    "a", "an", "the", "to", "be", "been", "being", "really", "very", "even", "yet", "any", "all",
    "that", "of", "so", "ever", "always", "fully", "simply", "for", "it", "its", "our", "their",
    "one", "quite", "now", "still", "actually", "truly", "yes", "longer", "in", "like", "as",
    "every", "each", "enough", "once", "before",
];

/// Verbs that make a clause of the words around them.
pub const FINITE_VERBS: WordList = words![
    "is", "are", "was", "were", "am", "has", "have", "had", "will", "would", "can", "could", "may",
    "might", "must", "shall", "should", "do", "does", "did", "cannot", "went", "came", "took",
    "gave", "knew", "saw", "fell", "rose", "works", "needs", "wants",
];

/// Endings that make a clause of a word: `we’re`.
pub const FINITE_ENDINGS: WordList = words!["'re", "'ve", "'ll", "'m", "'d"];

/// Auxiliaries and `to`, after which a verb follows that they govern.
pub const BEFORE_A_VERB: WordList = words![
    "to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "do", "does",
    "did", "be", "been", "is", "are", "was", "were", "has", "have", "had",
];

/// Pronouns that begin a clause as its subject.
pub const SUBJECTS: WordList = words![
    "i", "we", "you", "he", "she", "they", "it", "there", "this", "that", "these", "those", "nobody",
    "everyone", "everybody", "people",
];

/// Words that begin a condition, or a question whether something is so.
pub const IFS: WordList = words![
    "if", "unless", "whether", "provided", "providing", "assuming", "supposing", "lest",
];

/// Words before a condition at the start of a sentence.
pub const BEFORE_FRONTED_IF: WordList = words![
    "and", "but", "so", "then", "only", "now", "or", "because", "that",
];

/// Words that begin a condition of what may come to be, before a clause: `Once the owners pay,`.
pub const WHEN_IFS: WordList = words!["once", "till", "until"];

/// Auxiliaries of what is past.
pub const PAST_AUXILIARIES: WordList = words!["was", "were", "had", "did"];

/// Those of [`IFS`] that begin no such condition.
pub const NOT_FRONTED: WordList = words!["whether", "lest"];

/// Words between `if` and the end of a phrase that is only polite: `if I may`.
pub const IN_POLITE_IF: WordList = words!["i", "you"];

/// Words at the end of such a phrase.
pub const END_POLITE_IF: WordList = words!["may", "like", "will"];

/// Words before a condition after what depends on it: `but only if`.
pub const BEFORE_CONDITION: WordList = words!["but", "then"];

/// Words that begin a condition further on in a clause.
pub const LATER_CONDITIONS: WordList = words!["if", "unless", "until", "till", "pending"];

/// Words after `only` by which it makes no condition: `only because`.
pub const AFTER_MERE_ONLY: WordList = words!["because", "for"];

/// Words between a softener and what it softens: `some of the`.
pub const AFTER_SOFTENER: WordList = words!["of", "the", "our", "these", "those", "all"];

/// Words after a quotation that contrast it with something else: `| not words`.
pub const CONTRASTS: WordList = words!["not", "nor", "without", "rather", "instead", "opposed", "never"];

/// Words that begin a clause with another subject: `is a failure and ours is`.
pub const ADDS_A_CLAUSE: WordList = words!["and", "but", "while", "whereas"];

/// Words that begin a clause about the noun before them.
pub const RELATIVE_PRONOUNS: WordList = words!["that", "which", "who"];

/// Words that begin a condition after what depends on it: `only if`, `except when`.
pub const CONDITIONS_AFTER: WordList = words![
    "if", "unless", "provided", "providing", "assuming", "except", "only", "until", "till", "pending",
    "lest",
];

/// Words for a time that ends when a condition is met.
pub const UNTILS: WordList = words!["until", "till", "pending"];

/// Words after `until` by which it is met already, or again and again.
pub const AFTER_MERE_UNTIL: WordList = words!["then", "now", "recently", "today"];

/// Words of what is not or may not be for a time, as a negation says it: `The pier stays shut until`.
pub const AS_IF_DENIED: WordList = words![
    "shut", "closed", "banned", "barred", "suspended", "paused", "halted", "stopped", "grounded",
    "blocked", "frozen", "forbidden", "prohibited", "illegal", "unlawful", "unsafe", "empty", "dark",
    "locked", "withheld", "delayed", "postponed", "shelved", "wait", "waits", "waiting", "stay",
    "stays", "staying", "remain", "remains", "remaining", "keep", "keeps", "keeping", "continue",
    "continues", "stands", "applies", "apply", "ban", "bans", "bar", "suspend", "suspends", "pause",
    "halt", "halts", "block", "blocks", "freeze", "refuse", "refuses", "refused", "resist", "withhold",
    "withholds", "delay", "delays", "postpone", "off-limits", "unavailable", "idle", "offline",
];

/// Phrases that begin a condition on either side.
pub const CONDITION_PHRASES: WordList = words![
    "as long as", "so long as", "in case", "on condition", "subject to", "depending on", "but only",
    "apart from", "other than", "with the exception", "save for", "save one", "save that", "save in",
    "save where", "save when", "bar one", "excluding", "on the condition",
    "only if", "only when", "in the event", "when and only when", "on the understanding",
    "on the basis that", "on the proviso", "with the proviso", "barring", "weather permitting",
    "funds permitting", "time permitting", "failing that", "if at all", "contingent on",
    "contingent upon", "conditional on", "conditional upon", "dependent on", "dependent upon",
    "over my dead body", "when hell freezes",
];

/// Words before `if` that make no condition of it: `even if`, `see if`.
pub const BEFORE_MERE_IF: WordList = words![
    "even", "as", "what", "see", "ask", "asks", "asked", "know", "wonder", "wondered", "check", "tell",
    "sure", "clear", "unclear",
];

/// Words after `if` that make no condition of it: `if not`, `if anything`.
pub const AFTER_MERE_IF: WordList = words!["not", "anything", "ever", "only"];

/// Words before a number that are a bound or a hedge of it, and ends of phrases that are.
pub const BEFORE_BOUNDED: WordList = words![
    "nearly", "almost", "about", "around", "roughly", "approximately", "some", "over", "under",
    "estimated", "circa", "perhaps", "maybe", "possibly", "probably", "below", "above",
];

/// Phrases before a number that are a bound of it.
pub const BOUND_PHRASES: WordList = words![
    "up to", "fewer than", "less than", "more than", "at least", "at most", "close to", "as many as",
    "as much as", "as few as", "as little as", "next to", "in excess of", "upwards of",
];

/// Words before a clause that say of how much, how surely or how often it is so: `some of`.
pub const SOFTENERS: WordList = words![
    "some", "few", "many", "most", "half", "part", "several", "perhaps", "possibly", "maybe",
    "probably", "allegedly", "apparently", "reportedly", "supposedly", "seemingly", "potentially",
    "sometimes", "occasionally", "partly", "theoretically", "nearly", "almost", "only",
];

/// Modal verbs that leave open whether something is so.
pub const OPEN_MODALS: WordList = words!["may", "might", "could"];

/// Verbs by which a clause is hoped, feared or claimed and not said to be so.
pub const NOT_SAID_TO_BE_SO: WordList = words![
    "hope", "hopes", "hoped", "wish", "wishes", "wished", "fear", "fears", "feared", "suspect",
    "suspects", "suspected", "claim", "claims", "claimed", "claiming", "allege", "alleges",
    "alleged", "alleging", "imagine", "suppose", "gather", "gathers", "presume", "presumes",
];

/// Words that take a claim back after it was made: `, they claim`, `, in theory`.
pub const TAKEN_BACK: WordList = words![
    "claim", "claims", "claimed", "allege", "alleges", "alleged", "supposedly", "allegedly",
    "apparently", "reportedly", "theory", "perhaps", "maybe", "hopefully", "possibly", "hope",
    "hopes", "gather", "understand", "presume", "suppose", "hear",
];

/// Hedges and modals that an ellipsis may not take away unsaid.
pub const LOST_HEDGES: WordList = words![
    "may", "might", "could", "would", "should", "must", "perhaps", "possibly", "probably", "likely",
    "maybe", "allegedly", "alleged", "suspected", "potential", "potentially", "reportedly",
    "apparently", "supposedly", "nearly", "almost", "roughly", "approximately", "estimated",
    "sometimes", "seem", "seems", "seemed", "appear", "appears", "appeared", "partly",
    "considering", "consider", "considers",
];

/// Verbs before `to` that say less than the verb after it: `tried to`.
pub const WEAKER_BEFORE_TO: WordList = words![
    "want", "wants", "wanted", "try", "tries", "tried", "trying", "hope", "hopes", "hoped", "hoping",
    "plan", "plans", "planned", "planning", "aim", "aims", "aimed", "intend", "intends", "intended",
    "ought", "need", "needs", "needed", "going", "threatened", "threaten", "promise", "promised",
    "attempt", "attempted", "wish", "wishes", "like", "supposed", "expected", "due", "ready",
    "willing", "able",
];

/// Modal verbs, which brackets in a quotation may not replace.
pub const MODALS: WordList = words![
    "may", "might", "could", "can", "should", "must", "shall", "ought",
];

/// Words for how many or how much, which brackets in a quotation may not replace.
pub const QUANTITIES: WordList = words![
    "several", "all", "every", "each", "both", "fewer", "less", "more", "little", "half",
];

/// Pronouns, for which brackets in a quotation may stand.
pub const PRONOUNS: WordList = words![
    "i", "me", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "who", "whom",
    "this", "that", "these", "those", "there", "here", "one", "himself", "herself", "itself",
    "themselves", "ourselves", "mine", "ours", "yours", "theirs", "hers",
];

/// Determiners, for which brackets in a quotation may stand.
pub const DETERMINERS: WordList = words![
    "a", "an", "the", "my", "our", "your", "his", "her", "its", "their", "this", "that", "these",
    "those",
];

/// Determiners of one thing, whose noun brackets may not make a plural.
pub const SINGULAR: WordList = words!["a", "an", "one", "this", "that", "every", "each", "another"];

/// What an apostrophe joins to the word before it: `it’s`.
pub const CONTRACTED: WordList = words!["s", "re", "ve", "ll", "d", "m"];

/// Verbs that turn round what they take with `to`: `failed to act`, but not `failed the crews`.
pub const TURNS_BEFORE_TO: WordList = words![
    "fail", "fails", "failed", "failing", "decline", "declines", "declined", "declining", "neglect",
    "neglects", "neglected", "forget", "forgets", "forgot", "omit", "omits", "omitted", "cease",
    "ceases", "ceased",
];

/// Words that deny what it would be so to say: `wrong to suggest that`.
pub const TURNS_BEFORE_TO_SAY: WordList = words![
    "wrong", "absurd", "ridiculous", "nonsense", "rubbish", "misleading", "dishonest", "premature",
    "disingenuous", "unfair", "inaccurate", "incorrect", "irresponsible", "mistake", "outrageous",
    "foolish", "naive", "mistaken", "unhelpful",
];

/// Words by which there is hardly anything: `few people`.
pub const SCARCE: WordList = words!["few", "little"];

/// Words before them by which there is something: `a few people`.
pub const BEFORE_SOME_FEW: WordList = words![
    "a", "the", "last", "next", "past", "first", "these", "those", "our", "my", "his", "her",
    "their", "every", "quite", "your",
];

/// Words after a negation that take a clause for true, but not what they take with `to`: `not right that`.
pub const EVALUATIONS: WordList = words![
    "right", "fair", "acceptable", "good", "enough", "tolerable", "reasonable", "normal", "just",
    "satisfactory",
];

/// Those of [`SUBJECTS`] that are nothing else.
pub const SURE_SUBJECTS: WordList = words![
    "i", "we", "you", "he", "she", "they", "it", "nobody", "everyone", "everybody",
];

/// Past forms of verbs that do not end in `ed`.
pub const PAST_FORMS: WordList = words![
    "went", "came", "took", "gave", "made", "got", "knew", "saw", "lost", "won", "fell", "rose",
    "told", "said", "found", "left", "kept", "met", "paid", "spent", "built", "brought", "bought",
    "thought", "sent", "stood", "ran", "held", "led", "felt", "began", "broke", "chose", "drove",
    "grew", "hid", "hit", "put", "set", "cut", "let", "spoke", "stole", "wrote", "understood",
    "became", "sought", "taught", "caught", "heard", "read", "meant", "dealt", "fed", "forgot",
    "hung", "laid", "lay", "lent", "lit", "rode", "sank", "sold", "shut", "slept", "swore", "threw",
    "tore", "woke", "wore", "withdrew", "overcame", "undertook",
];

/// Those of [`PAST_FORMS`] that are the same in the present.
pub const UNCHANGED_FORMS: WordList = words!["cut", "hit", "let", "put", "read", "set", "shut"];

/// Words that end in `ed` and are no past forms.
pub const NO_PAST_FORMS: WordList = words![
    "indeed", "hundred", "exceed", "proceed", "succeed", "speed", "breed", "unprecedented",
    "sacred", "naked", "wicked",
];

/// Words that begin a phrase about a thing, before which `to` takes no verb.
pub const BEFORE_A_NOUN: WordList = words![
    "a", "an", "the", "my", "our", "your", "his", "her", "its", "their", "this", "that", "these",
    "those", "any", "some", "all", "every", "each", "both", "no", "another", "such", "me", "us",
    "him", "them", "you", "it",
];

/// Words that take a verb with `to`: `no plans to`.
pub const BEFORE_AN_INFINITIVE: WordList = words![
    "able", "ready", "willing", "prepared", "going", "allowed", "position", "plan", "plans",
    "intention", "intentions", "need", "reason", "reasons", "chance", "way", "time", "want", "wish",
    "trying", "expected", "right", "enough", "desire", "attempt", "power", "powers", "obliged",
    "obligation", "duty", "appetite", "case", "here", "supposed", "designed", "meant", "likely",
    "set", "due", "happy", "content", "minded", "come", "sense", "grounds", "point", "use",
];

/// Words by which a negation makes a superlative: `never been | prouder`.
pub const COMPARATIVES: WordList = words![
    "more", "better", "greater", "worse", "prouder", "happier", "clearer", "stronger", "harder",
    "higher", "bigger", "closer", "faster", "safer", "easier", "larger", "deeper", "bolder", "such",
    "so",
];

/// Negations that make a superlative of a comparative just after them.
pub const NEVER: WordList = words!["never", "nobody", "nothing", "nowhere"];

/// Words that may be before a negation that opens its sentence: `Under no circumstances`.
pub const BEFORE_FRONTED: WordList = words![
    "and", "but", "so", "that", "because", "under", "at", "in", "by", "on", "for", "yet", "then",
    "very", "almost", "virtually", "practically",
];

/// Words with which a clause goes on after an aside: `I do not think, frankly, that`.
pub const AFTER_ASIDE: WordList = words!["that", "to"];

/// Verbs that prevent what they take with `from`: `stopped the crew from | sailing`.
pub const PREVENTING: WordList = words![
    "prevent", "prevents", "prevented", "preventing", "stop", "stops", "stopped", "stopping", "ban",
    "bans", "banned", "banning", "bar", "bars", "barred", "keep", "keeps", "kept", "block",
    "blocks", "blocked", "deter", "deters", "deterred", "discourage", "discourages", "discouraged",
    "refrain", "refrains", "refrained", "protect", "protects", "protected", "save", "saves",
    "saved", "spare", "prohibit", "prohibits", "prohibited",
];

/// Those of [`IFS`] that are also participles: `the boats provided by`.
pub const PARTICIPLES_FOR_IF: WordList = words!["provided", "providing", "assuming", "supposing"];

/// Verbs that make a condition before their subject: `Had we known,`.
pub const INVERTED_IFS: WordList = words!["had", "were", "should"];

/// Phrases that make a condition of what is lacking or needed: `Without lights, | boats will sink`.
pub const LACKING: WordList = words![
    "without", "but for", "in the absence of", "were it not for", "if not for", "absent", "failing",
    "given enough", "given the right", "given more", "given time", "with enough", "with the right",
    "with more", "with proper", "with better", "with luck",
];

/// Verbs of what may come to be, which such a phrase makes a condition of.
pub const CONTINGENT: WordList = words![
    "will", "would", "could", "might", "may", "cannot", "can", "shall", "won't", "can't",
    "wouldn't", "couldn't",
];

/// Words that begin a clause which a condition before does not reach.
pub const TURNS_AWAY: WordList = words![
    "but", "although", "though", "because", "while", "whereas", "yet",
];

/// Words between a modal verb and the verb that it softens: `may well have`.
pub const BETWEEN_MODAL_AND_VERB: WordList = words![
    "be", "been", "have", "has", "well", "soon", "also", "yet", "still", "even", "now", "just",
    "that", "then", "very",
];

/// Words before `to` that leave open whether something is so: `seems to`.
pub const UNSURE_BEFORE_TO: WordList = words![
    "seem", "seems", "seemed", "appear", "appears", "appeared", "said", "believed", "thought",
    "alleged", "understood", "reported", "rumoured", "claimed", "supposed", "likely", "tend",
    "tends", "tended", "purport", "purports", "pretend", "pretends",
];

/// Phrases that limit the clause after their comma: `In theory, | the boats are lit`.
pub const LIMITING_OPENERS: WordList = words![
    "in theory", "in principle", "on paper", "at best", "at worst", "in part", "to some extent",
    "perhaps", "maybe", "arguably", "allegedly", "reportedly", "apparently", "hopefully", "ideally",
    "possibly", "potentially", "supposedly", "theoretically", "in some cases", "in many cases",
    "in some areas", "in some places", "sometimes", "occasionally", "on the face of it",
    "on current trends", "on current plans", "on present trends", "all being well",
    "in an ideal world", "other things being equal", "at first sight", "as a last resort",
    "in extremis", "in an emergency", "in the worst case", "in exceptional cases",
];

/// Phrases that limit the clause before them: `The boats are lit | in theory`.
pub const LIMITS_AFTER: WordList = words![
    "in theory", "in principle", "on paper", "at best", "in part", "to some extent", "to a degree",
    "up to a point", "in some cases", "in some areas", "in some places", "for the most part",
    "some of the time", "at most", "as a last resort", "in extremis", "in the worst case",
    "in exceptional cases", "only in an emergency", "on occasion", "from time to time",
    "in an ideal world", "in a perfect world", "in a world",
];

/// Phrases that begin a condition further on in a clause.
pub const LATER_CONDITION_PHRASES: WordList = words![
    "as long as", "so long as", "on condition", "on the condition", "subject to", "only if",
    "only when", "provided that", "providing that", "assuming that",
];

/// Words for a clause before, of which something is said: `, but that | is a lie`.
pub const POINTS_BACK: WordList = words!["that", "this", "it", "which"];

/// Verbs by which others say, think or expect something.
pub const SAYING: WordList = words![
    "say", "says", "said", "saying", "tell", "tells", "told", "telling", "argue", "argues",
    "argued", "arguing", "think", "thinks", "thought", "believe", "believes", "believed",
    "believing", "suggest", "suggests", "suggested", "suggesting", "insist", "insists", "insisted",
    "maintain", "maintains", "maintained", "assert", "asserts", "asserted", "imply", "implies",
    "implied", "reckon", "reckons", "feel", "feels", "complain", "complains", "complained", "boast",
    "boasts", "boasted", "warn", "warns", "warned", "predict", "predicts", "predicted", "expect",
    "expects", "expected", "promise", "promises", "promised", "assure", "assures", "assured",
    "inform", "informs", "informed", "advise", "advises", "advised", "hear", "hears", "heard",
];

/// Nouns and adjectives before `that` by which something is said, thought or possible.
pub const CLAIMS: WordList = words![
    "idea", "ideas", "claim", "claims", "suggestion", "suggestions", "notion", "allegation",
    "allegations", "accusation", "accusations", "assertion", "assertions", "argument", "belief",
    "assumption", "possibility", "rumour", "rumours", "perception", "impression", "theory",
    "charge", "view", "risk", "danger", "chance", "prospect", "likelihood", "suspicion", "pledge",
    "promise", "pretence", "possible", "likely", "probable", "conceivable", "chances", "odds",
];

/// Participles by which a subject hears what others say: `I was told`.
pub const TOLD: WordList = words![
    "told", "said", "claimed", "alleged", "believed", "thought", "reported", "suggested", "argued",
    "informed", "advised", "assured", "warned", "led", "given",
];

/// Words between a subject and its verb of saying: `I have to say`.
pub const BEFORE_OWN_VERB: WordList = words![
    "have", "has", "had", "been", "be", "am", "was", "were", "is", "are", "being", "would", "will",
    "should", "could", "can", "may", "might", "must", "shall", "do", "did", "does", "to", "want",
    "wants", "wanted", "like", "need", "always", "often", "also", "just", "only", "never", "ever",
    "not", "again", "going", "trying", "wish", "love", "hear", "don't", "cannot", "can't",
    "couldn't", "didn't",
];

/// Subjects by which somebody says what they hold themselves.
pub const OWN_SUBJECTS: WordList = words![
    "i", "we", "i'm", "i've", "i'll", "i'd", "we're", "we've", "we'll", "we'd",
];

/// Nouns before `of` by which only a part of something is meant: `a handful of`.
pub const PORTIONS: WordList = words![
    "handful", "minority", "fraction", "number", "portion", "proportion", "percentage", "majority",
    "quarter", "third", "part", "half",
];

/// Shares before `of`, which what is quoted is only a part of: `a third of | our boats`.
pub const SHARES: WordList = words![
    "half", "halves", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "sixth", "sixths",
    "eighth", "eighths", "tenth", "tenths", "cent", "percent", "fraction", "minority", "handful",
    "share", "proportion",
];

/// Words between the two ends of a range: `between 3 | and 5`.
pub const RANGES: WordList = words!["and", "to", "or"];

/// Words that open an indirect question, which a negation takes for true: `no illusion about how`.
pub const QUESTION_WORDS: WordList = words![
    "how", "what", "why", "where", "when", "who", "which", "whose",
];

/// Negations that open a sentence whose verb comes before its subject.
pub const INVERTING: WordList = words![
    "never", "nowhere", "rarely", "seldom", "hardly", "scarcely", "barely",
];

/// Phrases after one of those by which it is none: `as long as it takes`.
pub const NO_CONDITION: WordList = words!["it takes", "is needed", "possible"];

/// Verbs against what somebody means to do: `oppose the plan to | build`.
pub const OPPOSING: WordList = words![
    "oppose", "opposes", "opposed", "opposing", "resist", "resists", "resisted", "fight", "fights",
    "fought", "block", "blocked", "reject", "rejects", "rejected", "condemn", "condemns",
    "condemned",
];

/// Nouns for what somebody means to do.
pub const MEANT: WordList = words![
    "attempt", "attempts", "plan", "plans", "proposal", "proposals", "move", "moves", "bid", "bids",
    "effort", "efforts", "decision", "idea", "suggestion", "call", "calls", "demand", "demands",
    "pressure",
];

/// Those whom a speaker hopes to move: `I hope you will`.
pub const ADDRESSED: WordList = words!["you", "everyone", "everybody", "people", "all"];

/// Words that open a request, which a condition may be before: `If you see it, please call`.
pub const REQUESTS: WordList = words!["please"];

/// Those to whom others say something: `told me | the boats are safe`.
pub const TOLD_TO: WordList = words!["me", "us", "him", "her", "them"];

/// Prepositions before what there is no case for doing: `no intention of | closing`.
pub const BEFORE_A_GERUND: WordList = words!["of", "for"];

/// Phrases before those whose view it is: `According to the board, | the boats are lit`.
pub const ACCORDING: WordList = words![
    "according to", "in the view of", "in the opinion of", "in the words of", "in the eyes of",
];

/// Verbs before `of` by which something is said to have been done: `accused of | lying`.
pub const ACCUSING: WordList = words![
    "accuse", "accuses", "accused", "accusing", "suspect", "suspects", "suspected", "cleared",
    "acquitted",
];

/// Those of [`SOFTENERS`] that soften a verb just after them: `was apparently | hit`.
pub const SOFT_ADVERBS: WordList = words![
    "perhaps", "possibly", "maybe", "probably", "allegedly", "apparently", "reportedly",
    "supposedly", "seemingly", "potentially",
];

/// Words that begin a clause of time, which a negation before them does not reach.
pub const WHENS: WordList = words!["when", "after", "since", "until", "whether", "why", "how"];

/// Verbs by which a claim is put aside: `dismissed claims that`.
pub const DISMISSING: WordList = words![
    "dismiss", "dismisses", "dismissed", "dismissing", "rebuff", "rebuffed", "scotched", "quashed",
    "wrong", "repudiated", "contradicted", "against",
];

/// Prepositions after which a thing may be what a negation before them denies: `no evidence of`.
pub const NEAR: WordList = words!["of", "for", "to", "as"];

/// Negations that may be the subject of a clause or belong to it: `nobody had been`.
pub const NO_SUBJECTS: WordList = words!["no", "nobody", "none", "nothing", "neither", "few"];

/// Words by which brackets limit or strengthen what is said: `[only]`.
pub const LIMITING: WordList = words![
    "only", "always", "all", "some", "most", "many", "few", "several", "every", "each", "both",
    "half", "allegedly", "almost", "nearly", "sometimes", "often", "usually", "mostly", "mainly",
    "partly", "fully", "entirely", "completely", "totally", "reportedly", "apparently", "perhaps",
    "possibly", "probably", "supposedly", "if", "unless", "until", "except", "just", "merely",
    "even", "again", "twice", "more", "less", "fewer", "ever", "rarely", "hardly",
];

/// Words for a time, which a date in brackets may explain: `that month [May]`.
pub const TIME_WORDS: WordList = words![
    "month", "months", "year", "years", "week", "weeks", "weekend", "day", "days", "today", "tonight",
    "tomorrow", "yesterday", "then", "date", "morning", "evening", "night", "spring",
    "summer", "autumn", "winter", "christmas", "easter", "when", "since", "ago", "recently", "time",
    "term", "season", "quarter", "decade", "century",
];

/// Words after a negation that take the clause after their `that` for true: `did not admit that`.
pub const FACTIVES_BEFORE_THAT: WordList = words![
    "admit", "admits", "admitted", "concede", "concedes", "conceded", "acknowledge", "acknowledges",
    "acknowledged", "reveal", "reveals", "revealed", "disclose", "discloses", "disclosed", "care",
    "cares", "cared", "help", "helps", "helped", "lost", "happy", "glad", "pleased", "proud",
    "content", "sorry", "sad", "like", "let", "remember", "remembered", "see", "saw", "seen",
    "realising", "aware", "tolerate", "accident", "unaware", "comfortable",
];

/// Verbs of giving news, whose clause is taken for true if somebody was not given it: `did not tell us
/// that`.
pub const TELLING: WordList = words![
    "tell", "tells", "told", "warn", "warns", "warned", "inform", "informs", "informed", "notify",
    "notified", "alert", "alerted", "remind", "reminded",
];

/// Nouns whose clause says what they are: `the evidence that`.
pub const SAID_OF: WordList = words![
    "evidence", "proof", "sign", "signs", "fact", "news", "point", "intention", "aim", "hint",
    "indication", "reason", "problem", "conclusion", "finding", "guarantee", "case", "message",
    "story", "line", "excuse", "explanation", "condition", "wish", "hope", "fear", "opinion",
];
