//! The post and the body of a person, from the words beside the name: `said Dana Vale, President and
//! Co-Founder of the Harbour Alliance`, `Transport Secretary Dana Vale`, `Vale, who chairs the board`.

use std::ops::Range;

use crate::evidence::source::words::{Dash, TokenKind, Tokens};
use crate::evidence::source::{SourceText, english};
use crate::evidence::speech::names::{Name, folded};
use crate::evidence::speech::titles::{gender, is_role, is_title};
use crate::evidence::speech::{Mentions, is_body, is_kind_of_body};

/// What is between a name and the end of a post has at most this many tokens.
const LONGEST: usize = 20;

/// A post has at most this many tokens.
const LONGEST_POST: usize = 14;

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
        let from = match word.as_str() {
            "is" | "was" if !self.has_mark(end) => end + 1,
            "of" | "from" if !self.has_mark(end) => end,
            _ => return None,
        };
        let holder = self.phrase(from..self.segment(from));
        let is_said = if from == end { holder.body.is_some() } else { holder.post.is_some() };
        is_said.then_some(holder)
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
        let titles =
            |at: usize| is_title(&self.word(at)) || english::POSTS.contains(&&*self.word(at));
        let tokens = name.tokens.clone();
        let last = tokens.clone().rev().skip(1).find(|&at| titles(at))?;
        let joins = is_one_of(&self.word(last + 1), &["for", "of"]);
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
        let from = self.back(end);
        let has_article = is_one_of(&self.word(from), &["the", "its", "our", "their"]);
        let is_named = self.is_capital(from);
        if from == end || (is_comma && !has_article && !is_named) {
            return Holder::default();
        }
        let holder = self.phrase(from..end);
        holder.post.is_some().then_some(holder).unwrap_or_default()
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
            let is_article = is_one_of(&word, &["the", "its", "our", "their", "a", "an"]);
            if is_word && is_article {
                return if has_role { at } else { end };
            }
            let is_post = self.is_post_word(at);
            let joins = has_role && is_one_of(&word, &["of", "for", "and", "at"]);
            let is_verb =
                [english::SPEECH_VERBS, english::AUXILIARIES, english::BE, english::PREPOSITIONS]
                    .iter()
                    .any(|list| list.contains(&&*word));
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
        let is = |list: &[&str]| list.contains(&&*word);
        self.kind(before) != Some(TokenKind::Word)
            || self.is_capital(before)
            || self.has_mark(at)
            || is(english::SPEECH_VERBS)
            || is(english::PREPOSITIONS)
            || is_one_of(&word, &["the", "its", "our", "their", "a", "an", "and", "by"])
    }

    /// The post and the body that the tokens in `range` name.
    fn phrase(&self, range: Range<usize>) -> Holder {
        let Range { mut start, end } = range;
        let owner = self.word(start);
        let is_article =
            is_one_of(&owner, &["a", "an", "her", "his", "its", "our", "the", "their"]);
        start += usize::from(is_article);
        if start >= end || end - start > LONGEST {
            return Holder::default();
        }
        let Some(role) = (start..end).find(|&at| self.is_role(at)) else {
            let of = is_one_of(&self.word(start), &["at", "for", "from", "of", "with"]);
            let from = start + usize::from(of);
            let body = self.body_from(from, end, false).filter(|(_, after)| of || *after == end);
            return Holder { post: None, body: body.and_then(|(body, _)| self.resolved(&body)) };
        };
        if let Some((at, body)) = self.joined_body(role, end) {
            return match self.resolved(&body) {
                Some(body) => self.holder_of(start..at, Some(body)),
                None => self.holder_of(start..end, None),
            };
        }
        // `the Harbour Trust’s chief executive`
        let owner_ends = (start..role).rev().find(|&at| self.is_possessive(at));
        if let Some(at) = owner_ends {
            let body = self.owner(start..at + 1);
            return self.holder_of(at + 1..end, body);
        }
        // `Harbour Trust chief executive`
        let last = (start..role).rev().find(|&at| self.is_capital(at) && self.is_kind_of_body(at));
        let of_state = (start..end).any(|at| english::OFFICES_OF_STATE.contains(&&*self.word(at)));
        if let Some(last) = last.filter(|_| self.is_capital(start) && !of_state) {
            let body = self.resolved(&self.printed(start..last + 1));
            let is_department = last == start && body.is_none();
            let post = if is_department { start } else { last + 1 };
            return self.holder_of(post..end, body);
        }
        let letters = self.is_letters(start) && start < role;
        if letters {
            return self.holder_of(start + 1..end, self.resolved(&self.printed(start..start + 1)));
        }
        let body = is_one_of(&owner, &["its", "our", "their"]).then(|| self.only_body_near(start));
        self.holder_of(start..end, body.flatten())
    }

    /// The body after `of`, `for` or `at` behind the role at `role`, and the token before which the post
    /// ends.
    fn joined_body(&self, role: usize, end: usize) -> Option<(usize, String)> {
        (role + 1..end).find_map(|at| {
            let word = self.word(at);
            if !is_one_of(&word, &["at", "for", "from", "of", "with"]) {
                return None;
            }
            let last = (role..at).rev().find(|&at| self.is_role(at)).unwrap_or(role);
            let of_state = english::OFFICES_OF_STATE.contains(&&*self.word(last));
            let is_sure = word == "at" || english::EXECUTIVES.contains(&&*self.word(last));
            let (body, _) = self.body_from(at + 1, end, is_sure && !of_state)?;
            let is_whole = self.body_end(at + 1, end) == end
                || self.kind(self.body_end(at + 1, end)) != Some(TokenKind::Word);
            let goes_on = of_state && word != "at";
            (!goes_on && (is_whole || word == "at")).then_some((at, body))
        })
    }

    /// The body whose name begins at `start`, past `the`, and the token after it. If `is_sure`, any name
    /// with a capital is one; else it has to have the word of a body.
    fn body_from(&self, start: usize, end: usize, is_sure: bool) -> Option<(String, usize)> {
        let has_article = is_one_of(&self.word(start), &["the", "this"]);
        let from = start + usize::from(has_article);
        let until = self.body_end(start, end);
        if until > from {
            let words = self.words(from..until);
            let is_body = is_sure
                || is_body(&words)
                || words.iter().any(|word| english::MORE_BODIES.contains(&word.as_str()))
                || (until == from + 1 && self.is_letters(from));
            let is_nobody =
                words.last().is_some_and(|last| english::NO_PARTIES.contains(&last.as_str()));
            return (is_body && !is_nobody).then(|| (self.printed(from..until), until));
        }
        // `the board`
        let word = self.word(from);
        let is_one = has_article && english::BODIES.contains(&&*word);
        let body = is_one.then(|| self.mentions.body_in_part(&[folded(&word)])).flatten()?;
        Some((self.mentions.member(body).name.clone(), from + 1))
    }

    /// Where the run of words with a capital ends that begins at `start`, past `the`.
    fn body_end(&self, start: usize, end: usize) -> usize {
        let from = start + usize::from(is_one_of(&self.word(start), &["the", "this"]));
        let mut until = from;
        let mut at = from;
        while at < end {
            let small = is_one_of(&self.word(at), &["and", "for", "of", "the", "on"]);
            let is_sign =
                matches!(self.kind(at), Some(TokenKind::Sign('&') | TokenKind::Dash(Dash::Joins)));
            if self.is_capital(at) && !(at > from && self.is_possessive(at - 1)) {
                until = at + 1;
            } else if at == from || !(small || is_sign) {
                break;
            }
            at += 1;
        }
        until
    }

    fn holder_of(&self, post: Range<usize>, body: Option<String>) -> Holder {
        let mut post = post;
        while post.start < post.end
            && (self.kind(post.start) != Some(TokenKind::Word)
                || is_one_of(&self.word(post.start), &["and", "of", "the"]))
        {
            post.start += 1;
        }
        let is_fit = post.start < post.end && post.len() <= LONGEST_POST;
        let has_role = post.clone().any(|at| self.is_role(at));
        let post = (is_fit && has_role).then(|| self.printed(post));
        Holder { body: body.filter(|_| post.is_some()), post }
    }

    /// The body that owns what follows: `the Harbour Trust’s`, `the board’s`.
    fn owner(&self, range: Range<usize>) -> Option<String> {
        let printed = self.printed(range.clone());
        let printed = printed.trim_end_matches("'s").trim_end_matches("’s");
        let printed = printed.trim_end_matches(['’', '\'']);
        if self.is_capital(range.start) {
            return self.resolved(printed);
        }
        let body = self.mentions.body_in_part(&[folded(printed)])?;
        Some(self.mentions.member(body).name.clone())
    }

    /// The name of the body that a name means, in full; [`None`] if it says only what kind of body it is.
    fn resolved(&self, printed: &str) -> Option<String> {
        let mut words = super::parties::body_words(printed);
        words.truncate(12);
        match self.mentions.body_in_part(&words) {
            Some(body) => {
                let member = self.mentions.member(body);
                (!is_kind_of_body(&member.names[0])).then(|| member.name.clone())
            }
            None => (!is_kind_of_body(&words)).then(|| printed.to_owned()),
        }
    }

    /// The only body that is named in the paragraph of the token `at` before it, and in the one before
    /// that.
    fn only_body_near(&self, at: usize) -> Option<String> {
        let number = self.text.paragraph_at(self.tokens.get(at)?.bytes.start) as usize - 1;
        let first = self.text.paragraphs().get(number.saturating_sub(1))?;
        let start = self.tokens.within(first).start;
        let named = self.mentions.within(&(start.max(at.saturating_sub(200))..at)).iter();
        let mut bodies: Vec<usize> = named
            .filter_map(|mention| mention.member)
            .filter(|&number| {
                let member = self.mentions.member(number);
                let last = member.names[0].last().map_or("", String::as_str);
                !member.is_person || english::MORE_BODIES.contains(&last)
            })
            .collect();
        bodies.sort_unstable();
        bodies.dedup();
        let [body] = bodies.as_slice() else { return None };
        Some(self.mentions.member(*body).name.clone())
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
                .any(|list| list.contains(&&*word))
                || is_one_of(&word, &["who", "which", "whose", "that", "as", "when", "while"]);
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
    fn has_mark(&self, at: usize) -> bool {
        let Some(before) = at.checked_sub(1).and_then(|before| self.tokens.get(before)) else {
            return true;
        };
        let Some(here) = self.tokens.get(at) else { return true };
        let between = self.text.as_str().get(before.bytes.end..here.bytes.start).unwrap_or("");
        between.contains(|c: char| !c.is_whitespace() && c != '’' && c != '\'')
            || self.paragraph_of(before.bytes.start).start
                != self.paragraph_of(here.bytes.start).start
    }

    /// Whether these tokens are a name with capitals, which after a post and a comma is that of a body.
    fn is_name_of_body(&self, range: &Range<usize>) -> bool {
        !range.is_empty() && self.body_end(range.start, range.end) == range.end
    }

    fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether these tokens are no more than the name of a body.
    fn is_whole_body(&self, range: &Range<usize>) -> bool {
        let body = self.body_from(range.start, range.end, false);
        !range.is_empty() && body.is_some_and(|(_, end)| end == range.end)
    }

    fn is_kind_of_body(&self, at: usize) -> bool {
        let word = self.word(at);
        english::BODIES.contains(&&*word) || english::MORE_BODIES.contains(&&*word)
    }

    fn is_role(&self, at: usize) -> bool {
        let word = self.word(at);
        let word = word.strip_suffix("'s").unwrap_or(&word);
        is_role(word) || english::POSTS.contains(&word)
    }

    /// Whether a word may be of a post: a role or what comes before one.
    fn is_post_word(&self, at: usize) -> bool {
        self.is_role(at) || (is_title(&self.word(at)) && gender(&self.word(at)).is_none())
    }

    /// Whether a word goes with the name and not with the post: `Sir`, `Dr`.
    fn is_style(&self, at: usize) -> bool {
        let word = self.word(at);
        let is = |list: &[&str]| list.contains(&&*word);
        gender(&word).is_some()
            || is(english::HONORIFICS_OF_ANYBODY)
            || is_one_of(&word, &["hon", "honourable", "rt", "right", "reverend", ""])
    }

    fn is_letters(&self, at: usize) -> bool {
        let word = self.tokens.get(at).map_or("", |_| self.tokens.spelling(at));
        super::parties::is_letters(word)
    }

    fn is_possessive(&self, at: usize) -> bool {
        let word = self.word(at);
        let ends = self.tokens.get(at).map_or(0, |token| token.bytes.end);
        word.ends_with("'s")
            || (word.ends_with('s') && self.text.as_str()[ends..].starts_with(['’', '\'']))
    }

    fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
            && self.tokens.spelling(at).starts_with(char::is_uppercase)
    }

    fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// The word at `at` in lower case; empty for a sign.
    fn word(&self, at: usize) -> String {
        self.tokens.get(at).map_or_else(String::new, |_| self.tokens.spelling(at).to_lowercase())
    }

    fn words(&self, range: Range<usize>) -> Vec<String> {
        let words = range.map(|at| folded(self.tokens.spelling(at)));
        words.filter(|word| !word.is_empty()).collect()
    }

    fn printed(&self, range: Range<usize>) -> String {
        self.text.on_one_line(&self.tokens.bytes(range)).to_string()
    }
}

fn is_one_of(word: &str, list: &[&str]) -> bool {
    list.contains(&word)
}
