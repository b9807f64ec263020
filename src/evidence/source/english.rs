//! Every English word that the evidence layer knows, in lists by what the words do.
//!
//! The code names a list and never a word of it, so this file shows what English the program
//! knows. Only the single words of a fixed phrase (`out of`, `per cent`) are in the code that reads
//! the phrase. Lists are in lower case, and so is what is looked up in them, except for the lists
//! of words whose case counts.

// Who speaks.

/// Verbs that give speech to their subject: `said Vale`. For attribution, and to find speakers.
pub const SPEECH_VERBS: &[&str] = &[
    "said", "says", "say", "saying", "told", "tells", "added", "adds", "adding", "warned", "warns",
    "warning", "replied", "replies", "asked", "asks", "argued", "argues", "wrote", "writes",
    "insisted", "insists", "explained", "explains", "stated", "states", "claimed", "claims", "noted",
    "notes", "announced", "declared", "admitted", "continued", "commented", "responded", "concluded",
    "stressed", "stresses", "urged", "urges", "called", "calls", "described", "describes", "answered",
    "answers", "denied", "denies", "promised", "confirmed", "tweeted",
];

/// Words after which a speaker is named: `according to Vale`, `in the words of Vale`.
pub const SPEAKER_FOLLOWS: &[&str] = &["according", "words"];

/// Words between such a word or a verb of speech and the name after it: `according to the board`.
pub const BEFORE_SPEAKER: &[&str] = &["the", "to", "of", "by"];

/// Subjects that refer to a speaker who was named before.
pub const SPEAKER_PRONOUNS: &[&str] = &[
    "he", "she", "they", "it", "who", "i", "we", "spokesperson", "spokesman", "spokeswoman",
];

/// Words between a name and the verb after it: `Vale has also said`.
pub const AUXILIARIES: &[&str] = &["has", "had", "have", "also", "then", "later"];

/// Words that may be between a name and its verb of speech without making the attribution less
/// sure.
pub const BETWEEN_NAME_AND_VERB: &[&str] = &[
    "has", "had", "have", "also", "then", "later", "the", "that",
];

/// Words beside a verb of speech that are no subject of it.
pub const NO_SUBJECT: &[&str] = &[
    "and", "but", "then", "also", "later", "has", "had", "have", "as", "that", "was", "is", "were",
    "in", "so", "when",
];

/// Words without a capital in the label of a turn: `Minister for Works:`.
pub const SMALL_IN_LABELS: &[&str] = &["of", "for", "the", "and", "de", "van", "von", "in", "to"];

// Names of people and bodies.

/// Posts that are enough to name the person: `the minister`. For names of officials.
pub const ROLES: &[&str] = &[
    "minister", "secretary", "director", "inspector", "commissioner", "chair", "chairman",
    "chairwoman", "constable", "president", "leader", "officer", "spokesperson", "spokesman",
    "spokeswoman", "mayor", "judge", "ombudsman", "governor", "chancellor", "adviser", "manager",
    "superintendent", "professor", "speaker",
];

/// Words before the name of a person that are no part of it. For the speakers of a proposal.
pub const HONORIFICS: &[&str] = &[
    "sir", "dame", "lord", "lady", "baroness", "dr", "mr", "mrs", "ms", "miss", "rev", "prof",
];

/// Words by which a name is that of a body. For the speakers of a proposal.
pub const BODIES: &[&str] = &[
    "agency", "alliance", "association", "authority", "board", "bureau", "centre", "charity",
    "college", "commission", "committee", "company", "coroner", "council", "court", "department",
    "federation", "forum", "foundation", "fund", "government", "group", "guild", "house",
    "institute", "institution", "league", "limited", "ltd", "ministry", "network", "office",
    "organisation", "parliament", "partnership", "party", "plc", "police", "school", "service",
    "services", "society", "treasury", "tribunal", "trust", "union", "university",
];

/// Prepositions inside the name of a body: `Ministry of Works`.
pub const JOINERS_OF_BODIES: &[&str] = &["of", "for"];

