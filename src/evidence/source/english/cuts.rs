//! Words that turn, limit or soften what a sentence says: what a quotation must not be cut off from.

/// Negations that lost their apostrophe: `dont`.
pub const BARE_NEGATIONS: &[&str] = &[
    "dont", "doesnt", "didnt", "isnt", "arent", "wasnt", "werent", "wont", "wouldnt", "couldnt",
    "shouldnt", "cant", "havent", "hasnt", "hadnt", "aint",
];

/// Words that say the opposite of what they are about, beside the negations.
pub const OPPOSITES: &[&str] = &[
    "unable", "impossible", "unwilling", "unlikely", "reject", "rejects",
    "rejected", "rejecting", "doubt", "doubts", "doubted", "doubtful", "untrue", "false", "falsely",
    "wrong", "wrongly", "lie", "myth", "nonsense", "fiction", "rubbish", "absurd", "pretend",
    "pretends", "pretending",
];

/// Phrases that say the opposite of what they are about.
pub const OPPOSITE_PHRASES: &[&str] = &[
    "far from", "anything but", "rather than", "instead of", "opposed to", "failure to", "refusal to",
];

/// Words that begin another clause, which a negation before them does not reach.
pub const CLAUSE_BREAKS: &[&str] = &[
    "and", "but", "or", "because", "while", "whereas", "which", "who", "although", "though",
];

/// Words by which `true` and its like are denied: `is not the case`.
pub const TRUTHS: &[&str] = &["true", "right", "correct", "so", "case", "fact"];

/// Forms of `be` and their like after a clause that is itself the subject: `is a lie`.
pub const COPULAS: &[&str] = &["is", "was", "are", "were", "seems", "remains", "would"];

/// Words that may turn a sentence round. For ellipses.
pub const MAY_TURN: &[&str] = &[
    "against", "few", "little", "too", "stop", "stops", "stopped", "stopping", "cease", "ceased",
    "avoid", "avoided", "avoids", "prevent", "prevents", "prevented", "oppose", "opposes", "opposed",
    "ban", "banned", "end", "ended", "quit", "less", "fewer",
];

/// Words after `not` by which it negates nothing: `not only`.
pub const AFTER_MERE_NOT: &[&str] = &["only", "just", "merely", "simply", "least"];

/// Phrases with a negation in them that turn nothing round.
pub const MERE_PHRASES: &[&str] = &["no doubt", "without doubt", "no question", "no matter"];

/// Words after a negation that take what follows for true all the same: `no surprise that`.
pub const FACTIVES: &[&str] = &[
    "surprise", "surprised", "surprising", "surprisingly", "secret", "coincidence", "accident",
    "wonder", "forget", "forgotten", "know", "knew", "known", "realise", "realised", "realize",
    "understand", "appreciate", "notice", "noticed", "mention", "hide", "ignore", "escape",
    "overlook", "exaggeration", "hesitate", "hesitation", "matter", "mind", "question", "wait",
    "help", "enough", "why", "how", "what", "where", "regret", "apologise", "afraid", "ashamed",
];

/// Verbs and nouns whose object may be a whole clause: `believe that`.
pub const BEFORE_A_CLAUSE: &[&str] = &[
    "that", "think", "thinks", "thought", "believe", "believes", "believed", "say", "says", "said",
    "accept", "accepts", "agree", "agrees", "suggest", "suggests", "claim", "claims", "claimed",
    "argue", "argues", "imagine", "suppose", "expect", "expects", "mean", "means", "guarantee",
    "promise", "prove", "show", "shows", "convinced", "sure", "certain", "true", "deny", "denies",
    "denied", "doubt", "doubts", "doubted", "pretend", "assume", "case",
];

/// Small words between a negation and what it negates: `not a`, `never really`.
pub const LIGHT_WORDS: &[&str] = &[
    "a", "an", "the", "to", "be", "been", "being", "really", "very", "even", "yet", "any", "all",
    "that", "of", "so", "ever", "always", "fully", "simply", "for", "it", "its", "our", "their",
    "one", "quite", "now", "still", "actually", "truly", "yes", "longer", "in", "like", "as",
];

