//! Whether the words of a quote are spoken by the parties that the brief gives them to.

use std::ops::Range;

use super::{QuotationCheck, Refusal};
use crate::brief::{Brief, Id, Quote};
use crate::evidence::index::SourceIndex;
use crate::evidence::source::english;
use crate::evidence::speech::{Certainty, Owner, SpokenBy, Voice};

/// An occurrence of a segment, and whose words it is.
pub struct Occurrence {
    /// Its tokens in the source.
    pub range: Range<usize>,
    /// Who speaks.
    pub speakers: Vec<SpokenBy>,
}

/// Why words cannot be the speaker’s.
pub enum SpeakerMismatch {
    /// They are the reporter’s.
    Reporter,
    /// Two speakers say them.
    TwoSpeakers,
    /// Nobody near them is named.
    Unnamed,
    /// The source gives them to somebody else.
    GivenTo(SpokenBy),
    /// The source says that the speaker did not say them.
    Denied,
    /// They interrupt the speaker, or are a heading.
    Aside,
    /// They are to be the source’s own, but these tokens are somebody’s speech.
    InSpeech(Range<usize>),
}

/// Why an author should look again at who said words that are verified.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Doubt {
    /// The source gives them to somebody who speaks for the quote’s party, or for whom it speaks.
    Spokesperson(SpokenBy),
    /// Two people fit what the source says.
    Tie(SpokenBy),
    /// The source seems to give them to somebody else.
    SeemsOther(SpokenBy),
    /// The party’s speech may have ended before them.
    MayHaveEnded,
    /// The source names nobody near.
    NotNear,
}

/// What the source’s speaker is to a quote’s party.
enum Relation {
    Same,
    Spokesperson(SpokenBy),
    Tie(SpokenBy),
    Unknown,
    Other(SpokenBy),
}

/// One quote’s parties, and the source in which they should speak.
#[derive(Clone, Copy)]
pub struct SpeakerCheck<'a> {
    /// The source.
    pub source: &'a SourceIndex<'a>,
    /// The brief.
    pub brief: &'a Brief,
    /// The quote.
    pub quote: &'a Quote,
}