/// Words without a capital inside the names of bodies and people.
pub const JOINERS: &[&str] = &["of", "for", "de", "van", "von", "der"];

/// Words with a capital at the start of a sentence that are no part of a name.
pub const OPENERS: &[&str] = &[
    "a", "after", "an", "and", "as", "at", "but", "earlier", "he", "her", "his", "however", "in",
    "it", "its", "last", "later", "meanwhile", "on", "one", "our", "she", "so", "speaking", "that",
    "the", "their", "then", "there", "these", "they", "this", "today", "we", "when", "while", "who",
    "yesterday", "i", "you", "what", "if", "for", "by", "with", "from", "to",
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

/// Words by which a line may say that a figure is not exact. For `dropped-hedge`, as the next six
/// lists.
pub const CARRY_APPROXIMATELY: &[&str] = &[
    "around", "about", "approximately", "roughly", "nearly", "almost", "circa", "estimated", "some",
    "up", "over", "more", "average",
];

/// Phrases before a figure by which it is the most there may be. For `turned-bound`, as the next
/// five lists.
pub const AT_MOST: &[&str] = &[
    "fewer than", "less than", "lower than", "smaller than", "under", "below", "just under",
    "up to", "at most", "at the most", "no more than", "not more than", "no greater than",
    "not exceeding", "no higher than", "as many as", "as much as", "nearly", "almost",
    "maximum of", "short of", "shy of", "approaching", "close to", "<", "≤",
];

/// Phrases before a figure by which it is the least there may be.
pub const AT_LEAST: &[&str] = &[
    "more than", "greater than", "higher than", "larger than", "over", "above", "at least",
    "at the least", "no fewer than", "no less than", "not less than", "not fewer than",
    "no lower than", "in excess of", "upwards of", "upward of", "exceeding", "exceeds", "exceeded",
    "exceed", "minimum of", "north of", "topping", "topped", ">", "≥",
];

/// Phrases after a figure, or after what it counts, by which it is the most there may be.
pub const AT_MOST_AFTER: &[&str] = &[
    "or less", "or fewer", "or under", "or below", "and under", "or lower", "and below", "at most",
    "maximum", "at the most", "or younger", "and younger",
];

/// Phrases after a figure, or after what it counts, by which it is the least there may be.
pub const AT_LEAST_AFTER: &[&str] = &[
    "or more", "and more", "or over", "and over", "or above", "and above", "or higher", "and up",
    "or greater", "at least", "at the least", "upwards", "plus", "or older", "and older", "+",
    "minimum", "or longer",
];

/// Phrases before a figure by which it is not exact.
pub const ABOUT: &[&str] = &[
    "around", "about", "approximately", "approx", "roughly", "circa", "estimated", "some", "c", "ca",
    "in the region of", "of the order of", "near", "~", "something like", "estimated at",
    "estimated to be", "estimated that", "estimate of", "estimates that", "estimates of",
];

/// Short words before a figure by which it is not exact, which a point may follow.
pub const ABOUT_IN_SHORT: &[&str] = &["c", "ca", "approx"];

/// Phrases after a figure, or after what it counts, by which it is not exact.
pub const ABOUT_AFTER: &[&str] = &["or so", "odd", "or thereabouts", "approximately", "roughly"];

/// Words by which a line may carry an upper bound, wherever they are.
pub const CARRY_AT_MOST: &[&str] = &[
    "maximum", "max", "cap", "capped", "limit", "limited", "ceiling", "under", "below", "fewer",
    "less", "most", "nearly", "almost", "up", "approaching", "close", "just", "within", "short",
    "around", "about", "approximately", "roughly", "some", "near",
];

/// Words by which a line may carry a lower bound, wherever they are.
pub const CARRY_AT_LEAST: &[&str] = &[
    "minimum", "min", "floor", "least", "over", "above", "more", "exceed", "exceeds", "exceeded",
    "exceeding", "plus", "upwards", "topped", "passed", "around", "about", "approximately",
    "roughly", "some",
];

/// Words by which a line denies a figure, beside those that turn a sentence round.
pub const DENIALS: &[&str] = &[
    "reject", "rejects", "rejected", "dispute", "disputes", "disputed", "false", "wrong", "untrue",
    "incorrect", "rather", "instead", "far", "miss", "missed", "short", "myth",
];

/// Words by which a sentence denies the figure that follows as their object: `did not see 500`. So
/// does every word that ends in `n't`.
pub const DENYING: &[&str] = &[
    "not", "never", "cannot", "without", "neither", "nor", "deny", "denies", "denied", "denying",
    "nobody",
];

/// Words by which a sentence denies all that follows a `that`.
pub const DENYING_THAT: &[&str] = &["deny", "denies", "denied", "denying"];

/// Words that say that there is one or none: `saw no boats`.
pub const ONE_OR_NONE: &[&str] = &["one", "no"];

/// Words beside a noun in the singular or in a denial.
pub const SINGLE: &[&str] = &["one", "no", "a", "an", "none", "any", "single", "not", "without"];

/// Words in whose place another figure is: `84 rather than 500`.
pub const REPLACED: &[(&str, &str)] = &[("rather", "than"), ("instead", "of")];

/// Words between a negation and a figure by which it does not deny the figure: `did not act for 14
/// days`, `did not see the 500 boats`.
pub const UNDENIED: &[&str] = &[
    "of", "in", "for", "after", "since", "by", "on", "at", "from", "with", "within", "during",
    "until", "before", "between", "and", "but", "that", "if", "because", "than", "the", "these",
    "those", "their", "its", "all", "any",
];

/// Words beside a negation by which it denies nothing: `not only 500`.
pub const NOT_DENYING: &[&str] = &["only", "just", "merely", "simply", "until", "least", "yet"];

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

/// Words before a month or a year that is over.
pub const EARLIER: &[&str] = &["last", "previous", "past"];

/// Words before a month or a year that is to come.
pub const LATER: &[&str] = &["next", "coming"];

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

/// Words that stand for an hour, in minutes after midnight.
pub const NAMED_HOURS: &[(i128, &[&str])] = &[(720, &["noon", "midday"]), (0, &["midnight"])];

/// Words before a time of day.
pub const BEFORE_CLOCK: &[&str] = &["at", "by", "until", "till", "from"];

/// Letters before a year that make a financial year of it.
pub const FINANCIAL_YEAR: &str = "fy";

/// The days of the week, in order.
pub const WEEKDAYS: &[&str] = &[
    "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday",
];

/// Words before `May` by which it is the month.
pub const BEFORE_MONTH: &[&str] = &[
    "in", "since", "by", "until", "till", "from", "of", "last", "this", "next", "early", "late",
    "mid", "before", "after", "during", "between", "through", "and", "or", "every", "each", "for",
    "on", "to", "the", "that", "previous", "following", "end", "past",
];

/// Months that are words or names of people too.
pub const AMBIGUOUS_MONTHS: &[&str] = &["april", "may", "june", "august", "march"];

/// Words before the part of a year that an ordinal names: `the third quarter of 2025`.
pub const QUARTER_OF: &[&str] = &["of", "this", "last"];

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
    (20, &["score"]),
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
    (2, &["doubled", "doubling", "doubles"]),
    (3, &["tripled", "tripling", "trebled", "trebling", "triples", "trebles"]),
    (4, &["quadrupled", "quadrupling", "quadruples"]),
    (5, &["quintupled"]),
    (10, &["tenfold"]),
];

