//! The words of speech, and of the names of people and bodies.

use super::word_list::{WordList, words};

// Who speaks.

/// Verbs that give speech to their subject: `said Vale`. For attribution, as the lists up to
/// [`NO_LABELS`].
pub const SPEECH_VERBS: WordList = words![
    "accuse", "accused", "accuses", "accusing", "acknowledged", "acknowledges", "acknowledging",
    "add", "added", "adding", "adds", "admit", "admits", "admitted", "admitting", "agreed",
    "agreeing", "agrees", "alleged", "alleges", "alleging", "announced", "announces", "announcing",
    "answered", "answering", "answers", "apologised", "apologises", "argue", "argued", "argues",
    "arguing", "ask", "asked", "asking", "asks", "assert", "asserted", "asserts", "believe",
    "believed", "believes", "bellowed", "blasted", "boasted", "branded", "called", "calling",
    "calls", "chanted", "chanting", "chants", "cited", "cites", "claimed", "claiming", "claims",
    "commented", "commenting", "comments", "complain", "complained", "complaining", "complains",
    "conceded", "concedes", "conceding", "concluded", "concludes", "condemned", "confirmed",
    "confirming", "confirms", "continued", "continues", "countered", "counters", "cried",
    "criticised", "criticises", "declared", "declares", "declaring", "defended", "demanded",
    "demanding", "demands", "denied", "denies", "denying", "describe", "described", "describes",
    "describing", "disclosed", "dismissed", "dismisses", "dismissing", "dubbed", "emailed",
    "emphasised", "emphasises", "estimated", "exclaimed", "explain", "explained", "explaining",
    "explains", "finds", "found", "fumed", "hailed", "hinted", "insist", "insisted", "insisting",
    "insists", "interjected", "interrupted", "jeered", "joined", "joked", "jokes", "labelled",
    "lamented", "maintain", "maintained", "maintains", "messaged", "murmured", "mused", "muttered",
    "noted", "notes", "noting", "objected", "observed", "observes", "opined", "pledged", "pledges",
    "pledging", "pointed", "posted", "posts", "praised", "predicted", "proclaimed", "promised",
    "promises", "promising", "protested", "put", "puts", "quipped", "quoted", "quotes", "read",
    "reading", "reads", "recalled", "recalls", "reflected", "rejected", "rejecting", "rejects",
    "remarked", "remarks", "repeated", "repeats", "replied", "replies", "reply", "replying",
    "reported", "reports", "requires", "responded", "responding", "responds", "retorted",
    "revealed", "revealing", "reveals", "roared", "said", "sang", "say", "saying", "says",
    "screamed", "shout", "shouted", "shouting", "shouts", "sighed", "signed", "slammed", "snapped",
    "spoke", "stated", "states", "stating", "stipulates", "stressed", "stresses", "stressing",
    "suggest", "suggested", "suggesting", "suggests", "summarised", "summed", "tell", "telling",
    "tells", "testified", "testifies", "texted", "thanked", "thundered", "told", "tweeted",
    "tweeting", "tweets", "urged", "urges", "urging", "vowed", "vowing", "vows", "warn", "warned",
    "warning", "warns", "welcomed", "welcomes", "welcoming", "whispered", "wondered", "write",
    "writes", "writing", "wrote", "yelled",
];

/// Those of [`SPEECH_VERBS`] that are so before `it` alone: `as Vale put it`, not `put an end to`.
pub const SPEECH_VERBS_WITH_IT: WordList = words!["put", "puts"];

/// Words after `put it` by which nobody speaks: `put it right`.
pub const NO_SPEECH_AFTER_IT: WordList = words![
    "aside", "away", "back", "behind", "down", "forward", "into", "off", "on", "out", "right",
    "under", "up",
];

/// Words after which a speaker is named: `according to Vale`, `in the words of Vale`.
pub const SPEAKER_FOLLOWS: WordList = words!["according", "words"];

/// Verbs by which their subject says that the words are not theirs: `denied saying`.
pub const SPEECH_DENIALS: WordList = words!["denied", "denies", "denying"];

/// Words that refer to a man who was named before.
pub const HE: WordList = words!["he", "his"];

/// Words that refer to a woman who was named before.
pub const SHE: WordList = words!["her", "she"];

/// Other subjects that refer to a speaker who was named before.
pub const THEY: WordList = words!["it", "they"];

