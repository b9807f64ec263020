//! Several briefs as one bundle: cover, contents, how they are connected, page ones, annexes.

use super::page_one::PageOne;
use super::{
    BriefPage, across, annex, collected, document, drafts, joined, markings, page_one, plain,
    source,
};
use crate::brief::{Brief, Date};
use crate::evidence::State;
use crate::library::{Library, in_order};
use crate::page::addressing::Addressing;
use crate::page::citation::{Lettered, Letters};
use crate::page::document::{
    Block, ContentsEntry, Document, DocumentPart, Flow, NamedField, Role, Span,
};
use crate::text::Text;

/// What a pack is called if it is given no title.
const TITLE: &str = "Briefing pack";

/// The parts of a pack that its table of contents does not list: the cover and itself.
const BEFORE: usize = 2;

/// How briefs are bundled.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pack {
    /// What the pack is called.
    pub title: Option<Text>,
    /// Whether it has the annexes.
    pub annexes: bool,
    /// Whether it says how the briefs are connected.
    pub across: bool,
}

impl Pack {
    /// Returns its title on the cover and on every page.
    pub fn title(&self) -> Text {
        self.title.as_deref().map_or_else(|| TITLE.into(), Text::flow)
    }
}

/// Composes the sound briefs of `library` as a pack. Every page of it carries the markings of all of
/// them.
pub fn compose_pack(library: &Library, pack: &Pack) -> Document {
    let marked = drafts::marked(library);
    let library = marked.as_ref().unwrap_or(library);
    let parts = collected(|take| parts(library, pack, |part| part, take));
    Document { title: Some(pack.title()), ..document(library, parts) }
}

/// Composes the parts that [`compose_pack`] would, as [`compose_each`](super::compose_each) does: what is
/// kept of a brief between its page one and its annex is which quotations are there.
///
/// # Errors
///
/// Fails if `take` fails.
pub fn compose_each_of_pack<T: Send, E>(
    library: &Library,
    pack: &Pack,
    set: impl Fn(DocumentPart) -> T + Sync,
    take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let marked = drafts::marked(library);
    parts(marked.as_ref().unwrap_or(library), pack, set, take)
}

fn parts<T: Send, E>(
    library: &Library,
    pack: &Pack,
    set: impl Fn(DocumentPart) -> T + Sync,
    mut take: impl FnMut(T) -> Result<(), E>,
) -> Result<(), E> {
    let letters = Letters::new(library);
    let addressing = Addressing::Letters(&letters);
    let marking = markings(library.briefs());
    let set = |part| set(DocumentPart { marking: marking.clone(), ..part });
    let pages: Vec<BriefPage<'_>> =
        letters.briefs().iter().map(|here| BriefPage { library, addressing, here }).collect();
    let connected = (pack.across && pages.len() > 1)
        .then(|| DocumentPart { label: "ACROSS THE SOURCES".into(), ..across::bare(&letters) });
    let annexes = if pack.annexes { pages.as_slice() } else { &[] };
    take(set(cover(&letters, &pack.title())))?;
    let bare = |kind: &'static str| move |page: &BriefPage<'_>| page.part(kind, Vec::new());
    let bare_parts = pages.iter().map(bare("BRIEF")).chain(annexes.iter().map(bare("ANNEX")));
    take(set(contents(connected.iter().cloned().chain(bare_parts))))?;
    if let Some(bare) = connected {
        take(set(DocumentPart { blocks: across::part(library, &letters).blocks, ..bare }))?;
    }
    let first_page = |index: usize| {
        let page = &pages[index];
        let chosen = PageOne::new(page);
        let part = marked(page_one::part(page, &chosen), page, marking.as_ref());
        (set(part), chosen)
    };
    let mut on_page_one = Vec::with_capacity(pages.len());
    in_order(pages.len(), first_page, |(part, chosen)| {
        on_page_one.push(chosen);
        take(part)
    })?;
    let annex = |index: usize| set(annex::part(&annexes[index], &on_page_one[index]));
    in_order(annexes.len(), annex, take)
}

/// Adds a brief’s own marking under its title if it is not that of the whole pack.
fn marked(mut part: DocumentPart, page: &BriefPage<'_>, marking: Option<&Text>) -> DocumentPart {
    let own = page.here.brief.marking.as_ref();
    if let (true, Some(Block::Fields(fields))) = (own != marking, part.blocks.first_mut()) {
        fields.push(NamedField::new("Marking", plain(own.map_or("none", |own| own.as_str()))));
    }
    part
}