/// Verbs that make a clause of the words around them.
pub const FINITE_VERBS: &[&str] = &[
    "is", "are", "was", "were", "am", "has", "have", "had", "will", "would", "can", "could", "may",
    "might", "must", "shall", "should", "do", "does", "did", "cannot", "went", "came", "took", "gave",
    "made", "got", "knew", "saw", "lost", "won", "fell", "rose", "works", "needs", "wants",
];

/// Endings that make a clause of a word: `we’re`.
pub const FINITE_ENDINGS: &[&str] = &["'re", "'ve", "'ll", "'m", "'d"];

/// Auxiliaries and `to`, after which a verb follows that they govern.
pub const BEFORE_A_VERB: &[&str] = &[
    "to", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "do", "does",
    "did", "be", "been", "is", "are", "was", "were", "has", "have", "had",
];

/// Pronouns that begin a clause as its subject.
pub const SUBJECTS: &[&str] = &[
    "i", "we", "you", "he", "she", "they", "it", "there", "this", "that", "these", "those", "nobody",
    "everyone", "everybody", "people",
];

/// Words that begin a condition, or a question whether something is so.
pub const IFS: &[&str] = &[
    "if", "unless", "whether", "provided", "providing", "assuming", "supposing", "lest",
];

/// Words before a condition at the start of a sentence.
pub const BEFORE_FRONTED_IF: &[&str] = &["and", "but", "so", "then", "only", "now"];

/// Those of [`IFS`] that begin no such condition.
pub const NOT_FRONTED: &[&str] = &["whether", "lest"];

/// Words between `if` and the end of a phrase that is only polite: `if I may`.
pub const IN_POLITE_IF: &[&str] = &["i", "you"];

/// Words at the end of such a phrase.
pub const END_POLITE_IF: &[&str] = &["may", "like", "will"];

/// Words before a condition after what depends on it: `but only if`.
pub const BEFORE_CONDITION: &[&str] = &["but", "then"];

/// Words that begin a condition further on in a clause.
pub const LATER_CONDITIONS: &[&str] = &["if", "unless", "provided"];

/// Words after `only` by which it makes no condition: `only because`.
pub const AFTER_MERE_ONLY: &[&str] = &["because", "for"];

/// Words between a softener and what it softens: `some of the`.
pub const AFTER_SOFTENER: &[&str] = &["of", "the", "our", "these", "those", "all"];

/// Words after a quotation that contrast it with something else: `| not words`.
pub const CONTRASTS: &[&str] = &["not", "nor", "without", "rather", "instead", "opposed", "never"];

/// Words after `never` that make it stronger: `never been | more proud`.
pub const AFTER_STRONG_NEVER: &[&str] = &["more", "such", "so", "better", "worse"];

/// Words that begin a clause with another subject: `is a failure and ours is`.
pub const ADDS_A_CLAUSE: &[&str] = &["and", "but", "while", "whereas"];

/// Words that begin a clause about the noun before them.
pub const RELATIVE_PRONOUNS: &[&str] = &["that", "which", "who"];

/// Words that begin a condition after what depends on it: `only if`, `except when`.
pub const CONDITIONS_AFTER: &[&str] = &[
    "if", "unless", "provided", "providing", "assuming", "except", "only", "until", "lest",
];

/// Phrases that begin a condition on either side.
pub const CONDITION_PHRASES: &[&str] = &[
    "as long as", "so long as", "in case", "on condition", "subject to", "depending on", "but only",
    "but not", "apart from", "other than",
];

/// Words before `if` that make no condition of it: `even if`, `see if`.
pub const BEFORE_MERE_IF: &[&str] = &[
    "even", "as", "what", "see", "ask", "asks", "asked", "know", "wonder", "wondered", "check", "tell",
    "sure", "clear", "unclear",
];

/// Words after `if` that make no condition of it: `if not`, `if anything`.
pub const AFTER_MERE_IF: &[&str] = &["not", "anything", "ever", "only"];

/// Words before a number that are a bound or a hedge of it, and ends of phrases that are.
pub const BEFORE_BOUNDED: &[&str] = &[
    "nearly", "almost", "about", "around", "roughly", "approximately", "some", "over", "under",
    "estimated", "circa", "perhaps", "maybe", "possibly", "probably", "below", "above",
];

