//! The people and bodies of a text who may be parties of a brief: those who speak, who are asked, who
//! act, and the bodies that they are in.

use std::collections::{HashMap, HashSet};

use indexmap::IndexMap;

use super::ids::IdGiver;
use super::known::KnownParties;
use super::posts::{Holder, PostReader};
use crate::brief::{Id, Official, Organisation};
use crate::evidence::source::words::{TokenKind, Tokens};
use crate::evidence::source::{SourceText, english};
use crate::evidence::speech::names::{Name, folded_words, is_date};
use crate::evidence::speech::titles::{NameParts, honorific, is_role, is_title};
use crate::evidence::speech::{Mention, Mentions, Referent, SpeechMap, SpokenBy, is_body};
use crate::text::Text;

/// At most this many people and bodies of a text are looked at.
const MOST: usize = 300;

/// This many tokens after a name are looked at for a word that shows whether it is a person’s.
const AFTER: usize = 8;

/// This many places where a text names a person are looked at for the post.
const PLACES: usize = 12;

/// The parties that a text may have, each with its paragraph.
#[derive(Clone, Debug, Default)]
pub struct DraftParties {
    /// Bodies, in the order of the text.
    pub organisations: Vec<(Organisation, u32)>,
    /// People, in the order of the text.
    pub officials: Vec<(Official, u32)>,
    /// What is to be looked at of a person.
    pub remarks: IndexMap<Id, Text>,
}

/// Candidates with their numbers.
type Numbered<'a> = Vec<(usize, &'a Candidate)>;

/// Somebody whom a text names.
#[derive(Clone, Debug)]
struct Candidate {
    name: String,
    is_person: bool,
    honorific: Option<String>,
    /// The letters that the text gives for a body in brackets: `(NCA)`.
    letters: Option<String>,
    /// Whether they speak, ask or act.
    acts: bool,
    /// The numbers of the names in the text that mean them.
    places: Vec<usize>,
}

/// Reads who may be a party, with the ids that `known` briefs give them.
pub fn draft_parties(
    text: &SourceText,
    tokens: &Tokens,
    mentions: &Mentions<'_>,
    speech: &SpeechMap,
    known: &KnownParties,
) -> DraftParties {
    let words = (0..tokens.len()).map(|token| tokens.spelling(token));
    let common = words.filter(|word| word.starts_with(char::is_lowercase)).collect();
    let posts = PostReader { text, tokens, mentions };
    let reader = PartyReader { text, tokens, mentions, posts, common };
    let mut candidates = reader.candidates(speech);
    let holders = reader.holders(&candidates);
    let mut numbers: Vec<&usize> = holders.keys().collect();
    numbers.sort_unstable();
    for number in numbers {
        if let Some(body) = &holders[number].body {
            let near = candidates[*number].places.first().copied();
            add_body(&mut candidates, body, near);
        }
    }
    reader.ided(&candidates, &holders, known)
}

/// Takes a name for that of a body, and adds it if nobody has it.
fn add_body(candidates: &mut Vec<Candidate>, name: &str, near: Option<usize>) {
    let words = body_words(name);
    let same = candidates.iter_mut().find(|candidate| body_words(&candidate.name) == words);
    match same {
        Some(candidate) => candidate.is_person = false,
        None => candidates.push(Candidate {
            name: name.to_owned(),
            is_person: false,
            honorific: None,
            letters: None,
            acts: false,
            places: near.into_iter().collect(),
        }),
    }
}

struct PartyReader<'a> {
    text: &'a SourceText,
    tokens: &'a Tokens,
    mentions: &'a Mentions<'a>,
    posts: PostReader<'a>,
    /// The words that the text has without a capital.
    common: HashSet<&'a str>,
}

