//! The words of asks, commitments and actions, and of posts. For proposals.

use super::word_list::{WordList, words};

/// Verbs by which their subject asks somebody to do something: `urges the board to act`.
pub const ASKS: WordList = words![
    "ask", "asked", "asking", "asks", "encourage", "encouraged", "encourages", "encouraging",
    "implore", "implored", "implores", "imploring", "press", "pressed", "presses", "pressing",
    "request", "requested", "requesting", "requests", "urge", "urged", "urges", "urging", "want",
    "wanted", "wants",
];

/// Those that `on` follows: `calls on the board to act`.
pub const ASKS_ON: WordList = words!["call", "called", "calling", "calls"];

/// Those that `that` follows: `recommends that the board act`.
pub const ASKS_THAT: WordList = words![
    "demand", "demanded", "demands", "propose", "proposed", "proposes", "recommend", "recommended",
    "recommending", "recommends",
];

/// Verbs of a promise, before `to` and what is promised.
pub const PLEDGES: WordList = words![
    "pledge", "pledged", "pledges", "promise", "promised", "promises", "undertaken", "undertook",
    "vow", "vowed", "vows",
];

/// Words before people or bodies that nobody names one by one: `urge all harbour authorities to`.
pub const WHOEVER: WordList = words!["all", "any", "each", "every"];

/// Words for everyone who is asked.
pub const EVERYONE: WordList = words!["everybody", "everyone"];

/// Verbs of a promise after which `to` may also govern a noun: `committed to safety`.
pub const AGREEMENTS: WordList = words!["agreed", "agrees", "commits", "committed"];

/// Verbs after `will` by which their subject promises nothing: `will face`.
pub const NO_DEEDS: WordList = words![
    "add", "appear", "argue", "attend", "be", "become", "benefit", "call", "claim", "come",
    "depend", "face", "feel", "find", "get", "go", "happen", "have", "hear", "know", "lead", "lose",
    "mark", "mean", "miss", "need", "outline", "pay", "receive", "remain", "say", "see", "set",
    "soon", "speak", "stay", "suffer", "take", "tell", "urge", "visit", "warn", "welcome",
];

/// Words between a promise and what is promised: `I promise you all that`.
pub const HEARERS: WordList = words!["again", "all", "here", "now", "this", "today", "tonight", "you"];

/// Those for whom somebody answers who calls them `my` or `our`.
pub const OWN_PEOPLE: WordList = words![
    "authority", "board", "company", "council", "department", "directors", "engineers", "government",
    "inspectors", "ministers", "ministry", "office", "officers", "officials", "staff", "team", "teams",
];

/// Objects of `published` by which a text announces itself or another text.
pub const ANNOUNCED_PAPERS: WordList = words![
    "bulletin", "findings", "release", "report", "reports", "results", "statement", "statistics",
];

/// The noun and the verbs of a list of recommendations.
pub const RECOMMENDS: WordList = words!["recommend", "recommendation", "recommendations", "recommended", "recommends"];

/// Words between an auxiliary and its verb: `has now launched`.
pub const BETWEEN_VERBS: WordList = words![
    "already", "also", "just", "now", "recently", "since", "then", "therefore", "today",
];

/// Verbs of what was done, after `has` or `have`, each with its plain form.
pub const DONE: &[(&str, &str)] = &[
    ("appointed", "appoint"), ("awarded", "award"), ("banned", "ban"), ("begun", "begin"),
    ("built", "build"), ("closed", "close"), ("commissioned", "commission"),
    ("created", "create"), ("established", "establish"), ("expanded", "expand"),
    ("fined", "fine"), ("funded", "fund"), ("hired", "hire"), ("inspected", "inspect"),
    ("installed", "install"), ("introduced", "introduce"), ("invested", "invest"),
    ("issued", "issue"), ("launched", "launch"), ("opened", "open"), ("ordered", "order"),
    ("published", "publish"), ("recruited", "recruit"), ("repaired", "repair"),
    ("replaced", "replace"), ("reviewed", "review"), ("started", "start"),
    ("suspended", "suspend"), ("trained", "train"), ("updated", "update"),
    ("withdrawn", "withdraw"), ("written", "write"),
];

/// Those of [`DONE`] by which something has only begun.
pub const BEGUN: WordList = words!["begun", "started"];

/// Words that make what follows hang on something: `if the board agrees, it will`.
pub const MAKE_CONDITIONAL: WordList = words!["if", "once", "unless", "whether", "why", "how", "when"];

/// Verbs of speech that report what somebody says: `said that`. Those by which somebody asks or
/// promises are among them.
pub const REPORTING_VERBS: WordList = words![
    "acknowledged", "acknowledges", "added", "adds", "admits", "admitted", "alleged", "alleges",
    "announced", "announces", "argued", "argues", "asserted", "asserts", "believe", "believed",
    "believes", "claimed", "claims", "complained", "complains", "conceded", "concedes", "concluded",
    "concludes", "confirmed", "confirms", "declared", "declares", "disclosed", "emphasised",
    "emphasises", "estimated", "explained", "explains", "finds", "found", "insisted", "insists",
    "maintained", "maintains", "noted", "observed", "predicted", "recalled", "repeated", "replied",
    "reported", "reports", "revealed", "reveals", "said", "say", "says", "stated", "states",
    "stressed", "stresses", "suggested", "suggests", "tells", "testified", "told", "warned",
    "warns", "wrote",
];

