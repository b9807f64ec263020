//! Whom the names and the descriptions in a text mean.
//!
//! A name counts whole and the longest wins. Part of a name (a surname, a role, the last word of a
//! body) counts only if it fits one party, and nobody else whom the text names; a tie is said to be
//! one.

use std::ops::Range;

use super::cast::{Cast, Member, is_body};
use super::genders;
use super::names::{Name, folded_words, is_same_word, names};
use super::places::Places;
use super::titles::{Gender, NameParts, gender, is_role, is_title};
use crate::brief::Id;
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};
use crate::text::Text;

/// Somebody to whom a text gives words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SpokenBy {
    /// A party of the brief.
    Party(Id),
    /// One of several whom the words fit alike.
    OneOf {
        /// Those of them that are in the brief.
        parties: Vec<Id>,
        /// The one whom the text named last before, if it did.
        likeliest: Option<Box<SpokenBy>>,
        /// As the text has it.
        name: String,
    },
    /// Somebody who speaks for this party.
    SpokespersonOf(Id),
    /// Somebody who is not in the brief, as the text calls them. The number tells apart those who
    /// are called alike without a name, as two residents are.
    Other(String, usize),
    /// Somebody whom the text describes, and who may be anybody whom it names: `the former teacher`.
    Described(String),
    /// Nobody is named. Each such speaker is a different one.
    Unknown(usize),
}

impl SpokenBy {
    /// Whether a text describes a person without a name: `a resident`, not `a report`.
    pub fn is_person_described(&self) -> bool {
        let is_thing = |name: &str| {
            let last = name.rsplit(' ').next().unwrap_or_default();
            english::DOCUMENTS.contains(last) || english::THINGS.contains(last)
        };
        matches!(self, Self::Other(name, number) if *number > 0 && !is_thing(name))
    }
}

/// Whom a phrase means.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Referent {
    /// Somebody.
    Somebody(SpokenBy),
    /// Whoever was spoken of before and fits: `she`, `the MP`, `the report`.
    Before(Antecedent),
}

impl Referent {
    /// Whoever is meant, if that needs nothing that came before.
    pub fn somebody(self) -> Option<SpokenBy> {
        match self {
            Self::Somebody(somebody) => Some(somebody),
            Self::Before(_) => None,
        }
    }
}

/// What is known of somebody who was spoken of before.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Antecedent {
    /// Whether it is a person, if that is known.
    pub is_person: Option<bool>,
    /// Whether it is a man or a woman, if that is known.
    pub gender: Option<Gender>,
}

impl Antecedent {
    /// A body, or a document of one.
    pub const BODY: Self = Self { is_person: Some(false), gender: None };
    /// A person.
    pub const PERSON: Self = Self { is_person: Some(true), gender: None };

    /// Whom `he`, `his`, `she` or `her` means.
    pub fn of_pronoun(word: &str) -> Option<Self> {
        let gender = match word {
            word if english::HE.contains(word) => Gender::Man,
            word if english::SHE.contains(word) => Gender::Woman,
            _ => return None,
        };
        Some(Self { gender: Some(gender), ..Self::PERSON })
    }

    /// Whether `member` fits.
    fn fits(self, member: &Member) -> bool {
        let gender = self.gender.zip(member.gender).is_none_or(|(one, other)| one == other);
        gender && self.is_person.is_none_or(|is_person| is_person == member.is_person)
    }
}

/// How a phrase introduces whom it describes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Article {
    /// As somebody known: `the minister`.
    Definite,
    /// As somebody of the speaker’s own: `my predecessor`.
    Ours,
    /// As somebody of those spoken of: `her husband`.
    Theirs,
    /// As somebody new: `a resident`.
    Indefinite,
    /// With no article.
    None,
}

impl Article {
    /// What a word says of the noun after it, if it is a determiner.
    pub fn from_word(word: &str) -> Self {
        let is = |list: english::WordList| list.contains(word);
        match () {
            () if is(english::OURS) => Self::Ours,
            () if is(english::THEIRS) => Self::Theirs,
            () if is(english::DEFINITE) => Self::Definite,
            () if is(english::INDEFINITE) => Self::Indefinite,
            () => Self::None,
        }
    }

    /// Whether it means somebody known.
    pub fn is_definite(self) -> bool {
        !matches!(self, Self::Indefinite | Self::None)
    }
}

