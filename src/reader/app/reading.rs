//! In the text of the source: sentences that are chosen, and copied.

use std::ops::Range;

use super::App;
use super::outside::copied_as;
use crate::library::Entry;
use crate::page::{Extract, QuoteEntry, extract_passage, quote_entry};
use crate::reader::action::{Copied, Effect, SourceAction};
use crate::reader::mode::ScreenName;
use crate::reader::screens::brief;

impl App {
    /// Does something in the text of the source.
    pub(super) fn act_in_source(&mut self, action: SourceAction) -> Effect {
        match action {
            SourceAction::Scroll(lines) => self.scroll_source(lines),
            SourceAction::StepSentence(count) => self.step_sentence(count),
            SourceAction::Extend => self.extend_chosen(),
            SourceAction::CopyQuote => return self.copy_quote(),
        }
        Effect::None
    }

    fn scroll_source(&mut self, lines: isize) {
        if self.layout.slot(brief::SOURCE).is_some() {
            self.scroll(brief::SOURCE, lines);
        }
    }

    /// Chooses the sentence of the source this many after the chosen ones.
    fn step_sentence(&mut self, count: isize) {
        let (screens, around) = self.split();
        if !screens.brief.step_sentence(count, &around) {
            self.notify(if count > 0 {
                "this is the last sentence of the source"
            } else {
                "this is the first sentence of the source"
            });
        }
    }

    /// Chooses the next sentence of the source too.
    fn extend_chosen(&mut self) {
        let (screens, around) = self.split();
        if !screens.brief.extend_chosen(&around) {
            self.notify("this is the last sentence of the source");
        }
    }

    /// Returns the sentences of the source that are chosen, as they are copied.
    pub(super) fn copied_passage(&self, wanted: Extract) -> Option<Copied> {
        let (entry, bytes) = self.chosen().filter(|_| wanted.is_of_words())?;
        let text = entry.text()?;
        let count = text.sentences_in(&bytes);
        let sentences =
            if count == 1 { "the sentence".to_owned() } else { format!("{count} sentences") };
        let what = copied_as(&sentences, wanted);
        let text = extract_passage(entry, bytes, wanted)?;
        Some(Copied::in_form(wanted, what, text))
    }

    /// Returns the sentences of the source that are chosen, and their brief.
    fn chosen(&self) -> Option<(&Entry, Range<usize>)> {
        let is_shown = self.screens.shown == ScreenName::Brief;
        let chosen = self.screens.brief.chosen().filter(|_| is_shown)?;
        Some((self.entry()?, chosen))
    }

    /// Copies the sentences of the source that are chosen, as an entry for the quotes of the brief.
    fn copy_quote(&mut self) -> Effect {
        let Some((entry, bytes)) = self.chosen() else {
            return self.refuse("no sentence of the source is chosen");
        };
        match quote_entry(entry, bytes) {
            Ok(QuoteEntry { id, form, yaml: text, to_do }) => {
                let what = format!("{id} ({form})");
                Effect::Copy(Copied { to_do, ..Copied::plain(what, text) })
            }
            Err(reason) => self.refuse(&format!("no quote can be made of this: {reason}")),
        }
    }
}