/// Words before and inside what a report gives: `said that 31 boats`, not `said on Monday`.
pub const NO_REPORTS_AFTER: WordList = words![
    "about", "after", "against", "as", "at", "before", "by", "during", "for", "from", "in", "last",
    "nothing", "of", "on", "so", "this", "to", "with",
];

/// The last words of what an action rests on: `under the Ports Act`.
pub const INSTRUMENTS: WordList = words![
    "act", "bill", "charter", "code", "directive", "fund", "guidance", "initiative", "order",
    "orders", "programme", "protocol", "regulation", "regulations", "rules", "scheme", "strategy",
];

/// Words before what an action rests on.
pub const BEFORE_INSTRUMENTS: WordList = words!["from", "through", "under", "using", "via"];

/// Words before when something is due.
pub const BEFORE_DUE: WordList = words!["before", "by", "within"];

/// Words before a number that only says which: `call 101`, `routes 4 and 9`.
pub const BEFORE_NUMBERS: WordList = words![
    "appendix", "berth", "berths", "bus", "buses", "call", "calling", "case", "chapter", "dial",
    "directive", "figure", "flight", "form", "gate", "junction", "line", "lines", "no", "number",
    "page", "pages", "phone", "platform", "platforms", "quoting", "ref", "reference", "regulation",
    "ring", "room", "rooms", "route", "routes", "service", "services", "table", "tel", "telephone",
    "text", "train", "tram", "ward",
];

/// Nouns in the singular after a number that only says which: `the 42 bus`.
pub const NUMBERED: WordList = words!["bus", "ferry", "flight", "route", "service", "train", "tram"];

/// Plurals after one of [`NUMBERED`] by which a number counts: `42 bus drivers`.
pub const AFTER_NUMBERED: WordList = words![
    "companies", "crews", "drivers", "fares", "firms", "journeys", "lanes", "operators", "passes",
    "passengers", "routes", "services", "shelters", "stations", "stops", "tickets", "trips", "users",
    "workers",
];

/// What is counted when people are, besides [`PEOPLE`](super::PEOPLE).
pub const COUNTED_PEOPLE: WordList = words![
    "adults", "apprentices", "casualties", "children", "claimants", "crew", "deaths", "families",
    "fatalities", "homes", "households", "injuries", "jobs", "lives", "men", "pensioners", "people",
    "places", "posts", "redundancies", "staff", "women",
];

/// Words that say that something changes, or how it compares.
pub const CHANGES: WordList = words![
    "average", "climbed", "compared", "cost", "costs", "cut", "cuts", "decline", "declined",
    "decrease", "decreased", "doubled", "drop", "dropped", "fall", "fallen", "falling", "falls",
    "fell", "fewer", "grew", "grown", "growth", "halved", "higher", "increase", "increased",
    "increases", "lost", "lower", "record", "reduced", "reduction", "rise", "risen", "rises",
    "rising", "rose", "saved", "tenfold", "trebled", "tripled",
];

/// Verbs by which a source tells what was found, whoever found it.
pub const FINDINGS: WordList = words![
    "concluded", "estimated", "estimates", "found", "finds", "reported", "reveals", "revealed",
];

/// Objects of an action that say nothing without what came before: `publish them`.
pub const POINTERS: WordList = words!["it", "so", "them", "those"];

/// Nouns before which a name is that of a body: `the union Seafarers United`.
pub const LEAD_TO_BODIES: WordList = words![
    "body", "builder", "charity", "company", "consultancy", "contractor", "developer", "firm",
    "group", "insurer", "manufacturer", "operator", "organisation", "provider", "regulator",
    "retailer", "supplier", "union", "watchdog",
];

/// Last words of a field of policy, which is no person’s name: `Minister for Higher Education Reform`.
pub const POLICIES: WordList = words![
    "affairs", "care", "change", "culture", "development", "education", "energy", "environment",
    "equalities", "equality", "exchequer", "health", "innovation", "justice", "policy", "protection",
    "reform", "rights", "safety", "science", "security", "services", "skills", "trade", "transport",
];

/// Words of a time that is no date: `by the end of the year`.
pub const DUE_TIMES: WordList = words![
    "april", "august", "autumn", "christmas", "day", "days", "december", "easter", "february",
    "january", "july", "june", "march", "may", "month", "months", "november", "october", "quarter",
    "recess", "september", "spring", "summer", "week", "weeks", "winter", "year", "years",
];

/// Words before which an action ends: `publish a code after an inquiry`.
pub const END_ACTIONS: WordList = words![
    "after", "although", "amid", "because", "but", "despite", "following", "she", "since", "though",
    "unless", "whereas", "which", "while", "who",
];

