//! Every English word that the evidence layer knows, in lists by what the words do.
//!
//! The code names a list and never a word of it, so these files show what English the program
//! knows. Only the single words of a fixed phrase (`out of`, `per cent`) are in the code that reads
//! the phrase. Lists are in lower case, and so is what is looked up in them, except for the lists
//! of words whose case counts.

#[rustfmt::skip]
mod asides;
#[rustfmt::skip]
mod cuts;
#[rustfmt::skip]
mod deeds;
#[rustfmt::skip]
mod figures;
#[rustfmt::skip]
mod speech;
mod word_list;

pub use asides::*;
pub use cuts::*;
pub use deeds::*;
pub use figures::*;
pub use speech::*;
pub use word_list::{WordList, WordTable, slots, table};
pub(crate) use word_list::{word_table, words};

// What turns, limits or softens a sentence.

/// Words that turn a sentence round, as does every word that ends in `n't`. For quotations.
pub const NEGATIONS: WordList = words![
    "not", "no", "never", "none", "nobody", "nothing", "nowhere", "neither", "nor", "cannot",
    "without", "hardly", "scarcely", "barely", "rarely", "seldom", "lack", "lacks", "lacked",
    "lacking", "refuse", "refuses", "refused", "refusing", "deny", "denies", "denied", "denying",
    "fail", "fails", "failed", "failing",
];

/// Words that make a sentence depend on something. For quotations.
pub const CONDITIONS: WordList = words![
    "if", "unless", "until", "provided", "providing", "assuming", "except", "only", "subject",
];

/// Words that soften a sentence, which brackets in a quotation may not replace.
pub const HEDGES: WordList = words![
    "may", "might", "could", "would", "can", "perhaps", "possibly", "probably", "likely", "unlikely",
    "allegedly", "alleged", "suspected", "potential", "potentially", "reportedly", "apparently",
    "about", "around", "approximately", "roughly", "nearly", "almost", "average", "estimated", "some",
    "few", "most", "many", "sometimes", "often", "seem", "seems", "seemed", "appear", "appears",
    "appeared", "statistically", "claims", "claimed", "believe", "believes", "believed", "thinks",
    "hope", "hopes", "hoped", "want", "wants", "wanted",
];

/// Words that begin another clause, up to which a negation that an ellipsis takes away counts.
pub const CONJUNCTIONS: WordList = words![
    "and", "but", "because", "while", "whereas", "so", "as", "since", "which", "who",
];

/// Words that begin another clause, up to which a hedge reaches. For `dropped-hedge`.
pub const CLAUSE_JOINERS: WordList = words!["and", "but"];

/// Words by which a line may say that a figure is not exact. For `dropped-hedge`, as the next six
/// lists.
pub const CARRY_APPROXIMATELY: WordList = words![
    "around", "about", "approximately", "roughly", "nearly", "almost", "circa", "estimated", "some",
    "up", "over", "more", "average",
];

/// Phrases before a figure by which it is the most there may be. For `turned-bound`, as the next
/// five lists.
pub const AT_MOST: WordList = words![
    "fewer than", "less than", "lower than", "smaller than", "under", "below", "just under",
    "up to", "at most", "at the most", "no more than", "not more than", "no greater than",
    "not exceeding", "no higher than", "as many as", "as much as", "nearly", "almost",
    "maximum of", "short of", "shy of", "approaching", "close to", "<", "≤",
];

/// Phrases before a figure by which it is the least there may be.
pub const AT_LEAST: WordList = words![
    "more than", "greater than", "higher than", "larger than", "over", "above", "at least",
    "at the least", "no fewer than", "no less than", "not less than", "not fewer than",
    "no lower than", "in excess of", "upwards of", "upward of", "exceeding", "exceeds", "exceeded",
    "exceed", "minimum of", "north of", "topping", "topped", ">", "≥",
];

/// Phrases after a figure, or after what it counts, by which it is the most there may be.
pub const AT_MOST_AFTER: WordList = words![
    "or less", "or fewer", "or under", "or below", "and under", "or lower", "and below", "at most",
    "maximum", "at the most", "or younger", "and younger",
];

/// Phrases after a figure, or after what it counts, by which it is the least there may be.
pub const AT_LEAST_AFTER: WordList = words![
    "or more", "and more", "or over", "and over", "or above", "and above", "or higher", "and up",
    "or greater", "at least", "at the least", "upwards", "plus", "or older", "and older", "+",
    "minimum", "or longer",
];

/// Phrases before a figure by which it is not exact.
pub const ABOUT: WordList = words![
    "around", "about", "approximately", "approx", "roughly", "circa", "estimated", "some", "c", "ca",
    "in the region of", "of the order of", "near", "~", "something like", "estimated at",
    "estimated to be", "estimated that", "estimate of", "estimates that", "estimates of",
    "perhaps", "maybe", "possibly", "probably",
];

