//! The words of speech, and of the names of people and bodies.

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
    "tweeting", "puts", "chanted", "chanting", "chants", "sang", "roared", "jeered", "bellowed",
    "screamed", "muttered", "murmured", "wondered", "opined", "fumed", "slammed", "blasted",
    "quotes", "cited", "cites", "requires", "stipulates", "rejected", "rejects", "rejecting", "dismisses", "dismissing", "texted", "emailed", "messaged", "found", "finds", "argue", "insist", "shout", "suggest", "admit", "explain",
    "describe", "accuse", "complain", "maintain", "assert", "believe", "believes", "believed",
];

/// Words after which a speaker is named: `according to Vale`, `in the words of Vale`.
pub const SPEAKER_FOLLOWS: &[&str] = &["according", "words"];

/// Verbs by which their subject says that the words are not theirs: `denied saying`.
pub const SPEECH_DENIALS: &[&str] = &["denied", "denies", "denying"];

/// Words that refer to a man who was named before.
pub const HE: &[&str] = &["he", "his"];

/// Words that refer to a woman who was named before.
pub const SHE: &[&str] = &["she", "her"];

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
pub const DEFINITE: &[&str] = &["the", "this", "that"];

/// Determiners before what is of those spoken of or to: `her husband`, `your letter`.
pub const THEIRS: &[&str] = &["his", "her", "its", "their", "your"];

/// Those of [`THEIRS`] for what is of whoever is spoken to.
pub const YOURS: &str = "your";

/// Determiners before what is of the speaker: `my predecessor`.
pub const OURS: &[&str] = &["my", "our"];

/// Determiners before something new: `a resident`.
pub const INDEFINITE: &[&str] = &[
    "a", "an", "one", "another", "some", "two", "three", "several", "many", "no", "any",
];

/// Those of [`INDEFINITE`] that may be a subject on their own: `one said`.
pub const STAND_ALONE: &[&str] = &["one", "another", "some", "several", "many"];

/// Openers of a sentence that says whose the words before it are: `So says Moss.`
pub const POINT_BACK: &[&str] = &["so", "that", "those", "such", "this"];

/// What members of a parliament call each other: `the hon. Gentleman`.
pub const MEMBERS: &[&str] = &["gentleman", "lady", "member", "friend"];

/// Words that say of a clause when or why, before its subject: `after Moss called it so`.
pub const SUBORDINATORS: &[&str] = &[
    "after", "before", "once", "because", "although", "though", "since", "until", "while", "when",
    "as", "if", "unless", "where", "whereas",
];

/// Words that open a clause with what happened next: `was at the door when Vale rose to say`.
pub const OPEN_NEXT_EVENT: &[&str] = &["as", "than", "when", "while"];

/// Words that do so after one of [`BARELY`].
pub const OPEN_NEXT_AFTER_BARELY: &[&str] = &["before"];

/// Words by which one thing happened just before the next: `had barely sat down when`.
pub const BARELY: &[&str] = &["barely", "hardly", "just", "scarcely", "sooner"];

/// Nouns for what people say, whoever they are: `claims that …`.
pub const SAYINGS: &[&str] = &[
    "claims", "reports", "comments", "notes", "calls", "answers", "replies", "demands", "boasts",
    "jokes", "posts", "tweets", "promises", "pledges", "vows", "remarks", "warnings", "complaints",
    "accusations", "allegations", "suggestions", "rumours", "fears", "criticism", "claim", "warning",
    "suggestion", "accusation", "allegation", "idea", "notion", "charge", "charges", "shouts",
    "cries", "chants", "jeers", "cheers", "reply", "comment", "remark",
];

/// Verbs whose object is whoever speaks: `Vale quoted Moss: “…”`.
pub const QUOTES: &[&str] = &["quoted", "quotes", "cited", "cites"];

/// Verbs that say what their subject thinks: who does not believe it may well have said so.
pub const THOUGHTS: &[&str] = &["believe", "believes", "believed", "think", "thinks", "thought"];

/// Verbs by which their subject turns away what others say.
pub const REJECTIONS: &[&str] = &[
    "dismissed", "dismisses", "rejected", "rejects", "rejecting", "denied", "denies", "denying",
    "dismissing", "condemned", "criticised",
];

/// Verbs whose subject hears the words, or is what they are about, after a form of `be`.
pub const HEARD: &[&str] = &[
    "told", "warned", "asked", "called", "branded", "described", "dubbed", "labelled", "urged",
    "accused", "praised", "hailed", "condemned", "dismissed",
];