/// Composes the table of contents, which lists `parts`: all that come after it.
fn contents(parts: impl Iterator<Item = DocumentPart>) -> DocumentPart {
    let entry = |(index, part): (usize, DocumentPart)| {
        let label = Span::new(Role::Label, part.label);
        let title = Span::new(Role::Plain, format!("  {}", part.title));
        ContentsEntry { title: vec![label, title], part: index + BEFORE }
    };
    DocumentPart {
        label: "CONTENTS".into(),
        title: "What is in this pack".into(),
        marking: None,
        blocks: vec![Block::Contents(parts.enumerate().map(entry).collect())],
    }
}

/// Composes the cover.
fn cover(letters: &Letters<'_>, title: &Text) -> DocumentPart {
    let briefs = || letters.briefs().iter().map(|here| here.brief);
    let drafts =
        letters.briefs().iter().filter(|here| here.evidence.to_fill_in().count() > 0).count();
    let draft = (drafts > 0).then(|| match (drafts, letters.briefs().len()) {
        (1, 1) => "the brief has places to fill in".to_owned(),
        (drafts, all) => format!("{drafts} of {all} briefs have places to fill in"),
    });
    let marking = markings(briefs());
    let fields = [
        draft.map(|draft| NamedField::new("DRAFT", vec![Span::new(Role::Caution, draft)])),
        Some(NamedField::new("Sources", sources(briefs()))),
        marking.map(|marking| NamedField::new("Marking", plain(&marking))),
        Some(NamedField::new("Prepared", prepared(briefs()))),
        Some(NamedField::new("Checked", plain(&checked(letters)))),
    ];
    DocumentPart {
        label: "BRIEFING PACK".into(),
        title: title.clone(),
        marking: None,
        blocks: vec![Block::Fields(fields.into_iter().flatten().collect())],
    }
}

/// Says how many sources there are, and of which time.
fn sources<'a>(briefs: impl Iterator<Item = &'a Brief>) -> Flow {
    let dates: Vec<Option<Date>> = briefs.map(|brief| brief.source.issued).collect();
    let undated = dates.iter().filter(|date| date.is_none()).count();
    let of_when = match period(dates.iter().copied().flatten()) {
        Some(period) => format!("{}, {period}", dates.len()),
        None => dates.len().to_string(),
    };
    let mut flow = plain(&of_when);
    if undated > 0 {
        flow.push(Span::new(Role::Aside, format!("; {undated} with no date")));
    }
    flow
}

fn prepared<'a>(briefs: impl Iterator<Item = &'a Brief> + Clone) -> Flow {
    let by = joined(briefs.clone().filter_map(|brief| brief.prepared_by.as_deref()));
    let when = period(briefs.filter_map(|brief| brief.prepared));
    let parts: Vec<String> = when.into_iter().chain(by.map(|by| format!("by {by}"))).collect();
    if parts.is_empty() {
        return vec![Span::new(Role::Aside, "not stated")];
    }
    plain(&parts.join(" "))
}

/// Returns the time from the first of `dates` to the last.
fn period(dates: impl Iterator<Item = Date>) -> Option<String> {
    let mut dates: Vec<Date> = dates.collect();
    dates.sort_unstable();
    match (dates.first()?, dates.last()?) {
        (first, last) if first == last => Some(first.to_string()),
        (first, last) => Some(format!("{first} to {last}")),
    }
}

/// Says how many quotations of all briefs are verified, now or earlier.
fn checked(letters: &Letters<'_>) -> String {
    let states: Vec<State> = letters.briefs().iter().flat_map(Lettered::states).collect();
    let count = |is: fn(&State) -> bool| states.iter().filter(|state| is(state)).count();
    let verified = count(|state| *state == State::Verified || state.locked_on().is_some());
    let failed = match count(|state| *state == State::Failed) {
        0 => String::new(),
        failed => format!(", {failed} failed"),
    };
    let absent = letters.briefs().iter().filter(|here| !here.evidence.has_text()).count();
    let absent = match absent {
        0 => String::new(),
        1 => "; the text of 1 source is not here".to_owned(),
        absent => format!("; the texts of {absent} sources are not here"),
    };
    format!("{verified} of {} verified{failed}{absent}", source::quotations(states.len()))
}