/// Short words before a figure by which it is not exact, which a point may follow.
pub const ABOUT_IN_SHORT: WordList = words!["c", "ca", "approx"];

/// Phrases after a figure, or after what it counts, by which it is not exact.
pub const ABOUT_AFTER: WordList = words!["or so", "odd", "or thereabouts", "approximately", "roughly"];

/// Words by which a line may carry an upper bound, wherever they are.
pub const CARRY_AT_MOST: WordList = words![
    "maximum", "max", "cap", "capped", "limit", "limited", "ceiling", "under", "below", "fewer",
    "less", "most", "nearly", "almost", "up", "approaching", "close", "just", "within", "short",
    "around", "about", "approximately", "roughly", "some", "near",
];

/// Words by which a line may carry a lower bound, wherever they are.
pub const CARRY_AT_LEAST: WordList = words![
    "minimum", "min", "floor", "least", "over", "above", "more", "exceed", "exceeds", "exceeded",
    "exceeding", "plus", "upwards", "topped", "passed", "around", "about", "approximately",
    "roughly", "some",
];

/// Words by which a line denies a figure, beside those that turn a sentence round.
pub const DENIALS: WordList = words![
    "reject", "rejects", "rejected", "dispute", "disputes", "disputed", "false", "wrong", "untrue",
    "incorrect", "rather", "instead", "far", "miss", "missed", "short", "myth",
];

/// Words by which a sentence denies the figure that follows as their object: `did not see 500`. So
/// does every word that ends in `n't`.
pub const DENYING: WordList = words![
    "not", "never", "cannot", "without", "neither", "nor", "deny", "denies", "denied", "denying",
    "nobody",
];

/// Words for a subject that there is none of, by which a sentence denies what it says of it: `no crossing
/// costs more than £4`.
pub const NO_SUBJECT: WordList = words!["no", "none"];

/// Words after them by which there is no such subject: `no doubt`, `no fewer than`, `none the less`.
pub const NO_WITHOUT_SUBJECT: WordList = words![
    "doubt", "question", "secret", "surprise", "wonder", "matter", "mistake", "evidence", "proof",
    "sign", "suggestion", "indication", "record", "claim", "mention", "reason", "chance", "way",
    "idea", "more", "less", "fewer", "later", "earlier", "greater", "higher", "lower", "larger",
    "smaller", "longer", "sooner", "the",
];

/// Words that except something from a subject: `no other port`, `no port except Hull`.
pub const EXCEPTING: WordList = words!["other", "else", "except", "besides", "apart", "save"];

/// Verbs that say a figure of their subject, in the present and in the past.
pub const SAYING_FIGURE: WordList = words![
    "is", "are", "was", "were", "be", "been", "has", "have", "had", "cost", "costs", "take", "takes",
    "took", "taken", "pay", "pays", "paid", "charge", "charges", "charged", "lasts", "lasted", "get",
    "gets", "got", "receive", "receives", "received", "spend", "spends", "spent", "wait", "waits",
    "waited", "carry", "carries", "carried", "hold", "holds", "held", "earn", "earns", "earned",
    "lose", "loses", "lost", "see", "sees", "saw", "seen", "make", "makes", "made", "serve", "serves",
    "served", "reach", "reaches", "reached", "exceed", "exceeds", "exceeded", "contain", "contains",
    "contained", "need", "needs", "needed", "employ", "employs", "employed", "weigh", "weighs",
    "weighed",
];

/// Words that join clauses: what is said of a subject ends there.
pub const BETWEEN_CLAUSES: WordList = words![
    "and", "but", "or", "that", "if", "because", "than", "when", "while", "whereas", "which", "who",
    "whose", "where", "as", "so", "although", "though", "since",
];

/// Those of them after which a main clause begins, or one that says all that it denies.
pub const BEFORE_SUBJECT: WordList = words![
    "and", "but", "that", "if", "because", "while", "whereas", "so", "although", "though", "since",
];

/// Words by which a sentence denies all that follows a `that`.
pub const DENYING_THAT: WordList = words!["deny", "denies", "denied", "denying"];

/// Words that say that there is one or none: `saw no boats`.
pub const ONE_OR_NONE: WordList = words!["one", "no"];

/// Words beside a noun in the singular or in a denial.
pub const SINGLE: WordList = words!["one", "no", "a", "an", "none", "any", "single", "not", "without"];

/// Words in whose place another figure is: `84 rather than 500`.
pub const REPLACED: &[(&str, &str)] = &[("rather", "than"), ("instead", "of")];

/// Words between a negation and a figure by which it does not deny the figure: `did not act for 14
/// days`, `did not see the 500 boats`.
pub const UNDENIED: WordList = words![
    "of", "in", "for", "after", "since", "by", "on", "at", "from", "with", "within", "during",
    "until", "before", "between", "and", "but", "that", "if", "because", "than", "the", "these",
    "those", "their", "its", "all", "any",
];

