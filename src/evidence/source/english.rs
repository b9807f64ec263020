//! Every English word that the evidence layer knows, in lists by what the words do.
//!
//! The code names a list and never a word of it, so this file shows what English the program
//! knows. Only the single words of a fixed phrase (`out of`, `per cent`) are in the code that reads
//! the phrase. Lists are in lower case, and so is what is looked up in them, except for the lists
//! of words whose case counts.

// Who speaks.

/// Verbs that give speech to their subject: `said Vale`. For attribution, as the lists up to
/// [`NO_LABELS`].
pub const SPEECH_VERBS: &[&str] = &[
    "said", "says", "say", "saying", "told", "tells", "tell", "telling", "added", "adds", "add",
    "adding", "warned", "warns", "warn", "warning", "replied", "replies", "reply", "replying",
    "asked", "asks", "ask", "asking", "argued", "argues", "arguing", "wrote", "writes", "write",
    "writing", "insisted", "insists", "insisting", "explained", "explains", "explaining", "stated",
    "states", "stating", "claimed", "claims", "claiming", "noted", "notes", "noting", "announced",
    "announces", "announcing", "declared", "declares", "declaring", "admitted", "admits",
    "admitting", "continued", "continues", "commented", "comments", "commenting", "responded",
    "responds", "responding", "concluded", "concludes", "stressed", "stresses", "stressing",
    "urged", "urges", "urging", "called", "calls", "calling", "described", "describes",
    "describing", "answered", "answers", "answering", "denied", "denies", "denying", "promised",
    "promises", "promising", "confirmed", "confirms", "confirming", "tweeted", "tweets", "posted",
    "posts", "acknowledged", "acknowledges", "acknowledging", "shouted", "shouts", "shouting",
    "quipped", "joked", "jokes", "read", "reads", "reading", "accused", "accuses", "accusing",
    "agreed", "agrees", "agreeing", "alleged", "alleges", "alleging", "apologised", "apologises",
    "asserted", "asserts", "boasted", "complained", "complains", "complaining", "conceded",
    "concedes", "conceding", "countered", "counters", "cried", "criticised", "criticises",
    "defended", "demanded", "demands", "demanding", "disclosed", "emphasised", "emphasises",
    "estimated", "exclaimed", "hailed", "hinted", "interjected", "interrupted", "joined",
    "lamented", "maintained", "maintains", "mused", "objected", "observed", "observes", "pledged",
    "pledges", "pledging", "pointed", "praised", "predicted", "proclaimed", "protested", "put",
    "quoted", "recalled", "recalls", "reflected", "remarked", "remarks", "repeated", "repeats",
    "reported", "reports", "retorted", "revealed", "reveals", "revealing", "sighed", "signed",
    "snapped", "spoke", "suggested", "suggests", "suggesting", "testified", "testifies", "thanked",
    "thundered", "vowed", "vows", "vowing", "welcomed", "welcomes", "welcoming", "whispered",
    "yelled", "branded", "condemned", "dismissed", "dubbed", "labelled", "summarised", "summed",
    "tweeting",
];

/// Words after which a speaker is named: `according to Vale`, `in the words of Vale`.
pub const SPEAKER_FOLLOWS: &[&str] = &["according", "words"];

/// Verbs by which their subject says that the words are not theirs: `denied saying`.
pub const DENIALS: &[&str] = &["denied", "denies", "denying"];

/// Subjects that refer to a man who was named before.
pub const HE: &[&str] = &["he"];

/// Subjects that refer to a woman who was named before.
pub const SHE: &[&str] = &["she"];

/// Other subjects that refer to a speaker who was named before.
pub const THEY: &[&str] = &["they", "it"];

/// Forms of `be`, which make a participle after them passive: `was told`.
pub const BE: &[&str] = &["was", "were", "is", "are", "been", "being", "be", "am"];

