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