/// Somebody of whom a sentence says nothing, as a message calls them.
pub const SOMEBODY: &str = "somebody else";

/// Documents, whose words are those of whoever issued them: `the report said`.
pub const DOCUMENTS: &[&str] = &[
    "report", "statement", "letter", "release", "document", "review", "paper", "notice", "website",
    "submission", "response", "guidance", "post", "tweet", "blog", "message", "email", "note",
    "strategy", "plan", "consultation", "view", "verdict", "warning", "answer", "advice",
    "reaction", "reply", "rebuke", "plea", "appeal",
];

/// What works for a person and speaks for them: `Vale’s office`.
pub const OFFICES: &[&str] = &["office", "team", "campaign", "camp", "aides", "allies"];

/// People who work for a body and speak for it: `Home Office officials`.
pub const STAFF: &[&str] = &[
    "officials", "bosses", "chiefs", "officers", "staff", "sources", "leaders", "managers",
];

/// Things that have words and that nobody in the brief need have written: `the judgment`.
pub const THINGS: &[&str] = &[
    "judgment", "judgement", "ruling", "act", "law", "bill", "sign", "poster", "headline", "motto",
    "slogan", "banner", "placard", "regulation", "directive", "treaty", "proverb", "saying",
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

/// Words that point at the news of a release, before one of [`NEWS`]: `today’s announcement`.
pub const POINT_AT_NEWS: &[&str] = &["this", "the", "today", "it", "these"];

/// Words by which a release speaks of its own news, after a speech that it prints without marks.
pub const NEWS: &[&str] = &[
    "follows", "comes", "builds", "announcement", "news", "move", "statement", "release", "visit",
];

/// Words that open what is said: `Moss said that Vale had warned`.
pub const OPEN_REPORTED_CLAUSES: &[&str] = &["that"];

/// Those who interrupt a speech without a name, as labels: `Hon. Members:`.
pub const INTERRUPTERS: &[&str] = &["member", "members", "audience", "heckler", "voices"];

/// Words of a heading over a speech: `Speech by Vale`, `Vale spoke at the pier`.
pub const SPEECHES: &[&str] = &[
    "speech", "remarks", "address", "lecture", "keynote", "statement", "spoke", "speaks", "gave",
    "addressed", "delivered",
];

/// Words that open a heading after a speech: `Notes to editors`.
pub const AFTER_SPEECHES: &[&str] =
    &["notes", "ends", "contact", "share", "published", "related", "background", "updates"];

/// Words that open a letter: `Dear Ms Vale`.
pub const SALUTATIONS: &[&str] = &["dear"];

/// Words that close a letter, above its signatures.
pub const CLOSES: &[&str] = &[
    "yours", "sincerely", "faithfully", "truly", "regards", "wishes", "respectfully", "signed",
    "signatories", "cordially", "gratefully",
];

/// Words that open a line below the signatures of a letter.
pub const AFTER_SIGNATURES: &[&str] =
    &["cc", "copy", "copies", "copied", "ps", "notes", "note", "ends", "to", "enc", "contact", "published"];

/// Whoever asks in an interview without labels, as a message calls them.
pub const INTERVIEWER: &str = "the interviewer";

/// Whoever answers in one, if the text names several people.
pub const INTERVIEWEE: &str = "whoever answers";

/// The words that open a written question.
pub const WRITTEN_QUESTION: &str = "To ask";

/// Verbs before `by` and whoever asks a written question: `Asked by Eve Moss`.
pub const ASKED: &[&str] = &["asked", "tabled"];

/// Verbs before `by` and whoever answers one.
pub const ANSWERED: &[&str] = &["answered", "answer", "reply"];

/// Headings over what others wrote below a text.
pub const COMMENTS: &[&str] = &["comments", "responses", "replies"];

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
    "la", "le", "du", "di", "bin", "ibn", "y", "at", "on", "with",
];

/// Labels of a question: `Q:`.
pub const QUESTIONS: &[&str] = &["q", "question"];

/// Words after the name of a witness who answers from then on: `Dana Vale (sworn)`.
pub const SWORN: &[&str] = &["sworn", "affirmed", "called", "recalled", "examined", "continued"];

/// Those who speak in a record without a name, as labels.
pub const SPEAKERS_IN_RECORDS: &[&str] = &[
    "q", "a", "question", "answer", "interviewer", "interviewee", "presenter", "host", "moderator",
    "chair", "chairman", "chairwoman", "witness", "speaker", "reporter", "narrator", "audience",
    "member", "members", "caller", "panellist", "voice", "participant", "guest",
];