/// Such words that are a multiple only beside certain others: `double the number`.
pub const BARE_MULTIPLES: &[(i128, &[&str])] = &[
    (2, &["double"]),
    (3, &["triple", "treble"]),
    (4, &["quadruple"]),
];

/// Words that mean a small number, and need no evidence of their own.
pub const SMALL_NUMBERS: &[(i128, &[&str])] = &[(1, &["single", "sole"]), (2, &["both", "couple", "pair"])];

/// Scores and dozens, hundreds and thousands, each with the least that it names.
pub const SEVERAL: &[(i128, &[&str])] = &[
    (12, &["dozens"]),
    (20, &["scores"]),
    (100, &["hundreds"]),
    (1_000, &["thousands"]),
    (1_000_000, &["millions"]),
    (1_000_000_000, &["billions"]),
    (1_000_000_000_000, &["trillions"]),
];

/// The tens by which an age or a decade is named: `thirties`, in order from the twenties.
pub const THIRTIES: &[&str] = &[
    "twenties", "thirties", "forties", "fifties", "sixties", "seventies", "eighties", "nineties",
];

/// Words that say that something became half as much.
pub const HALVED: &[&str] = &["halved", "halving", "halve"];

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
    "has", "do", "does", "did", "will", "would", "can", "say", "says", "said",
];