/// A name in a text, and whom it means.
#[derive(Clone, Debug)]
pub struct Mention {
    /// The name.
    pub name: Name,
    /// Whom it means.
    pub referent: Referent,
    /// Whether a body or other words come before the name of the person: `River Watch Dana Vale`.
    pub is_led: bool,
    /// The number of the member of the cast, if it is surely one.
    pub member: Option<usize>,
}

impl Mention {
    /// Whether what has a capital is one word of a title, as at the start of a sentence: `Former`.
    pub fn is_only_a_title(&self) -> bool {
        let [word] = self.name.words.as_slice() else { return false };
        self.member.is_none()
            && !self.name.is_possessive
            && (is_title(word) || english::MORE_POSTS.contains(word.as_str()))
    }
}

/// The names of a text in order, and whom they mean.
pub struct Mentions<'a> {
    text: &'a SourceText,
    tokens: &'a Tokens,
    pub(super) cast: Cast,
    pub(super) all: Vec<Mention>,
    /// The names that the text has after `in` and its like.
    pub(super) places: Places,
}

/// So many names before a tie are looked at to settle it.
const RECENT: usize = 200;

impl<'a> Mentions<'a> {
    /// Reads the names of `text`, in which the parties of `cast` may be named.
    pub fn new(text: &'a SourceText, tokens: &'a Tokens, mut cast: Cast) -> Self {
        let names = names(text, tokens, &cast.phrases());
        let printed = |name: &Name| printed(text, tokens, name);
        cast.add_others(&names, printed);
        let places = Places::new(tokens, &names);
        let all = Vec::with_capacity(names.len());
        let mut mentions = Self { text, tokens, cast, all, places };
        for name in names {
            let mention = mentions.mention(name, &[]);
            mentions.all.push(mention);
        }
        mentions.learn_genders();
        mentions
    }

    /// Learns who is a woman and who a man from the pronouns after them, and reads again the names
    /// that two people share.
    fn learn_genders(&mut self) {
        let learned = genders::learned(self.text, self.tokens, &self.all);
        for &(number, gender) in &learned {
            self.cast.learn_gender(number, gender);
        }
        if learned.is_empty() {
            return;
        }
        let all = std::mem::take(&mut self.all);
        for mention in all {
            let is_tie = matches!(mention.referent, Referent::Somebody(SpokenBy::OneOf { .. }));
            let mention = if is_tie { self.mention(mention.name, &[]) } else { mention };
            self.all.push(mention);
        }
    }

    /// Whoever these words name in full.
    pub fn called(&self, words: &[String]) -> Option<&Member> {
        let parts = NameParts::new(words);
        let body = self.cast.body_in_full(words);
        body.or_else(|| self.cast.person_in_full(&parts, words))
            .map(|number| self.cast.member(number))
    }

    /// The person whom these words name in full.
    pub fn person_called(&self, words: &[String]) -> Option<SpokenBy> {
        let number = self.cast.person_in_full(&NameParts::new(words), words)?;
        Some(self.spoken_by(number))
    }

    /// The person of the brief, if there is one only, whose initials these are: `DV`.
    pub fn with_initials(&self, initials: &str) -> Option<SpokenBy> {
        let initials = initials.to_lowercase();
        let of = |name: &Vec<String>| -> String {
            name.iter().filter_map(|word| word.chars().next()).collect()
        };
        let parties = self.cast.parties().filter(|(_, party)| {
            party.is_person
                && initials.len() > 1
                && party.names.iter().any(|name| of(name) == initials)
        });
        let mut alike = parties.map(|(number, _)| number);
        alike.next().filter(|_| alike.next().is_none()).map(|number| self.spoken_by(number))
    }

    /// Whether somebody is a party of the brief, or would be one of a brief that has none.
    pub fn is_of_interest(&self, somebody: &SpokenBy) -> bool {
        match somebody {
            SpokenBy::Party(_) => true,
            SpokenBy::Other(_, 0) => self.cast.parties().next().is_none(),
            _ => false,
        }
    }