/// Forms of `be`, which make a participle after them passive: `was told`.
pub const BE: WordList = words!["am", "are", "be", "been", "being", "is", "was", "were"];

/// Words between a subject and its verb: `Vale has also said`.
pub const AUXILIARIES: WordList = words![
    "already", "also", "can", "could", "did", "do", "does", "had", "has", "have", "just", "later",
    "may", "must", "never", "not", "once", "previously", "recently", "repeatedly", "should", "then",
    "today", "will", "would", "yesterday",
];

/// Prepositions. A name after one is not the subject: `a friend of Vale`.
pub const PREPOSITIONS: WordList = words![
    "about", "after", "against", "alongside", "at", "before", "behind", "between", "concerning",
    "despite", "during", "for", "from", "in", "including", "inside", "into", "like", "near", "of",
    "on", "onto", "outside", "over", "regarding", "speaking", "through", "to", "toward", "towards",
    "under", "with", "without",
];

/// Words that open a clause of its own: `whom Moss had warned`.
pub const RELATIVES: WordList = words![
    "although", "as", "because", "how", "if", "since", "that", "though", "unless", "until", "what",
    "when", "where", "whether", "which", "while", "who", "whom", "whose", "why",
];

/// Determiners before something known: `the minister`.
pub const DEFINITE: WordList = words!["that", "the", "this"];

/// Determiners before what is of those spoken of or to: `her husband`, `your letter`.
pub const THEIRS: WordList = words!["her", "his", "its", "their", "your"];

/// Those of [`THEIRS`] for what is of whoever is spoken to.
pub const YOURS: &str = "your";

/// Determiners before what is of the speaker: `my predecessor`.
pub const OURS: WordList = words!["my", "our"];

/// Determiners before something new: `a resident`.
pub const INDEFINITE: WordList = words![
    "a", "an", "another", "any", "many", "no", "one", "several", "some", "three", "two",
];

/// Those of [`INDEFINITE`] that may be a subject on their own: `one said`.
pub const STAND_ALONE: WordList = words!["another", "many", "one", "several", "some"];

/// Openers of a sentence that says whose the words before it are: `So says Moss.`
pub const POINT_BACK: WordList = words!["so", "such", "that", "this", "those"];

/// What members of a parliament call each other: `the hon. Gentleman`.
pub const MEMBERS: WordList = words!["friend", "gentleman", "lady", "member"];

/// Words that say of a clause when or why, before its subject: `after Moss called it so`.
pub const SUBORDINATORS: WordList = words![
    "after", "although", "as", "because", "before", "if", "once", "since", "though", "unless",
    "until", "when", "where", "whereas", "while",
];

/// Words that open a clause with what happened next: `was at the door when Vale rose to say`.
pub const OPEN_NEXT_EVENT: WordList = words!["as", "than", "when", "while"];

/// Words that do so after one of [`BARELY`].
pub const OPEN_NEXT_AFTER_BARELY: WordList = words!["before"];

/// Words by which one thing happened just before the next: `had barely sat down when`.
pub const BARELY: WordList = words!["barely", "hardly", "just", "scarcely", "sooner"];

/// Nouns for what people say, whoever they are: `claims that …`.
pub const SAYINGS: WordList = words![
    "accusation", "accusations", "allegation", "allegations", "answers", "boasts", "calls",
    "chants", "charge", "charges", "cheers", "claim", "claims", "comment", "comments", "complaints",
    "cries", "criticism", "demands", "fears", "idea", "jeers", "jokes", "notes", "notion",
    "pledges", "posts", "promises", "remark", "remarks", "replies", "reply", "reports", "rumours",
    "shouts", "suggestion", "suggestions", "tweets", "vows", "warning", "warnings",
];

/// Verbs whose object is whoever speaks: `Vale quoted Moss: “…”`.
pub const QUOTES: WordList = words!["cited", "cites", "quoted", "quotes"];

/// Verbs that say what their subject thinks: who does not believe it may well have said so.
pub const THOUGHTS: WordList = words!["believe", "believed", "believes", "think", "thinks", "thought"];

/// Verbs by which their subject turns away what others say.
pub const REJECTIONS: WordList = words![
    "condemned", "criticised", "denied", "denies", "denying", "dismissed", "dismisses",
    "dismissing", "rejected", "rejecting", "rejects",
];