/// Prefixes that a hyphen may join to a number which is a number all the same: `mid-2019`.
pub const NUMBER_PREFIXES: &[&str] = &[
    "under", "over", "mid", "pre", "post", "sub", "early", "late", "to", "and",
];

/// Words beside an amount that is less than nothing or goes down: `fell by 5%` is −5%.
pub const FALLING: &[&str] = &[
    "fell", "fall", "falls", "fallen", "falling", "drop", "drops", "dropped", "down", "decline",
    "declined", "decrease", "decreased", "decreases", "reduced", "reduction", "cut", "cuts", "lower",
    "less", "fewer", "lost", "loss", "shrank", "shrunk", "contracted", "minus", "negative",
    "deficit", "slump", "slumped", "slid", "plunged", "tumbled", "sank",
];

/// Words after an amount by which it is less than nothing: `5 degrees below zero`.
pub const BELOW_ZERO: &[&str] = &["zero", "freezing"];

/// Words between a part and its whole: `31 of the 84`.
pub const THESE: &[&str] = &[
    "the", "these", "those", "all", "every", "its", "their", "our", "his", "her", "some",
];

/// What is between two amounts that are added up: `4 years and 6 months`.
pub const SUM_JOINERS: &[&str] = &["", "and", ",", ", and"];

/// Words between the two ends of a range: `10 to 12`.
pub const RANGE_WORDS: &[&str] = &["to", "and", "or"];

// Units.

