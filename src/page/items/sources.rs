//! The wording of a source.

use crate::brief::{Source, SourceType};
use crate::evidence::UnnamedSpeaker;
use crate::page::document::{Flow, Role, Span};

/// Returns a source by publisher, kind and date: `Holyrood, news report, no date`.
pub fn source(source: &Source) -> Vec<Span> {
    let kind = Span::new(Role::Plain, source_type(source.kind));
    let comma = || Span::new(Role::Plain, ", ");
    vec![publisher(source), comma(), kind, comma(), issued(source)]
}

/// Returns what identifies a source, each on a line of its own: its title; its publisher, kind and
/// date; and its address, if it has one.
pub fn source_lines(about: &Source) -> Vec<Flow> {
    let title = vec![Span::new(Role::Title, about.title.clone())];
    let url = about.url.as_ref().map(|url| vec![Span::new(Role::Url, url.clone())]);
    [title, source(about)].into_iter().chain(url).collect()
}

/// Says who published a source.
pub fn publisher(source: &Source) -> Span {
    match &source.publisher {
        Some(publisher) => Span::new(Role::Plain, publisher.clone()),
        None => Span::new(Role::Aside, "Publisher unknown"),
    }
}

/// Says when a source was published.
pub fn issued(source: &Source) -> Span {
    match source.issued {
        Some(date) => Span::new(Role::Plain, date.to_string()),
        None => Span::new(Role::Aside, "no date"),
    }
}

/// Names the speaker of a paragraph that does not: `Speaker: Dana Vale`, `Speaker: perhaps Dana Vale`.
pub fn unnamed_speaker(speaker: &UnnamedSpeaker) -> Flow {
    let perhaps = (!speaker.is_sure).then(|| Span::new(Role::Aside, "perhaps "));
    std::iter::once(Span::new(Role::Label, "Speaker: "))
        .chain(perhaps)
        .chain([Span::new(Role::Speaker, speaker.name.clone())])
        .collect()
}

fn source_type(kind: SourceType) -> &'static str {
    match kind {
        SourceType::News => "news report",
        SourceType::Webpage => "web page",
        kind => kind.word(),
    }
}
