//! Asks, commitments and actions, from what sentences say is asked, promised or done.

use std::ops::Range;

use super::actions::{action_words, due_words};
use super::items::{FoundQuote, ItemReader};
use super::sentences::{SentenceVoice, TextSentence};
use super::{FILL_IN, Proposed, UNKNOWN_SPEAKER};
use crate::brief::{Addressee, Ask, AskKind, Id, Organisation, Speaker, Status};
use crate::evidence::source::english;
use crate::evidence::speech::{Asked, Deed, DeedWording, Doer, Teller, deeds};
use crate::text::{Text, to_ascii};

/// This many words of a speaker’s in a row need quotation marks.
const QUOTED: usize = 8;

impl ItemReader<'_> {
    /// Reads what a sentence asks, promises or tells of, after the one `before` it in its paragraph.
    pub(super) fn read_asks(&mut self, before: Option<&TextSentence>, sentence: &TextSentence) {
        let is_mixed = matches!(sentence.spoken, SentenceVoice::InPart);
        let before = before.map(|before| &before.tokens);
        for deed in deeds(&self.source.tokens, self.mentions, before, &sentence.tokens) {
            let first = self.source.tokens.bytes(deed.action.start..deed.action.start + 1);
            // What is said is read as a sentence of its own.
            let begins_outside = !is_mixed || !self.is_quoted(&first) || deed.kind == AskKind::Ask;
            if begins_outside {
                self.read_deed(sentence, &deed);
            }
        }
    }

    fn read_deed(&mut self, sentence: &TextSentence, deed: &Deed) -> Option<()> {
        let (by, evidence) = match (&sentence.spoken, &deed.by) {
            (SentenceVoice::By(speaker, true), Doer::Author) => (speaker.clone(), None),
            (SentenceVoice::By(speaker, true), Doer::Party(by)) if self.speaks_for(speaker, by) => {
                (by.clone(), None)
            }
            (SentenceVoice::Nothing | SentenceVoice::InPart, Doer::Party(by)) => {
                (by.clone(), Some(self.reporter(sentence, deed, by)?))
            }
            // `We recommend that` in a report is said by whoever publishes it.
            (SentenceVoice::Nothing, Doer::Author)
                if deed.kind == AskKind::Ask && deed.teller == Teller::Nobody =>
            {
                (self.publisher(), Some(Speaker::Source))
            }
            _ => return None,
        };
        if asks_itself(deed, &by) || !self.asks_left.take(sentence.paragraph) {
            return None;
        }
        self.add_ask(sentence, deed, by, evidence)
    }

    /// Adds what a sentence asks, promises or tells of; it rests on what a reporter says if there is one.
    pub(super) fn add_ask(
        &mut self,
        sentence: &TextSentence,
        deed: &Deed,
        by: Id,
        evidence: Option<Speaker>,
    ) -> Option<()> {
        let ask = self.action(sentence, deed, by);
        let quote = match evidence {
            None => self.spoken_evidence(sentence)?,
            Some(Speaker::Party(reporter)) if self.quoted_part(sentence, &reporter).is_some() => {
                self.quoted_part(sentence, &reporter)?
            }
            Some(reporter) => self.reported_evidence(sentence, reporter.party().cloned())?,
        };
        let to = deed.to.iter().map(|asked| self.asked(asked, &ask.id)).collect();
        let ask = Ask { evidence: [quote].into(), to, ..ask };
        let words = self.source.text.on_one_line(&sentence.bytes);
        self.asks.push((ask, sentence.bytes.start, words));
        Some(())
    }

    /// Whoever a text calls `we`, if it is known whose it is.
    pub(super) fn publisher(&self) -> Id {
        self.brief.source.by.clone().unwrap_or_else(|| Id::of_file(UNKNOWN_SPEAKER))
    }

    /// Who is said to report a deed outside speech: a party, or the text itself.
    fn reporter(&self, sentence: &TextSentence, deed: &Deed, by: &Id) -> Option<Speaker> {
        match &deed.teller {
            Teller::Parties(tellers) => {
                let teller = tellers.iter().find(|teller| self.speaks_for(teller, by))?;
                Some(Speaker::Party(teller.clone()))
            }
            Teller::Other => None,
            Teller::Nobody => {
                let is_will =
                    deed.kind == AskKind::Commitment && !self.has_pledge(&sentence.tokens);
                let is_told = deed.kind == AskKind::Action || is_will;
                match sentence.spoken {
                    SentenceVoice::Nothing if is_told => Some(Speaker::Source),
                    _ if is_told => None,
                    _ => Some(Speaker::Party(by.clone())),
                }
            }
        }
    }

    fn has_pledge(&self, tokens: &Range<usize>) -> bool {
        tokens.clone().any(|at| {
            let word = self.source.tokens.lower(at);
            let lists = [english::PLEDGES, english::AGREEMENTS];
            lists.iter().any(|list| list.contains(word))
        })
    }

    /// Whether what `speaker` says is said for `by`: it is the same, or the speaker’s body.
    fn speaks_for(&self, speaker: &Id, by: &Id) -> bool {
        let official = self.brief.officials.get(speaker);
        speaker == by || official.is_some_and(|one| one.organisation.as_ref() == Some(by))
    }

    /// The quotation inside a sentence that a party says.
    fn quoted_part(&self, sentence: &TextSentence, by: &Id) -> Option<Id> {
        let Range { start, end } = sentence.bytes;
        let is_inside = |found: &&FoundQuote| {
            let has_words = found.quote.words.exact().is_some();
            start <= found.bytes.start && found.bytes.end <= end && has_words
        };
        let mut inside = self.quotes.iter().filter(is_inside);
        let quote = inside.find(|found| found.quote.by.include(by))?;
        Some(quote.quote.id.clone())
    }

    /// An ask without its evidence.
    fn action(&self, sentence: &TextSentence, deed: &Deed, by: Id) -> Ask {
        let (text, tokens) = (self.source.text, &self.source.tokens);
        let range = deed.action.start..deed.action.end.min(sentence.tokens.end);
        let found = action_words(text, tokens, &range);
        let is_spoken = matches!(sentence.spoken, SentenceVoice::By(..));
        let action = found.as_ref().map(|found| {
            let rest = found.tokens.start + usize::from(deed.verb.is_some())..found.tokens.end;
            let words = closed(&text.on_one_line(&tokens.bytes(rest.clone())));
            let first = tokens.bytes(rest.start..rest.start + 1);
            let is_quoted =
                matches!(sentence.spoken, SentenceVoice::InPart) && self.is_quoted(&first);
            let is_long = is_quoted || is_spoken && tokens.count_words(rest) >= QUOTED;
            let words = if is_long { format!("“{words}”") } else { words };
            let opening =
                deed.verb.or((deed.wording == DeedWording::Clause).then_some("ensure that"));
            let verb = opening.map(|verb| format!("{verb} ")).unwrap_or_default();
            Text::flow(&(verb + &words))
        });
        let action = action.filter(|_| deed.wording != DeedWording::OfOther);
        let action = action.unwrap_or_else(|| FILL_IN.into());
        let (instrument, due) = found.map_or((None, None), |found| (found.instrument, found.due));
        let first = deed.due.as_ref().and_then(|range| due_words(text, tokens, range));
        let due = first.or(due);
        let status = (deed.wording == DeedWording::Begun).then_some(Status::Underway);
        let id = Id::of_file(&format!("a{}", self.asks.len() + 1));
        let inferred = deed.is_inferred;
        let (kind, to, evidence, links) =
            (deed.kind, Box::default(), Box::default(), Box::default());
        Ask {
            id,
            kind,
            by,
            to,
            action,
            instrument,
            due,
            status,
            evidence,
            links,
            inferred,
            note: None,
        }
    }

    /// Who is asked by the ask `id`. Bodies without a name become one; people are no party.
    fn asked(&mut self, asked: &Asked, id: &Id) -> Addressee {
        match asked {
            Asked::Party(id) => Addressee::Party(id.clone()),
            Asked::Described(tokens) if self.are_bodies(tokens) => {
                Addressee::Party(self.group(tokens))
            }
            Asked::Described(tokens) => {
                let people =
                    self.source.text.on_one_line(&self.source.tokens.bytes(tokens.clone()));
                let remark = format!("It asks {people}: say in `to` who is meant.");
                self.people_asked.insert(id.clone(), Text::flow(&remark));
                Addressee::Unstated
            }
            Asked::Everyone => Addressee::Everyone,
            Asked::Whoever => Addressee::Unstated,
        }
    }

    /// Whether tokens describe bodies: `harbour authorities`, `Parliament`.
    fn are_bodies(&self, tokens: &Range<usize>) -> bool {
        let last = self.source.tokens.lower(tokens.end - 1);
        let one = match last.strip_suffix("ies") {
            Some(stem) => format!("{stem}y"),
            None => last.strip_suffix('s').unwrap_or(last).to_owned(),
        };
        [last, &one].iter().any(|word| english::BODIES.contains(word))
    }

    /// The body that stands for those whom these tokens describe.
    fn group(&mut self, tokens: &Range<usize>) -> Id {
        let words = self.source.text.on_one_line(&self.source.tokens.bytes(tokens.clone()));
        let mut letters = words.chars();
        let first = letters.next().map(|c| c.to_uppercase().to_string()).unwrap_or_default();
        let name = Text::flow(&(first + letters.as_str()));
        let slug: String = to_ascii(&words)
            .chars()
            .map(|c| if c.is_ascii_alphanumeric() { c.to_ascii_lowercase() } else { '-' })
            .collect();
        let is_free = |id: &Id| {
            !id.is_reserved()
                && !self.brief.organisations.contains(id)
                && !self.brief.officials.contains(id)
        };
        let id = Id::new(&slug).filter(is_free).unwrap_or_else(|| Id::of_file("those-asked"));
        if self.groups.iter().all(|group| group.item.id != id) {
            let paragraph =
                self.source.text.paragraph_at(self.source.tokens[tokens.start].bytes.start);
            self.groups.push(Proposed::new(Organisation { id: id.clone(), name }, paragraph));
        }
        id
    }
}

/// Whether those whom `by` asks are `by`.
pub fn asks_itself(deed: &Deed, by: &Id) -> bool {
    deed.to.iter().any(|asked| matches!(asked, Asked::Party(id) if id == by))
}

/// Words with the marks closed that they open.
fn closed(words: &str) -> String {
    let count = |mark: char| words.matches(mark).count();
    let mut closed = words.to_owned();
    if count('“') > count('”') {
        closed.push('”');
    }
    if count('"') % 2 == 1 {
        closed.push('"');
    }
    closed
}