/// Phrases before a number that are a bound of it.
pub const BOUND_PHRASES: &[&str] = &[
    "up to", "fewer than", "less than", "more than", "at least", "at most", "close to", "as many as",
    "as much as", "as few as", "as little as", "next to", "in excess of", "upwards of",
];

/// Words before a clause that say of how much, how surely or how often it is so: `some of`.
pub const SOFTENERS: &[&str] = &[
    "some", "few", "many", "most", "half", "part", "several", "perhaps", "possibly", "maybe",
    "probably", "allegedly", "apparently", "reportedly", "supposedly", "seemingly", "potentially",
    "sometimes", "occasionally", "partly", "theoretically", "nearly", "almost",
];

/// Modal verbs that leave open whether something is so.
pub const OPEN_MODALS: &[&str] = &["may", "might", "could"];

/// Verbs by which a clause is hoped, feared or claimed and not said to be so.
pub const NOT_SAID_TO_BE_SO: &[&str] = &[
    "hope", "hopes", "hoped", "wish", "wishes", "wished", "fear", "fears", "feared", "suspect",
    "suspects", "suspected", "claim", "claims", "claimed", "claiming", "allege", "alleges", "alleged",
    "alleging", "imagine", "suppose",
];

/// Words that take a claim back after it was made: `, they claim`, `, in theory`.
pub const TAKEN_BACK: &[&str] = &[
    "claim", "claims", "claimed", "allege", "alleges", "alleged", "supposedly", "allegedly",
    "apparently", "reportedly", "theory", "perhaps", "maybe", "hopefully", "possibly",
];

/// Hedges and modals that an ellipsis may not take away unsaid.
pub const LOST_HEDGES: &[&str] = &[
    "may", "might", "could", "would", "should", "must", "perhaps", "possibly", "probably", "likely",
    "maybe", "allegedly", "alleged", "suspected", "potential", "potentially", "reportedly",
    "apparently", "supposedly", "nearly", "almost", "roughly", "approximately", "estimated",
    "sometimes", "seem", "seems", "seemed", "appear", "appears", "appeared", "partly",
];

/// Verbs before `to` that say less than the verb after it: `tried to`.
pub const WEAKER_BEFORE_TO: &[&str] = &[
    "want", "wants", "wanted", "try", "tries", "tried", "trying", "hope", "hopes", "hoped", "hoping",
    "plan", "plans", "planned", "planning", "aim", "aims", "aimed", "intend", "intends", "intended",
    "ought", "need", "needs", "needed", "going", "threatened", "threaten", "promise", "promised",
    "attempt", "attempted", "wish", "wishes", "like", "supposed", "expected", "due", "ready",
    "willing", "able",
];

/// Modal verbs, which brackets in a quotation may not replace.
pub const MODALS: &[&str] = &[
    "may", "might", "could", "can", "should", "must", "shall", "ought",
];

/// Words for how many or how much, which brackets in a quotation may not replace.
pub const QUANTITIES: &[&str] = &[
    "several", "all", "every", "each", "both", "fewer", "less", "more", "little", "half",
];

/// Pronouns, for which brackets in a quotation may stand.
pub const PRONOUNS: &[&str] = &[
    "i", "me", "we", "us", "you", "he", "him", "she", "her", "it", "they", "them", "who", "whom",
    "this", "that", "these", "those", "there", "here", "one", "himself", "herself", "itself",
    "themselves", "ourselves", "mine", "ours", "yours", "theirs", "hers",
];

/// Determiners, for which brackets in a quotation may stand.
pub const DETERMINERS: &[&str] = &[
    "a", "an", "the", "my", "our", "your", "his", "her", "its", "their", "this", "that", "these",
    "those",
];

/// Determiners of one thing, whose noun brackets may not make a plural.
pub const SINGULAR: &[&str] = &["a", "an", "one", "this", "that", "every", "each", "another"];

/// What an apostrophe joins to the word before it: `it’s`.
pub const CONTRACTED: &[&str] = &["s", "re", "ve", "ll", "d", "m"];