    /// Whether a name is that of a person: of a member of the cast, or with a title or a given name.
    pub fn is_surely_a_person(&self, mention: &Mention) -> bool {
        let parts = NameParts::new(&mention.name.words);
        let seems_one = !is_body(&mention.name.words)
            && (parts.is_full_name() || (!parts.title.is_empty() && !parts.core.is_empty()));
        let referent = &mention.referent;
        match mention.member {
            Some(number) => self.cast.member(number).is_person,
            None => seems_one && matches!(referent, Referent::Somebody(_)),
        }
    }

    /// The person whom a name means. A party of the brief that is called by it is taken for one.
    pub fn person(&self, mention: &Mention) -> Option<SpokenBy> {
        let somebody = mention.referent.clone().somebody()?;
        let is_person = self.is_surely_a_person(mention)
            || (mention.member.is_none() && matches!(somebody, SpokenBy::Party(_)));
        is_person.then_some(somebody)
    }

    /// Whether a name is surely or perhaps that of a person.
    pub fn is_a_person(&self, mention: &Mention) -> bool {
        match (mention.member, &mention.referent) {
            (Some(number), _) => self.cast.member(number).is_person,
            (None, Referent::Somebody(_)) => !is_body(&mention.name.words),
            (None, Referent::Before(_)) => false,
        }
    }

    /// The name at the token `at`, if one begins there.
    pub fn starting_at(&self, at: usize) -> Option<&Mention> {
        let place = self.all.binary_search_by_key(&at, |mention| mention.name.tokens.start).ok()?;
        self.all.get(place)
    }

    /// The names that begin in `range`.
    pub fn within(&self, range: &Range<usize>) -> &[Mention] {
        let start = self.all.partition_point(|mention| mention.name.tokens.start < range.start);
        let end = self.all.partition_point(|mention| mention.name.tokens.start < range.end);
        &self.all[start..end.max(start)]
    }

    /// The parties that the text names, each with the token where it does, in order.
    pub fn parties(&self) -> Vec<(usize, Id)> {
        let mentions = self.all.iter().map(|mention| mention.name.tokens.clone());
        let named = mentions.flat_map(|tokens| {
            self.parties_in(&tokens).into_iter().map(move |id| (tokens.start, id))
        });
        named.collect()
    }

    /// Every party that `range` names, or may name.
    pub fn parties_in(&self, range: &Range<usize>) -> Vec<Id> {
        let mut parties: Vec<Id> = Vec::new();
        for mention in self.within(range) {
            match &mention.referent {
                Referent::Somebody(SpokenBy::Party(id) | SpokenBy::SpokespersonOf(id)) => {
                    parties.push(id.clone());
                }
                Referent::Somebody(SpokenBy::OneOf { parties: several, .. }) => {
                    parties.extend(several.iter().cloned());
                }
                _ => {}
            }
        }
        parties
    }

    /// Whether `range` names a party, or may name one.
    pub fn names_a_party(&self, range: &Range<usize>) -> bool {
        !self.parties_in(range).is_empty()
    }

    /// Whom a name means beside the words `hints`, which say what post its holder has.
    pub fn hinted(&self, mention: &Mention, hints: &[String]) -> Referent {
        match &mention.referent {
            Referent::Somebody(SpokenBy::OneOf { .. }) if !hints.is_empty() => {
                self.mention(mention.name.clone(), hints).referent
            }
            referent => referent.clone(),
        }
    }

    fn mention(&self, name: Name, hints: &[String]) -> Mention {
        let parts = NameParts::new(&name.words);
        let whole = self
            .cast
            .body_in_full(&name.words)
            .or_else(|| self.cast.person_in_full(&parts, &name.words));
        if let Some(number) = whole {
            let referent = Referent::Somebody(self.spoken_by(number));
            let is_led = self.cast.member(number).is_person && name.words.len() > 2;
            return Mention { name, referent, is_led, member: whole };
        }
        if matches!(name.words.as_slice(), [word] if english::MEMBERS.contains(word.as_str())) {
            let described = SpokenBy::Described(self.on_one_line(name.tokens.clone()));
            let referent = Referent::Somebody(described);
            return Mention { name, referent, is_led: false, member: None };
        }
        let start = name.tokens.start;
        let head = head_of(&name.words);
        let is_role = head.is_some_and(|head| is_role(head) || is_spokesperson(head));
        if is_role || parts.core.is_empty() {
            let before = start.checked_sub(1).map_or("", |at| self.tokens.spelling(at));
            let article = Article::from_word(&before.to_lowercase());
            let referent = self.described(&name.words, article, None, name.tokens.clone());
            return Mention { name, referent, is_led: false, member: None };
        }
        let found = self.candidates(&parts, &name.words, hints);
        let member = found.first().copied().filter(|_| found.len() == 1);
        let referent = self.one_of(&found, start, || printed(self.text, self.tokens, &name));
        Mention { name, referent: Referent::Somebody(referent), is_led: false, member }
    }

