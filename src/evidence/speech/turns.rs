//! Whose turn it is in a record of what people said.
//!
//! A turn begins with a label: `Dana Vale:`, `The Minister for Ports (Ian Marsh):`,
//! `Mr. SMITH of Northport.`, `[Dana Vale]`, `Dana Vale. –`, `Q:`, `<v Dana Vale>`, or a name on a
//! line of its own with a constituency, a party or a time. It goes on to the next label. An
//! interruption by people without a name lasts for its paragraph, and a note in brackets is
//! nobody’s speech; neither ends the turn. A line such as `First:` begins none.

use std::ops::Range;

use super::labels::{Label, LabelKind, LabelReader};
use super::mentions::{Antecedent, Mentions, SpokenBy};
use super::{Stretch, Voice};
use crate::evidence::source::words::Tokens;
use crate::evidence::source::{SourceText, english};

/// Returns the turns of a text, without their labels and without notes. In a `record` every label
/// counts; in any other text only those of a dialogue in which a party speaks.
pub fn turns(
    text: &SourceText,
    tokens: &Tokens,
    mentions: &Mentions<'_>,
    is_record: bool,
) -> Vec<Stretch> {
    let labels = LabelReader::new(text, tokens, mentions).labels(is_record);
    if !is_record && !is_dialogue(text, &labels, mentions) {
        return Vec::new();
    }
    let mut stretches: Vec<Stretch> = Vec::new();
    let mut floor: Option<Voice> = None;
    let speakers = speakers(text, tokens, mentions, &labels);
    for (i, (label, speaker)) in labels.iter().zip(speakers).enumerate() {
        let end = labels.get(i + 1).map_or(text.as_str().len(), |next| next.start);
        let voice = Voice::named(vec![speaker]);
        if label.kind == LabelKind::Interrupts {
            let own = paragraph_end(text, label.speech).min(end);
            push(text, &mut stretches, label.speech..own, &voice);
            if let Some(floor) = &floor {
                push(text, &mut stretches, own..end, floor);
            }
        } else {
            push(text, &mut stretches, label.speech..end, &voice);
            floor = Some(voice);
        }
    }
    stretches
}

/// Whether the labels of a text that is no record are those of people in conversation, or of a
/// written question and its answer.
fn is_dialogue(text: &SourceText, labels: &[Label], mentions: &Mentions<'_>) -> bool {
    let mut speakers: Vec<&Option<SpokenBy>> = Vec::new();
    for label in labels.iter().take(100) {
        if !speakers.contains(&&label.speaker) {
            speakers.push(&label.speaker);
        }
    }
    let is_party = |speaker: &&Option<SpokenBy>| {
        speaker.as_ref().is_none_or(|speaker| mentions.is_of_interest(speaker))
    };
    let first = labels.first().map_or("", |label| text.as_str()[label.speech..].trim_start());
    let enough = if first.starts_with(english::WRITTEN_QUESTION) { 2 } else { 3 };
    labels.len() >= enough && speakers.len() > 1 && speakers.iter().any(is_party)
}

/// Who speaks under each label. `A.` is the witness who was sworn last, `Q.` whoever asked last, and
/// a post on the line below a name is that name’s.
fn speakers(
    text: &SourceText,
    tokens: &Tokens,
    mentions: &Mentions<'_>,
    labels: &[Label],
) -> Vec<SpokenBy> {
    let mut speakers: Vec<SpokenBy> = Vec::with_capacity(labels.len());
    let mut witness: Option<SpokenBy> = None;
    let mut asker: Option<SpokenBy> = None;
    for (i, label) in labels.iter().enumerate() {
        let above = i.checked_sub(1).filter(|&above| {
            let between = &text.as_str()[labels[above].speech.min(label.start)..label.start];
            label.kind == LabelKind::Describes && !between.contains(char::is_alphabetic)
        });
        let speaker = match (&label.speaker, above) {
            (_, Some(above)) => speakers[above].clone(),
            (None, None) => witness.clone().unwrap_or_else(|| answerer(tokens, mentions, labels)),
            (Some(own), None) if label.kind == LabelKind::Asks => {
                asker.clone().unwrap_or_else(|| own.clone())
            }
            (Some(own), None) => own.clone(),
        };
        match label.kind {
            LabelKind::Swears => witness = Some(speaker.clone()),
            LabelKind::Names | LabelKind::Describes => asker = Some(speaker.clone()),
            LabelKind::Asks | LabelKind::Answers | LabelKind::Interrupts => {}
        }
        speakers.push(speaker);
    }
    speakers
}

/// Whoever answers under `A:`: the last person named before the first answer.
fn answerer(tokens: &Tokens, mentions: &Mentions<'_>, labels: &[Label]) -> SpokenBy {
    let first = labels.first().map_or(0, |label| label.start);
    let before = tokens.within(&(0..first));
    mentions.last_in(&before, Antecedent::PERSON).unwrap_or(SpokenBy::Unknown(first))
}

fn paragraph_end(text: &SourceText, offset: usize) -> usize {
    let number = text.paragraph_at(offset) as usize - 1;
    text.paragraphs().get(number).map_or(offset, |paragraph| paragraph.end.max(offset))
}

/// Adds the speech in `bytes`, without the notes in it.
fn push(text: &SourceText, stretches: &mut Vec<Stretch>, bytes: Range<usize>, voice: &Voice) {
    let mut from = bytes.start;
    let mut add = |bytes: Range<usize>| {
        if !text.as_str()[bytes.clone()].trim().is_empty() {
            stretches.push(Stretch { bytes, voice: voice.clone() });
        }
    };
    for note in notes(&text.as_str()[bytes.clone()]) {
        add(from..bytes.start + note.start);
        from = bytes.start + note.end;
    }
    add(from..bytes.end);
}

/// The notes of whoever made the record: `[Interruption.]`, `(Laughter)`, and every line in
/// brackets.
fn notes(speech: &str) -> Vec<Range<usize>> {
    let mut notes = Vec::new();
    let mut from = 0;
    while let Some(open) = speech[from..].find(['[', '(']).map(|at| from + at) {
        let close = if speech[open..].starts_with('[') { ']' } else { ')' };
        let line = speech[open..].find('\n').map_or(speech.len(), |at| open + at);
        let Some(end) = speech[open..line].find(close).map(|at| open + at + 1) else {
            from = open + 1;
            continue;
        };
        let inside = speech[open + 1..end - 1].trim_matches(|c: char| !c.is_alphanumeric());
        let first = inside.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let is_line = speech[..open].trim_end_matches([' ', '\t', '*', '_']).ends_with('\n')
            && speech[end..line].trim_matches([' ', '.', '*', '_']).is_empty();
        if is_line || english::NOTES.contains(first.to_lowercase().as_str()) {
            notes.push(open..end);
        }
        from = end;
    }
    notes
}
