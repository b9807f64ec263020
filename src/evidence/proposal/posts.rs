//! The post and the body of a person, from the words beside the name: `said Dana Vale, President and
//! Co-Founder of the Harbour Alliance`, `Transport Secretary Dana Vale`, `Vale, who chairs the board`.

use std::ops::Range;

use crate::evidence::source::words::{Dash, TokenKind, Tokens};
use crate::evidence::source::{SourceText, english};
use crate::evidence::speech::Mentions;
use crate::evidence::speech::names::Name;
use crate::evidence::speech::titles::is_title;

/// What is between a name and the end of a post has at most this many tokens.
pub const LONGEST: usize = 20;

/// A post has at most this many tokens.
pub const LONGEST_POST: usize = 14;

/// What the words beside a name say of a person.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Holder {
    /// The post, as the text has it.
    pub post: Option<String>,
    /// The name of the body it is in.
    pub body: Option<String>,
}

impl Holder {
    fn is_empty(&self) -> bool {
        self.post.is_none() && self.body.is_none()
    }

    /// What another place says too.
    pub fn or(self, other: Self) -> Self {
        match (&self.post, &other.post) {
            // The body of another post is no body of this one.
            (Some(_), Some(_)) => self,
            _ => Self { post: self.post.or(other.post), body: self.body.or(other.body) },
        }
    }
}

/// Reads the words beside names.
pub struct PostReader<'a> {
    pub text: &'a SourceText,
    pub tokens: &'a Tokens,
    pub mentions: &'a Mentions<'a>,
}