impl SpeakerCheck<'_> {
    /// Who speaks the tokens in `range`, and what is doubtful about it, unless it cannot be the
    /// quote’s party.
    pub fn spoken_by(
        &self,
        range: &Range<usize>,
    ) -> Result<(Vec<SpokenBy>, Option<Doubt>), SpeakerMismatch> {
        if self.quote.by.is_source() {
            let speech = self.source.speech_in(range).map(SpeakerMismatch::InSpeech);
            return speech.map_or(Ok((vec![SpokenBy::Unknown(0)], None)), Err);
        }
        self.not_aside(range)?;
        let is_of_others = self.source.speech.is_after_text(&self.source.tokens, range);
        let is_own = self.is_own() && !is_of_others;
        match self.source.owner_of(range) {
            Owner::Speaker(voice) if is_own && voice.certainty < Certainty::Carried => {
                Ok((self.own(), None))
            }
            Owner::Reporter | Owner::Several if is_own => Ok((self.own(), None)),
            Owner::Speaker(voice) => {
                self.doubt(voice, range).map(|doubt| (voice.speakers.clone(), doubt))
            }
            Owner::Several => Err(SpeakerMismatch::TwoSpeakers),
            Owner::Reporter if self.is_own() => Ok((self.own(), Some(Doubt::MayHaveEnded))),
            Owner::Reporter if self.source.speech.is_before_turns(&self.source.tokens, range) => {
                let doubt = self.unnamed(range)?;
                Ok((vec![SpokenBy::Unknown(0)], doubt))
            }
            Owner::Reporter => Err(SpeakerMismatch::Reporter),
        }
    }

    /// Refuses what interrupts the speech of one person, unless the text names the quote’s party there.
    fn not_aside(&self, range: &Range<usize>) -> Result<(), SpeakerMismatch> {
        let Some(aside) = self.source.speech.aside_in(&self.source.tokens, range) else {
            return Ok(());
        };
        if let Owner::Speaker(voice) = self.source.owner_of(range)
            && (voice.certainty == Certainty::Named
                && matches!(self.relation(voice), Relation::Same)
                || self.quote.inferred && !self.is_own())
        {
            return Ok(());
        }
        let speaker = aside.speaker.clone().map(SpokenBy::Described);
        Err(speaker.map_or(SpeakerMismatch::Aside, SpeakerMismatch::GivenTo))
    }

    /// Whether the whole source is the own words of the quote’s party.
    fn is_own(&self) -> bool {
        self.brief.source.by.as_ref().is_some_and(|own| self.parties().any(|party| party == own))
    }

    fn own(&self) -> Vec<SpokenBy> {
        self.brief.source.by.iter().cloned().map(SpokenBy::Party).collect()
    }

    fn parties(&self) -> impl Iterator<Item = &Id> {
        self.quote.by.parties().iter()
    }

    fn doubt(&self, voice: &Voice, range: &Range<usize>) -> Result<Option<Doubt>, SpeakerMismatch> {
        let is_mentioned = || self.parties().any(|party| voice.mentioned.contains(party));
        match self.relation(voice) {
            Relation::Same | Relation::Unknown if voice.is_denied && !self.quote.inferred => {
                Err(SpeakerMismatch::Denied)
            }
            Relation::Same if voice.certainty == Certainty::Unknown && !self.quote.inferred => {
                Ok(Some(Doubt::MayHaveEnded))
            }
            Relation::Same => Ok(None),
            Relation::Other(other)
                if voice.certainty == Certainty::Named
                    && !matches!(other, SpokenBy::Described(_))
                    && !self.is_lead(&other, range) =>
            {
                Err(SpeakerMismatch::GivenTo(other))
            }
            _ if self.quote.inferred => Ok(None),
            Relation::Spokesperson(other) => Ok(Some(Doubt::Spokesperson(other))),
            Relation::Tie(other) => Ok(Some(Doubt::Tie(other))),
            Relation::Unknown
                if voice.certainty >= Certainty::Carried
                    && (self.is_own() || self.source.speech.is_record()) =>
            {
                Ok(voice.speakers.first().cloned().map(Doubt::SeemsOther))
            }
            Relation::Unknown => self.unnamed(range),
            Relation::Other(_) if voice.certainty <= Certainty::Near && is_mentioned() => Ok(None),
            Relation::Other(other) => Ok(Some(Doubt::SeemsOther(other))),
        }
    }

    /// Whether an article may describe the quote’s party before it names it: `a council boss`, in one
    /// of its first paragraphs, of whoever the next ones name for the first time.
    fn is_lead(&self, other: &SpokenBy, range: &Range<usize>) -> bool {
        const LEAD: u32 = 3;
        let paragraphs = self.source.paragraphs(std::slice::from_ref(range));
        let named = |range: &Range<usize>| self.parties().any(|id| self.source.names(id, range));
        other.is_person_described()
            && paragraphs.last().is_some_and(|last| *last <= LEAD)
            && !named(&(0..range.end))
            && named(&self.source.around(&paragraphs, 2))
    }

    /// What to make of words of which the source does not say whose they are. In a record the
    /// speaker has to be named near them.
    fn unnamed(&self, range: &Range<usize>) -> Result<Option<Doubt>, SpeakerMismatch> {
        match (self.is_named_near(range), self.source.speech.is_record()) {
            (true, _) => Ok(None),
            (false, true) => Err(SpeakerMismatch::Unnamed),
            (false, false) => Ok(Some(Doubt::NotNear)),
        }
    }

    /// What the voice that is nearest to a party of the quote is to it.
    fn relation(&self, voice: &Voice) -> Relation {
        let mut relations = voice.speakers.iter().map(|speaker| self.relation_to(speaker));
        let first = relations.next().unwrap_or(Relation::Unknown);
        let rank = |relation: &Relation| match relation {
            Relation::Same => 0,
            Relation::Tie(_) => 1,
            Relation::Spokesperson(_) => 2,
            Relation::Unknown => 3,
            Relation::Other(_) => 4,
        };
        relations.fold(first, |best, next| if rank(&next) < rank(&best) { next } else { best })
    }

    fn relation_to(&self, speaker: &SpokenBy) -> Relation {
        let is_ours = |id: &Id| self.parties().any(|party| party == id);
        let is_of_ours = |id: &Id| self.parties().any(|party| self.organisation(id) == Some(party));
        let is_body_of_ours =
            |id: &Id| self.parties().any(|party| self.organisation(party) == Some(id));
        match speaker {
            SpokenBy::Party(id) if is_ours(id) || is_of_ours(id) => Relation::Same,
            SpokenBy::Party(id) if is_body_of_ours(id) => Relation::Spokesperson(speaker.clone()),
            SpokenBy::SpokespersonOf(id) if is_ours(id) && self.is_body(id) => Relation::Same,
            SpokenBy::SpokespersonOf(id) if is_of_ours(id) => Relation::Same,
            SpokenBy::SpokespersonOf(id) if is_ours(id) || is_body_of_ours(id) => {
                Relation::Spokesperson(speaker.clone())
            }
            SpokenBy::OneOf { parties, likeliest, .. }
                if parties.iter().any(|id| is_ours(id) || is_of_ours(id)) =>
            {
                match likeliest.as_deref().map(|likeliest| self.relation_to(likeliest)) {
                    Some(Relation::Other(_)) => Relation::Other(speaker.clone()),
                    _ => Relation::Tie(speaker.clone()),
                }
            }
            SpokenBy::Unknown(_) => Relation::Unknown,
            other => Relation::Other(other.clone()),
        }
    }

    fn organisation(&self, id: &Id) -> Option<&Id> {
        self.brief.officials.get(id).and_then(|official| official.organisation.as_ref())
    }

    fn is_body(&self, id: &Id) -> bool {
        self.brief.organisations.contains(id)
    }

    /// Whether the source names a party of the quote, or its body, within two paragraphs: by name,
    /// by a role in its post, or by what kind of body it is.
    pub fn is_named_near(&self, range: &Range<usize>) -> bool {
        let paragraphs = self.source.paragraphs(std::slice::from_ref(range));
        let near = self.source.around(&paragraphs, 2);
        let kinds: Vec<String> = self.parties().flat_map(|party| self.kinds(party)).collect();
        self.parties().any(|party| {
            let organisation = self.organisation(party);
            self.source.names(party, &near)
                || organisation.is_some_and(|body| self.source.names(body, &near))
        }) || kinds.iter().any(|kind| self.source.has_kind(kind, &near))
    }

    /// The words for the post of a party, and for the kind of body that it is or is in.
    fn kinds(&self, party: &Id) -> Vec<String> {
        let official = self.brief.officials.get(party);
        let post = official.and_then(|official| official.post.as_ref()).map(ToString::to_string);
        let body = self.organisation(party).unwrap_or(party);
        let body = self.brief.organisations.get(body).map(|body| body.name.to_string());
        let words = |text: Option<String>, list: english::WordList| {
            let words = text.unwrap_or_default();
            let words: Vec<String> = words.split_whitespace().map(str::to_lowercase).collect();
            words.into_iter().filter(move |word| list.contains(word.as_str()))
        };
        words(post, english::ROLES).chain(words(body, english::BODIES)).collect()
    }
}