/// Words between a subject and its verb: `Vale has also said`.
pub const AUXILIARIES: &[&str] = &[
    "has", "had", "have", "also", "then", "later", "did", "do", "does", "will", "would", "could",
    "can", "may", "must", "should", "not", "never", "just", "already", "once", "previously",
    "recently", "today", "yesterday", "repeatedly",
];

/// Prepositions. A name after one is not the subject: `a friend of Vale`.
pub const PREPOSITIONS: &[&str] = &[
    "of", "to", "about", "with", "for", "from", "at", "in", "on", "after", "before", "against",
    "over", "under", "behind", "between", "near", "like", "without", "towards", "toward", "into",
    "onto", "during", "despite", "concerning", "regarding", "alongside", "including", "speaking",
    "outside", "inside", "through",
];

/// Words that open a clause of its own: `whom Moss had warned`.
pub const RELATIVES: &[&str] = &[
    "who", "whom", "whose", "which", "what", "that", "when", "where", "while", "as", "if",
    "because", "although", "though", "since", "until", "unless", "whether", "how", "why",
];

/// Determiners before something known: `the minister`.
pub const DEFINITE: &[&str] = &["the", "this", "that", "his", "her", "its", "their", "our", "my"];

/// Determiners before something new: `a resident`.
pub const INDEFINITE: &[&str] = &[
    "a", "an", "one", "another", "some", "two", "three", "several", "many", "no", "any",
];

/// Documents, whose words are those of whoever issued them: `the report said`.
pub const DOCUMENTS: &[&str] = &[
    "report", "statement", "letter", "release", "document", "review", "paper", "notice", "website",
    "submission", "response", "guidance", "post", "tweet", "blog", "message", "email", "note",
    "strategy", "plan", "consultation",
];

/// Those who speak for somebody: `a spokesperson for the board`.
pub const SPOKESPERSONS: &[&str] = &[
    "spokesperson", "spokesman", "spokeswoman", "spokespeople", "representative",
];

/// Words by which a speaker means themselves.
pub const FIRST_PERSON: &[&str] = &[
    "i", "we", "me", "us", "my", "our", "ours", "mine", "i'm", "i've", "i'll", "i'd", "we're", "we've",
    "we'll", "we'd",
];

/// Words that open what is said: `Moss said that Vale had warned`.
pub const OPEN_REPORTED_CLAUSES: &[&str] = &["that"];

/// Those who interrupt a speech without a name, as labels: `Hon. Members:`.
pub const INTERRUPTERS: &[&str] = &["member", "members", "audience", "heckler", "voices"];

/// Labels of an answer: `A:`.
pub const ANSWERS: &[&str] = &["a", "answer"];

/// Words that begin a note in a record: `[Laughter]`.
pub const NOTES: &[&str] = &[
    "laughter", "applause", "interruption", "cheers", "cheering", "inaudible", "crosstalk", "pause",
    "shouting", "booing", "coughs", "music", "silence", "hear", "laughs", "unclear",
];

/// Words without a capital in the label of a turn: `Minister for Works:`.
pub const SMALL_IN_LABELS: &[&str] = &[
    "of", "for", "the", "and", "de", "van", "von", "in", "to", "an", "hon", "ap", "member", "members", "al", "da", "der",
    "la", "le", "du", "di", "bin", "ibn", "y",
];

/// Those who speak in a record without a name, as labels.
pub const SPEAKERS_IN_RECORDS: &[&str] = &[
    "q", "a", "question", "answer", "interviewer", "interviewee", "presenter", "host", "moderator",
    "chair", "chairman", "chairwoman", "witness", "speaker", "reporter", "narrator", "audience",
    "member", "members", "caller", "panellist", "voice",
];

/// Words that begin a point or a paragraph and are no label: `First:`.
pub const NO_LABELS: &[&str] = &[
    "first", "firstly", "second", "secondly", "third", "thirdly", "fourth", "fifth", "finally",
    "lastly", "next", "then", "note", "notes", "now", "question", "point", "points", "timetable",
    "summary", "background", "example", "remember", "result", "conclusion", "motion", "amendment",
    "clause", "schedule", "answer",
];

