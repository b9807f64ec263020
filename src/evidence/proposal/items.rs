//! The quotes, claims and asks of a text, from its speech and its sentences.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::allowance::{Allowance, QUOTATIONS, most_by_length, named_paragraphs};
use super::quotations::{ProposedQuotation, quotation, stretches};
use super::sentences::{SentenceVoice, TextSentence};
use super::{FILL_IN, Proposed, UNKNOWN_SPEAKER};
use crate::brief::{Ask, Brief, Claim, Form, Id, Official, Organisation, Quote, Speakers, Words};
use crate::evidence::index::SourceIndex;
use crate::evidence::source::SourceText;
use crate::evidence::source::words::Tokens;
use crate::evidence::speech::names::plain_words;
use crate::evidence::speech::{Mentions, Owner, SpokenBy, Voice};
use crate::text::Text;

/// A quotation of more characters than this is not proposed.
const LONGEST_QUOTATION: usize = 2000;

/// A quoted phrase of fewer words than this reads as irony.
const PHRASE: usize = 3;

/// Fewer words of a turn or a speech say nothing: `Thank you.`
const LEAST_IN_TURN: usize = 5;

/// The most items of lists of recommendations that are proposed.
const RECOMMENDATIONS: usize = 40;

/// What was found in a text.
pub struct Items {
    pub quotes: Vec<Proposed<Quote>>,
    pub claims: Vec<Proposed<Claim>>,
    pub asks: Vec<Proposed<Ask>>,
    /// Whoever says and asks what the text gives to nobody.
    pub somebody: Option<Proposed<Official>>,
    /// Bodies that the text has no name for: `harbour authorities`.
    pub groups: Vec<Proposed<Organisation>>,
    pub notes: Vec<Text>,
}

/// Reads the text of `source`, which has the parties of `brief`, for quotes, claims and asks.
pub fn read(brief: &Brief, source: &SourceIndex<'_>, mentions: &Mentions<'_>) -> Items {
    let words = source.tokens.count_words(0..source.tokens.len());
    let mut reader = ItemReader {
        brief,
        source,
        mentions,
        quotes: Vec::new(),
        sentences: HashMap::new(),
        claims: Vec::new(),
        asks: Vec::new(),
        people_asked: HashMap::new(),
        groups: Vec::new(),
        unsure: Vec::new(),
        notes_from: notes_from(source.text),
        gists_left: Allowance::new(most_by_length(words, 4, 3, 30)),
        asks_left: Allowance::new(most_by_length(words, 12, 6, 60)),
        recommendations_left: Allowance::new(RECOMMENDATIONS),
    };
    let mut notes: Vec<Text> = reader.quotations().into_iter().collect();
    let sentences = reader.all_sentences();
    for (at, sentence) in sentences.iter().enumerate() {
        let before = at.checked_sub(1).map(|at| &sentences[at]);
        let before = before.filter(|before| {
            before.paragraph == sentence.paragraph
                && matches!(before.spoken, SentenceVoice::Nothing)
        });
        reader.read_asks(before, sentence);
    }
    reader.read_recommendations();
    let most = most_by_length(words, 5, 4, 40);
    let others = reader.read_claims(&sentences, most);
    for sentence in &sentences {
        reader.read_report(sentence);
    }
    notes.extend(reader.note_on_unsure());
    notes.extend(others);
    notes.extend(reader.gists_left.note("sentences of reported speech"));
    notes.extend(reader.recommendations_left.note("recommendations"));
    notes.extend(reader.asks_left.note("asks, commitments and actions"));
    reader.into_items(notes)
}

/// The paragraph, counted from 1, in which the notes below a release begin.
fn notes_from(text: &SourceText) -> Option<u32> {
    let is_end = |range: &Range<usize>| {
        let words = plain_words(
            text.as_str()[range.clone()].get(..60).unwrap_or(&text.as_str()[range.clone()]),
        );
        let words: Vec<&str> = words.iter().map(String::as_str).collect();
        matches!(
            words.as_slice(),
            ["ends" | "notes"] | ["notes", "to" | "for", "editors" | "editor"]
        )
    };
    let number = text.paragraphs().iter().skip(1).position(is_end)? + 2;
    u32::try_from(number).ok()
}

/// A quote that may be proposed, with the bytes of the text that it gives.
pub struct FoundQuote {
    pub quote: Quote,
    pub bytes: Range<usize>,
    /// The words beside which it is to be written, and who the text says speaks.
    pub beside: Option<Text>,
    pub neighbours: Option<[Text; 2]>,
}