/// Verbs whose subject hears the words, or is what they are about, after a form of `be`.
pub const HEARD: WordList = words![
    "accused", "asked", "branded", "called", "condemned", "described", "dismissed", "dubbed",
    "hailed", "labelled", "praised", "told", "urged", "warned",
];

/// Somebody of whom a sentence says nothing, as a message calls them.
pub const SOMEBODY: &str = "somebody else";

/// Documents, whose words are those of whoever issued them: `the report said`.
pub const DOCUMENTS: WordList = words![
    "advice", "answer", "appeal", "blog", "consultation", "document", "email", "guidance", "letter",
    "message", "note", "notice", "paper", "plan", "plea", "post", "reaction", "rebuke", "release",
    "reply", "report", "response", "review", "statement", "strategy", "submission", "tweet",
    "verdict", "view", "warning", "website",
];

/// What works for a person and speaks for them: `Vale’s office`.
pub const OFFICES: WordList = words!["aides", "allies", "camp", "campaign", "office", "team"];

/// People who work for a body and speak for it: `Home Office officials`.
pub const STAFF: WordList = words![
    "bosses", "chiefs", "leaders", "managers", "officers", "officials", "sources", "staff",
];

/// Things that have words and that nobody in the brief need have written: `the judgment`.
pub const THINGS: WordList = words![
    "act", "banner", "bill", "directive", "headline", "judgement", "judgment", "law", "motto",
    "placard", "poster", "proverb", "regulation", "ruling", "saying", "sign", "slogan", "treaty",
];

/// Those who speak for somebody: `a spokesperson for the board`.
pub const SPOKESPERSONS: WordList = words![
    "representative", "spokesman", "spokespeople", "spokesperson", "spokeswoman",
];

/// Words by which a speaker means themselves.
pub const FIRST_PERSON: WordList = words![
    "i", "i'd", "i'll", "i'm", "i've", "me", "mine", "my", "our", "ours", "us", "we", "we'd",
    "we'll", "we're", "we've",
];

/// Words that point at the news of a release, before one of [`NEWS`]: `today’s announcement`.
pub const POINT_AT_NEWS: WordList = words!["it", "the", "these", "this", "today"];

/// Words by which a release speaks of its own news, after a speech that it prints without marks.
pub const NEWS: WordList = words![
    "announcement", "builds", "comes", "follows", "move", "news", "release", "statement", "visit",
];

/// Words that open what is said: `Moss said that Vale had warned`.
pub const OPEN_REPORTED_CLAUSES: WordList = words!["that"];

/// Those who interrupt a speech without a name, as labels: `Hon. Members:`.
pub const INTERRUPTERS: WordList = words!["audience", "heckler", "member", "members", "voices"];

/// Words of a heading over a speech: `Speech by Vale`, `Vale spoke at the pier`.
pub const SPEECHES: WordList = words![
    "address", "addressed", "delivered", "gave", "keynote", "lecture", "remarks", "speaks",
    "speech", "spoke", "statement",
];

/// Words that open a heading after a speech: `Notes to editors`.
pub const AFTER_SPEECHES: WordList = words![
    "background", "contact", "ends", "notes", "published", "related", "share", "updates",
];

/// Words that open a letter: `Dear Ms Vale`.
pub const SALUTATIONS: WordList = words!["dear"];

/// Words that close a letter, above its signatures.
pub const CLOSES: WordList = words![
    "cordially", "faithfully", "gratefully", "regards", "respectfully", "signatories", "signed",
    "sincerely", "truly", "wishes", "yours",
];

/// Words that open a line below the signatures of a letter.
pub const AFTER_SIGNATURES: WordList = words![
    "cc", "contact", "copied", "copies", "copy", "enc", "ends", "note", "notes", "ps", "published",
    "to",
];

/// Whoever asks in an interview without labels, as a message calls them.
pub const INTERVIEWER: &str = "the interviewer";

/// Whoever answers in one, if the text names several people.
pub const INTERVIEWEE: &str = "whoever answers";

/// The words that open a written question.
pub const WRITTEN_QUESTION: &str = "To ask";

/// Verbs before `by` and whoever asks a written question: `Asked by Eve Moss`.
pub const ASKED: WordList = words!["asked", "tabled"];

/// Verbs before `by` and whoever answers one.
pub const ANSWERED: WordList = words!["answer", "answered", "reply"];