// Names of people and bodies.

/// Posts that are enough to name the person: `the minister`. For names of officials.
pub const ROLES: &[&str] = &[
    "minister", "ministers", "secretary", "director", "inspector", "commissioner", "chair",
    "chairman", "chairwoman", "chairperson", "constable", "president", "leader", "officer", "mayor",
    "judge", "ombudsman", "governor", "chancellor", "adviser", "manager", "superintendent",
    "professor", "speaker", "chief", "head", "executive", "councillor", "bishop", "archbishop",
    "attorney", "ambassador", "auditor", "registrar", "coroner", "magistrate", "headteacher",
    "principal", "treasurer", "convener", "convenor", "premier", "taoiseach", "senator",
];

/// Posts that somebody of a higher post may be called by: `the minister`, of a Home Secretary.
pub const GENERAL_ROLES: &[&str] = &["minister", "secretary", "officer", "leader", "chief", "head"];

/// Honorifics of men.
pub const HONORIFICS_OF_MEN: &[&str] = &["mr", "sir", "lord", "master"];

/// Honorifics of women.
pub const HONORIFICS_OF_WOMEN: &[&str] = &[
    "mrs", "ms", "miss", "dame", "lady", "baroness", "madam",
];

/// Honorifics of men and women.
pub const HONORIFICS_OF_ANYBODY: &[&str] = &["dr", "prof", "rev"];

/// Honorifics, ranks and other titles before a name that are no part of it. The words of [`ROLES`]
/// and of the honorifics of men and women are such words too.
pub const TITLES: &[&str] = &[
    "dr", "doctor", "rev", "reverend", "prof", "prime", "gov", "sen", "rep", "cllr", "supt", "insp",
    "sgt", "capt", "captain", "lt", "maj", "major", "col", "colonel", "gen", "general",
    "lieutenant", "sergeant", "pc", "dc", "ds", "di", "dci", "det", "detective", "detectives",
    "acting", "former", "deputy", "assistant", "vice", "shadow", "senior", "junior", "rt", "hon",
    "right", "honourable", "the", "bishop", "archbishop", "justice", "king", "queen", "prince",
    "princess", "his", "her", "majesty", "royal", "highness", "father", "sister", "brother", "st",
    "viscount", "earl", "baron", "countess", "duke", "sheriff", "admiral", "commander", "brigadier",
    "corporal", "private", "officer", "ambassador", "consul", "attorney", "district", "state",
    "permanent", "under", "parliamentary", "home", "foreign", "chief", "lead", "joint", "interim",
    "professor", "mp", "msp", "mep", "am", "tánaiste", "taoiseach", "emeritus",
];

/// Letters after a name: `Dana Vale MP`.
pub const LETTERS_AFTER_NAMES: &[&str] = &[
    "mp", "mps", "msp", "mep", "ms", "am", "kc", "qc", "obe", "mbe", "cbe", "kbe", "dbe", "phd",
    "jr", "sr", "td", "mla",
];

/// Words by which a name is that of a body. For the speakers of a proposal.
pub const BODIES: &[&str] = &[
    "agency", "alliance", "association", "authority", "board", "bureau", "centre", "charity",
    "college", "commission", "committee", "company", "coroner", "council", "court", "department",
    "federation", "forum", "foundation", "fund", "government", "group", "guild", "house",
    "institute", "institution", "league", "limited", "ltd", "ministry", "network", "office",
    "organisation", "parliament", "partnership", "party", "plc", "police", "school", "service",
    "services", "society", "treasury", "tribunal", "trust", "union", "university", "bank", "church",
    "constabulary", "inspectorate", "regulator", "hospital", "campaign", "cabinet", "assembly",
    "commons", "lords", "senate", "unit", "team", "force", "directorate", "secretariat", "newspaper",
];