impl PartyReader<'_> {
    /// Those whom the text names, those who act first.
    fn candidates(&self, speech: &SpeechMap) -> Vec<Candidate> {
        let mut speakers: HashSet<&str> = HashSet::new();
        for (_, voice) in speech.stretches().filter(|(_, voice)| voice.is_sure()) {
            speakers.extend(voice.speakers.iter().filter_map(name_of));
        }
        let mut found: Vec<Candidate> = Vec::new();
        let mut by_name: HashMap<Vec<String>, usize> = HashMap::new();
        for (place, mention) in self.mentions.all().iter().enumerate() {
            let Some((name, key)) = self.named(mention) else { continue };
            let number = *by_name.entry(key).or_insert_with(|| {
                found.push(self.candidate(mention, name.clone()));
                found.len() - 1
            });
            let candidate = &mut found[number];
            candidate.acts |= speakers.contains(name.as_str()) || self.acts(mention);
            candidate.letters = candidate.letters.take().or_else(|| self.letters_after(mention));
            candidate.places.push(place);
        }
        found.retain(|candidate| self.is_fit(candidate));
        found.sort_by_key(|candidate| !candidate.acts);
        found.truncate(MOST);
        found.sort_by_key(|candidate| candidate.places.first().copied());
        found
    }

    /// The full name that a name stands for, and the words that tell it from others.
    fn named(&self, mention: &Mention) -> Option<(String, Vec<String>)> {
        let name = match (mention.member, &mention.referent) {
            (Some(number), _) => self.mentions.member(number).name.clone(),
            (None, Referent::Somebody(SpokenBy::Other(name, 0))) => {
                after_post(name).unwrap_or(name).to_owned()
            }
            _ => return None,
        };
        let key = body_words(&name);
        (!key.is_empty()).then_some((name, key))
    }

    fn candidate(&self, mention: &Mention, name: String) -> Candidate {
        let member = mention.member.map(|number| self.mentions.member(number));
        let words = folded_words(&name);
        let parts = NameParts::new(&words);
        let is_titled = !parts.title.is_empty() && !parts.core.is_empty();
        let is_after_post = self.tokens.count_words(mention.name.tokens.clone()) > words.len();
        let is_person = member.map_or(is_titled || is_after_post, |member| member.is_person);
        let title = if is_person && member.is_none() { parts.title.len() } else { 0 };
        let before: Vec<&str> = name.split_whitespace().take(title).collect();
        let honorific = member
            .and_then(|member| member.honorific.clone())
            .or_else(|| honorific(&before.join(" ")));
        let rest: Vec<&str> = name.split_whitespace().skip(title).collect();
        let name = if is_person { in_title_case(&without_description(&rest)) } else { name };
        Candidate { name, is_person, honorific, letters: None, acts: false, places: Vec::new() }
    }

    /// Whether a name is before a verb as whoever says or does something is.
    fn acts(&self, mention: &Mention) -> bool {
        let next = mention.name.tokens.end;
        let word = self.word(next);
        let before = mention.name.tokens.start.checked_sub(1).map(|at| self.word(at));
        let is_object =
            before.is_some_and(|before| english::PREPOSITIONS.contains(before) && before != "to");
        let lists = [english::REPORTING_VERBS, english::ASKS, english::ASKS_ON, english::PLEDGES];
        let is_verb =
            lists.iter().any(|list| list.contains(word)) || matches!(word, "will" | "has" | "have");
        let is_asked = word == "to" && !is_object;
        !mention.name.is_possessive && !is_object && (is_verb || is_asked)
    }

    /// The letters in brackets after a name: `National Crime Agency (NCA)`.
    fn letters_after(&self, mention: &Mention) -> Option<String> {
        let open = mention.name.tokens.end;
        let is = |at: usize, sign: char| {
            self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Sign(sign))
        };
        let letters = || self.tokens.spelling(open + 1);
        let is_given = is(open, '(') && is(open + 2, ')') && is_letters(letters());
        let stands_for = || {
            let first = mention.name.words.first().and_then(|word| word.chars().next());
            first == letters().chars().next().map(|c| c.to_ascii_lowercase())
        };
        (is_given && stands_for()).then(|| letters().to_owned())
    }

    /// Whether somebody may be a party: with a name that is one, and not of a place or a work.
    fn is_fit(&self, candidate: &Candidate) -> bool {
        let words = body_words(&candidate.name);
        let Some(last) = words.last() else { return false };
        let is = |list: english::WordList| list.contains(last.as_str());
        let is_nobody = is(english::NO_PARTIES)
            || candidate.name.contains(|c: char| c.is_ascii_digit())
            || candidate.name.chars().count() > 80
            || words.iter().all(|word| is_title(word))
            || candidate.name.split_whitespace().any(is_date);
        if is_nobody || !candidate.name.starts_with(char::is_uppercase) {
            return false;
        }
        let is_place = self.mentions.is_name_of_place(&words);
        if candidate.is_person {
            let ends_in_letters = candidate.name.rsplit(' ').next().is_some_and(is_letters);
            return !is_place && words.len() <= 5 && !ends_in_letters;
        }
        let is_shouted = words.len() > 1 && !candidate.name.contains(char::is_lowercase);
        let is_post =
            words.iter().any(|word| is_role(word)) && (is_role(last) || is_role(&words[0]));
        if is_post {
            return false;
        }
        if words.len() == 1 {
            // It may be the end of another name: `the Council for Water and Heat`.
            let only_after_and = candidate.places.iter().all(|&place| {
                let start = self.mentions.all()[place].name.tokens.start;
                start.checked_sub(1).is_some_and(|before| self.word(before) == "and")
            });
            if only_after_and && !is_letters(&candidate.name) && !is(english::BODIES_OF_ONE_WORD) {
                return false;
            }
            let is_lettered = is_letters(&candidate.name) && candidate.acts;
            let is_known = is(english::BODIES_OF_ONE_WORD);
            // `the Board`, of which the text gives no other name.
            let is_only_name = is(english::BODIES) && candidate.acts && !last.ends_with('s');
            let is_kind = is(english::BODIES) || is(english::MORE_BODIES);
            let is_common = self.common.contains(last.as_str());
            let speaks = candidate.acts
                && !is_place
                && !is_kind
                && !is_common
                && !last.ends_with('s')
                && last.chars().count() > 2;
            return is_lettered || is_known || speaks || is_only_name;
        }
        !is_shouted && (is_body(&words) || (candidate.acts && !is_place))
    }

    /// The posts of the people, by their numbers; a name that posts say is a body’s is no person’s.
    fn holders(&self, candidates: &[Candidate]) -> HashMap<usize, Holder> {
        let people = candidates.iter().enumerate().filter(|(_, candidate)| candidate.is_person);
        let holder = |(number, candidate): (usize, &Candidate)| {
            let places = candidate.places.iter().take(PLACES);
            let mut holder = Holder::default();
            for place in places {
                let mention = &self.mentions.all()[*place];
                if mention.name.is_possessive {
                    continue;
                }
                holder = holder.or(self.posts.holder(&mention.name));
            }
            (number, holder)
        };
        people.map(holder).collect()
    }

    /// The candidates with ids: of people in the order of the text, the bodies first.
    fn ided(
        &self,
        candidates: &[Candidate],
        holders: &HashMap<usize, Holder>,
        known: &KnownParties,
    ) -> DraftParties {
        let mut ids = IdGiver::new(known, []);
        let mut draft = DraftParties::default();
        let mut body_ids: HashMap<Vec<String>, Id> = HashMap::new();
        let is_nobody = |number: usize, candidate: &Candidate| {
            let has_post = holders.get(&number).is_some_and(|holder| *holder != Holder::default());
            candidate.is_person && !has_post && self.is_common_noun(candidate)
        };
        let is_body = |number: usize, candidate: &Candidate| {
            let has_post = holders.get(&number).is_some_and(|holder| holder.post.is_some());
            !candidate.is_person || (!has_post && self.is_surely_a_body(candidate))
        };
        let all = candidates.iter().enumerate();
        let (bodies, people): (Numbered<'_>, Numbered<'_>) =
            all.partition(|(number, candidate)| is_body(*number, candidate));
        for (_, body) in bodies {
            let found = known.body(&body.name).filter(|known| ids.take(&known.id));
            let organisation = found.cloned().unwrap_or_else(|| Organisation {
                id: ids.for_body(&body.name, body.letters.as_deref()),
                name: Text::flow(without_article(&body.name)),
            });
            body_ids.insert(body_words(&body.name), organisation.id.clone());
            draft.organisations.push((organisation, self.paragraph(body)));
        }
        for (number, person) in people.into_iter().filter(|(number, one)| !is_nobody(*number, one))
        {
            let holder = holders.get(&number).cloned().unwrap_or_default();
            let body = holder.body.as_ref().and_then(|body| body_ids.get(&body_words(body)));
            let post = holder.post.as_deref().map(Text::flow);
            let found = known.person(&person.name).filter(|known| ids.take(&known.id));
            let id = found.map_or_else(|| ids.for_person(&person.name), |known| known.id.clone());
            let name = found.map_or_else(|| Text::flow(&person.name), |known| known.name.clone());
            // Others may have the surname.
            if found.is_some() && !person.name.contains(' ') {
                let remark = format!("only “{}” here: is it the same person?", person.name);
                draft.remarks.insert(id.clone(), Text::flow(&remark));
            }
            let known_post = found.and_then(|known| known.post.clone());
            // The same post with other capitals would be another one.
            let post = match (post, known_post) {
                (Some(post), Some(known)) if post.to_lowercase() == known.to_lowercase() => {
                    Some(known)
                }
                (post, _) => post,
            };
            let official = Official {
                id,
                name,
                post,
                organisation: body.cloned(),
                honorific: person.honorific.as_deref().map(Text::flow),
                aka: Box::default(),
            };
            draft.officials.push((official, self.paragraph(person)));
        }
        draft
    }

    /// Whether a name that may be a person’s is that of a body, by its last word or by what is beside it:
    /// `the Tidewater Pilots`. A surname or a title on its own shows a person.
    fn is_surely_a_body(&self, candidate: &Candidate) -> bool {
        let words = folded_words(&candidate.name);
        let is_kind = words
            .last()
            .is_some_and(|last| english::MORE_BODIES.contains(last.as_str()) && words.len() > 1);
        let names = || candidate.places.iter().map(|&place| &self.mentions.all()[place].name);
        let is_short = |words: &[String]| words.len() == 1;
        let is_titled = |words: &[String]| !NameParts::new(words).title.is_empty();
        let is_person = candidate.honorific.is_some()
            || names().any(|name| is_short(&name.words) || is_titled(&name.words));
        let is_led = names().any(|name| {
            name.tokens.start.checked_sub(1).is_some_and(|before| {
                let word = self.word(before);
                let leads = |word: &str| english::LEAD_TO_BODIES.contains(word);
                // `its contractor, Northport Lamps, said`
                let is_apposed = || {
                    let comma = self.tokens.get(before).map(|token| token.kind);
                    comma == Some(TokenKind::Sign(','))
                        && before > 0
                        && leads(self.word(before - 1))
                };
                word == "the" || leads(word) || is_apposed()
            })
        });
        // What somebody says says nothing of who says it: `Vale said: “It was dark.”`
        let runs_on = |at: &usize| {
            let sign = self.tokens.get(*at).map(|token| token.kind);
            !self.posts.has_mark(*at) && !matches!(sign, Some(TokenKind::Sign('.' | ':' | ';')))
        };
        let after = |name: &Name| (name.tokens.end..name.tokens.end + AFTER).take_while(runs_on);
        let has_after = |list: english::WordList| {
            names().any(|name| after(name).any(|at| list.contains(self.word(at))))
        };
        let is_he = has_after(english::words!["who", "he", "she", "his", "her"]);
        // `said its members`; what somebody says of `it` may be anything.
        let says = |at: usize| {
            let word = self.word(at.saturating_sub(1));
            english::REPORTING_VERBS.contains(word)
        };
        let is_its = |at: usize| self.word(at) == "its" && says(at);
        let is_it =
            has_after(english::words!["which"]) || names().any(|name| after(name).any(is_its));
        !is_person && (is_kind || is_led || (is_it && !is_he))
    }

    /// Whether a name that nothing shows to be a person’s ends in a word that the text has without a
    /// capital too, as a heading does.
    fn is_common_noun(&self, candidate: &Candidate) -> bool {
        let last = candidate.name.rsplit(' ').next().unwrap_or_default().to_lowercase();
        let mut names = candidate.places.iter().map(|&place| &self.mentions.all()[place].name);
        let is_alone = names.all(|name| name.words.len() > 1);
        candidate.honorific.is_none() && is_alone && self.common.contains(last.as_str())
    }

    fn paragraph(&self, candidate: &Candidate) -> u32 {
        let places = || candidate.places.iter().filter_map(|&place| self.mentions.all().get(place));
        // `Pellworth` may be no more than where the university is.
        let name = body_words(&candidate.name);
        let first = places().find(|mention| mention.name.words.ends_with(&name));
        let first = first.or_else(|| places().next());
        let token = first.and_then(|mention| self.tokens.get(mention.name.tokens.start));
        token.map_or(1, |token| self.text.paragraph_at(token.bytes.start))
    }

    fn word(&self, at: usize) -> &str {
        self.tokens.lower(at)
    }
}

