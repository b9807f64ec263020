//! Who speaks in each part of a text that is in quotation marks.
//!
//! The sentence around a quotation says it: `…,” said Vale`, `Vale said: “…`. A pronoun stands for
//! whoever was named last and fits. A quotation that nothing introduces goes on with the speaker
//! of the one before it, if it follows closely; in doubt its speaker is a new one.

use std::ops::Range;

use super::cast::is_body;
use super::clause::Clause;
use super::mentions::{Antecedent, Article, Mention, Mentions, Referent, SpokenBy};
use super::names::folded_words;
use super::subjects::Subject;
use super::surroundings::{Surroundings, surroundings};
use super::{Certainty, Stretch, Voice};
use crate::evidence::source::normal::is_single_mark;
use crate::evidence::source::quotation_marks::{self, QuotedSpan};
use crate::evidence::source::stops::{ENDS_OF_SPEECH, ends_sentence};
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};
use crate::text::is_double_mark;

/// Signs that end a sentence or lead to another: no line with a name alone has one at its end.
const ENDS_OF_SENTENCE: [char; 9] = ['.', '!', '?', ':', '…', '”', '"', '’', ','];

/// Who speaks in the parts of a text in quotation marks.
pub struct QuotedVoices {
    /// The voice of each outermost part, in order.
    pub outer: Vec<Voice>,
    /// The parts inside those, in order, which somebody else than the outer voice speaks.
    pub inner: Vec<Stretch>,
}

impl QuotedVoices {
    /// Reads the sentences around `spans`, each inside its turn.
    pub fn new(
        text: &SourceText,
        tokens: &Tokens,
        spans: &[QuotedSpan],
        mentions: &Mentions<'_>,
        turns: &[Stretch],
    ) -> Self {
        let surroundings = surroundings(text, tokens, spans, turns);
        let reader = VoiceReader { text, tokens, spans, mentions, surroundings };
        let outer = reader.voices();
        let inner = spans.iter().flat_map(|span| reader.inner(span)).collect();
        Self { outer, inner }
    }
}

struct VoiceReader<'a> {
    text: &'a SourceText,
    tokens: &'a Tokens,
    spans: &'a [QuotedSpan],
    mentions: &'a Mentions<'a>,
    surroundings: Vec<Surroundings>,
}