/// Those who take the chair of a meeting, as labels: `Chair:`.
pub const CHAIRS: &[&str] = &["chair", "chairman", "chairwoman", "chairperson", "convener"];

/// Words after a title in the label of a record: `The SPEAKER pro tempore.`
pub const AFTER_TITLES: &[&str] = &["pro", "tempore", "tem"];

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

/// Words before a post, joined to it by a hyphen: `ex-minister`.
pub const PREFIXES_OF_POSTS: &[&str] = &["ex", "co", "sub"];

/// Posts with a capital at the start of a sentence only, which a name or `of` follows: `Founder of`.
pub const MORE_POSTS: &[&str] = &["founder", "campaigner", "organiser", "resident", "neighbour"];

/// Endings of words for people by where they are from: `Italian`, `Yorkshirewoman`.
pub const ENDINGS_OF_ORIGINS: &[&str] = &[
    "ian", "ean", "can", "man", "woman", "ish", "ese", "ite", "ander", "oner", "erner", "ench", "utch",
];

/// Words for a person that are no posts: `a resident`.
pub const PEOPLE: &[&str] = &[
    "man", "woman", "boy", "girl", "mother", "father", "parent", "daughter", "son", "brother", "sister",
    "husband", "wife", "partner", "widow", "friend", "neighbour", "resident", "campaigner", "activist",
    "survivor", "witness", "victim", "passenger", "driver", "teacher", "doctor", "nurse", "student",
    "pupil", "worker", "owner", "landlord", "landlady", "tenant", "farmer", "lawyer", "barrister",
    "solicitor", "source", "insider", "official", "aide", "ally", "critic", "expert", "academic",
    "author", "founder", "organiser", "member", "volunteer", "customer", "patient", "caller", "mp", "peer",
    "backbencher", "spokesman", "spokeswoman", "spokesperson", "mandarin", "officer", "detective",
];

/// Posts that somebody of a higher post may be called by: `the minister`, of a Home Secretary.
pub const GENERAL_ROLES: &[&str] = &["minister", "secretary", "officer", "leader", "chief", "head"];

/// Honorifics of men.
pub const HONORIFICS_OF_MEN: &[&str] = &["mr", "sir", "lord", "master"];

/// Honorifics of women.
pub const HONORIFICS_OF_WOMEN: &[&str] = &[
    "mrs", "ms", "miss", "dame", "lady", "baroness", "madam",
];

/// Honorifics that may stand before a given name: `Sir Ian`.
pub const HONORIFICS_OF_GIVEN_NAMES: &[&str] = &["sir", "dame", "lord", "lady"];

/// Honorifics of men and women.
pub const HONORIFICS_OF_ANYBODY: &[&str] = &["dr", "prof", "rev"];

/// Honorifics, ranks and other titles before a name that are no part of it. The words of [`ROLES`]
/// and of the honorifics of men and women are such words too.
pub const TITLES: &[&str] = &[
    "dr", "doctor", "rev", "reverend", "prof", "prime", "gov", "sen", "rep", "cllr", "coun", "supt", "insp",
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

/// Those of [`TITLES`] and of the honorifics that go with a name for good: `Professor`, not
/// `former`. Who has one is hardly ever called `Mr` or `Ms`.
pub const STYLES: &[&str] = &[
    "sir", "dame", "lord", "lady", "baroness", "dr", "prof", "professor", "rev", "cllr", "coun",
    "councillor", "inspector", "sergeant", "constable", "superintendent", "detective", "captain",
    "major", "colonel", "general",
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

/// Prepositions inside a post: `minister for ports`.
pub const JOINERS_OF_POSTS: &[&str] = &["of", "for", "at", "in", "on"];

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
    "yesterday", "i", "you", "your", "what", "if", "for", "by", "with", "from", "to",
    "everyone", "everybody", "nobody", "someone", "somebody", "anyone", "others", "many", "most",
    "some", "all", "both", "neither", "none", "each", "people", "ministers", "officials", "critics",
    "campaigners", "residents", "experts", "lawyers", "sources", "parents", "families", "children",
    "yes", "no", "not", "once", "since", "before", "during", "under", "despite", "although", "because",
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "twenty",
    "half", "dozens", "hundreds", "thousands", "millions",
    "my", "any", "such", "now", "here", "how", "why", "where", "yet", "still", "again", "afterwards", "perhaps", "maybe",
    "even", "visiting", "addressing", "opening", "returning", "joining", "leaving", "meeting",
    "asked", "writing", "responding", "commenting", "welcoming", "announcing", "launching", "another",
];