    /// The members of whose names `words` may be a part.
    fn candidates(&self, parts: &NameParts<'_>, words: &[String], hints: &[String]) -> Vec<usize> {
        let bodies = self.bodies_in_part(words);
        let Some(last) = parts.core.last().filter(|_| parts.is_short() && !is_body(words)) else {
            return bodies;
        };
        let fits = |number: &usize| {
            let genders = parts.gender.zip(self.cast.member(*number).gender);
            genders.is_none_or(|(said, known)| said == known)
        };
        let mut found: Vec<usize> = self.cast.surnamed(last).iter().copied().filter(fits).collect();
        let knightly = parts
            .title
            .last()
            .is_some_and(|title| english::HONORIFICS_OF_GIVEN_NAMES.contains(title.as_str()));
        if found.is_empty() && (parts.title.is_empty() || knightly) {
            found = self.cast.given(last).to_vec();
        }
        if found.is_empty() {
            return if parts.title.is_empty() { bodies } else { Vec::new() };
        }
        let hints: Vec<&String> = hints.iter().chain(parts.title).collect();
        let holds = |number: &usize| holds(self.cast.member(*number), &hints);
        let is_styled_so = |number: &usize| {
            let titles = &self.cast.member(*number).titles;
            let style = |title: &&String| english::STYLES.contains(title.as_str());
            let mut own = parts.title.iter().filter(style).peekable();
            match own.peek() {
                Some(_) => own.all(|title| titles.contains(title)),
                None => parts.title.is_empty() || !titles.iter().any(|title| style(&title)),
            }
        };
        let is_known = |number: &usize| {
            parts.gender.is_some() && self.cast.member(*number).gender == parts.gender
        };
        narrowed(narrowed(narrowed(found, holds), is_known), is_styled_so)
    }

    /// The bodies of whose names `words` are a part, or the party whose name begins so: `the Met`.
    fn bodies_in_part(&self, words: &[String]) -> Vec<usize> {
        let Some(last) = words.last() else { return Vec::new() };
        let found = self.cast.bodies_in_part(words);
        if found.is_empty() && words.len() == 1 && last.chars().count() > 2 {
            let nicknamed = |(number, member): (usize, &Member)| {
                let begins = !member.is_person && member.names[0][0].starts_with(last.as_str());
                (begins && member.party.is_some()).then_some(number)
            };
            return self.cast.parties().filter_map(nicknamed).collect();
        }
        found
    }