impl QuotationCheck<'_> {
    /// Those occurrences of each segment that the quote’s party may have spoken.
    pub fn attributable(
        &self,
        found: &[Vec<Range<usize>>],
    ) -> Result<Vec<Vec<Occurrence>>, Refusal> {
        let speakers = self.speakers();
        let mut spoken = Vec::new();
        for occurrences in found {
            let mut good = Vec::new();
            let mut refused = None;
            for range in occurrences {
                match speakers.spoken_by(range) {
                    Ok((speakers, _)) => good.push(Occurrence { range: range.clone(), speakers }),
                    Err(reason) => refused = refused.or(Some((range, reason))),
                }
            }
            match refused {
                Some((range, SpeakerMismatch::GivenTo(other))) if good.is_empty() => {
                    return Err(self.two_speakers(found, &other).unwrap_or_else(|| {
                        self.not_spoken(range, SpeakerMismatch::GivenTo(other))
                    }));
                }
                Some((range, reason)) if good.is_empty() => {
                    return Err(self.not_spoken(range, reason));
                }
                _ => spoken.push(good),
            }
        }
        Ok(spoken)
    }

    /// The refusal of a quotation of whose segments `other` speaks one, and the quote’s party another.
    fn two_speakers(&self, found: &[Vec<Range<usize>>], other: &SpokenBy) -> Option<Refusal> {
        let is_ours = |range: &Range<usize>| self.speakers().spoken_by(range).is_ok();
        let has_ours = found.iter().any(|occurrences| occurrences.iter().any(is_ours));
        (found.len() > 1 && has_ours).then(|| self.parts_of_two(found, other))
    }

    /// The speakers of the quote.
    pub fn speakers(&self) -> SpeakerCheck<'_> {
        SpeakerCheck { source: self.source, brief: self.brief, quote: self.quote }
    }

    /// Whether the source surely gives the tokens in `range` to the quote’s party.
    pub fn is_surely_spoken(&self, range: &Range<usize>) -> bool {
        matches!(
            self.speakers().spoken_by(range),
            Ok((speakers, None)) if !matches!(speakers.as_slice(), [SpokenBy::Unknown(_)])
        )
    }
}
