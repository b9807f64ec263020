//! The quote that a brief could make of an excerpt. It is checked as any other quote before it is
//! offered, so that it passes the check where it is pasted.

use std::ops::Range;

use super::Excerpt;
use super::speakers::{spoken, spoken_parts};
use super::trial::{Candidate, QuoteTrial};
use crate::brief::{Brief, Form, Id, Official, Organisation, Quote, Rule, Speakers, Words};
use crate::evidence::index::SourceIndex;
use crate::evidence::proposal::{NamedSpeaker, ProposedQuotation, SpeakerList, quotation};
use crate::evidence::speech::{Cast, Mentions, SpokenBy, Voice, reported_by};
use crate::text::Text;

/// A quote that a brief could make of an excerpt.
#[derive(Clone, Debug)]
pub struct DraftQuote {
    /// The quote.
    pub quote: Quote,
    /// Whom the author has to supply before the quote can stand, if it is by nobody of the brief.
    pub missing: Option<MissingSpeaker>,
}

/// A speaker who is not in the brief.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum MissingSpeaker {
    /// The source names them; the quote has the id that they are given here.
    Named(NamedSpeaker),
    /// The source only describes them.
    Described(Text),
    /// The source does not say who they are.
    Unknown,
}

/// The id of whoever the source does not name.
const UNKNOWN_SPEAKER: &str = "unknown-speaker";

