//! What a quotation that is in its source leaves out: at its edges, at its ellipses and in its
//! brackets.

use std::ops::Range;

use super::edges::{CutEffect, CutOff, Edges};
use super::ellipsis::Gap;
use super::matching::Insertions;
use super::pattern::{Pattern, PatternPiece};
use super::sentence::whole_sentence;
use super::{Match, QuotationCheck, Refusal, narrowed};
use crate::brief::{Problem, Rule};
use crate::evidence::figures::Figure;
use crate::text::Text;

impl QuotationCheck<'_> {
    /// What somebody should look at where the quotation was cut.
    pub fn cut_warnings(&self, place: &Match) -> Vec<Problem> {
        let clipped = self.clipped(place).into_iter();
        let edited = self.loosely_bracketed(place).into_iter().chain(self.noisy(place));
        clipped.chain(self.dropped(place)).chain(edited).collect()
    }

    /// What was passed over between the words.
    fn noisy(&self, place: &Match) -> Option<Problem> {
        let tokens = &self.source.tokens;
        let (noise, range) = place
            .iter()
            .find_map(|range| Some((tokens.noise_within(&tokens.bytes(range.clone()))?, range)))?;
        if self.is_as_written(place) {
            return None;
        }
        let message = format!(
            "“{}” was passed over between these words of the source: “{}”",
            Text::flow(&self.source.text.as_str()[noise]),
            self.sentence(range)
        );
        let problem = self.problem(Rule::SourceNoise, message);
        Some(problem.help("delete it in the saved text, if nobody said it"))
    }

    /// Whether the source has the quotation at `place` with all that is between its words.
    fn is_as_written(&self, place: &Match) -> bool {
        let search = self.search(Insertions::Fair);
        let has = |pattern: &Pattern| {
            pattern.segments.iter().zip(place).all(|(segment, range)| search.is_at(segment, range))
        };
        let patterns = [Some(Pattern::literal(self.tokens)), Pattern::edited(self.tokens)];
        patterns.iter().flatten().any(has)
    }

    /// Brackets that stand for a verb, an adjective or another noun.
    fn loosely_bracketed(&self, place: &Match) -> Option<Problem> {
        let edited = Pattern::edited(self.tokens)?;
        let search = self.search(Insertions::Fair);
        let literal = Pattern::literal(self.tokens).segments;
        if literal.iter().zip(place).any(|(segment, range)| search.is_at(segment, range)) {
            return None;
        }
        let segments = edited.segments.iter().zip(place);
        let segments = segments.filter(|(segment, range)| search.is_at(segment, range));
        let loose = segments.flat_map(|(segment, range)| {
            let beyond = self.source.speech_around(range).start..range.start;
            let plural = search.made_plural(segment, range);
            search.loose_brackets(segment, range, beyond).into_iter().chain(plural)
        });
        let found = loose.into_iter().next()?;
        let inside = found.words.first().zip(found.words.last())?;
        let brackets = inside.0.start - 1..inside.1.end + 1;
        let words = Text::flow(&self.exact[self.tokens.bytes(brackets.clone())]);
        let replaced = self.source.tokens.bytes(found.replaced.clone());
        let replaced = Text::flow(&self.source.text.as_str()[replaced]);
        let does = if replaced.is_empty() {
            "says what the source does not say there".to_owned()
        } else {
            format!("stands for “{replaced}” of the source")
        };
        let message = format!("“{words}” {does}: “{}”", self.sentence(&found.replaced));
        let problem = self.problem(Rule::LooseBrackets, message).at(self.spot(&brackets));
        Some(problem.help("quote the source’s own word, or put the brackets beside it"))
    }

    /// The places where the source has the other case for a letter in brackets, unless none has:
    /// `[D]` stands for `d`.
    pub fn in_other_case(&self, pattern: &Pattern, places: Vec<Match>) -> Vec<Match> {
        let other_case = |place: &Match| {
            pattern.segments.iter().zip(place).all(|(segment, range)| {
                match segment.pieces.first() {
                    Some(PatternPiece::OtherCase { spelling, .. }) => {
                        self.source.tokens.spelling(range.start) != spelling
                    }
                    _ => true,
                }
            })
        };
        narrowed(places, other_case)
    }

    /// What the ellipses leave out: a word that weighs, much, or a hedge.
    fn dropped(&self, place: &Match) -> Vec<Problem> {
        let gaps = place.windows(2).map(|pair| pair[0].end..pair[1].start);
        let heavy = gaps.clone().find_map(|gap| {
            let message = format!("{}: “{}”", self.gap(gap.clone()).weight()?, self.sentence(&gap));
            let problem = self.problem(Rule::HeavyEllipsis, message);
            Some(problem.help("split this into two quotes, or quote more"))
        });
        let softened = gaps.clone().find_map(|gap| {
            let words = self.gap(gap).lost_hedge()?;
            let sentence = self.sentence(&words);
            let words = Text::flow(&self.source.text.as_str()[self.source.tokens.bytes(words)]);
            let message = format!("the ellipsis leaves out “{words}”: “{sentence}”");
            let problem = self.problem(Rule::DroppedHedge, message);
            Some(
                problem
                    .help("quote that word too: without it, the quote says more than the source"),
            )
        });
        heavy.into_iter().chain(softened).collect()
    }

    /// What an ellipsis leaves out.
    pub fn gap(&self, elided: Range<usize>) -> Gap<'_> {
        Gap::new(&self.source.tokens, elided)
    }

    fn clipped(&self, place: &Match) -> Option<Problem> {
        let (first, last) = place.first().zip(place.last())?;
        let edges = Edges::new(self.source, first, last);
        let before = edges.cut_before().map(|cut| self.cut_off(&cut, "before", first));
        let message = before.or_else(|| Some(self.cut_off(&edges.cut_after()?, "after", last)))?;
        let problem = self.problem(Rule::Clipped, message);
        Some(problem.help("quote the whole clause, or change it to `form: reported` with a `gist`"))
    }

    fn cut_off(&self, cut: &CutOff, side: &str, near: &Range<usize>) -> String {
        let words = &self.source.text.as_str()[self.source.tokens.bytes(cut.tokens.clone())];
        let words = Text::flow(words);
        let does = match cut.effect {
            CutEffect::Turns => "and it turns them round",
            CutEffect::Conditions => "and they depend on it",
            CutEffect::Limits => "and it limits them",
            CutEffect::Distances => "so the speaker does not say that they are so",
            CutEffect::Asks => "and they are part of a question",
        };
        let sentence = self.sentence(near);
        format!("“{words}” was cut off just {side} these words, {does}: “{sentence}”")
    }

    /// The figure that tokens of the source begin or end inside: `£5` of `£5 million`. A date may be
    /// cut, and what runs over the end of the speech is no figure.
    pub fn cut_figure(&self, range: &Range<usize>) -> Option<&Figure> {
        let bytes = self.source.tokens.bytes(range.clone());
        let figures = self.source.figures().all();
        let has_digit =
            |bytes: Range<usize>| self.source.text.as_str()[bytes].contains(char::is_numeric);
        let cut = |edge: usize| {
            let before = figures.partition_point(|figure| figure.bytes.start < edge);
            let figure = &figures[before.checked_sub(1)?];
            let Range { start, end } = figure.bytes;
            // Of `No 10` or `section 12` the first word may be no part of a name, of `May 31` the
            // second no day.
            let is_code = || figure.is_name() && has_digit(start..edge) && has_digit(edge..end);
            let counts = || figure.is_quantity() || is_code();
            (edge < end && !figure.is_weak && counts()).then_some(figure)
        };
        let figure = cut(bytes.start).or_else(|| cut(bytes.end)).filter(|cut| !cut.is_month())?;
        let speech = self.source.tokens.bytes(self.source.speech_around(range));
        let is_spoken = speech.start <= figure.bytes.start && figure.bytes.end <= speech.end;
        is_spoken.then_some(figure)
    }

    /// The refusal of words that begin or end inside a figure.
    pub fn inside_figure(&self, range: &Range<usize>) -> Option<Refusal> {
        let figure = &self.source.text.as_str()[self.cut_figure(range)?.bytes.clone()];
        let message = format!(
            "the quote was cut inside the figure “{}”: “{}”",
            Text::flow(figure),
            self.sentence(range)
        );
        let problem = self.problem(Rule::NotVerbatim, message).help("quote the whole figure");
        Some(Refusal { problem, found: vec![range.clone()] })
    }

    /// The whole sentence of the source around these tokens, to be shown.
    pub fn sentence(&self, around: &Range<usize>) -> String {
        /// Longer sentences are shown without their middle.
        const SHOWN: usize = 600;
        let sentence = &self.source.text.as_str()[whole_sentence(self.source, around)];
        let sentence = Text::flow(sentence);
        let words: Vec<&str> = sentence.split(' ').collect();
        if sentence.len() <= SHOWN || words.len() < 80 {
            return sentence.to_string();
        }
        format!("{} […] {}", words[..40].join(" "), words[words.len() - 40..].join(" "))
    }
}