    /// Whom a description means: `the safeguarding minister`, `a police spokesman`. `owner` is
    /// whom the description belongs to: `a spokesman for the board`.
    pub fn described(
        &self,
        words: &[String],
        article: Article,
        owner: Option<&SpokenBy>,
        tokens: Range<usize>,
    ) -> Referent {
        let Some(head) = head_of(words) else { return Referent::Before(Antecedent::default()) };
        let text = || self.on_one_line(tokens.clone());
        let is_bare = words.len() == 1 && owner.is_none();
        let other = || {
            let is_new = article == Article::Indefinite || (article == Article::None && is_bare);
            let number = if is_new { tokens.start.max(1) } else { 0 };
            Referent::Somebody(SpokenBy::Other(text(), number))
        };
        let described = || Referent::Somebody(SpokenBy::Described(text()));
        if let Some(owner) = owner.filter(|_| english::DOCUMENTS.contains(head.as_str())) {
            return Referent::Somebody(owner.clone());
        }
        if article == Article::Indefinite && !is_spokesperson(head) {
            let is_document = english::DOCUMENTS.contains(head.as_str());
            return if is_document { described() } else { other() };
        }
        let holders = self.holders(words, owner);
        if !holders.is_empty() {
            return Referent::Somebody(self.one_of(&holders, tokens.start, text));
        }
        let is_office = english::OFFICES.contains(head.as_str());
        if let Some(SpokenBy::Party(id)) = owner.filter(|_| is_office) {
            return Referent::Somebody(SpokenBy::SpokespersonOf(id.clone()));
        }
        let is_staff = english::STAFF.contains(head.as_str()) && owner.is_some();
        if is_spokesperson(head) || is_staff {
            return match owner {
                Some(SpokenBy::Party(id)) => {
                    Referent::Somebody(SpokenBy::SpokespersonOf(id.clone()))
                }
                Some(_) => other(),
                None if article == Article::Theirs && is_bare => described(),
                None => self.spokesperson(&words[..words.len() - 1]).unwrap_or_else(other),
            };
        }
        let bodies = if is_body(words) { self.bodies_in_part(words) } else { Vec::new() };
        match bodies.as_slice() {
            [] if is_role(head) && !is_bare && article != Article::Theirs => other(),
            [] if !article.is_definite() || english::THINGS.contains(head.as_str()) => other(),
            [] if english::DOCUMENTS.contains(head.as_str()) => {
                let owner = self.tokens.lower(tokens.start);
                if owner == english::YOURS {
                    return described();
                }
                Referent::Before(Antecedent::of_pronoun(owner).unwrap_or(Antecedent::BODY))
            }
            [] if is_body(words) => Referent::Before(Antecedent::BODY),
            [] if article == Article::Ours => other(),
            [] if article == Article::Theirs => described(),
            [] if is_bare && is_any_person(head) => Referent::Before(Antecedent::PERSON),
            [] if is_role(head) => other(),
            [] if words.iter().any(|word| word == "year") => Referent::Before(Antecedent::PERSON),
            [] => described(),
            bodies => Referent::Somebody(self.one_of(bodies, tokens.start, text)),
        }
    }

    /// These tokens as the text has them, on one line.
    pub fn on_one_line(&self, tokens: Range<usize>) -> String {
        Text::flow(&self.text.as_str()[self.tokens.bytes(tokens)]).to_string()
    }

    /// A spokesperson by the words before: `Home Office`, `police`. With none, of whoever was
    /// spoken of before.
    fn spokesperson(&self, words: &[String]) -> Option<Referent> {
        if words.is_empty() {
            return Some(Referent::Before(Antecedent::BODY));
        }
        let number = self.cast.body_in_full(words).or_else(|| {
            let found = self.bodies_in_part(words);
            found.first().copied().filter(|_| found.len() == 1)
        });
        let party = number.and_then(|number| self.cast.member(number).party.clone());
        party.map(|id| Referent::Somebody(SpokenBy::SpokespersonOf(id)))
    }

    /// The people who hold the post that `words` describe.
    fn holders(&self, words: &[String], owner: Option<&SpokenBy>) -> Vec<usize> {
        let mut wanted: Vec<String> = words.to_vec();
        if let Some(SpokenBy::Party(id)) = owner {
            wanted.push(id.to_string());
        } else if let Some(SpokenBy::Other(name, _)) = owner {
            wanted.extend(folded_words(name));
        }
        let wanted: Vec<&String> = wanted.iter().collect();
        let people = self.cast.parties().filter(|(_, member)| member.is_person);
        people.filter(|(_, member)| holds(member, &wanted)).map(|(number, _)| number).collect()
    }

    /// One of these members; the one named last before the token `at` is the likeliest.
    fn one_of(&self, members: &[usize], at: usize, name: impl Fn() -> String) -> SpokenBy {
        match members {
            [] => SpokenBy::Other(name(), 0),
            [one] => self.spoken_by(*one),
            several => {
                let party = |number: &usize| self.cast.member(*number).party.clone();
                let before = self.all.partition_point(|mention| mention.name.tokens.start < at);
                let recent = self.all[..before].iter().rev().take(RECENT);
                let last =
                    recent.filter_map(|mention| mention.member).find(|last| several.contains(last));
                SpokenBy::OneOf {
                    parties: several.iter().filter_map(party).collect(),
                    likeliest: last.map(|number| Box::new(self.spoken_by(number))),
                    name: name(),
                }
            }
        }
    }

    /// Whether the text says of a name that it is a place, and of nobody that they have it.
    fn is_place(&self, mention: &Mention) -> bool {
        let is_whole = |number: usize| {
            let member = self.cast.member(number);
            member.party.is_none() && member.names.contains(&mention.name.words)
        };
        self.places.contains(&mention.name.words) && mention.member.is_none_or(is_whole)
    }