/// The person at the end of a post with `for` or `of`: `Commissioner for Transport Luc Verdier`.
fn after_post(name: &str) -> Option<&str> {
    let words: Vec<&str> = name.split(' ').collect();
    let joiner = words.iter().position(|word| matches!(*word, "for" | "of"))?;
    let is_post = joiner > 0 && words[..joiner].iter().any(|word| is_role(&word.to_lowercase()));
    let last = words.last()?.to_lowercase();
    let is_policy =
        english::POLICIES.contains(last.as_str()) || english::BODIES.contains(last.as_str());
    let are_large = words[joiner + 1..].iter().all(|word| word.starts_with(char::is_uppercase));
    if !is_post || is_policy || !are_large || words.len() != joiner + 4 {
        return None;
    }
    let length: usize = words[..words.len() - 2].iter().map(|word| word.len() + 1).sum();
    name.get(length..)
}

/// A name without a description before it, which a hyphen shows: `Mum-of-two Kelly Dunn`.
fn without_description(words: &[&str]) -> String {
    let is_description = |word: &&&str| {
        let parts: Vec<&str> = word.split('-').collect();
        parts.len() > 1 && parts[1..].iter().any(|part| part.starts_with(char::is_lowercase))
    };
    let described = words.iter().take_while(is_description).count();
    let rest = if words.len() > described + 1 { &words[described..] } else { words };
    rest.join(" ")
}