/// Words beside a negation by which it denies nothing: `not only 500`.
pub const NOT_DENYING: WordList = words!["only", "just", "merely", "simply", "until", "least", "yet"];

/// Hedges of the figure after them, as an average; a line carries them by the same words.
pub const ON_AVERAGE: WordList = words!["average", "averages", "averaged"];

/// Hedges of the people they describe.
pub const SUSPECTED: WordList = words!["suspected", "potential", "alleged", "possible"];

/// Words by which a line may carry such a hedge.
pub const CARRY_SUSPECTED: WordList = words![
    "suspected", "potential", "alleged", "possible", "suspects", "suspect", "risk",
];

/// Hedges of a sentence, by statistics.
pub const STATISTICALLY: WordList = words!["statistically"];

/// Words by which a line may carry such a hedge.
pub const CARRY_STATISTICALLY: WordList = words!["statistically", "statistical", "statistics"];

/// Hedges of a sentence, by hearsay.
pub const BY_HEARSAY: WordList = words!["reportedly", "allegedly", "apparently"];

/// Words that are such a hedge before `to`: `is said to`.
pub const HEARSAY_BEFORE_TO: WordList = words!["said", "believed", "thought", "understood", "reported"];

/// Words by which a line may carry hearsay.
pub const CARRY_HEARSAY: WordList = words![
    "said", "says", "reported", "reportedly", "allegedly", "alleged", "apparently", "believed",
    "thought", "understood", "according", "estimated",
];

/// Verbs that promise or command, as does every word that ends in `'ll`. For `stronger-verb`.
pub const FIRM_VERBS: WordList = words!["will", "shall", "must"];

/// Words that promise or command less than a firm verb. For `stronger-verb`.
pub const SOFT_VERBS: WordList = words![
    "committed", "wants", "want", "wanted", "plans", "plan", "planned", "aims", "aim", "hopes",
    "hope", "intends", "proposes", "proposed", "considering", "considers", "seeks", "would", "could",
    "may", "might", "should", "calls", "calling", "called", "asks", "asked", "urges", "urged",
    "commitment",
];

/// Words that carry no meaning of their own when two sentences are compared.
pub const SMALL_WORDS: WordList = words![
    "each", "every", "a", "an", "the", "of", "in", "on", "at", "by", "for", "to", "from", "with",
    "and", "or", "but", "that", "which", "who", "was", "were", "is", "are", "be", "been", "has",
    "have", "had", "this", "these", "those", "their", "its", "it", "they", "he", "she", "we", "as",
    "than", "then", "into", "over", "under", "will", "would", "said", "says", "more", "most", "some",
    "also", "not", "when", "where", "while",
];

// Spelling.

/// Endings that do not count when two words are compared, the longest first.
pub const ENDINGS: WordList = words!["ing", "ed", "es", "s", "e"];

/// Endings that an editor may put in brackets after a word: `boat[s]`.
pub const EDITORS_ENDINGS: WordList = words!["s", "es", "d", "ed", "ing", "n", "en", "'s", "s'", "'"];

/// Words that an apostrophe begins, which is then no quotation mark: `’tis`.
pub const ELISIONS: WordList = words!["tis", "twas", "til", "em", "cause", "n", "bout"];

// Names with numbers in them.

/// Parts of laws and texts, which a number names; each by its name.
pub const LAW_LABELS: WordTable<&str> = word_table![
    "section" => ["section", "sections", "sec", "sect", "s", "ss"],
    "subsection" => ["subsection", "subsections"],
    "article" => ["article", "articles", "art", "arts"],
    "clause" => ["clause", "clauses", "cl"],
    "schedule" => ["schedule", "schedules", "sch"],
    "paragraph" => ["paragraph", "paragraphs", "para", "paras"],
    "regulation" => ["regulation", "regulations", "reg", "regs"],
    "chapter" => ["chapter", "chapters", "ch"],
    "page" => ["page", "pages", "p", "pp"],
    "column" => ["column", "columns", "col", "cols"],
    "annex" => ["annex", "annexe", "annexes"],
    "appendix" => ["appendix", "appendices"],
    "resolution" => ["resolution", "resolutions"],
    "proposition" => ["proposition", "propositions", "prop"],
    "recommendation" => ["recommendation", "recommendations"],
    "amendment" => ["amendment", "amendments"],
    "directive" => ["directive", "directives"],
    "rule" => ["rule", "rules"],
    "number" => ["no", "nos", "number", "numbers", "nr"],
];

/// Those that say where in a text something is.
pub const PLACES_IN_TEXT: WordList = words!["paragraph", "page", "column"];