    /// The member who fits that the text names last in `range`, before all others. A place is nobody.
    pub fn last_in(&self, range: &Range<usize>, antecedent: Antecedent) -> Option<SpokenBy> {
        let fits = |mention: &&Mention| match (mention.member, &mention.referent) {
            _ if antecedent.is_person == Some(true) && self.is_place(mention) => false,
            (Some(number), _) => antecedent.fits(self.cast.member(number)),
            (None, Referent::Somebody(_)) => antecedent.is_person != Some(false),
            (None, Referent::Before(_)) => false,
        };
        let found = self.within(range).iter().rev().take(RECENT).find(fits)?;
        match &found.referent {
            Referent::Somebody(spoken_by) => Some(spoken_by.clone()),
            Referent::Before(_) => None,
        }
    }

    /// Whether somebody who speaks may be meant by `antecedent`. A body may: `she` is whoever speaks
    /// for it.
    pub fn may_be(&self, spoken_by: &SpokenBy, antecedent: Antecedent) -> bool {
        match spoken_by {
            SpokenBy::Party(id) => self
                .cast
                .parties()
                .find(|(_, member)| member.party.as_ref() == Some(id))
                .is_none_or(|(_, member)| !member.is_person || antecedent.fits(member)),
            SpokenBy::Other(name, number) if *number > 0 => {
                let head = name.rsplit(' ').next().unwrap_or_default();
                let is_person = is_role(head) || english::PEOPLE.contains(head);
                antecedent.is_person.is_none_or(|expected| expected == is_person)
            }
            SpokenBy::Other(name, _) => antecedent.is_person.is_none_or(|is_person| {
                let words = folded_words(name);
                let parts = NameParts::new(&words);
                let is_named = parts.is_full_name() || !parts.title.is_empty();
                let is_thing = is_body(&words) || self.places.contains(&words);
                is_person == (is_named && !is_thing)
            }),
            SpokenBy::SpokespersonOf(_)
            | SpokenBy::OneOf { .. }
            | SpokenBy::Described(_)
            | SpokenBy::Unknown(_) => true,
        }
    }

    fn spoken_by(&self, number: usize) -> SpokenBy {
        let member = self.cast.member(number);
        let other = || SpokenBy::Other(member.name.clone(), 0);
        member.party.clone().map_or_else(other, SpokenBy::Party)
    }
}

/// Whether somebody’s post and body have one of the roles in `words`, and each word that goes with
/// it.
fn holds(member: &Member, words: &[&String]) -> bool {
    let has = |word: &str| member.post.iter().any(|other| is_same_word(other, word));
    let counts = |word: &str| !english::SMALL_WORDS.contains(word) && gender(word).is_none();
    let has_role = words.iter().any(|word| (is_role(word) || is_spokesperson(word)) && has(word));
    has_role && words.iter().all(|word| !counts(word) || has(word))
}

/// The word that says what the description is of: `minister` in `minister of state for schools`.
fn head_of(words: &[String]) -> Option<&String> {
    let joiner = words.iter().position(|word| english::JOINERS_OF_BODIES.contains(word.as_str()));
    words[..joiner.filter(|at| *at > 0).unwrap_or(words.len())].last()
}

/// Whether `the` before a word is enough to mean a person spoken of: `the woman`, `the minister`.
fn is_any_person(word: &str) -> bool {
    let is = |list: english::WordList| list.contains(word);
    is(english::PEOPLE) || is(english::GENERAL_ROLES)
}

fn is_spokesperson(word: &str) -> bool {
    english::SPOKESPERSONS.contains(word)
}

/// Those that fit, unless none does.
fn narrowed(numbers: Vec<usize>, fits: impl Fn(&usize) -> bool) -> Vec<usize> {
    let fitting: Vec<usize> = numbers.iter().copied().filter(fits).collect();
    if fitting.is_empty() { numbers } else { fitting }
}

/// A name as the text has it, on one line.
pub fn printed(text: &SourceText, tokens: &Tokens, name: &Name) -> String {
    let printed = Text::flow(&text.as_str()[tokens.bytes(name.tokens.clone())]).to_string();
    printed.strip_suffix("’s").or(printed.strip_suffix("'s")).unwrap_or(&printed).to_owned()
}