impl PostReader<'_> {
    /// What the words beside a name of a person say of them.
    pub fn holder(&self, name: &Name) -> Holder {
        let after = self.after(name.tokens.end);
        after.or(self.in_name(name)).or(self.before(name.tokens.start)).or(self.in_label(name))
    }

    /// After the name, between commas or in brackets: `, chief executive of the Harbour Trust,`.
    fn after(&self, end: usize) -> Holder {
        if let Some(holder) = self.said_to_be(end) {
            return holder;
        }
        if let Some(holder) = self.below(end) {
            return holder;
        }
        let mut start = end;
        for _ in 0..3 {
            let opens = match self.kind(start) {
                Some(TokenKind::Sign(',' | '(') | TokenKind::Dash(Dash::Parts)) => true,
                _ => return Holder::default(),
            };
            if !opens || self.has_mark(start) {
                return Holder::default();
            }
            if let Some(post) = self.held(start + 1) {
                return post;
            }
            let until = self.segment(start + 1);
            let holder = self.phrase(start + 1..until);
            if holder.post.is_some() && holder.body.is_none() {
                let next = until + 1..self.segment(until + 1);
                let is_listed = self.kind(until) == Some(TokenKind::Sign(','));
                let body = Some(next).filter(|next| is_listed && self.is_whole_body(next));
                let body = body.and_then(|next| self.resolved(&self.printed(next)));
                return Holder { body, ..holder };
            }
            if !holder.is_empty() {
                return holder;
            }
            // An age: `Dana Vale, 43, a trustee`.
            let is_age = until == start + 2
                && self.word(start + 1).chars().all(|c| c.is_ascii_digit())
                && self.kind(until) == Some(TokenKind::Sign(','));
            if !is_age {
                return Holder::default();
            }
            start = until;
        }
        Holder::default()
    }

    /// `Dana Vale is chief inspector of the board`, `Dana Vale of the Harbour Trust`.
    fn said_to_be(&self, end: usize) -> Option<Holder> {
        let word = self.word(end);
        let from = match word {
            "is" | "was" if !self.has_mark(end) => self.past_appointment(end + 1),
            "of" | "from" if !self.has_mark(end) => end,
            _ => return None,
        };
        let holder = self.phrase(from..self.before_time(from..self.segment(from)));
        let is_said = if from == end { holder.body.is_some() } else { holder.post.is_some() };
        is_said.then_some(holder)
    }

    /// The token after the participle at `at` by which somebody came to a post: `was appointed chair`.
    fn past_appointment(&self, at: usize) -> usize {
        at + usize::from(english::APPOINTED.contains(self.word(at)))
    }

    /// The end of a post before what says when it was given: `Minister for Coasts in March 2026`.
    fn before_time(&self, range: Range<usize>) -> usize {
        let is_time = |at: usize| {
            let word = self.word(at);
            english::DUE_TIMES.contains(word) || word.starts_with(|c: char| c.is_ascii_digit())
        };
        let opens = |at: &usize| {
            let is_before = is_one_of(self.word(*at), english::words!["from", "in", "on", "since"]);
            let is_past = is_one_of(self.word(*at), english::words!["last", "this", "earlier"]);
            (is_before && is_time(at + 1)) || (is_past && is_time(at + 1))
        };
        range.clone().find(opens).unwrap_or(range.end)
    }

    /// On the line below a name that has a line of its own, as in a signature.
    fn below(&self, end: usize) -> Option<Holder> {
        let (before, next) = (self.tokens.get(end.checked_sub(1)?)?, self.tokens.get(end)?);
        let gap = self.text.as_str().get(before.bytes.end..next.bytes.start)?;
        let until = self.segment(end);
        let line = self.text.as_str()[next.bytes.start..].lines().next()?.trim_end();
        let is_line = gap.contains('\n')
            && !gap.contains(|c: char| !c.is_whitespace())
            && !line.ends_with(['.', ':', '?', '!'])
            && line.split_whitespace().count() <= LONGEST_POST;
        let holder = self.phrase(end..until);
        let is_post = is_line && holder.post.is_some();
        if !is_post || holder.body.is_some() {
            return is_post.then_some(holder);
        }
        let listed = until + 1..self.segment(until + 1);
        let body = Some(listed).filter(|listed| self.is_name_of_body(listed));
        Some(Holder {
            body: body.and_then(|listed| self.resolved(&self.printed(listed))),
            ..holder
        })
    }

    /// `who chairs the board`.
    fn held(&self, start: usize) -> Option<Holder> {
        if self.word(start) != "who" {
            return None;
        }
        let from = self.past_appointment(start + 2);
        if is_one_of(self.word(start + 1), english::words!["is", "was"]) && from > start + 2 {
            let holder = self.phrase(from..self.before_time(from..self.segment(from)));
            return Some(holder).filter(|holder| holder.post.is_some());
        }
        let verb = self.word(start + 1);
        let (_, post) = english::HOLD_POSTS.iter().find(|(holds, _)| *holds == verb)?;
        let until = self.segment(start + 2);
        let body = self.body_from(start + 2, until, true).map(|(body, _)| body)?;
        Some(Holder { post: Some((*post).to_owned()), body: Some(body) })
    }

    /// In the name itself: `Transport Secretary Dana Vale`.
    fn in_name(&self, name: &Name) -> Holder {
        let Some(person) = self.person_from(name) else { return Holder::default() };
        let mut end = person;
        while end > name.tokens.start && self.is_style(end - 1) {
            end -= 1;
        }
        // Words without a capital before those with one: `its chief inspector Dana Vale`.
        if end == name.tokens.start {
            return self.before(end);
        }
        let holder = self.phrase(self.back(end)..end);
        let is_style = |word: &str| matches!(word.to_lowercase().as_str(), "professor" | "captain");
        if holder.post.as_deref().is_some_and(is_style) { Holder::default() } else { holder }
    }

    /// Where the person’s own name begins in a name with a title.
    fn person_from(&self, name: &Name) -> Option<usize> {
        let titles = |at: usize| is_title(self.word(at)) || english::POSTS.contains(self.word(at));
        let tokens = name.tokens.clone();
        let last = tokens.clone().rev().skip(1).find(|&at| titles(at))?;
        let joins = is_one_of(self.word(last + 1), english::words!["for", "of"]);
        // `Commissioner for Transport Luc Verdier`
        let from = if joins { tokens.end.saturating_sub(2).max(last + 1) } else { last + 1 };
        let is_whole = !joins || tokens.end >= last + 5;
        Some(from).filter(|from| is_whole && tokens.end > *from)
    }

    /// Before the name: `the board’s chief inspector, Dana Vale`, `said chief inspector Dana Vale`.
    fn before(&self, start: usize) -> Holder {
        let Some(last) = start.checked_sub(1) else { return Holder::default() };
        let is_comma = self.kind(last) == Some(TokenKind::Sign(','));
        let end = if is_comma { last } else { start };
        let next = self.tokens.within(&self.paragraph(start)).end;
        let is_last = (start..next).all(|at| self.is_capital(at) || !self.is_word(at));
        if is_comma && is_last {
            return Holder::default();
        }
        let from = if is_comma { self.segment_back(end) } else { self.back(end) };
        let has_article = is_one_of(self.word(from), english::words!["the", "its", "our", "their"]);
        let is_named = self.is_capital(from);
        if from == end || (is_comma && !has_article && !is_named) {
            return Holder::default();
        }
        let holder = self.phrase(from..end);
        if holder.post.is_some() { holder } else { Holder::default() }
    }

    /// A label or a line of a debate: `Dana Vale (Northport) (Lab):`, `The Minister for Ports (Dana
    /// Vale):`.
    fn in_label(&self, name: &Name) -> Holder {
        let Range { start, end } = name.tokens.clone();
        let opens = |at: usize| self.kind(at) == Some(TokenKind::Sign('('));
        let closes = |at: &usize| self.kind(*at) == Some(TokenKind::Sign(')'));
        let close = (end + 2..end + 10).find(closes).filter(|_| opens(end));
        if let Some(close) = close.filter(|close| opens(close + 1)) {
            let place = self.printed(end + 1..close);
            return Holder { post: Some(format!("MP for {place}")), body: None };
        }
        let Some(open) = start.checked_sub(1).filter(|&open| opens(open)) else {
            return Holder::default();
        };
        let paragraph = self.paragraph(open);
        let from = self.tokens.within(&paragraph).start;
        let is_label = open - from <= LONGEST && self.kind(end) == Some(TokenKind::Sign(')'));
        if is_label && from < open { self.phrase(from..open) } else { Holder::default() }
    }

    /// Where the words begin that end before `end` and no sign, mark or verb of speech divides.
    fn segment_back(&self, end: usize) -> usize {
        let divides = |at: &usize| {
            !self.is_word(*at) && self.kind(*at) != Some(TokenKind::Dash(Dash::Joins))
                || english::SPEECH_VERBS.contains(self.word(*at))
                || english::AUXILIARIES.contains(self.word(*at))
                || (at + 1 < end && self.has_mark(at + 1))
        };
        let first = end.saturating_sub(LONGEST);
        (first..end).rev().find(divides).map_or(first, |at| at + 1)
    }

    /// Where the words before a name begin that may be of a post and end before `end`.
    fn back(&self, end: usize) -> usize {
        let mut from = end;
        let mut has_role = false;
        while let Some(at) = from.checked_sub(1).filter(|_| end - from < LONGEST_POST) {
            if self.kind(at) == Some(TokenKind::Dash(Dash::Joins)) && !self.has_mark(from) {
                from = at;
                continue;
            }
            let word = self.word(at);
            let is_word = self.kind(at) == Some(TokenKind::Word) && !self.has_mark(from);
            let is_article =
                is_one_of(word, english::words!["the", "its", "our", "their", "a", "an"]);
            if is_word && is_article {
                return if has_role { at } else { end };
            }
            let is_post = self.is_post_word(at);
            let joins = has_role && is_one_of(word, english::words!["of", "for", "and", "at"]);
            let is_verb =
                [english::SPEECH_VERBS, english::AUXILIARIES, english::BE, english::PREPOSITIONS]
                    .iter()
                    .any(|list| list.contains(&*word));
            let is_modifier =
                has_role && !is_verb && word.chars().count() > 2 && self.is_stop_before(at);
            if !is_word || !(is_post || joins || self.is_capital(at) || is_modifier) {
                break;
            }
            has_role |= is_post;
            from = at;
        }
        if has_role { from } else { end }
    }

    /// Whether the lower-case word at `at` begins what it belongs to: `said ports minister`.
    fn is_stop_before(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1) else { return true };
        let word = self.word(before);
        let is = |list: english::WordList| list.contains(&*word);
        self.kind(before) != Some(TokenKind::Word)
            || self.is_capital(before)
            || self.has_mark(at)
            || is(english::SPEECH_VERBS)
            || is(english::PREPOSITIONS)
            || is_one_of(
                word,
                english::words!["the", "its", "our", "their", "a", "an", "and", "by"],
            )
    }

    /// The end of what begins at `start` and no comma, bracket, stop, verb or mark divides.
    fn segment(&self, start: usize) -> usize {
        let paragraph =
            self.tokens.get(start).map_or(0..0, |token| self.paragraph_of(token.bytes.start));
        let divides = |&at: &usize| {
            let word = self.word(at);
            let is_sign = match self.kind(at) {
                Some(TokenKind::Sign(sign)) => !matches!(sign, '&' | '/' | '’'),
                Some(TokenKind::Dash(Dash::Parts)) | None => true,
                _ => false,
            };
            let is_verb = [english::SPEECH_VERBS, english::AUXILIARIES, english::BE, english::ASKS]
                .iter()
                .any(|list| list.contains(&*word))
                || is_one_of(
                    word,
                    english::words!["who", "which", "whose", "that", "as", "when", "while"],
                );
            let is_outside =
                self.tokens.get(at).is_none_or(|token| token.bytes.start >= paragraph.end);
            is_sign || is_verb || is_outside || (at > start && self.has_mark(at))
        };
        (start..start + LONGEST).find(divides).unwrap_or(start)
    }

    fn paragraph(&self, at: usize) -> Range<usize> {
        self.tokens.get(at).map_or(0..0, |token| self.paragraph_of(token.bytes.start))
    }

    fn paragraph_of(&self, byte: usize) -> Range<usize> {
        let number = self.text.paragraph_at(byte) as usize - 1;
        self.text.paragraphs().get(number).cloned().unwrap_or(0..0)
    }

    /// Whether a quotation mark or the end of a paragraph is before the token `at`.
    pub fn has_mark(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else {
            return true;
        };
        let Some(here) = self.tokens.get(at) else { return true };
        let between = self.text.as_str().get(before.bytes.end..here.bytes.start).unwrap_or("");
        between.contains(|c: char| !c.is_whitespace() && c != '’' && c != '\'')
            || self.paragraph_of(before.bytes.start).start
                != self.paragraph_of(here.bytes.start).start
    }
}

/// Whether a list has a word.
pub fn is_one_of(word: &str, list: english::WordList) -> bool {
    list.contains(word)
}
