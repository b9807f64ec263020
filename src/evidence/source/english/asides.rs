//! The words of interruptions, stage directions and headings, inside the speech of one person.

use super::word_list::{WordList, words};

/// Whoever calls out without a name: `A voice from the floor:`.
pub const HECKLERS: WordList = words![
    "attendee", "audience", "crowd", "delegate", "delegates", "demonstrator", "demonstrators",
    "floor", "heckle", "heckler", "hecklers", "interjection", "interjections", "interrupter",
    "interruption", "interruptions", "listener", "man", "member", "members", "onlooker",
    "participant", "people", "person", "protester", "protesters", "protestor", "protestors",
    "questioner", "shout", "shouts", "somebody", "someone", "spectator", "student", "voice",
    "voices", "woman",
];

/// Those of [`HECKLERS`] that are as likely somebody of whom a speaker tells, unless a word of
/// [`WHERE_HECKLERS_ARE`] comes after them.
pub const HECKLERS_IN_PLACES: WordList = words!["man", "member", "members", "people", "person", "student", "woman"];

/// Where people sit who call out.
pub const WHERE_HECKLERS_ARE: WordList = words![
    "audience", "back", "crowd", "floor", "front", "gallery", "hall", "public", "room", "row",
    "stalls",
];

/// Words before one of [`HECKLERS`] in a label.
pub const BEFORE_HECKLERS: WordList = words![
    "a", "an", "and", "angry", "another", "different", "elderly", "female", "first", "fourth",
    "from", "hostile", "lone", "loud", "male", "many", "older", "one", "other", "same", "second",
    "several", "single", "some", "the", "third", "three", "two", "unidentified", "unknown",
    "unnamed", "young", "younger",
];

/// Words that go on with the label of whoever calls out: `A delegate from the back:`.
pub const AFTER_HECKLERS: WordList = words![
    "at", "by", "calling", "calls", "cries", "from", "in", "interrupting", "interrupts", "member",
    "near", "of", "on", "shouting", "shouts", "yelling", "yells",
];

/// Verbs for what a hall does while somebody speaks.
pub const HECKLING: WordList = words![
    "applaud", "applauds", "asks", "boo", "boos", "call", "calling", "calls", "chant", "chanting",
    "chants", "cheer", "cheers", "cries", "cry", "heckle", "heckles", "heckling", "interjects",
    "interrupt", "interrupting", "interrupts", "jeer", "jeers", "laugh", "laughs", "scream",
    "screams", "shout", "shouting", "shouts", "whistle", "whistles", "yell", "yelling", "yells",
];

/// Words of a note on what is heard or done in the hall: `Laughter`.
pub const STAGE_DIRECTIONS: WordList = words![
    "applause", "applauds", "boo", "booing", "boos", "cheering", "cheers", "clapping", "claps",
    "coughing", "coughs", "crosstalk", "disruption", "groans", "heckles", "heckling", "hisses",
    "inaudible", "interrupted", "interruption", "interruptions", "jeering", "jeers", "laughing",
    "laughs", "laughter", "murmurs", "music", "ovation", "pause", "pauses", "shouting", "silence",
    "unclear", "uproar", "whistling", "whoops",
];

/// Words beside those of [`STAGE_DIRECTIONS`] in such a note.
pub const BESIDE_STAGE_DIRECTIONS: WordList = words![
    "a", "and", "audience", "back", "brief", "continue", "continues", "continued", "crowd", "floor",
    "for", "from", "further", "gallery", "general", "hall", "hear", "in", "long", "loud", "minister",
    "more", "of", "prolonged", "renewed", "room", "scattered", "short", "some", "speaker", "standing",
    "stands", "sustained", "the", "warm", "widespread",
];

/// First words of a line without a stop that is a greeting or a close, and no heading.
pub const NO_HEADINGS: WordList = words!["dear", "kind", "regards", "sincerely", "thank", "thanks", "warm", "with", "yours"];