/// Nouns for a post that are no words of [`ROLES`](super::ROLES): `founder of the trust`.
pub const POSTS: WordList = words![
    "actuary", "advisor", "advocate", "analyst", "archivist", "barrister", "campaigner", "captain",
    "ceo", "cfo", "commander", "commandant", "commissioner", "commodore", "consultant",
    "coordinator", "counsel", "curator", "dean", "deputy", "economist", "editor", "engineer",
    "epidemiologist", "fellow", "founder", "harbourmaster", "historian", "lawyer", "lead",
    "lecturer", "librarian", "matron", "midwife", "moderator", "mp", "msp", "nurse", "organiser",
    "owner", "partner", "physician", "provost", "psychologist", "rector", "researcher", "scientist",
    "sergeant", "sheriff", "skipper", "solicitor", "spokesman", "spokesperson", "spokeswoman",
    "statistician", "surgeon", "trustee", "warden",
];

/// Posts of whose `of` a body follows: `founder of River Watch`.
pub const EXECUTIVES: WordList = words![
    "ceo", "chair", "chairman", "chairwoman", "executive", "founder", "organiser", "owner",
    "secretary", "spokesman", "spokesperson", "spokeswoman", "trustee",
];

/// Posts of which `of` and `for` go on with the post itself: `minister for the Cabinet Office`.
pub const OFFICES_OF_STATE: WordList = words![
    "ambassador", "archbishop", "bishop", "chancellor", "commissioner", "governor", "leader",
    "mayor", "minister", "mp", "ombudsman", "premier", "sheriff", "speaker",
];

/// Verbs that say what post somebody has, each with the post: `Vale, who chairs the board`.
pub const HOLD_POSTS: &[(&str, &str)] =
    &[("chairs", "chair"), ("founded", "founder"), ("heads", "head")];

/// Participles by which somebody comes to a post: `was appointed Minister for Ports`.
pub const APPOINTED: WordList = words!["appointed", "elected", "made", "named", "re-elected"];

/// Words for a post that are so after another word alone: `harbour master`.
pub const POSTS_OF_TWO_WORDS: &[(&str, &str)] =
    &[("dock", "master"), ("harbour", "master"), ("pier", "master"), ("station", "master")];

/// More words by which a name is that of a body, if it is no known person’s: `Tidewater Ferries`.
pub const MORE_BODIES: WordList = words![
    "academy", "action", "airlines", "airways", "analytics", "archive", "archives", "bbc", "body",
    "boatyard", "brigade", "club", "coalition", "coastguard", "collective",
    "confederation", "congress", "consortium", "cooperative", "corporation", "energy", "exchange",
    "ferries", "gallery", "harbours", "hospitals", "industries", "infirmary", "journal", "kingdom",
    "laboratory", "library", "media", "museum", "news", "observatory", "panel", "ports", "rail",
    "railway", "railways", "registry", "shipping", "states", "taskforce", "times", "tv", "watch",
    "watchdog", "water", "works",
];

/// Last words of names that are works, laws, plans, days or places, and nobody: `Ports Act`.
pub const NO_PARTIES: WordList = words![
    "act", "amendment", "avenue", "award", "awards", "bay", "bill", "budget", "castle", "charter",
    "city", "clause", "coast", "code", "conference", "contents", "convention", "county", "day",
    "directive", "division", "editor", "editors", "enquiries", "estuary", "festival", "framework",
    "guidance", "highway", "hill", "index", "information", "initiative", "island", "islands",
    "lane", "month", "notes", "order", "park", "plan", "policy", "programme", "project",
    "protocol", "quay", "regulations", "report", "review", "river", "road", "scheme", "sea",
    "sector", "spokesperson", "square", "standard", "standards", "statement", "strategy", "street",
    "summit", "survey", "town", "update", "valley", "village", "week", "year",
];

/// Bodies that one such word is enough to name.
pub const BODIES_OF_ONE_WORD: WordList = words![
    "cabinet", "congress", "government", "parliament", "police", "senate", "treasury",
];

/// Words that open a line of an imprint: `Published on 3 March 2026`, `Issued by the Harbour Board`.
pub const OPEN_IMPRINTS: WordList = words![
    "by", "date", "dated", "embargo", "embargoed", "first", "for", "immediate", "issue", "issued",
    "of", "on", "posted", "publication", "published", "release", "released", "until",
];

/// Words of what a paper is, in its first lines: `Press release`, `For immediate release`.
pub const KINDS_OF_PAPER: WordList = words![
    "announcement", "article", "briefing", "bulletin", "circular", "comment", "embargoed", "for",
    "immediate", "letter", "media", "news", "newsletter", "note", "notice", "press", "publication",
    "release", "report", "speech", "statement",
];

/// Words beside a date on which a text did not come out.
pub const OTHER_DATES: WordList = words![
    "amended", "archived", "closes", "closing", "deadline", "due", "effective", "expires", "from",
    "meeting", "modified", "next", "review", "reviewed", "revised", "since", "updated", "until",
];