/// Reads a text for what a brief could say.
pub struct ItemReader<'a> {
    pub brief: &'a Brief,
    pub source: &'a SourceIndex<'a>,
    pub mentions: &'a Mentions<'a>,
    pub quotes: Vec<FoundQuote>,
    /// The quote that was made of each sentence, by its first byte and whether somebody says it.
    pub sentences: HashMap<(usize, bool), Id>,
    pub claims: Vec<(Claim, usize, Text)>,
    pub asks: Vec<(Ask, usize, Text)>,
    /// Those asked who are no party, by the id of the ask.
    pub people_asked: HashMap<Id, Text>,
    pub groups: Vec<Proposed<Organisation>>,
    /// Paragraphs with quotations that are not proposed.
    pub unsure: Vec<u32>,
    /// The paragraph in which the notes below a release begin: `Notes to editors`.
    pub notes_from: Option<u32>,
    pub gists_left: Allowance,
    pub asks_left: Allowance,
    pub recommendations_left: Allowance,
}

impl ItemReader<'_> {
    /// Proposes the quotations, and returns a note if there are too many.
    fn quotations(&mut self) -> Option<Text> {
        let mut left = Allowance::new(QUOTATIONS);
        let mut seen = HashSet::new();
        let stretches = stretches(self.source.text, &self.source.speech);
        let mut only_ask = self.who_only_ask(&stretches);
        for (bytes, voice) in stretches {
            let paragraph = self.source.text.paragraph_at(bytes.start);
            if voice.is_denied || voice.speakers.is_empty() || !left.take(paragraph) {
                continue;
            }
            let by = voice.parties();
            let quotation = quotation(self.source.text, &bytes, by.is_empty() || !voice.is_sure());
            let tokens = Tokens::new(&quotation.exact);
            let words = tokens.count_words(0..tokens.len());
            let is_described = by.is_empty()
                && !voice.speakers.iter().all(|one| matches!(one, SpokenBy::Unknown(_)));
            // A heading in quotation marks says nothing about who speaks.
            let is_heading = quotation.form == Form::Partial && self.is_whole_paragraph(&bytes);
            let is_phrase = quotation.form == Form::Partial && (by.is_empty() || words < PHRASE)
                || is_described
                || (is_heading && !voice.is_sure());
            let is_long = quotation.exact.chars().count() > LONGEST_QUOTATION;
            // What is only asked in a turn, a heading and a greeting are no evidence of anything. But
            // whoever does nothing but ask takes part all the same: one question says so.
            let is_turn = self.quoted_in(&bytes).next().is_none();
            let is_question = quotation.exact.ends_with('?');
            let is_idle = is_turn
                && !(is_question && only_ask.remove(&by))
                && (is_question || quotation.form == Form::Partial || words < LEAST_IN_TURN);
            if words == 0 || is_idle || !seen.insert((tokens.letters().to_owned(), by.clone())) {
                continue;
            }
            if is_phrase || is_long {
                self.unsure.push(paragraph);
                continue;
            }
            self.add_quotation(&quotation, bytes, by, voice);
        }
        left.note("quotations")
    }

    /// Whether words in quotation marks are all that their paragraph says.
    fn is_whole_paragraph(&self, bytes: &Range<usize>) -> bool {
        let text = self.source.text;
        let around = text.paragraphs().get(text.paragraph_at(bytes.start) as usize - 1);
        let is_mark = |part: &str| part.trim_matches(super::is_mark_or_space).is_empty();
        self.quoted_in(bytes).next().is_some()
            && around.is_some_and(|around| {
                let before = around.start.min(bytes.start)..bytes.start;
                let after = bytes.end..around.end.max(bytes.end);
                is_mark(&text.as_str()[before]) && is_mark(&text.as_str()[after])
            })
    }

    /// Returns those whose turns are questions, each and all.
    fn who_only_ask(&self, stretches: &[(Range<usize>, &Voice)]) -> HashSet<Vec<Id>> {
        let is_question = |bytes: &Range<usize>| {
            self.source.text.as_str()[bytes.clone()].trim_end().ends_with('?')
        };
        let (asked, said): (Vec<_>, Vec<_>) =
            stretches.iter().partition(|(bytes, _)| is_question(bytes));
        let said: HashSet<Vec<Id>> = said.iter().map(|(_, voice)| voice.parties()).collect();
        let asked = asked.iter().map(|(_, voice)| voice.parties());
        asked.filter(|by| !by.is_empty() && !said.contains(by)).collect()
    }

    fn add_quotation(
        &mut self,
        quotation: &ProposedQuotation,
        bytes: Range<usize>,
        by: Vec<Id>,
        voice: &Voice,
    ) -> Id {
        let id = self.next_quote();
        let is_unknown = by.is_empty();
        let by = if is_unknown { vec![Id::of_file(UNKNOWN_SPEAKER)] } else { by };
        let described = voice.speakers.iter().find_map(|speaker| match speaker {
            SpokenBy::Other(name, _) | SpokenBy::Described(name) => Some(Text::flow(name)),
            _ => None,
        });
        let quote = quotation.quote(id.clone(), by);
        let beside = described.filter(|_| is_unknown);
        let neighbours = Some([quotation.before.clone(), quotation.after.clone()]);
        self.quotes.push(FoundQuote { quote, bytes, beside, neighbours });
        id
    }

    fn next_quote(&self) -> Id {
        Id::of_file(&format!("q{}", self.quotes.len() + 1))
    }

    /// The quote that has a sentence of somebody’s speech, which is added if there is none.
    pub(super) fn spoken_evidence(&mut self, sentence: &TextSentence) -> Option<Id> {
        let bytes = self.source.tokens.bytes(sentence.tokens.clone());
        let holds = |found: &&FoundQuote| {
            found.bytes.start <= bytes.start
                && bytes.end <= found.bytes.end
                && found.quote.words.exact().is_some()
        };
        if let Some(found) = self.quotes.iter().find(holds) {
            return Some(found.quote.id.clone());
        }
        let Owner::Speaker(voice) = self.source.owner_of(&sentence.tokens) else { return None };
        let (by, voice) = (voice.parties(), voice.clone());
        let quotation = quotation(self.source.text, &sentence.bytes, !voice.is_sure());
        Some(self.add_quotation(&quotation, sentence.bytes.clone(), by, &voice))
    }

    /// The quote of a sentence outside speech: reported by a party, or a passage of the text’s own.
    pub(super) fn reported_evidence(
        &mut self,
        sentence: &TextSentence,
        by: Option<Id>,
    ) -> Option<Id> {
        let key = (sentence.bytes.start, by.is_some());
        if let Some(id) = self.sentences.get(&key) {
            return Some(id.clone());
        }
        let words = self.source.text.on_one_line(&sentence.bytes);
        let id = self.next_quote();
        let (words, by, beside) = match by {
            Some(by) => {
                if !self.gists_left.take(sentence.paragraph) {
                    return None;
                }
                (Words::Reported(FILL_IN.into()), vec![by], Some(words))
            }
            None => (Words::Excerpt { exact: words, gist: None }, Vec::new(), None),
        };
        let quote = Quote::new(id.clone(), words, Speakers::new(by));
        let quote = Quote { paragraph: Some(sentence.paragraph), ..quote };
        let bytes = sentence.bytes.clone();
        self.quotes.push(FoundQuote { quote, bytes, beside, neighbours: None });
        self.sentences.insert(key, id.clone());
        Some(id)
    }

    fn note_on_unsure(&mut self) -> Option<Text> {
        let named = named_paragraphs(std::mem::take(&mut self.unsure))?;
        Some(Text::flow(&format!(
            "Not proposed, because they are too long, of a word or two, or said by nobody who is named: \
             words in quotation marks in {named}."
        )))
    }

    fn into_items(mut self, notes: Vec<Text>) -> Items {
        let text = self.source.text;
        let unknown = Id::of_file(UNKNOWN_SPEAKER);
        let mut unnamed = self.quotes.iter().filter(|found| found.quote.by.include(&unknown));
        let asked = self.asks.iter().find(|(ask, ..)| ask.by == unknown).map(|(_, at, _)| *at);
        let first = unnamed.next().map(|found| found.bytes.start).or(asked);
        let somebody = first.map(|first| {
            let somebody = Official {
                id: unknown.clone(),
                name: FILL_IN.into(),
                post: None,
                organisation: None,
                honorific: None,
                aka: Box::default(),
            };
            Proposed::new(somebody, text.paragraph_at(first))
        });
        self.quotes.sort_by_key(|found| found.bytes.start);
        self.claims.sort_by_key(|(_, at, _)| *at);
        self.asks.sort_by_key(|(_, at, _)| *at);
        let quotes = self.quotes.into_iter().map(|found| Proposed {
            beside: found.beside,
            neighbours: found.neighbours,
            ..Proposed::new(found.quote, text.paragraph_at(found.bytes.start))
        });
        let claims = self.claims.into_iter().map(|(claim, at, words)| Proposed {
            beside: Some(words),
            ..Proposed::new(claim, text.paragraph_at(at))
        });
        let asks = self.asks.into_iter().map(|(ask, at, words)| Proposed {
            beside: Some(words),
            remark: self.people_asked.remove(&ask.id),
            ..Proposed::new(ask, text.paragraph_at(at))
        });
        Items {
            quotes: quotes.collect(),
            claims: claims.collect(),
            asks: asks.collect(),
            somebody,
            groups: self.groups,
            notes,
        }
    }
}