/// Prepositions inside the name of a body: `Ministry of Works`.
pub const JOINERS_OF_BODIES: &[&str] = &["of", "for"];

/// Words without a capital inside the names of people: `Siân ap Emrys`.
pub const PARTICLES: &[&str] = &[
    "de", "van", "von", "der", "den", "ap", "ab", "al", "el", "da", "di", "du", "la", "le", "bin",
    "ibn", "y", "e", "dos", "del", "della", "ferch", "ter", "ten", "zu",
];

/// Words with a capital at the start of a sentence that are no part of a name.
pub const OPENERS: &[&str] = &[
    "a", "after", "an", "and", "as", "at", "but", "earlier", "he", "her", "his", "however", "in",
    "it", "its", "last", "later", "meanwhile", "on", "one", "our", "she", "so", "speaking", "that",
    "the", "their", "then", "there", "these", "they", "this", "today", "we", "when", "while", "who",
    "yesterday", "i", "you", "what", "if", "for", "by", "with", "from", "to",
    "everyone", "everybody", "nobody", "someone", "somebody", "anyone", "others", "many", "most",
    "some", "all", "both", "neither", "none", "each", "people", "ministers", "officials", "critics",
    "campaigners", "residents", "experts", "lawyers", "sources", "parents", "families", "children",
    "yes", "no", "not", "once", "since", "before", "during", "under", "despite", "although", "because",
    "asked", "writing", "responding", "commenting", "welcoming", "announcing", "launching", "another",
];

// What turns, limits or softens a sentence.

/// Words that turn a sentence round, as does every word that ends in `n't`. For quotations.
pub const NEGATIONS: &[&str] = &[
    "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot",
    "without", "hardly", "scarcely", "barely", "rarely", "seldom", "lack", "lacks", "lacked",
    "lacking", "refuse", "refuses", "refused", "refusing", "deny", "denies", "denied", "denying",
    "fail", "fails", "failed", "failing",
];

/// Words that make a sentence depend on something. For quotations.
pub const CONDITIONS: &[&str] = &[
    "if", "unless", "until", "provided", "providing", "assuming", "except", "only", "subject",
];

/// Words that soften a sentence, which brackets in a quotation may not replace.
pub const HEDGES: &[&str] = &[
    "may", "might", "could", "would", "can", "perhaps", "possibly", "probably", "likely", "unlikely",
    "allegedly", "alleged", "suspected", "potential", "potentially", "reportedly", "apparently",
    "about", "around", "approximately", "roughly", "nearly", "almost", "average", "estimated", "some",
    "few", "most", "many", "sometimes", "often", "seem", "seems", "seemed", "appear", "appears",
    "appeared", "statistically", "claims", "claimed", "believe", "believes", "believed", "thinks",
    "hope", "hopes", "hoped", "want", "wants", "wanted",
];

/// Words that begin another clause, up to which a negation that an ellipsis takes away counts.
pub const CONJUNCTIONS: &[&str] = &[
    "and", "but", "because", "while", "whereas", "so", "as", "since", "which", "who",
];

/// Words that begin another clause, up to which a hedge reaches. For `dropped-hedge`.
pub const CLAUSE_JOINERS: &[&str] = &["and", "but"];

/// Hedges of the figure after them. For `dropped-hedge`, as the next seven lists.
pub const APPROXIMATELY: &[&str] = &[
    "around", "about", "approximately", "roughly", "nearly", "almost", "circa", "estimated",
];

/// Words by which a line may carry such a hedge.
pub const CARRY_APPROXIMATELY: &[&str] = &[
    "around", "about", "approximately", "roughly", "nearly", "almost", "circa", "estimated", "some",
    "up", "over", "more", "average",
];

/// Hedges of the figure after them, as an average; a line carries them by the same words.
pub const ON_AVERAGE: &[&str] = &["average", "averages", "averaged"];