/// Things that a number after them names, if no word that it could count follows.
pub const LABELS: WordList = words![
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

/// Words after which those name nothing, so that a number after both counts: `last year 5,300 of them`.
pub const BEFORE_NO_LABEL: WordList = words![
    "last", "this", "next", "past", "previous", "coming", "following", "same", "that", "each", "every",
    "per",
];

/// Last words of a street's name, whose houses have numbers.
pub const STREETS: WordList = words![
    "street", "st", "road", "rd", "lane", "avenue", "ave", "square", "place", "close", "drive",
    "terrace", "crescent", "gardens", "way", "court", "row", "hill", "park", "gate", "mews", "quay",
    "boulevard", "yard", "wharf", "walk", "parade", "grove",
];

/// Names whose number is no figure, as they are written without it too.
pub const NAMES_WITHOUT_FIGURE: WordList = words!["covid19", "covid2019", "sarscov2"];

/// Words after `zero` by which it is no figure: `zero hours`.
pub const AFTER_ZERO: WordList = words![
    "hours", "hour", "tolerance", "emission", "emissions", "carbon", "waste", "sum", "rated",
    "trust",
];

/// Words with a number in them that count nothing; a hyphen may be in place of each blank.
pub const NUMBER_IDIOMS: WordList = words![
    "half hearted", "half heartedly", "half baked", "half truth", "half truths", "third party",
    "third parties", "third rate", "two way", "two tier", "two faced", "two dimensional",
    "three dimensional", "four wheel", "four letter", "eleventh hour",
];

// Texts that are still to be written.

/// What stands in place of a text, in capitals or as the whole text; an `xx` may be longer.
pub const PLACEHOLDER_SIGNS: WordList = words!["tbc", "tbd", "tba", "xx"];

/// What tells an author to write a text, in capitals or as the whole text.
pub const PLACEHOLDER_ORDERS: WordList = words!["fill in", "todo", "to do"];

/// What stands in place of a text, before a stop or as the whole text.
pub const PLACEHOLDER_PHRASES: WordList = words![
    "to be written", "to be filled in", "to be completed", "to be confirmed", "to be decided",
    "to be added", "to be announced", "to follow", "placeholder",
    "name to be confirmed", "post to be confirmed", "date to be confirmed",
];

// Words whose case counts.

/// Words whose point does not end a sentence.
pub const ABBREVIATIONS: WordList = words![
    "Mr", "Mrs", "Ms", "Dr", "Prof", "Rev", "St", "Hon", "Lt", "Col", "Gen", "No", "vs", "Gov",
    "Sen", "Rep", "Cllr", "Supt", "Insp", "Sgt", "Capt", "Maj", "Cmdr", "Det", "Rt", "Mx", "Messrs",
    "Fr", "Revd", "Ven", "Adm", "Brig", "Cpl", "Pte", "Con", "Ald", "Amb", "Atty", "Asst", "Supts",
    "Inspt", "DCI", "Coun", "Jr", "Sr", "Ltd", "Co", "Inc", "eg", "ie", "cf", "Dept",
];

/// The month and the name that is also a modal verb.
pub const MAY: &str = "May";

/// The months, in order.
pub const MONTHS: WordList = words![
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
];

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    /// The words of every list in `code`: what is between `[` and `]`.
    fn lists(code: &str) -> impl Iterator<Item = Vec<&str>> {
        let inside = code.split('[').filter_map(|rest| Some(rest.split_once(']')?.0));
        inside.map(|words| words.split('"').skip(1).step_by(2).collect())
    }

    #[test]
    fn lists_hold_each_word_once_and_in_lower_case() {
        let (code, _) = include_str!("mod.rs").split_once("#[cfg(test)]").unwrap();
        let (lower, cased) = code.split_once("// Words whose case counts.").unwrap();
        let lower = [lower, include_str!("cuts.rs"), include_str!("figures.rs"), include_str!("speech.rs")];
        let lower: Vec<Vec<&str>> = lower.into_iter().flat_map(lists).collect();
        let cased: Vec<Vec<&str>> = lists(cased).collect();
        assert!(lower.len() > 80 && !cased.is_empty());
        for list in lower.iter().chain(&cased) {
            let once: HashSet<&str> = list.iter().copied().collect();
            assert_eq!(once.len(), list.len(), "{list:?}");
        }
        for word in lower.into_iter().flatten() {
            assert_eq!(word, word.to_lowercase());
        }
    }

    #[test]
    fn the_lists_of_speech_are_sorted_and_name_no_word_twice() {
        let lists = include_str!("speech.rs").split("pub const ").skip(1);
        for list in lists.filter(|list| list.contains(": WordList")) {
            let words: Vec<&str> = list[..list.find("];").unwrap()].split('"').skip(1).step_by(2).collect();
            assert!(words.is_sorted_by(|one, next| one < next), "{list}");
        }
    }
}