/// Headings over what others wrote below a text.
pub const COMMENTS: WordList = words!["comments", "replies", "responses"];

/// Labels of an answer: `A:`.
pub const ANSWERS: WordList = words!["a", "answer"];

/// Words that begin a note in a record: `[Laughter]`.
pub const NOTES: WordList = words![
    "applause", "booing", "cheering", "cheers", "coughs", "crosstalk", "hear", "inaudible",
    "interruption", "laughs", "laughter", "music", "pause", "shouting", "silence", "unclear",
];

/// Words without a capital in the label of a turn: `Minister for Works:`.
pub const SMALL_IN_LABELS: WordList = words![
    "al", "an", "and", "ap", "at", "bin", "da", "de", "der", "di", "du", "for", "hon", "ibn", "in",
    "la", "le", "member", "members", "of", "on", "the", "to", "van", "von", "with", "y",
];

/// Labels of a question: `Q:`.
pub const QUESTIONS: WordList = words!["q", "question"];

/// Words after the name of a witness who answers from then on: `Dana Vale (sworn)`.
pub const SWORN: WordList = words!["affirmed", "called", "continued", "examined", "recalled", "sworn"];

/// Those who speak in a record without a name, as labels.
pub const SPEAKERS_IN_RECORDS: WordList = words![
    "a", "answer", "audience", "caller", "chair", "chairman", "chairwoman", "guest", "host",
    "interviewee", "interviewer", "member", "members", "moderator", "narrator", "panellist",
    "participant", "presenter", "q", "question", "reporter", "speaker", "voice", "witness",
];

/// Those who take the chair of a meeting, as labels: `Chair:`.
pub const CHAIRS: WordList = words!["chair", "chairman", "chairperson", "chairwoman", "convener"];

/// Words after a title in the label of a record: `The SPEAKER pro tempore.`
pub const AFTER_TITLES: WordList = words!["pro", "tem", "tempore"];

/// Words that begin a point or a paragraph and are no label: `First:`.
pub const NO_LABELS: WordList = words![
    "amendment", "answer", "background", "clause", "conclusion", "example", "fifth", "finally",
    "first", "firstly", "fourth", "lastly", "motion", "next", "note", "notes", "now", "point",
    "points", "question", "remember", "result", "schedule", "second", "secondly", "summary", "then",
    "third", "thirdly", "timetable",
];

// Names of people and bodies.

/// Posts that are enough to name the person: `the minister`. For names of officials.
pub const ROLES: WordList = words![
    "adviser", "ambassador", "archbishop", "attorney", "auditor", "bishop", "chair", "chairman",
    "chairperson", "chairwoman", "chancellor", "chief", "commissioner", "constable", "convener",
    "convenor", "coroner", "councillor", "director", "executive", "governor", "head", "headteacher",
    "inspector", "judge", "leader", "magistrate", "manager", "mayor", "minister", "ministers",
    "officer", "ombudsman", "premier", "president", "principal", "professor", "registrar",
    "secretary", "senator", "speaker", "superintendent", "taoiseach", "treasurer",
];

/// Words before a post, joined to it by a hyphen: `ex-minister`.
pub const PREFIXES_OF_POSTS: WordList = words!["co", "ex", "sub"];

/// Posts with a capital at the start of a sentence only, which a name or `of` follows: `Founder of`.
pub const MORE_POSTS: WordList = words!["campaigner", "founder", "neighbour", "organiser", "resident"];

/// Endings of words for people by where they are from: `Italian`, `Yorkshirewoman`.
pub const ENDINGS_OF_ORIGINS: WordList = words![
    "ander", "can", "ean", "ench", "erner", "ese", "ian", "ish", "ite", "man", "oner", "utch",
    "woman",
];

/// Words for a person that are no posts: `a resident`.
pub const PEOPLE: WordList = words![
    "academic", "activist", "aide", "ally", "author", "backbencher", "barrister", "boy", "brother",
    "caller", "campaigner", "critic", "customer", "daughter", "detective", "doctor", "driver",
    "expert", "farmer", "father", "founder", "friend", "girl", "husband", "insider", "landlady",
    "landlord", "lawyer", "man", "mandarin", "member", "mother", "mp", "neighbour", "nurse",
    "officer", "official", "organiser", "owner", "parent", "partner", "passenger", "patient",
    "peer", "pupil", "resident", "sister", "solicitor", "son", "source", "spokesman",
    "spokesperson", "spokeswoman", "student", "survivor", "teacher", "tenant", "victim",
    "volunteer", "widow", "wife", "witness", "woman", "worker",
];