/// Hedges of the people they describe.
pub const SUSPECTED: &[&str] = &["suspected", "potential", "alleged", "possible"];

/// Words by which a line may carry such a hedge.
pub const CARRY_SUSPECTED: &[&str] = &[
    "suspected", "potential", "alleged", "possible", "suspects", "suspect", "risk",
];

/// Hedges of a sentence, by statistics.
pub const STATISTICALLY: &[&str] = &["statistically"];

/// Words by which a line may carry such a hedge.
pub const CARRY_STATISTICALLY: &[&str] = &["statistically", "statistical", "statistics"];

/// Hedges of a sentence, by hearsay.
pub const BY_HEARSAY: &[&str] = &["reportedly", "allegedly", "apparently"];

/// Words that are such a hedge before `to`: `is said to`.
pub const HEARSAY_BEFORE_TO: &[&str] = &["said", "believed", "thought", "understood", "reported"];

/// Words by which a line may carry hearsay.
pub const CARRY_HEARSAY: &[&str] = &[
    "said", "says", "reported", "reportedly", "allegedly", "alleged", "apparently", "believed",
    "thought", "understood", "according", "estimated",
];

/// Verbs that promise or command, as does every word that ends in `'ll`. For `stronger-verb`.
pub const FIRM_VERBS: &[&str] = &["will", "shall", "must"];

/// Words that promise or command less than a firm verb. For `stronger-verb`.
pub const SOFT_VERBS: &[&str] = &[
    "committed", "wants", "want", "wanted", "plans", "plan", "planned", "aims", "aim", "hopes",
    "hope", "intends", "proposes", "proposed", "considering", "considers", "seeks", "would", "could",
    "may", "might", "should", "calls", "calling", "called", "asks", "asked", "urges", "urged",
    "commitment",
];

/// Words that carry no meaning of their own when two sentences are compared.
pub const SMALL_WORDS: &[&str] = &[
    "each", "every", "a", "an", "the", "of", "in", "on", "at", "by", "for", "to", "from", "with",
    "and", "or", "but", "that", "which", "who", "was", "were", "is", "are", "be", "been", "has",
    "have", "had", "this", "these", "those", "their", "its", "it", "they", "he", "she", "we", "as",
    "than", "then", "into", "over", "under", "will", "would", "said", "says", "more", "most", "some",
    "also", "not", "when", "where", "while",
];

// Spelling.

/// Endings that do not count when two words are compared, the longest first.
pub const ENDINGS: &[&str] = &["ing", "ed", "es", "s", "e"];

/// Endings that an editor may put in brackets after a word: `boat[s]`.
pub const EDITORS_ENDINGS: &[&str] = &["s", "es", "d", "ed", "ing", "n", "en", "'s", "s'", "'"];

/// Words that an apostrophe begins, which is then no quotation mark: `’tis`.
pub const ELISIONS: &[&str] = &["tis", "twas", "til", "em", "cause", "n", "bout"];

// Days and times.

/// Words for a day that depends on the day of speaking. For `relative-date`, as the next two.
pub const RELATIVE_DAYS: &[&str] = &["yesterday", "today", "tomorrow", "tonight", "ago"];

/// Words that make a time depend on the day of speaking, before one of [`TIMES`].
pub const RELATIVE: &[&str] = &["last", "this", "next", "past", "previous", "coming"];

/// Times that may be relative: `last month`.
pub const TIMES: &[&str] = &[
    "week", "weekend", "month", "year", "quarter", "decade", "morning", "evening", "night",
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
    "spring", "summer", "autumn", "winter",
    "january", "february", "march", "april", "may", "june",
    "july", "august", "september", "october", "november", "december",
];

/// Words before four digits that make a year of them: `since 2019`.
pub const BEFORE_YEAR: &[&str] = &[
    "in", "since", "by", "from", "until", "till", "during", "before", "after", "year",
];

/// The halves of the day, after an hour.
pub const DAY_HALVES: &[&str] = &["am", "pm"];