impl VoiceReader<'_> {
    fn voices(&self) -> Vec<Voice> {
        let mut found: Vec<Voice> = Vec::with_capacity(self.spans.len());
        let mut unnamed_from = 0;
        for (i, span) in self.spans.iter().enumerate() {
            let earlier = found.last().filter(|_| self.is_one_sentence(i));
            let voice = earlier
                .filter(|earlier| earlier.certainty > Certainty::Unknown)
                .map_or_else(|| self.voice(i, found.last()), Clone::clone);
            let is_unknown = voice.certainty == Certainty::Unknown;
            if span.continues && !is_unknown {
                for earlier in found.iter_mut().skip(unnamed_from) {
                    *earlier = voice.clone();
                }
            }
            if !is_unknown || !span.continues {
                unnamed_from = if is_unknown { i } else { i + 1 };
            }
            found.push(voice);
        }
        found
    }

    /// Whether a page ends inside the sentence that the span at `i` goes on with.
    fn is_one_sentence(&self, i: usize) -> bool {
        let text = |i: usize| self.text.as_str()[self.spans[i].bytes.clone()].trim();
        self.spans[i].continues
            && i > 0
            && !text(i - 1).ends_with(ENDS_OF_SPEECH)
            && text(i).starts_with(char::is_lowercase)
    }

    fn voice(&self, i: usize, earlier: Option<&Voice>) -> Voice {
        let Surroundings { before, after, .. } = &self.surroundings[i];
        let mut mentioned = self.mentions.parties_in(before);
        mentioned.extend(self.mentions.parties_in(after));
        let voice = if self.is_rejected(i) {
            let asked = || Voice {
                certainty: Certainty::Carried,
                ..Voice::named(vec![somebody_unnamed()])
            };
            self.thing(i).or_else(|| Some(asked()))
        } else if let Some(subject) = self.subject(i) {
            self.voice_of(i, &subject, earlier).or_else(|| Some(self.somebody(i, &subject)))
        } else if let Some(is_denied) = self.author_denies(i) {
            let voice = if is_denied { Voice::somebody(i) } else { Voice::unknown(i) };
            Some(Voice { is_denied, ..voice })
        } else {
            let near = self.thing(i).or_else(|| self.near(i));
            near.or_else(|| self.introduced(i, earlier)).or_else(|| self.going_on(i, earlier))
        };
        let voice = voice.unwrap_or_else(|| Voice::unknown(i));
        let is_title = voice.certainty < Certainty::Carried && self.is_title(i);
        if is_title { Voice::named(Vec::new()) } else { Voice { mentioned, ..voice } }
    }

    /// The subject of the verb of speech beside the span at `i`.
    fn subject(&self, i: usize) -> Option<Subject> {
        let Surroundings { before, after, .. } = &self.surroundings[i];
        let before = Clause::new(self.tokens, self.mentions, before);
        let after = Clause::new(self.tokens, self.mentions, after);
        let (lead, tail) = (before.subject_before_speech(), after.subject_after_speech());
        let tail = tail.or_else(|| self.named_below(i));
        let closes_sentence = self.closes_with_comma(i);
        if before.is_gerund_clause() {
            return after.main_actor().or(lead).or(tail);
        }
        let is_after_colon = !before.has_verb() && after.opens_with_speaker();
        if after.opens_with_agent() {
            tail.or(lead)
        } else if closes_sentence && before.has_verb() && before.governs_speech() {
            lead.or(tail)
        } else if closes_sentence && (!before.introduces_speech() || is_after_colon) {
            tail.or_else(|| after.subject_of_any_verb()).or(lead)
        } else {
            lead.or(tail)
        }
    }

    /// Whoever is named, and nothing more, in the line below the words of the span at `i`, if these and
    /// that line stand alone between blank lines: `“…”`, `Dana Vale, chief inspector`.
    fn named_below(&self, i: usize) -> Option<Subject> {
        let text = self.text.as_str();
        let Range { start, end } = self.spans[i].bytes.clone();
        let is_apart = text[..start].trim_end_matches(|c| is_mark(c) || c == ' ');
        let is_apart = is_apart.is_empty() || is_apart.ends_with("\n\n");
        let below = text[end..].trim_start_matches(|c| is_mark(c) || c == ' ');
        let rest = below.strip_prefix('\n').filter(|_| is_apart)?;
        let lines = rest.split("\n\n").next()?.trim_end();
        let from = text.len() - rest.len();
        let tokens = self.tokens.within(&(from..from + lines.len()));
        let clause = Clause::new(self.tokens, self.mentions, &tokens);
        clause.signer().filter(|_| !lines.trim_end().ends_with(ENDS_OF_SENTENCE))
    }

    /// Whether the words of the span at `i` are what somebody was asked or rejects: `Asked if it was
    /// “…”, Vale said no`, `Vale dismissed claims that it was “…”`.
    fn is_rejected(&self, i: usize) -> bool {
        let before = Clause::new(self.tokens, self.mentions, &self.surroundings[i].before);
        before.is_rejected()
    }

    /// Whether the author of the text denies the words of the span at `i`, if it says that they spoke
    /// them: `I said`.
    fn author_denies(&self, i: usize) -> Option<bool> {
        let Surroundings { before, after, .. } = &self.surroundings[i];
        let clause = |range: &Range<usize>| Clause::new(self.tokens, self.mentions, range);
        clause(before).author_denies_next().or_else(|| clause(after).author_denies_last())
    }

    /// Whether the words of the span at `i` end as those do that `said Vale` follows.
    fn closes_with_comma(&self, i: usize) -> bool {
        let bytes = &self.spans[i].bytes;
        let inside = self.text.as_str()[bytes.clone()].trim_end();
        let after = self.text.as_str()[bytes.end..]
            .trim_start_matches(|c: char| c.is_whitespace() || is_mark(c));
        inside.ends_with([',', '?', '!', '.', '…', '—', '–', '-']) || after.starts_with(',')
    }

    fn voice_of(&self, i: usize, subject: &Subject, earlier: Option<&Voice>) -> Option<Voice> {
        let mut voice = Voice::named(Vec::new());
        for referent in &subject.referents {
            match referent {
                Referent::Somebody(somebody) => voice.speakers.push(somebody.clone()),
                Referent::Before(antecedent) => {
                    let found = self.before(i, subject, *antecedent, earlier);
                    let (speakers, certainty) =
                        found.or_else(|| self.somebody_else(i, subject, *antecedent))?;
                    voice.speakers.extend(speakers);
                    voice.certainty = voice.certainty.min(certainty);
                }
            }
        }
        voice.is_denied = subject.denies;
        Some(voice)
    }

    /// Whom `she` or `the MP` beside the span at `i` means: somebody named before in the sentence,
    /// the subject of the last sentence since the span before, the speaker of that span, or
    /// whoever was named last in the two paragraphs before.
    fn before(
        &self,
        i: usize,
        subject: &Subject,
        antecedent: Antecedent,
        earlier: Option<&Voice>,
    ) -> Option<(Vec<SpokenBy>, Certainty)> {
        let carried = |somebody: SpokenBy| (vec![somebody], Certainty::Carried);
        let own = &self.surroundings[i].before;
        let sentence = own.start..subject.tokens.start.clamp(own.start, own.end);
        let subject_of = |range: &Range<usize>| {
            let subject = Clause::new(self.tokens, self.mentions, range).main_subject();
            let somebody = subject.and_then(Referent::somebody);
            somebody.filter(|one| self.mentions.may_be(one, antecedent))
        };
        let since = self.since(i);
        // A spokesman after a sentence about a body that the text does not name is not that of another.
        if antecedent == Antecedent::BODY && self.is_about_unnamed_body(&self.last_sentence(&since))
        {
            return None;
        }
        let fronted = || {
            let subject = Clause::new(self.tokens, self.mentions, &sentence).fronted_subject()?;
            subject.somebody().filter(|one| self.mentions.may_be(one, antecedent))
        };
        let somebody = fronted()
            .or_else(|| subject_of(&sentence))
            .or_else(|| subject_of(&self.last_sentence(&since)))
            .or_else(|| self.mentions.last_in(&since, antecedent));
        let surely = |one: &SpokenBy| self.mentions.may_be(one, antecedent);
        let is_sure = antecedent.gender.is_none() || somebody.as_ref().is_none_or(surely);
        let fits = |earlier: &&Voice| {
            earlier.certainty > Certainty::Unknown && earlier.speakers.iter().all(surely)
        };
        let earlier = earlier.filter(|_| self.is_near(i)).filter(fits);
        match somebody {
            Some(somebody) if is_sure => Some(carried(self.for_whom(i, subject, somebody))),
            Some(_) => {
                let earlier = earlier.and_then(|earlier| earlier.speakers.first().cloned());
                Some(carried(self.perhaps(i, subject, earlier)))
            }
            None => earlier
                .map(|one| (one.speakers.clone(), one.certainty.min(Certainty::Carried)))
                .or_else(|| self.mentions.last_in(&sentence, antecedent).map(carried)),
        }
    }

    /// Whoever `a spokesman` speaks for, of whom the text does not say so: the `likeliest`, or one of the
    /// other bodies that are named near.
    fn for_whom(&self, i: usize, subject: &Subject, likeliest: SpokenBy) -> SpokenBy {
        let name = self.without_verb(subject);
        let is_bare = |word: &str| english::SPOKESPERSONS.contains(word);
        if !name.rsplit(' ').next().is_some_and(is_bare) {
            return likeliest;
        }
        let near = self.mentions.within(&self.two_paragraphs(i)).iter();
        let near = near.filter_map(|mention| self.body(mention.referent.clone().somebody()?));
        let mut bodies: Vec<SpokenBy> = Vec::new();
        for body in near {
            if !bodies.contains(&body) {
                bodies.push(body);
            }
        }
        if bodies.len() < 2 {
            return likeliest;
        }
        let party = |body| match body {
            SpokenBy::Party(id) => Some(id),
            _ => None,
        };
        let parties = bodies.into_iter().filter_map(party).collect();
        SpokenBy::OneOf { parties, likeliest: Some(Box::new(likeliest)), name }
    }

    /// The body that somebody is or speaks for, of the brief or with a name of its own.
    fn body(&self, somebody: SpokenBy) -> Option<SpokenBy> {
        match somebody {
            SpokenBy::Party(id) | SpokenBy::SpokespersonOf(id) => {
                (!self.mentions.is_person(&id)).then_some(SpokenBy::Party(id))
            }
            SpokenBy::Other(name, 0) => {
                is_body(&folded_words(&name)).then_some(SpokenBy::Other(name, 0))
            }
            _ => None,
        }
    }

    /// Whether a sentence is about a body that it does not name: `The council did not say`.
    fn is_about_unnamed_body(&self, sentence: &Range<usize>) -> bool {
        let subject = Clause::new(self.tokens, self.mentions, sentence).main_subject();
        subject == Some(Referent::Before(Antecedent::BODY))
    }

    /// Whoever `she` means if the last name may be that of a place, or of nobody who was named in full:
    /// the speaker `earlier` or a party named near, or somebody else.
    fn perhaps(&self, i: usize, subject: &Subject, earlier: Option<SpokenBy>) -> SpokenBy {
        let name = self.without_verb(subject);
        let mut parties = self.mentions.parties_in(&self.two_paragraphs(i));
        if let Some(SpokenBy::Party(id)) = earlier {
            parties.push(id);
        }
        if parties.is_empty() {
            SpokenBy::Described(name)
        } else {
            SpokenBy::OneOf { parties, likeliest: None, name }
        }
    }

    /// Whether the words of the span at `i` are a title: three or more, each long one with a capital.
    fn is_title(&self, i: usize) -> bool {
        let words = self.text.as_str()[self.spans[i].bytes.clone()].split_whitespace();
        let large = |word: &str| word.starts_with(|c: char| c.is_uppercase() || c.is_numeric());
        let mut long = words.clone().filter(|word| word.chars().count() > 3);
        words.clone().count() > 2 && words.clone().next().is_some_and(large) && long.all(large)
    }

    /// Whoever `he` means if the last person named is known to be a woman.
    fn somebody_else(
        &self,
        i: usize,
        subject: &Subject,
        antecedent: Antecedent,
    ) -> Option<(Vec<SpokenBy>, Certainty)> {
        antecedent.gender?;
        self.mentions.last_in(&self.two_paragraphs(i), Antecedent::PERSON)?;
        let words = self.without_verb(subject);
        Some((vec![SpokenBy::Other(words, i + 1)], Certainty::Carried))
    }

    /// Somebody of whom the text says nothing before the span at `i`; `the force`, as it calls them.
    fn somebody(&self, i: usize, subject: &Subject) -> Voice {
        let is_body = |referent: &Referent| matches!(referent, Referent::Before(one) if *one == Antecedent::BODY);
        if !subject.referents.iter().any(is_body) {
            return Voice::somebody(i);
        }
        let described = SpokenBy::Described(self.without_verb(subject));
        Voice { certainty: Certainty::Carried, ..Voice::named(vec![described]) }
    }

    /// What the text calls a subject.
    fn without_verb(&self, subject: &Subject) -> String {
        let is_of_verb = |token: &usize| {
            let word = self.tokens.lower(*token);
            let lists = [english::SPEECH_VERBS, english::AUXILIARIES];
            lists.iter().any(|list| list.contains(word))
        };
        let Range { start, end } = subject.tokens;
        let start = (start..end).find(|token| !is_of_verb(token)).unwrap_or(start);
        let end = (start..end).find(is_of_verb).unwrap_or(end);
        self.mentions.on_one_line(start..end)
    }

    /// The thing whose words the span at `i` is: `the slogan “…”`.
    fn thing(&self, i: usize) -> Option<Voice> {
        let before = Clause::new(self.tokens, self.mentions, &self.surroundings[i].before);
        if let Some(whose) = before.saying() {
            return Some(Voice { certainty: Certainty::Carried, ..Voice::named(vec![whose]) });
        }
        let last = self.surroundings[i].before.clone().next_back()?;
        let word = self.tokens.lower(last);
        let lead = last.checked_sub(1).map_or("", |lead| self.tokens.spelling(lead));
        let is_gerund = word == "saying" && !Article::from_word(lead).is_definite();
        let is_thing = !is_gerund && english::THINGS.contains(word);
        let thing = is_thing.then(|| SpokenBy::Other(format!("the {word}"), 0))?;
        Some(Voice { certainty: Certainty::Carried, ..Voice::named(vec![thing]) })
    }

    /// A party that the sentence of the span at `i` names without a verb of speech.
    fn near(&self, i: usize) -> Option<Voice> {
        let Surroundings { before, after, .. } = &self.surroundings[i];
        let main = Clause::new(self.tokens, self.mentions, before).main_subject();
        let of_interest = |referent: Referent| {
            referent.somebody().filter(|somebody| self.mentions.is_of_interest(somebody))
        };
        let main = main.and_then(of_interest);
        let party = |mention: &Mention| of_interest(mention.referent.clone());
        let last = || self.mentions.within(before).iter().rev().find_map(party);
        let first = || self.mentions.within(after).iter().find_map(party);
        let somebody = main.or_else(last).or_else(first)?;
        Some(Voice { certainty: Certainty::Near, ..Voice::named(vec![somebody]) })
    }

    /// Whoever acts in the words before the span at `i`, or in the last sentence since the span
    /// before it: `Vale disagreed. “…`, `She paused. “…`.
    fn introduced(&self, i: usize, earlier: Option<&Voice>) -> Option<Voice> {
        let own = self.surroundings[i].before.clone();
        let last = Some(self.last_sentence(&self.since(i))).filter(|_| !self.spans[i].continues);
        let mut ranges = std::iter::once(own).chain(last);
        let subject = ranges
            .find_map(|range| Clause::new(self.tokens, self.mentions, &range).person_who_acts())?;
        let voice = self.voice_of(i, &subject, earlier)?;
        Some(Voice { certainty: Certainty::Near, ..voice })
    }

    /// The speaker of the span before the one at `i`, if they go on.
    fn going_on(&self, i: usize, earlier: Option<&Voice>) -> Option<Voice> {
        let earlier = earlier.filter(|_| self.goes_on(i))?;
        let most = if self.spans[i].continues { Certainty::Named } else { Certainty::Carried };
        let certainty = earlier.certainty.min(most);
        Some(Voice { certainty, is_denied: false, ..earlier.clone() })
    }

    /// The tokens between the span before `i` and the one at `i`.
    fn between(&self, i: usize) -> Range<usize> {
        let from = i.checked_sub(1).map_or(0, |before| self.spans[before].bytes.end);
        let near = self.two_paragraphs(i);
        let between = self.tokens.within(&(from..self.spans[i].bytes.start));
        between.start.max(near.start).max(self.surroundings[i].turn).min(between.end)..between.end
    }

    /// The tokens between what says who speaks the span before `i` and the sentence of the one at
    /// `i`.
    fn since(&self, i: usize) -> Range<usize> {
        let between = self.between(i);
        let told = i.checked_sub(1).map_or(0, |before| self.surroundings[before].after.end);
        let own = self.surroundings[i].before.start.clamp(between.start, between.end);
        between.start.max(told).min(own)..own
    }

    /// The tokens before the span at `i` in its paragraph and the two before.
    fn two_paragraphs(&self, i: usize) -> Range<usize> {
        let start = self.spans[i].bytes.start;
        self.tokens.within(&(self.paragraph_start(start, 2)..start))
    }

    /// Where the paragraph begins that is so many before the one of `offset`.
    fn paragraph_start(&self, offset: usize, before: usize) -> usize {
        let number = (self.text.paragraph_at(offset) as usize - 1).saturating_sub(before);
        self.text.paragraphs().get(number).map_or(0, |paragraph| paragraph.start)
    }

    /// The tokens of the last sentence in `range`.
    fn last_sentence(&self, range: &Range<usize>) -> Range<usize> {
        let ends = |&token: &usize| ends_sentence(self.tokens, token);
        let end = range
            .end
            .saturating_sub(usize::from(range.end > range.start && ends(&(range.end - 1))));
        let start = (range.start..end).rev().find(ends).map_or(range.start, |stop| stop + 1);
        let last = end.saturating_sub(1).max(start);
        let paragraph =
            self.tokens.get(last).map_or(0, |last| self.paragraph_start(last.bytes.start, 0));
        let paragraph = self.tokens.within(&(paragraph..self.text.as_str().len())).start;
        start.max(paragraph).min(range.end)..range.end
    }

    /// Whether the span at `i` is at most one paragraph after the one before it.
    fn is_near(&self, i: usize) -> bool {
        let paragraph = |i: usize| self.text.paragraph_at(self.spans[i].bytes.start);
        i > 0 && paragraph(i) - paragraph(i - 1) <= 1
    }

    /// Whether a span that nothing attributes continues with the speaker of the one before it.
    fn goes_on(&self, i: usize) -> bool {
        if i == 0 || !self.is_near(i) {
            return false;
        }
        let before = self.text.as_str()[self.spans[i - 1].bytes.clone()].trim_end();
        let same_paragraph = self.text.paragraph_at(self.spans[i].bytes.start)
            == self.text.paragraph_at(self.spans[i - 1].bytes.start);
        let between = self.between(i);
        let own = self.surroundings[i - 1].after.clone();
        let words_between = self.tokens.count_words(between.clone());
        let further = words_between.saturating_sub(self.tokens.count_words(own));
        self.spans[i].continues
            || if same_paragraph {
                words_between > 0
            } else {
                further == 0 && !before.ends_with('?')
            }
    }

    /// The parts inside `span` that somebody else speaks: `He told me ‘no’`.
    fn inner(&self, span: &QuotedSpan) -> Vec<Stretch> {
        let text = &self.text.as_str()[span.bytes.clone()];
        if !text.contains(is_mark) {
            return Vec::new();
        }
        let whole = 0..text.len();
        let found = quotation_marks::quoted_spans(text, std::slice::from_ref(&whole));
        let mut from = span.bytes.start;
        let stretches = found.into_iter().filter_map(|inner| {
            let bytes = span.bytes.start + inner.bytes.start..span.bytes.start + inner.bytes.end;
            let before = self.tokens.within(&(from..bytes.start));
            from = bytes.end;
            let voice = self.inner_voice(&before, bytes.start)?;
            Some(Stretch { bytes, voice })
        });
        stretches.collect()
    }

    /// Who speaks inside another’s words, by what is `before` in the same quotation.
    fn inner_voice(&self, before: &Range<usize>, number: usize) -> Option<Voice> {
        let clause = Clause::new(self.tokens, self.mentions, before);
        let subject = clause.subject_before_speech().filter(|_| clause.has_verb())?;
        let speaker = |referent: Referent| match referent {
            Referent::Somebody(somebody) => somebody,
            Referent::Before(_) => SpokenBy::Other("somebody else".to_owned(), number),
        };
        let speakers = subject.referents.into_iter().map(speaker).collect();
        Some(Voice::named(speakers))
    }
}

/// Somebody of whom a sentence says nothing: `Asked if it was “…”, Vale said no`.
fn somebody_unnamed() -> SpokenBy {
    SpokenBy::Described(english::SOMEBODY.to_owned())
}

fn is_mark(c: char) -> bool {
    is_double_mark(c) || is_single_mark(c)
}