/// Measures, each by its name in the singular, in one to three words or with a slash.
pub const MEASURES: &[(&str, &[&str])] = &[
    ("century", &["century", "centuries"]),
    ("decade", &["decade", "decades"]),
    ("year", &["year", "years", "yr", "yrs"]),
    ("month", &["month", "months"]),
    ("fortnight", &["fortnight", "fortnights"]),
    ("week", &["week", "weeks"]),
    ("day", &["day", "days"]),
    ("hour", &["hour", "hours", "hr", "hrs"]),
    ("minute", &["minute", "minutes", "min", "mins"]),
    ("second", &["seconds", "sec", "secs"]),
    ("mile", &["mile", "miles"]),
    ("kilometre", &["km", "kms", "kilometre", "kilometres", "kilometer", "kilometers"]),
    ("metre", &["metre", "metres", "meter", "meters"]),
    ("centimetre", &["cm", "centimetre", "centimetres", "centimeters"]),
    ("millimetre", &["mm", "millimetre", "millimetres", "millimeters"]),
    ("foot", &["ft", "feet", "foot"]),
    ("inch", &["inch", "inches"]),
    ("yard", &["yard", "yards"]),
    ("nautical mile", &["nautical mile", "nautical miles"]),
    ("square mile", &["square mile", "square miles", "sq mile", "sq miles"]),
    ("square kilometre", &["square kilometre", "square kilometres", "sq km", "km2", "km²"]),
    ("square metre", &["square metre", "square metres", "sq m", "sqm", "m2", "m²"]),
    ("square foot", &["square foot", "square feet", "sq ft"]),
    ("cubic metre", &["cubic metre", "cubic metres", "m3", "m³"]),
    ("kilogram", &["kg", "kgs", "kilogram", "kilograms", "kilo", "kilos"]),
    ("gram", &["gram", "grams", "g"]),
    ("milligram", &["milligram", "milligrams", "mg"]),
    ("tonne", &["tonne", "tonnes"]),
    ("ton", &["ton", "tons"]),
    ("pound", &["lb", "lbs"]),
    ("ounce", &["ounce", "ounces", "oz"]),
    ("stone", &["stone"]),
    ("litre", &["litre", "litres", "liter", "liters"]),
    ("millilitre", &["millilitre", "millilitres", "ml"]),
    ("gallon", &["gallon", "gallons"]),
    ("pint", &["pint", "pints"]),
    ("barrel", &["barrel", "barrels"]),
    ("hectare", &["hectare", "hectares", "ha"]),
    ("acre", &["acre", "acres"]),
    ("degree", &["degree", "degrees"]),
    ("mph", &["mph", "miles per hour", "miles an hour"]),
    ("kph", &["kph", "km/h", "kmh", "kilometres per hour", "kilometres an hour", "km per hour"]),
    ("knot", &["knot", "knots"]),
    ("watt", &["watt", "watts"]),
    ("kilowatt", &["kilowatt", "kilowatts", "kw"]),
    ("megawatt", &["megawatt", "megawatts", "mw"]),
    ("gigawatt", &["gigawatt", "gigawatts", "gw"]),
    ("terawatt", &["terawatt", "terawatts", "tw"]),
    ("kilowatt-hour", &["kwh", "kilowatt hour", "kilowatt hours"]),
    ("megawatt-hour", &["mwh", "megawatt hour", "megawatt hours"]),
    ("gigawatt-hour", &["gwh", "gigawatt hour", "gigawatt hours"]),
    ("terawatt-hour", &["twh", "terawatt hour", "terawatt hours"]),
    ("kilobyte", &["kb", "kilobyte", "kilobytes"]),
    ("megabyte", &["mb", "megabyte", "megabytes"]),
    ("gigabyte", &["gb", "gigabyte", "gigabytes"]),
    ("terabyte", &["tb", "terabyte", "terabytes"]),
    ("megabit a second", &["mbps", "mbit/s", "megabits per second"]),
    ("gigabit a second", &["gbps", "gbit/s", "gigabits per second"]),
    ("basis point", &["bps", "basis point", "basis points"]),
];

/// Words after a number that are degrees of a scale: `20 degrees Celsius`, `20 °C`.
pub const DEGREES: &[(&str, &[&str])] = &[
    ("degree Celsius", &["c", "celsius", "centigrade"]),
    ("degree Fahrenheit", &["f", "fahrenheit"]),
];

/// Words before a scale of degrees.
pub const DEGREE: &[&str] = &["degree", "degrees", "deg"];

/// What one thing costs or happens in: `£5m a year`. For rates, each by the name of a measure.
pub const RATE_ADVERBS: &[(&str, &[&str])] = &[
    ("year", &["annually", "yearly", "annual", "pa"]),
    ("month", &["monthly"]),
    ("week", &["weekly"]),
    ("day", &["daily"]),
    ("hour", &["hourly"]),
];

/// Words between an amount and what it is for: `£5m a year`, `20 per week`.
pub const BEFORE_RATE: &[&str] = &["a", "an", "per", "each", "every"];

/// Money, by its ISO 4217 code.
pub const MONEY: &[(&str, &[&str])] = &[
    ("GBP", &["pound", "pounds", "sterling", "quid"]),
    ("EUR", &["euro", "euros"]),
    ("JPY", &["yen"]),
    ("INR", &["rupee", "rupees"]),
    ("CNY", &["yuan", "renminbi"]),
    ("CHF", &["francs"]),
];