/// Posts that somebody of a higher post may be called by: `the minister`, of a Home Secretary.
pub const GENERAL_ROLES: WordList = words!["chief", "head", "leader", "minister", "officer", "secretary"];

/// Honorifics of men.
pub const HONORIFICS_OF_MEN: WordList = words!["lord", "master", "mr", "sir"];

/// Honorifics of women.
pub const HONORIFICS_OF_WOMEN: WordList = words![
    "baroness", "dame", "lady", "madam", "miss", "mrs", "ms",
];

/// Honorifics that may stand before a given name: `Sir Ian`.
pub const HONORIFICS_OF_GIVEN_NAMES: WordList = words!["dame", "lady", "lord", "sir"];

/// Honorifics of men and women.
pub const HONORIFICS_OF_ANYBODY: WordList = words!["dr", "prof", "rev"];

/// Honorifics, ranks and other titles before a name that are no part of it. The words of [`ROLES`]
/// and of the honorifics of men and women are such words too.
pub const TITLES: WordList = words![
    "acting", "admiral", "am", "ambassador", "archbishop", "assistant", "attorney", "baron",
    "bishop", "brigadier", "brother", "capt", "captain", "chief", "cllr", "col", "colonel",
    "commander", "consul", "corporal", "coun", "countess", "dc", "dci", "deputy", "det",
    "detective", "detectives", "di", "district", "doctor", "dr", "ds", "duke", "earl", "emeritus",
    "father", "foreign", "former", "gen", "general", "gov", "her", "highness", "his", "home", "hon",
    "honourable", "insp", "interim", "joint", "junior", "justice", "king", "lead", "lieutenant",
    "lt", "maj", "majesty", "major", "mep", "mp", "msp", "officer", "parliamentary", "pc",
    "permanent", "prime", "prince", "princess", "private", "prof", "professor", "queen", "rep",
    "rev", "reverend", "right", "royal", "rt", "sen", "senior", "sergeant", "sgt", "shadow",
    "sheriff", "sister", "st", "state", "supt", "taoiseach", "the", "tánaiste", "under", "vice",
    "viscount",
];

/// Those of [`TITLES`] and of the honorifics that go with a name for good: `Professor`, not
/// `former`. Who has one is hardly ever called `Mr` or `Ms`.
pub const STYLES: WordList = words![
    "baroness", "captain", "cllr", "colonel", "constable", "coun", "councillor", "dame",
    "detective", "dr", "general", "inspector", "lady", "lord", "major", "prof", "professor", "rev",
    "sergeant", "sir", "superintendent",
];

/// Letters after a name: `Dana Vale MP`.
pub const LETTERS_AFTER_NAMES: WordList = words![
    "am", "cbe", "dbe", "jr", "kbe", "kc", "mbe", "mep", "mla", "mp", "mps", "ms", "msp", "obe",
    "phd", "qc", "sr", "td",
];

/// Words by which a name is that of a body. For the speakers of a proposal.
pub const BODIES: WordList = words![
    "agency", "alliance", "assembly", "association", "authority", "bank", "board", "bureau", "cabinet",
    "campaign", "centre", "chamber", "charity", "church", "college", "commission", "committee",
    "commons", "company", "constabulary", "coroner", "council", "court", "department",
    "directorate", "federation", "force", "forum", "foundation", "fund", "government", "group",
    "guild", "hospital", "house", "inspectorate", "institute", "institution", "league", "limited",
    "lords", "ltd", "ministry", "network", "newspaper", "office", "organisation", "parliament",
    "partnership", "party", "plc", "police", "regulator", "school", "secretariat", "senate",
    "service", "services", "society", "team", "treasury", "tribunal", "trust", "union", "unit",
    "university",
];

/// Words for a body of members, after what these are: `Farmers’ Association`.
pub const BODIES_OF_MEMBERS: WordList = words![
    "body", "club", "coalition", "confederation", "conference", "congress", "cooperative",
    "fellowship", "panel",
];

/// Prepositions inside the name of a body: `Ministry of Works`.
pub const JOINERS_OF_BODIES: WordList = words!["for", "of"];

