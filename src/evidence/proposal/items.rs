//! The quotes, claims and asks of a text, from its speech and its sentences.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use super::actions::action_words;
use super::allowance::{Allowance, QUOTATIONS};
use super::quotations::{ProposedQuotation, quotation, stretches};
use super::{FILL_IN, Proposed, UNKNOWN_SPEAKER};
use crate::brief::{
    Addressee, Ask, AskKind, Brief, Claim, Form, Id, Organisation, Quote, Speaker, Speakers,
    Status, Words,
};
use crate::evidence::figures::{FigureReading, figures_in};
use crate::evidence::index::SourceIndex;
use crate::evidence::source::english;
use crate::evidence::source::words::Tokens;
use crate::evidence::speech::{
    Asked, Deed, Doer, Mentions, Owner, SpokenBy, Teller, Voice, deeds, reports,
};
use crate::text::{Text, to_ascii};

/// A sentence of more words than this is not proposed as a passage, nor as reported.
const LONGEST: usize = 70;

/// A quotation of more characters than this is not proposed.
const LONGEST_QUOTATION: usize = 2000;

/// A quoted phrase of fewer words than this reads as irony.
const PHRASE: usize = 3;

/// So many words of a speaker’s in a row need quotation marks.
const QUOTED: usize = 8;

/// What was found in a text.
pub struct Items {
    pub quotes: Vec<Proposed<Quote>>,
    pub claims: Vec<Proposed<Claim>>,
    pub asks: Vec<Proposed<Ask>>,
    /// Bodies that the text has no name for: `ferry owners`.
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
        groups: Vec::new(),
        unsure: Vec::new(),
        claims_left: Allowance::by_length(words, 5, 4, 40),
        gists_left: Allowance::by_length(words, 4, 3, 30),
        asks_left: Allowance::by_length(words, 12, 6, 60),
    };
    let mut notes: Vec<Text> = reader.quotations().into_iter().collect();
    let sentences = reader.all_sentences();
    for sentence in &sentences {
        reader.read_asks(sentence);
    }
    for sentence in &sentences {
        reader.read_claim(sentence);
    }
    for sentence in &sentences {
        reader.read_report(sentence);
    }
    notes.extend(reader.note_on_unsure());
    notes.extend(reader.claims_left.note("sentences with figures"));
    notes.extend(reader.gists_left.note("sentences of reported speech"));
    notes.extend(reader.asks_left.note("asks, commitments and actions"));
    reader.into_items(notes)
}

/// A quote that may be proposed, with the bytes of the text that it gives.
struct Found {
    quote: Quote,
    bytes: Range<usize>,
    /// The words beside which it is to be written, and who the text says speaks.
    beside: Option<Text>,
    neighbours: Option<[Text; 2]>,
}

/// A sentence of the text.
struct Sentence {
    tokens: Range<usize>,
    bytes: Range<usize>,
    paragraph: u32,
    spoken: Spoken,
}

/// What of a sentence is speech.
enum Spoken {
    /// All of it, by this party.
    By(Id, bool),
    /// None.
    Nothing,
    /// Part of it, or by nobody who is known.
    InPart,
}

struct ItemReader<'a> {
    brief: &'a Brief,
    source: &'a SourceIndex<'a>,
    mentions: &'a Mentions<'a>,
    quotes: Vec<Found>,
    /// The quote that was made of each sentence, by its first byte and whether somebody says it.
    sentences: HashMap<(usize, bool), Id>,
    claims: Vec<(Claim, usize, Text)>,
    asks: Vec<(Ask, usize, Text)>,
    groups: Vec<Proposed<Organisation>>,
    /// Paragraphs with quotations that are not proposed.
    unsure: Vec<u32>,
    claims_left: Allowance,
    gists_left: Allowance,
    asks_left: Allowance,
}