/// Dollars, by their ISO 4217 code: what is before the sign, and the word before `dollars`.
pub const DOLLARS: &[(&str, &[&str], &[&str])] = &[
    ("USD", &["us", "usd"], &["us", "american"]),
    ("AUD", &["a", "au", "aud"], &["australian"]),
    ("CAD", &["c", "ca", "can", "cad"], &["canadian"]),
    ("NZD", &["nz", "nzd"], &["zealand"]),
    ("HKD", &["hk", "hkd"], &["kong"]),
    ("SGD", &["s", "sgd"], &["singapore"]),
];

/// The words for dollars.
pub const DOLLAR: &[&str] = &["dollar", "dollars", "bucks"];

/// Hundredths of pounds.
pub const PENCE: &[&str] = &["p", "pence", "penny", "pennies"];

/// Hundredths of dollars and euros.
pub const CENTS: &[&str] = &["c", "cent", "cents"];

/// Words by which pounds are a weight: `it weighs 20 pounds`.
pub const WEIGHING: &[&str] = &[
    "weigh", "weighs", "weighed", "weighing", "weight", "heavy", "heavier", "lighter", "overweight",
];

/// The pounds that may be money or a weight.
pub const POUNDS: &[&str] = &["pound", "pounds"];

/// Words after a number of hundredths, as is `per cent`.
pub const PERCENT: &[&str] = &["percent", "pc", "pct"];

/// Words after a number that make a difference of shares, as is `percentage points`.
pub const POINTS: &[&str] = &["pp", "ppt", "ppts", "pps"];

/// Words after `percentage` that make a difference of shares.
pub const PERCENTAGE_POINTS: &[&str] = &["point", "points"];

/// Words after a number that say how often or how many times as much.
pub const TIMES_AS_MUCH: &[&str] = &["times", "fold"];

/// Words after `times` or `twice` by which they say how many times as much.
pub const AFTER_TIMES: &[&str] = &[
    "as", "the", "more", "higher", "larger", "bigger", "greater", "what", "that", "its", "their",
    "faster", "likelier", "worse", "our", "his", "her",
];

/// Words that say how often.
pub const HOW_OFTEN: &[&str] = &["zero", "once", "twice", "thrice"];

/// Years that may be an age: `31 years old`.
pub const YEARS: &[&str] = &["year", "years"];

/// What makes an age of them.
pub const OLD: &[&str] = &["old", "olds"];

/// Words before an age.
pub const BEFORE_AGE: &[&str] = &["aged", "age", "ages"];

/// Words between `aged` and the age: `aged between 18 and 24`.
pub const BETWEEN_AGES: &[&str] = &["between", "from", "about", "around", "of"];

/// Subjects and verbs before an age: `she is 31`.
pub const WHO_IS: &[&str] = &["he", "she", "who"];

/// The verbs of such subjects.
pub const IS_AGED: &[&str] = &["is", "was", "turns", "turned"];

/// Words after `age` behind an age: `the 18 to 24 age group`.
pub const AGE_GROUPS: &[&str] = &["group", "bracket", "range", "band"];

/// Words before a number that is an age or a count: `under 18`.
pub const BEFORE_AGE_OR_COUNT: &[&str] = &["under", "over", "at", "turned", "below", "above"];

/// Things of different kinds, which one figure does not count both of: 31 votes are no 31 boats.
pub const COUNTED: &[(&str, &[&str])] = &[
    ("people", &[
        "people", "persons", "men", "women", "children", "girls", "boys", "adults", "officers",
        "staff", "patients", "pupils", "students", "workers", "passengers", "victims", "votes",
        "voters", "mps", "peers", "deaths", "arrests", "nurses", "doctors", "teachers", "inspectors",
        "soldiers", "residents", "migrants", "refugees", "jobs",
    ]),
    ("vessels", &["boats", "ships", "ferries", "vessels", "trawlers", "yachts", "dinghies"]),
    ("vehicles", &["cars", "vehicles", "lorries", "vans", "buses", "trucks", "bikes"]),
    ("aircraft", &["planes", "jets", "aircraft", "helicopters", "drones"]),
    ("buildings", &["homes", "houses", "flats", "schools", "hospitals", "buildings", "prisons"]),
    ("animals", &["cows", "cattle", "sheep", "pigs", "dogs", "cats", "birds"]),
    ("texts", &["pages", "paragraphs", "chapters", "clauses", "sections", "articles"]),
];