/// Those of [`BODIES`] that are for one field or several: `Ministry of Ports and Waterways`.
pub const BODIES_FOR_FIELDS: WordList = words![
    "agency", "authority", "board", "bureau", "commission", "committee", "council", "department",
    "directorate", "inspectorate", "institute", "ministry", "office", "secretariat",
];

/// Verbs by which one body is meant, and not two: `the Ministry of Rope and Peat has`.
pub const SINGULAR_VERBS: WordList = words![
    "does", "estimates", "expects", "has", "is", "plans", "recommends", "says", "urges", "wants",
    "warns", "was",
];

/// Fields that a body may be for, beside another: `Work and Pensions`.
pub const FIELDS: WordList = words![
    "affairs", "agriculture", "business", "care", "change", "climate", "coasts", "commerce",
    "communities", "culture", "defence", "development", "education", "employment", "energy",
    "enterprise", "environment", "equality", "families", "farming", "finance", "fisheries", "food",
    "forestry", "harbours", "health", "heritage", "homes", "housing", "industry", "innovation",
    "justice", "labour", "learning", "media", "pensions", "planning", "ports", "regions", "research",
    "safety", "science", "security", "services", "skills", "sport", "sports", "strategy",
    "technology", "tourism", "trade", "training", "transport", "water", "waterways", "welfare",
    "women", "work", "zero",
];

/// Endings of other words for such a field, which may be surnames too.
pub const ENDINGS_OF_FIELDS: WordList = words!["ation", "ity", "ment", "s"];

/// Words before one of [`FIELDS`]: `Rural Affairs`.
pub const QUALIFY_FIELDS: WordList = words![
    "animal", "civil", "coastal", "consumer", "digital", "foreign", "further", "higher",
    "industrial", "international", "local", "marine", "maritime", "net", "public", "regional",
    "rural", "social", "urban", "youth",
];

/// The words before whoever made a written statement.
pub const MADE_BY: [&str; 3] = ["statement", "made", "by"];

/// Prepositions before the name of a place.
pub const BEFORE_PLACES: WordList = words!["across", "around", "in", "near", "outside"];

/// Words before `in` after which a person may follow: `confidence in Moss`.
pub const HELD_IN_PEOPLE: WordList = words![
    "belief", "believe", "believed", "believes", "confide", "confided", "confidence", "confides",
    "disappointed", "faith", "found", "hope", "interest", "interested", "pride", "rejoice",
    "trust",
];

/// Prepositions inside a post: `minister for ports`.
pub const JOINERS_OF_POSTS: WordList = words!["at", "for", "in", "of", "on"];

/// Words without a capital inside the names of people: `Siân ap Emrys`.
pub const PARTICLES: WordList = words![
    "ab", "al", "ap", "bin", "da", "de", "del", "della", "den", "der", "di", "dos", "du", "e", "el",
    "ferch", "ibn", "la", "le", "ten", "ter", "van", "von", "y", "zu",
];

/// Words with a capital at the start of a sentence that are no part of a name.
pub const OPENERS: WordList = words![
    "a", "addressing", "after", "afterwards", "again", "all", "although", "an", "and", "announcing",
    "another", "any", "anyone", "as", "asked", "at", "because", "before", "both", "but", "by",
    "campaigners", "children", "commenting", "critics", "despite", "dozens", "during", "each",
    "earlier", "eight", "eleven", "even", "everybody", "everyone", "experts", "families", "five",
    "for", "four", "from", "half", "he", "her", "here", "his", "how", "however", "hundreds", "i",
    "if", "in", "it", "its", "joining", "last", "later", "launching", "lawyers", "leaving", "many",
    "maybe", "meanwhile", "meeting", "millions", "ministers", "most", "my", "neither", "nine", "no",
    "nobody", "none", "not", "now", "officials", "on", "once", "one", "opening", "others", "our",
    "parents", "people", "perhaps", "residents", "responding", "returning", "seven", "she", "since",
    "six", "so", "some", "somebody", "someone", "sources", "speaking", "still", "such", "ten",
    "that", "the", "their", "then", "there", "these", "they", "this", "thousands", "three", "to",
    "today", "twelve", "twenty", "two", "under", "visiting", "we", "welcoming", "what", "when",
    "where", "while", "who", "why", "with", "writing", "yes", "yesterday", "yet", "you", "your",
];