// Numbers.

/// The articles that may begin a number: `a dozen`, `a third of`.
pub const ARTICLES: &[&str] = &["a", "an"];

/// Zero to nineteen, in order.
pub const BELOW_TWENTY: &[&str] = &[
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
    "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
];

/// Twenty to ninety, in order.
pub const TENS: &[&str] = &[
    "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

/// First to nineteenth, in order.
pub const ORDINALS: &[&str] = &[
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
    "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
    "eighteenth", "nineteenth",
];

/// Words after an ordinal that make a name of both: `the third sector`.
pub const NAMED_BY_ORDINAL: &[&str] = &["party", "parties", "sector", "world"];

/// Endings of an ordinal in digits: `5th`.
pub const ORDINAL_ENDINGS: &[&str] = &["st", "nd", "rd", "th"];

/// Magnitudes, each with what it multiplies by.
pub const MAGNITUDES: &[(i128, &[&str])] = &[
    (12, &["dozen"]),
    (100, &["hundred"]),
    (1_000, &["thousand", "k"]),
    (1_000_000, &["million", "m", "mn", "mln"]),
    (1_000_000_000, &["billion", "bn", "b"]),
    (1_000_000_000_000, &["trillion", "tn", "trn"]),
];

/// The words for one of two parts.
pub const HALVES: &[&str] = &["half", "halves"];

/// The words for one of four parts, beside the ordinal.
pub const QUARTERS: &[&str] = &["quarter", "quarters"];

/// Words that say that something became this many times as much.
pub const MULTIPLES: &[(i128, &[&str])] = &[
    (2, &["doubled", "doubling", "twice"]),
    (3, &["tripled", "tripling", "trebled", "trebling", "thrice"]),
    (4, &["quadrupled", "quadrupling"]),
];

/// Words that say that something became half as much.
pub const HALVED: &[&str] = &["halved", "halving"];

/// Words after `double` as a verb: `double the number`; a double standard is no multiple.
pub const AFTER_DOUBLE: &[&str] = &[
    "the", "its", "their", "that", "what", "in", "by", "since", "over",
];

/// Words before `double` as a verb: `will double`.
pub const BEFORE_DOUBLE: &[&str] = &[
    "to", "will", "would", "could", "may", "might", "more", "than", "nearly", "almost",
];

/// Words after a share: `a third of`, `a third were`; `a third boat` is another thing.
pub const AFTER_SHARE: &[&str] = &[
    "of", "more", "less", "fewer", "in", "are", "were", "have", "had", "is", "was", "since",
];

/// Prefixes that a hyphen may join to a number which is a number all the same: `mid-2019`.
pub const NUMBER_PREFIXES: &[&str] = &[
    "under", "over", "mid", "pre", "post", "sub", "early", "late", "to", "and",
];

/// Words between the two ends of a range: `10 to 12`.
pub const RANGE_WORDS: &[&str] = &["to", "and", "or"];

// Units.

/// Measures, each by its name in the singular.
pub const MEASURES: &[(&str, &[&str])] = &[
    ("year", &["year", "years", "yr", "yrs"]),
    ("month", &["month", "months"]),
    ("week", &["week", "weeks"]),
    ("day", &["day", "days"]),
    ("hour", &["hour", "hours", "hr", "hrs"]),
    ("minute", &["minute", "minutes", "min", "mins"]),
    ("second", &["seconds", "sec", "secs"]),
    ("decade", &["decade", "decades"]),
    ("mile", &["mile", "miles"]),
    ("kilometre", &["km", "kilometre", "kilometres", "kilometer", "kilometers"]),
    ("metre", &["metre", "metres", "meter", "meters"]),
    ("foot", &["ft", "feet"]),
    ("kilogram", &["kg", "kilogram", "kilograms", "kilo", "kilos"]),
    ("tonne", &["tonne", "tonnes"]),
    ("ton", &["ton", "tons"]),
    ("litre", &["litre", "litres", "liter", "liters"]),
    ("hectare", &["hectare", "hectares"]),
    ("acre", &["acre", "acres"]),
    ("degree", &["degree", "degrees"]),
    ("mph", &["mph"]),
    ("penny", &["pence", "pennies"]),
    ("cent", &["cents"]),
];

/// Money, by its ISO 4217 code.
pub const MONEY: &[(&str, &[&str])] = &[
    ("GBP", &["pound", "pounds", "sterling", "gbp", "quid"]),
    ("EUR", &["euro", "euros", "eur"]),
    ("USD", &["dollar", "dollars", "usd"]),
];

/// Words after a number of hundredths, as is `per cent`.
pub const PERCENT: &[&str] = &["percent", "pc", "pct"];

/// Words after `percentage` that make a difference of shares.
pub const PERCENTAGE_POINTS: &[&str] = &["point", "points"];

/// Words after a number that say how many times as much.
pub const TIMES_AS_MUCH: &[&str] = &["times", "fold"];

/// Years that may be an age: `31 years old`.
pub const YEARS: &[&str] = &["year", "years"];

/// What makes an age of them.
pub const OLD: &[&str] = &["old", "olds"];

/// Words before an age.
pub const BEFORE_AGE: &[&str] = &["aged", "age", "ages"];

/// Words before a number that is an age or a count: `under 18`.
pub const BEFORE_AGE_OR_COUNT: &[&str] = &["under", "over"];

// Texts that are still to be written.

/// What stands in place of a text, in capitals or as the whole text; an `xx` may be longer.
pub const PLACEHOLDER_SIGNS: &[&str] = &["tbc", "tbd", "tba", "xx"];

/// What tells an author to write a text, in capitals or as the whole text.
pub const PLACEHOLDER_ORDERS: &[&str] = &["fill in", "todo", "to do"];

/// What stands in place of a text, before a stop or as the whole text.
pub const PLACEHOLDER_PHRASES: &[&str] = &[
    "to be written", "to be filled in", "to be completed", "to be confirmed", "to be decided",
    "to be added", "to be announced", "to follow", "placeholder",
    "name to be confirmed", "post to be confirmed", "date to be confirmed",
];

// Words whose case counts.

/// Words whose point does not end a sentence.
pub const ABBREVIATIONS: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "St", "Hon", "Lt", "Col", "Gen", "No", "vs", "Gov",
    "Sen", "Rep", "Cllr", "Supt", "Insp", "Sgt", "Capt", "Maj", "Cmdr", "Det", "Rt", "Mx", "Messrs",
    "Fr", "Revd", "Ven", "Adm", "Brig", "Cpl", "Pte", "Con", "Ald", "Amb", "Atty", "Asst", "Supts",
    "Inspt", "DCI", "Jr", "Sr", "Ltd", "Co", "Inc", "eg", "ie", "cf", "Dept",
];

/// The months, in order.
pub const MONTHS: &[&str] = &[
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    /// The words of every list in `code`: what is between `&[` and `]`, without a list inside it.
    fn lists(code: &str) -> impl Iterator<Item = Vec<&str>> {
        let inside = code.split("&[").filter_map(|rest| Some(rest.split_once(']')?.0));
        inside.map(|words| words.split('"').skip(1).step_by(2).collect())
    }

    #[test]
    fn lists_hold_each_word_once_and_in_lower_case() {
        let code = include_str!("english.rs");
        let (code, _) = code.split_once("#[cfg(test)]").unwrap();
        let (lower, cased) = code.split_once("// Words whose case counts.").unwrap();
        assert!(lists(lower).count() > 80 && lists(cased).count() == 4);
        for list in lists(code) {
            let once: HashSet<&str> = list.iter().copied().collect();
            assert_eq!(once.len(), list.len(), "{list:?}");
        }
        for word in lists(lower).flatten() {
            assert_eq!(word, word.to_lowercase());
        }
    }
}