// Names with numbers in them.

/// Parts of laws and texts, which a number names; each by its name.
pub const LAW_LABELS: &[(&str, &[&str])] = &[
    ("section", &["section", "sections", "sec", "sect", "s", "ss"]),
    ("subsection", &["subsection", "subsections"]),
    ("article", &["article", "articles", "art", "arts"]),
    ("clause", &["clause", "clauses", "cl"]),
    ("schedule", &["schedule", "schedules", "sch"]),
    ("paragraph", &["paragraph", "paragraphs", "para", "paras"]),
    ("regulation", &["regulation", "regulations", "reg", "regs"]),
    ("chapter", &["chapter", "chapters", "ch"]),
    ("page", &["page", "pages", "p", "pp"]),
    ("column", &["column", "columns", "col", "cols"]),
    ("annex", &["annex", "annexe", "annexes"]),
    ("appendix", &["appendix", "appendices"]),
    ("resolution", &["resolution", "resolutions"]),
    ("proposition", &["proposition", "propositions", "prop"]),
    ("recommendation", &["recommendation", "recommendations"]),
    ("amendment", &["amendment", "amendments"]),
    ("directive", &["directive", "directives"]),
    ("rule", &["rule", "rules"]),
    ("number", &["no", "nos", "number", "numbers", "nr"]),
];

/// Those that say where in a text something is.
pub const PLACES_IN_TEXT: &[&str] = &["paragraph", "page", "column"];

/// Things that a number after them names, if no word that it could count follows.
pub const LABELS: &[&str] = &[
    "room", "route", "flat", "apartment", "house", "gate", "platform", "flight", "junction", "exit",
    "bus", "line", "part", "title", "volume", "book", "edition", "issue", "version", "episode",
    "series", "season", "round", "stage", "phase", "step", "level", "grade", "tier", "band", "zone",
    "category", "class", "type", "group", "unit", "item", "question", "table", "figure", "chart",
    "exhibit", "form", "order", "motion", "bill", "decision", "case", "ward", "district", "sector",
    "block", "building", "floor", "lot", "plot", "box", "berth", "pier", "dock", "bay", "bed",
    "cell", "court", "channel", "radio", "studio", "track", "lane", "highway", "interstate", "road",
    "option", "plan", "point", "principle", "goal", "objective", "protocol", "model", "mark", "size",
    "year", "week", "day", "month", "verse", "seat", "row", "lesson", "sheet", "note", "footnote",
    "division", "station", "area", "region", "suite", "terminal", "carriage", "coach",
];

/// Last words of a street's name, whose houses have numbers.
pub const STREETS: &[&str] = &[
    "street", "st", "road", "rd", "lane", "avenue", "ave", "square", "place", "close", "drive",
    "terrace", "crescent", "gardens", "way", "court", "row", "hill", "park", "gate", "mews", "quay",
    "boulevard", "yard", "wharf", "walk", "parade", "grove",
];

/// Names whose number is no figure, as they are written without it too.
pub const NAMES_WITHOUT_FIGURE: &[&str] = &["covid19", "covid2019", "sarscov2"];

/// Words after `zero` by which it is no figure: `zero hours`.
pub const AFTER_ZERO: &[&str] = &[
    "hours", "hour", "tolerance", "emission", "emissions", "carbon", "waste", "sum", "rated",
    "trust",
];

// Words whose case counts.

/// Words whose point does not end a sentence.
pub const ABBREVIATIONS: &[&str] = &[
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "St", "Hon", "Lt", "Col", "Gen", "No", "vs",
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
