//! Marks the texts of a draft that are still to be written, so that none of them goes out as if it were
//! one.

use std::collections::HashSet;
use std::sync::Arc;

use crate::brief::{Brief, Due, Prose, ProseRun, Words};
use crate::evidence::is_placeholder;
use crate::library::{Entry, Library};
use crate::text::Text;

/// Returns a copy of `library` in which each placeholder is marked: `[DRAFT: FILL IN]`. Returns
/// [`None`] if there are no drafts.
pub fn marked(library: &Library) -> Option<Library> {
    let is_draft = |entry: &Entry| entry.evidence().to_fill_in().next().is_some();
    library.entries().iter().any(is_draft).then(|| {
        let entries = library.entries().iter().map(|entry| {
            let mut entry = entry.clone();
            let marker = Marker(entry.evidence().to_fill_in().map(ToString::to_string).collect());
            // The brief itself is copied only if it is changed.
            if let (Some(brief), false) = (&mut entry.brief, marker.0.is_empty()) {
                marker.brief(Arc::make_mut(brief));
            }
            entry
        });
        Library::new(entries.collect())
    })
}

/// The paths of the fields that are still to be filled in.
struct Marker(HashSet<String>);

impl Marker {
    fn brief(&self, brief: &mut Brief) {
        self.prose("summary", &mut brief.summary);
        for paragraph in &mut brief.background {
            if is_placeholder(&paragraph.text) {
                self.prose("background", paragraph);
            }
        }
        let lists = [
            ("top_lines", &mut brief.top_lines),
            ("lines_to_take", &mut brief.lines_to_take),
            ("gaps", &mut brief.gaps),
        ];
        for (name, list) in lists {
            for (index, prose) in list.iter_mut().enumerate() {
                self.prose(&format!("{name}.{index}"), prose);
            }
        }
        self.optional("prepared_by", &mut brief.prepared_by);
        self.optional("marking", &mut brief.marking);
        let source = &mut brief.source;
        self.text("source.title", &mut source.title);
        self.optional("source.publisher", &mut source.publisher);
        self.optional("source.author", &mut source.author);
        self.optional("source.container", &mut source.container);
        self.optional("source.based_on", &mut source.based_on);
        self.parties(brief);
        self.quotes(brief);
        self.claims_and_asks(brief);
    }

    fn parties(&self, brief: &mut Brief) {
        for organisation in &mut brief.organisations {
            self.text(&format!("organisations.{}", organisation.id), &mut organisation.name);
        }
        for official in &mut brief.officials {
            let at = format!("officials.{}", official.id);
            self.text(&format!("{at}.name"), &mut official.name);
            self.optional(&format!("{at}.post"), &mut official.post);
            self.optional(&format!("{at}.honorific"), &mut official.honorific);
        }
    }

    fn quotes(&self, brief: &mut Brief) {
        for quote in &mut brief.quotes {
            let at = format!("quotes.{}", quote.id);
            match &mut quote.words {
                Words::Direct(exact) | Words::Partial(exact) => {
                    self.text(&format!("{at}.exact"), exact);
                }
                Words::Reported(gist) | Words::Passage(gist) => {
                    self.text(&format!("{at}.gist"), gist);
                }
                Words::Excerpt { exact, gist } => {
                    self.text(&format!("{at}.exact"), exact);
                    self.optional(&format!("{at}.gist"), gist);
                }
            }
            self.optional(&format!("{at}.at"), &mut quote.at);
            self.optional(&format!("{at}.note"), &mut quote.note);
        }
    }

    fn claims_and_asks(&self, brief: &mut Brief) {
        for claim in &mut brief.claims {
            self.text(&format!("claims.{}.text", claim.id), &mut claim.text);
            self.optional(&format!("claims.{}.note", claim.id), &mut claim.note);
        }
        for ask in &mut brief.asks {
            let at = format!("asks.{}", ask.id);
            self.text(&format!("{at}.action"), &mut ask.action);
            self.optional(&format!("{at}.instrument"), &mut ask.instrument);
            self.optional(&format!("{at}.note"), &mut ask.note);
            if let Some(Due::Words(words)) = &mut ask.due {
                self.text(&format!("{at}.due"), words);
            }
        }
    }