impl Excerpt<'_> {
    /// Returns the quote `id` that the brief could make of the excerpt: of the words in it that one
    /// speaker says; if nobody speaks, of what it reports somebody as saying; else of what the source
    /// states.
    ///
    /// # Errors
    ///
    /// Returns why no quote of these words would pass the check.
    pub fn quote(&self, id: &Id) -> Result<DraftQuote, Text> {
        let source = &self.source;
        if source.tokens.count_words(source.tokens.within(&self.bytes)) == 0 {
            return Err("there are no words here to quote".into());
        }
        let mut reason = None;
        for spoken in self.spoken() {
            match self.spoken_quote(&spoken, id) {
                Ok(draft) => return Ok(draft),
                Err(fault) => reason = reason.or(Some(fault)),
            }
        }
        let trial = QuoteTrial { brief: self.brief, source, accepted: &[] };
        let unspoken = trial.first_sound(self.unspoken(source, id));
        unspoken
            .map(|quote| DraftQuote { quote, missing: None })
            .map_err(|fault| reason.unwrap_or(fault))
    }

    /// The quote of words that one voice says.
    fn spoken_quote(&self, Spoken { parts, voice }: &Spoken, id: &Id) -> Result<DraftQuote, Text> {
        let inferred = !voice.is_sure();
        let Some(mut missing) = self.missing(&self.source, voice) else {
            let trial = QuoteTrial { brief: self.brief, source: &self.source, accepted: &[] };
            let by = voice.parties();
            let quote = trial.first_sound(self.spoken_quotes(parts, id, &by, inferred))?;
            return Ok(DraftQuote { quote, missing: None });
        };
        let (brief, by) = listed(self.brief, &mut missing);
        let source = SourceIndex::new(self.source.text, &brief);
        // Whoever an author supplies for a speaker without a name, the words stay the same.
        let accepted: &[Rule] = match missing {
            MissingSpeaker::Named(_) => &[],
            _ => &[Rule::OtherSpeaker, Rule::ReportersWords],
        };
        let trial = QuoteTrial { brief: &brief, source: &source, accepted };
        let quote = trial.first_sound(self.spoken_quotes(parts, id, &[by], inferred))?;
        Ok(DraftQuote { quote, missing: Some(missing) })
    }

    /// What of the excerpt each voice says: all of it, if one says it all; then whoever says most.
    fn spoken(&self) -> Vec<Spoken> {
        let source = &self.source;
        let parts = spoken_parts(source, &self.bytes);
        let whole = spoken(source, self.brief, &self.bytes).map(|voice| {
            let is_one = |(_, other): &(Range<usize>, &Voice)| other.speakers == voice.speakers;
            let has_others = !parts.iter().all(is_one);
            let parts: Vec<Range<usize>> = parts.iter().map(|(bytes, _)| bytes.clone()).collect();
            let all = if parts.is_empty() || has_others { vec![self.bytes.clone()] } else { parts };
            Spoken { parts: all, voice: voice.into_owned() }
        });
        let words = |part: &Range<usize>| source.tokens.count_words(source.tokens.within(part));
        let mut by_voice: Vec<(usize, Spoken)> = Vec::new();
        for (part, voice) in parts {
            let count = words(&part);
            let same = |(_, spoken): &&mut (usize, Spoken)| spoken.voice.speakers == voice.speakers;
            if let Some((all, spoken)) = by_voice.iter_mut().find(same) {
                *all += count;
                spoken.parts.push(part);
            } else {
                by_voice.push((count, Spoken { parts: vec![part], voice: voice.clone() }));
            }
        }
        by_voice.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
        whole.into_iter().chain(by_voice.into_iter().map(|(_, spoken)| spoken)).collect()
    }

    /// The quotes of words that somebody speaks: of all parts together, then of the longest alone.
    fn spoken_quotes(
        &self,
        parts: &[Range<usize>],
        id: &Id,
        by: &[Id],
        inferred: bool,
    ) -> Vec<Candidate> {
        let made = |part: &Range<usize>| quotation(self.source.text, part, inferred);
        let candidate = |quotation: &ProposedQuotation, bytes: Range<usize>| Candidate {
            quote: quotation.quote(id.clone(), by.to_vec()),
            bytes,
        };
        let longest = parts.iter().max_by_key(|part| part.len());
        let alone = longest.map(|part| candidate(&made(part), part.clone()));
        let (Some(first), Some(last)) = (parts.first(), parts.last()) else { return Vec::new() };
        if first == last {
            return alone.into_iter().collect();
        }
        let mut exact = made(first).exact.to_string();
        let is_direct = parts.iter().any(|part| made(part).form == Form::Direct);
        for pair in parts.windows(2) {
            let between = &self.source.text.as_str()[pair[0].end..pair[1].start.max(pair[0].end)];
            let has_words = between.contains(char::is_alphanumeric);
            exact += if has_words { " […] " } else { " " };
            exact += &made(&pair[1]).exact;
        }
        let form = if is_direct { Form::Direct } else { Form::Partial };
        let joined = ProposedQuotation { exact: exact.into(), form, ..made(first) };
        [candidate(&joined, first.start..last.end)].into_iter().chain(alone).collect()
    }

    /// The quotes of words that nobody speaks: of what they report, or of what they state.
    fn unspoken(&self, source: &SourceIndex<'_>, id: &Id) -> Vec<Candidate> {
        let mentions = Mentions::new(self.source.text, &source.tokens, Cast::of_brief(self.brief));
        let by = reported_by(&source.tokens, &mentions, &source.tokens.within(&self.bytes));
        let words = self.source.text.on_one_line(&self.bytes);
        let reported = (!by.is_empty()).then(|| (Words::Reported(words.clone()), by));
        let stated = (Words::Excerpt { exact: words, gist: None }, Vec::new());
        let paragraph = Some(self.source.text.paragraph_at(self.bytes.start));
        let candidate = |(words, by)| {
            let quote = Quote::new(id.clone(), words, Speakers::new(by));
            Candidate { quote: Quote { paragraph, ..quote }, bytes: self.bytes.clone() }
        };
        reported.into_iter().chain([stated]).map(candidate).collect()
    }

    /// Whoever speaks with a voice and is not in the brief.
    fn missing(&self, source: &SourceIndex<'_>, voice: &Voice) -> Option<MissingSpeaker> {
        if !voice.parties().is_empty() {
            return None;
        }
        let mentions = Mentions::new(self.source.text, &source.tokens, Cast::of_brief(self.brief));
        let mut list = SpeakerList::default();
        for speaker in &voice.speakers {
            if list.id_of(speaker, &mentions).is_some() {
                return list.speakers.pop().map(MissingSpeaker::Named);
            }
        }
        let described = voice.speakers.iter().find_map(|speaker| match speaker {
            SpokenBy::Other(name, _) | SpokenBy::Described(name) | SpokenBy::OneOf { name, .. } => {
                Some(name)
            }
            SpokenBy::Party(_) | SpokenBy::SpokespersonOf(_) | SpokenBy::Unknown(_) => None,
        });
        Some(
            described.map_or(MissingSpeaker::Unknown, |name| {
                MissingSpeaker::Described(Text::flow(name))
            }),
        )
    }
}

/// Words that one voice says.
struct Spoken {
    /// Their bytes in the source, in order.
    parts: Vec<Range<usize>>,
    voice: Voice,
}

/// The brief with a speaker who was missing in it, and the id that they have there.
fn listed(brief: &Brief, missing: &mut MissingSpeaker) -> (Brief, Id) {
    let mut brief = brief.clone();
    let (stem, name, is_person) = match missing {
        MissingSpeaker::Named(named) => (named.id.clone(), named.name.clone(), named.is_person),
        _ => (Id::of_file(UNKNOWN_SPEAKER), UNKNOWN_SPEAKER.into(), true),
    };
    let numbered = (2..).map(|number| Id::of_file(&format!("{stem}-{number}")));
    let is_free = |id: &Id| brief.item(id).is_none();
    let id = std::iter::once(stem.clone()).chain(numbered).find(is_free).unwrap_or(stem);
    let mut honorific = None;
    if let MissingSpeaker::Named(named) = missing {
        named.id = id.clone();
        honorific.clone_from(&named.honorific);
    }
    if is_person {
        let (post, organisation, aka) = (None, None, Box::default());
        let official = Official { id: id.clone(), name, post, organisation, honorific, aka };
        brief.officials.push(official);
    } else {
        brief.organisations.push(Organisation { id: id.clone(), name });
    }
    (brief, id)
}