/// The name of somebody who is not in a brief.
fn name_of(speaker: &SpokenBy) -> Option<&str> {
    match speaker {
        SpokenBy::Other(name, 0) => Some(name),
        SpokenBy::OneOf { likeliest: Some(likeliest), .. } => name_of(likeliest),
        _ => None,
    }
}

/// Whether a word is the letters of a body: `NCA`, `DfT`.
pub fn is_letters(word: &str) -> bool {
    let large = word.chars().filter(|c| c.is_uppercase()).count();
    let length = word.chars().count();
    (2..=8).contains(&length)
        && large >= 2
        && large * 2 > length
        && word.chars().all(char::is_alphabetic)
}

/// The words of a name by which bodies are compared.
pub fn body_words(name: &str) -> Vec<String> {
    let mut words = folded_words(name);
    if words.len() > 1 && words[0] == "the" {
        words.remove(0);
    }
    words
}

fn without_article(name: &str) -> &str {
    name.strip_prefix("The ").or_else(|| name.strip_prefix("the ")).unwrap_or(name)
}

/// A name in capitals as names are written: `Dana Vale` for `DANA VALE`.
fn in_title_case(name: &str) -> String {
    if name.contains(char::is_lowercase) || name.chars().count() < 4 {
        return name.to_owned();
    }
    let mut begins = true;
    let cased = name.chars().map(|c| {
        let cased = if begins { c.to_string() } else { c.to_lowercase().collect() };
        begins = !c.is_alphabetic();
        cased
    });
    cased.collect()
}