    fn optional(&self, path: &str, text: &mut Option<Text>) {
        if let Some(text) = text {
            self.text(path, text);
        }
    }

    fn text(&self, path: &str, text: &mut Text) {
        if self.0.contains(path) {
            *text = format!("{START}{text}{END}").into();
        }
    }

    fn prose(&self, path: &str, prose: &mut Prose) {
        if self.0.contains(path) {
            self.text(path, &mut prose.text);
            let (start, end) = (ProseRun::Words(START.into()), ProseRun::Words(END.into()));
            let runs = std::mem::take(&mut prose.runs);
            prose.runs = std::iter::once(start).chain(runs).chain([end]).collect();
        }
    }
}

const START: &str = "[DRAFT: ";
const END: &str = "]";

#[cfg(test)]
mod tests {
    use super::*;
    use crate::brief::{Id, Problem, Rule, read};
    use crate::evidence::Evidence;
    use crate::library::Origin;

    /// Every text of this brief is a placeholder.
    const DRAFT: &str = "
summary: TBC
top_lines: [TBC]
lines_to_take: [TBC]
background: TBC
gaps: [TBC]
prepared_by: TBC
marking: TBC
source: {title: TBC, publisher: TBC, author: TBC, container: TBC, based_on: TBC}
organisations: {board: TBC}
officials: {vale: {name: TBC, post: TBC, honorific: TBC, organisation: board}}
quotes:
  q1: {form: direct, by: vale, exact: TBC, note: TBC, at: TBC}
  q2: {form: reported, by: board, gist: TBC}
  q3: {form: passage, by: source, exact: TBC, gist: TBC}
claims: {c1: {text: TBC, by: vale, evidence: q1, note: TBC}}
asks: {a1: {kind: ask, by: board, to: vale, action: TBC, instrument: TBC, due: TBC, evidence: q2, note: TBC}}
";

    #[test]
    fn marks_every_text_that_is_still_to_be_written() {
        let reading = read(&Id::new("draft").unwrap(), DRAFT.as_bytes());
        let brief = reading.brief.unwrap_or_else(|| panic!("{:?}", reading.problems));
        let evidence = Evidence::gather(&brief, None, None);
        let places =
            evidence.problems.iter().filter(|problem: &&Problem| problem.rule == Rule::Placeholder);
        let places = places.count();
        let file = Origin::File("draft.yaml".into());
        let entry = Entry {
            brief: Some(brief.into()),
            evidence: evidence.into(),
            ..Entry::unreadable(file, "")
        };
        let library = marked(&Library::new(vec![entry])).unwrap();
        let shown = format!("{:?}", library.entries()[0].brief.as_ref().unwrap());
        assert_eq!(places, DRAFT.matches("TBC").count());
        // Prose has its words twice: as they are written, and cut at its citations.
        assert_eq!(shown.matches("TBC]").count(), places, "{shown}");
    }

    #[test]
    fn of_the_background_only_the_paragraph_that_is_to_be_written_is_marked() {
        let yaml = "summary: x\nsource: {title: x, publisher: x}\n\
                    background: |\n  The pier is old.\n\n  TBC\n\n  It is dark.\n";
        let brief = read(&Id::new("draft").unwrap(), yaml.as_bytes()).brief.unwrap();
        let evidence = Evidence::gather(&brief, None, None);
        let file = Origin::File("draft.yaml".into());
        let entry = Entry {
            brief: Some(brief.into()),
            evidence: evidence.into(),
            ..Entry::unreadable(file, "")
        };
        let library = marked(&Library::new(vec![entry])).unwrap();
        let background = &library.entries()[0].brief.as_ref().unwrap().background;
        let texts: Vec<&str> = background.iter().map(|paragraph| &*paragraph.text).collect();
        assert_eq!(texts, ["The pier is old.", "[DRAFT: TBC]", "It is dark."]);
    }

    #[test]
    fn a_library_without_drafts_is_not_copied() {
        assert!(marked(&Library::default()).is_none());
    }
}