impl ItemReader<'_> {
    /// Proposes the quotations, and returns a note if there are too many.
    fn quotations(&mut self) -> Option<Text> {
        let mut left = Allowance::new(QUOTATIONS);
        let mut seen = HashSet::new();
        for (bytes, voice) in stretches(self.source.text, &self.source.speech) {
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
            let is_phrase = quotation.form == Form::Partial && (by.is_empty() || words < PHRASE)
                || is_described;
            let is_long = quotation.exact.chars().count() > LONGEST_QUOTATION;
            // What is only asked in a turn is no evidence of anything.
            let is_turn = self.quoted_in(&bytes).next().is_none();
            let is_question = is_turn && quotation.exact.ends_with('?');
            if words == 0 || is_question || !seen.insert((tokens.letters().to_owned(), by.clone()))
            {
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
        self.quotes.push(Found { quote, bytes, beside, neighbours });
        id
    }

    fn next_quote(&self) -> Id {
        Id::of_file(&format!("q{}", self.quotes.len() + 1))
    }

    /// The sentences of the text, and after each that is speech in part those parts.
    fn all_sentences(&self) -> Vec<Sentence> {
        let text = self.source.text;
        let mut found = Vec::new();
        for number in 1..=text.paragraphs().len() {
            let paragraph = u32::try_from(number).unwrap_or(u32::MAX);
            for bytes in text.sentences(number) {
                let sentence = self.sentence(bytes.clone(), paragraph);
                let is_mixed = matches!(sentence.spoken, Spoken::InPart);
                if self.ends(&bytes) && self.is_fit(&sentence.tokens) {
                    found.push(sentence);
                }
                if is_mixed {
                    let parts = self.quoted_in(&bytes).map(|part| self.sentence(part, paragraph));
                    found.extend(parts.filter(|part| self.is_fit(&part.tokens)));
                }
            }
        }
        found
    }

    fn sentence(&self, bytes: Range<usize>, paragraph: u32) -> Sentence {
        let tokens = self.source.tokens.within(&bytes);
        let spoken = self.spoken(&tokens);
        Sentence { tokens, bytes, paragraph, spoken }
    }

    /// Whether words are enough to say something, and not too many.
    fn is_fit(&self, tokens: &Range<usize>) -> bool {
        (4..=LONGEST).contains(&self.source.tokens.count_words(tokens.clone()))
    }

    /// The parts of these bytes in quotation marks.
    fn quoted_in(&self, bytes: &Range<usize>) -> impl Iterator<Item = Range<usize>> {
        let spans = &self.source.speech.quoted_spans;
        let first = spans.partition_point(|span| span.bytes.end <= bytes.start);
        let Range { start, end } = *bytes;
        let inside = spans[first..].iter().take_while(move |span| span.bytes.start < end);
        inside.map(move |span| span.bytes.start.max(start)..span.bytes.end.min(end))
    }

    fn is_quoted(&self, bytes: &Range<usize>) -> bool {
        self.quoted_in(bytes).any(|part| part.start <= bytes.start)
    }

    /// Whether what is at these bytes ends as a sentence does, and not as a heading or a line of an
    /// address.
    fn ends(&self, bytes: &Range<usize>) -> bool {
        let words = &self.source.text.as_str()[bytes.clone()];
        let words = words.trim_end_matches(|c: char| super::is_mark_or_space(c) || c == ')');
        words.ends_with(['.', '!']) || {
            // The stop may be outside the mark, or there may be a comma for it: `…,” said Vale`.
            words.ends_with(',') && words.len() < bytes.len()
        }
    }

    fn spoken(&self, tokens: &Range<usize>) -> Spoken {
        if self.source.speech_in(tokens).is_none() {
            return Spoken::Nothing;
        }
        match self.source.owner_of(tokens) {
            Owner::Speaker(voice) if !voice.is_denied => match voice.parties().as_slice() {
                [party] => Spoken::By(party.clone(), voice.is_sure()),
                _ => Spoken::InPart,
            },
            _ => Spoken::InPart,
        }
    }

    fn read_asks(&mut self, sentence: &Sentence) {
        let is_mixed = matches!(sentence.spoken, Spoken::InPart);
        for deed in deeds(&self.source.tokens, self.mentions, &sentence.tokens) {
            let first = self.source.tokens.bytes(deed.action.start..deed.action.start + 1);
            // What is said is read as a sentence of its own.
            let begins_outside = !is_mixed || !self.is_quoted(&first) || deed.kind == AskKind::Ask;
            if begins_outside {
                self.read_deed(sentence, &deed);
            }
        }
    }

    fn read_deed(&mut self, sentence: &Sentence, deed: &Deed) -> Option<()> {
        let (by, evidence) = match (&sentence.spoken, &deed.by) {
            (Spoken::By(speaker, true), Doer::Author) => (speaker.clone(), None),
            (Spoken::By(speaker, true), Doer::Party(by)) if self.speaks_for(speaker, by) => {
                (by.clone(), None)
            }
            (Spoken::Nothing | Spoken::InPart, Doer::Party(by)) => {
                (by.clone(), Some(self.reporter(sentence, deed, by)?))
            }
            _ => return None,
        };
        if deed.to.iter().any(|asked| matches!(asked, Asked::Party(id) if *id == by)) {
            return None;
        }
        let ask = self.action(sentence, deed, by)?;
        if !self.asks_left.take(sentence.paragraph) {
            return None;
        }
        let quote = match evidence {
            None => self.spoken_evidence(sentence)?,
            Some(Some(reporter)) if self.quoted_part(sentence, &reporter).is_some() => {
                self.quoted_part(sentence, &reporter)?
            }
            Some(reporter) => self.reported_evidence(sentence, reporter)?,
        };
        let to = deed.to.iter().map(|asked| Addressee::Party(self.asked(asked))).collect();
        let ask = Ask { evidence: vec![quote], to, ..ask };
        let words = self.source.text.on_one_line(&sentence.bytes);
        self.asks.push((ask, sentence.bytes.start, words));
        Some(())
    }

    /// Who is said to report a deed outside speech: a party, or [`None`] for the text itself.
    fn reporter(&self, sentence: &Sentence, deed: &Deed, by: &Id) -> Option<Option<Id>> {
        match &deed.teller {
            Teller::Parties(tellers) => {
                let teller = tellers.iter().find(|teller| self.speaks_for(teller, by))?;
                Some(Some(teller.clone()))
            }
            Teller::Other => None,
            Teller::Nobody => {
                let word = deed.action.start.checked_sub(2);
                let is_will = deed.kind == AskKind::Commitment
                    && word.is_some_and(|_| !self.has_pledge(&sentence.tokens));
                let is_told = deed.kind == AskKind::Action || is_will;
                match sentence.spoken {
                    Spoken::Nothing if is_told => Some(None),
                    _ if is_told => None,
                    _ => Some(Some(by.clone())),
                }
            }
        }
    }

    /// Whether a sentence tells what was found, and not what somebody says.
    fn tells_findings(&self, tokens: &Range<usize>) -> bool {
        let mut verbs = tokens.clone().filter_map(|at| {
            let word = self.source.tokens.spelling(at).to_lowercase();
            english::REPORTING_VERBS.contains(&word.as_str()).then_some(word)
        });
        verbs.all(|verb| english::FINDINGS.contains(&verb.as_str()))
    }

    fn has_pledge(&self, tokens: &Range<usize>) -> bool {
        tokens.clone().any(|at| {
            let word = self.source.tokens.spelling(at).to_lowercase();
            let lists = [english::PLEDGES, english::AGREEMENTS];
            lists.iter().any(|list| list.contains(&word.as_str()))
        })
    }

    /// Whether what `speaker` says is said for `by`: it is the same, or the speaker’s body.
    fn speaks_for(&self, speaker: &Id, by: &Id) -> bool {
        let official = self.brief.officials.get(speaker);
        speaker == by || official.is_some_and(|one| one.organisation.as_ref() == Some(by))
    }

    /// The quotation inside a sentence that a party says.
    fn quoted_part(&self, sentence: &Sentence, by: &Id) -> Option<Id> {
        let Range { start, end } = sentence.bytes;
        let is_inside = |found: &&Found| {
            let has_words = found.quote.words.exact().is_some();
            start <= found.bytes.start && found.bytes.end <= end && has_words
        };
        let mut inside = self.quotes.iter().filter(is_inside);
        let quote = inside.find(|found| found.quote.by.include(by))?;
        Some(quote.quote.id.clone())
    }

    /// An ask without its evidence.
    fn action(&self, sentence: &Sentence, deed: &Deed, by: Id) -> Option<Ask> {
        let (text, tokens) = (self.source.text, &self.source.tokens);
        let range = deed.action.start..deed.action.end.min(sentence.tokens.end);
        let found = action_words(text, tokens, &range);
        let is_spoken = matches!(sentence.spoken, Spoken::By(..));
        let action = found.as_ref().map(|found| {
            let rest = found.tokens.start + usize::from(deed.verb.is_some())..found.tokens.end;
            let words = closed(&text.on_one_line(&tokens.bytes(rest.clone())));
            let first = tokens.bytes(rest.start..rest.start + 1);
            let is_quoted = matches!(sentence.spoken, Spoken::InPart) && self.is_quoted(&first);
            let is_long = is_quoted || is_spoken && tokens.count_words(rest) >= QUOTED;
            let words = if is_long { format!("“{words}”") } else { words };
            let verb = deed.verb.map(|verb| format!("{verb} ")).unwrap_or_default();
            Text::flow(&(verb + &words))
        });
        let action = action.unwrap_or_else(|| FILL_IN.into());
        let (instrument, due) = found.map_or((None, None), |found| (found.instrument, found.due));
        let status = deed.has_begun.then_some(Status::Underway);
        let id = Id::of_file(&format!("a{}", self.asks.len() + 1));
        let inferred = deed.is_inferred;
        let (kind, to, evidence, links) = (deed.kind, Vec::new(), Vec::new(), Vec::new());
        Some(Ask {
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
        })
    }

    /// The party that is asked; a group without a name becomes a body.
    fn asked(&mut self, asked: &Asked) -> Id {
        let tokens = match asked {
            Asked::Party(id) => return id.clone(),
            Asked::Described(tokens) => tokens,
        };
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
                && !self.brief.organisations.contains_key(id)
                && !self.brief.officials.contains_key(id)
        };
        let id = Id::new(&slug).filter(is_free).unwrap_or_else(|| Id::of_file("those-asked"));
        if self.groups.iter().all(|group| group.item.id != id) {
            let paragraph =
                self.source.text.paragraph_at(self.source.tokens[tokens.start].bytes.start);
            self.groups.push(Proposed::new(Organisation { id: id.clone(), name }, paragraph));
        }
        id
    }

    /// The quote that has a sentence of somebody’s speech, which is added if there is none.
    fn spoken_evidence(&mut self, sentence: &Sentence) -> Option<Id> {
        let bytes = self.source.tokens.bytes(sentence.tokens.clone());
        let holds = |found: &&Found| {
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
    fn reported_evidence(&mut self, sentence: &Sentence, by: Option<Id>) -> Option<Id> {
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
        self.quotes.push(Found { quote, bytes, beside, neighbours: None });
        self.sentences.insert(key, id.clone());
        Some(id)
    }

    fn read_claim(&mut self, sentence: &Sentence) -> Option<()> {
        if !self.has_figure(sentence) {
            return None;
        }
        let told = self.sentences.get(&(sentence.bytes.start, true));
        let told = told.and_then(|id| self.quotes.iter().find(|found| found.quote.id == *id));
        let told = told.and_then(|found| found.quote.by.parties().first().cloned());
        let by = match &sentence.spoken {
            Spoken::By(speaker, true) => Speaker::Party(speaker.clone()),
            Spoken::By(_, false) => return None,
            _ if told.is_some() => told.map_or(Speaker::Source, Speaker::Party),
            _ => match reports(&self.source.tokens, self.mentions, &sentence.tokens) {
                Teller::Parties(tellers) => Speaker::Party(tellers.first()?.clone()),
                _ if !matches!(sentence.spoken, Spoken::Nothing) => return None,
                Teller::Nobody => Speaker::Source,
                Teller::Other if self.tells_findings(&sentence.tokens) => Speaker::Source,
                Teller::Other => return None,
            },
        };
        if !self.claims_left.take(sentence.paragraph) {
            return None;
        }
        let quote = match (&sentence.spoken, &by) {
            (Spoken::By(..), _) => self.spoken_evidence(sentence)?,
            (_, by) => self.reported_evidence(sentence, by.party().cloned())?,
        };
        let id = Id::of_file(&format!("c{}", self.claims.len() + 1));
        let (text, evidence, links) = (FILL_IN.into(), vec![quote], Vec::new());
        let claim = Claim { id, text, by, evidence, links, inferred: false, note: None };
        let words = self.source.text.on_one_line(&sentence.bytes);
        self.claims.push((claim, sentence.bytes.start, words));
        Some(())
    }

    /// Whether a sentence has an amount of something that is more than a count of a few; outside
    /// quotation marks, if they are around a part of it.
    fn has_figure(&self, sentence: &Sentence) -> bool {
        let text = self.source.text.as_str();
        let is_mixed = matches!(sentence.spoken, Spoken::InPart);
        let figures = figures_in(text, &self.source.tokens, sentence.tokens.clone());
        figures.iter().any(|figure| {
            let printed = &text[figure.bytes.clone()];
            let in_digits = printed.contains(|c: char| c.is_ascii_digit());
            let is_small = !in_digits && figure.readings.iter().any(FigureReading::is_small_count);
            let counts = figure.is_amount(in_digits) && !figure.is_weak;
            counts
                && !is_small
                && !self.is_number(&figure.bytes, &sentence.bytes)
                && !(is_mixed && self.is_quoted(&figure.bytes))
        })
    }

    /// Whether a figure is no amount but a number of a list, a case or a telephone: `call 101`.
    fn is_number(&self, figure: &Range<usize>, sentence: &Range<usize>) -> bool {
        let text = self.source.text.as_str();
        let (before, after) = (&text[sentence.start..figure.start], &text[figure.end..]);
        let word = before.trim_end().rsplit(' ').next().unwrap_or_default().to_lowercase();
        let is_of_list = before.is_empty() && after.starts_with(['.', ')']);
        let is_in_name = before.ends_with('/') || after.starts_with('/');
        let digits = text[figure.clone()].chars().filter(char::is_ascii_digit).count();
        let is_dialled = text[figure.clone()].starts_with('0')
            && digits > 2
            && !text[figure.clone()].contains('.');
        is_of_list || is_in_name || is_dialled || english::BEFORE_NUMBERS.contains(&word.as_str())
    }

    fn read_report(&mut self, sentence: &Sentence) -> Option<()> {
        let Spoken::Nothing = sentence.spoken else { return None };
        let Teller::Parties(tellers) =
            reports(&self.source.tokens, self.mentions, &sentence.tokens)
        else {
            return None;
        };
        self.reported_evidence(sentence, Some(tellers.first()?.clone()))?;
        Some(())
    }

    fn note_on_unsure(&mut self) -> Option<Text> {
        /// The most paragraphs that are named.
        const NAMED: usize = 12;
        let unsure = &mut self.unsure;
        unsure.sort_unstable();
        unsure.dedup();
        let named: Vec<String> = unsure.iter().take(NAMED).map(|at| format!("¶{at}")).collect();
        let more = if unsure.len() > NAMED { " and others" } else { "" };
        let named = named.join(", ");
        (!unsure.is_empty()).then(|| {
            Text::flow(&format!(
                "Not proposed, because they are too long, of a word or two, or said by nobody who is named: \
                 words in quotation marks in {named}{more}."
            ))
        })
    }

    fn into_items(mut self, notes: Vec<Text>) -> Items {
        let text = self.source.text;
        let unknown = Id::of_file(UNKNOWN_SPEAKER);
        let mut unnamed = self.quotes.iter().filter(|found| found.quote.by.include(&unknown));
        if let Some(first) = unnamed.next() {
            let body = Organisation { id: unknown.clone(), name: FILL_IN.into() };
            self.groups.push(Proposed::new(body, text.paragraph_at(first.bytes.start)));
        }
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
            ..Proposed::new(ask, text.paragraph_at(at))
        });
        Items {
            quotes: quotes.collect(),
            claims: claims.collect(),
            asks: asks.collect(),
            groups: self.groups,
            notes,
        }
    }
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
