//! The words of a post: which of them are the post, and which the body that it is in.

use std::ops::Range;

use super::posts::{Holder, LONGEST, LONGEST_POST, PostReader, is_one_of};
use crate::evidence::source::english;
use crate::evidence::source::words::{Dash, TokenKind};
use crate::evidence::speech::names::{folded, owns_name_of_body};
use crate::evidence::speech::titles::{gender, is_role, is_title};
use crate::evidence::speech::{Mention, is_body, is_kind_of_body};

impl PostReader<'_> {
    /// The post and the body that the tokens in `range` name.
    pub(super) fn phrase(&self, range: Range<usize>) -> Holder {
        let Range { mut start, end } = range;
        let owner = self.word(start);
        let is_article = is_one_of(
            owner,
            english::words!["a", "an", "her", "his", "its", "our", "the", "their"],
        );
        start += usize::from(is_article);
        if start >= end || end - start > LONGEST {
            return Holder::default();
        }
        let Some(role) = (start..end).find(|&at| self.is_role(at)) else {
            let of =
                is_one_of(self.word(start), english::words!["at", "for", "from", "of", "with"]);
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
        let of_state = (start..end).any(|at| english::OFFICES_OF_STATE.contains(self.word(at)));
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
        let body = is_one_of(owner, english::words!["its", "our", "their"])
            .then(|| self.only_body_near(start));
        self.holder_of(start..end, body.flatten())
    }

    /// The body after `of`, `for` or `at` behind the role at `role`, and the token before which the post
    /// ends.
    pub(super) fn joined_body(&self, role: usize, end: usize) -> Option<(usize, String)> {
        (role + 1..end).find_map(|at| {
            let word = self.word(at);
            if !is_one_of(word, english::words!["at", "for", "from", "of", "with"]) {
                return None;
            }
            let last = (role..at).rev().find(|&at| self.is_role(at)).unwrap_or(role);
            let is_vice = last > 1 && self.word(last - 2) == "vice";
            let of_state = english::OFFICES_OF_STATE.contains(self.word(last)) && !is_vice;
            let is_sure = word == "at" || english::EXECUTIVES.contains(self.word(last));
            let (body, _) = self.body_from(at + 1, end, is_sure && !of_state)?;
            let is_whole = self.body_end(at + 1, end) == end
                || self.kind(self.body_end(at + 1, end)) != Some(TokenKind::Word);
            let goes_on = of_state && word != "at";
            (!goes_on && (is_whole || word == "at")).then_some((at, body))
        })
    }

    /// The body whose name begins at `start`, past `the`, and the token after it. If `is_sure`, any name
    /// with a capital is one; else it has to have the word of a body.
    pub(super) fn body_from(
        &self,
        start: usize,
        end: usize,
        is_sure: bool,
    ) -> Option<(String, usize)> {
        let has_article = is_one_of(self.word(start), english::words!["the", "this"]);
        let from = start + usize::from(has_article);
        let until = self.body_end(start, end);
        if until > from {
            let words = self.words(from..until);
            let is_body = is_sure
                || is_body(&words)
                || words.iter().any(|word| english::MORE_BODIES.contains(word.as_str()))
                || (until == from + 1 && self.is_letters(from));
            let is_nobody =
                words.last().is_some_and(|last| english::NO_PARTIES.contains(last.as_str()));
            // The fields that a ministry is for go on past a comma.
            let name = self.mentions.starting_at(from).map(|mention| mention.name.tokens.end);
            let whole = from..name.map_or(until, |end| end.max(until));
            return (is_body && !is_nobody).then(|| (self.printed(whole), until));
        }
        // `the board`
        let word = self.word(from);
        let is_one = has_article && english::BODIES.contains(word);
        let body = is_one.then(|| self.mentions.body_in_part(&[folded(word)])).flatten()?;
        Some((self.mentions.member(body).name.clone(), from + 1))
    }

    /// Where the run of words with a capital ends that begins at `start`, past `the`.
    pub(super) fn body_end(&self, start: usize, end: usize) -> usize {
        let from = start + usize::from(is_one_of(self.word(start), english::words!["the", "this"]));
        let mut until = from;
        let mut at = from;
        while at < end {
            let small = is_one_of(self.word(at), english::words!["and", "for", "of", "the", "on"]);
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

    pub(super) fn holder_of(&self, post: Range<usize>, body: Option<String>) -> Holder {
        let mut post = post;
        while post.start < post.end
            && (self.kind(post.start) != Some(TokenKind::Word)
                || is_one_of(self.word(post.start), english::words!["and", "of", "the"]))
        {
            post.start += 1;
        }
        let is_fit = post.start < post.end && post.len() <= LONGEST_POST;
        let has_role = post.clone().any(|at| self.is_role(at));
        let post = (is_fit && has_role).then(|| self.printed(post));
        Holder { body: body.filter(|_| post.is_some()), post }
    }

    /// The body that owns what follows: `the Harbour Trust’s`, `the board’s`.
    pub(super) fn owner(&self, range: Range<usize>) -> Option<String> {
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
    pub(super) fn resolved(&self, printed: &str) -> Option<String> {
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
    pub(super) fn only_body_near(&self, at: usize) -> Option<String> {
        let number = self.text.paragraph_at(self.tokens.get(at)?.bytes.start) as usize - 1;
        let first = self.text.paragraphs().get(number.saturating_sub(1))?;
        let start = self.tokens.within(first).start;
        let named = self.mentions.within(&(start.max(at.saturating_sub(200))..at)).iter();
        // `Pellworth` is where the University of Pellworth is.
        let is_place = |mention: &&Mention| {
            matches!(mention.name.words.as_slice(), [word] if !is_body(std::slice::from_ref(word)))
                && mention.member.is_some_and(|number| {
                    let name = &self.mentions.member(number).names[0];
                    name.ends_with(&mention.name.words) && name.contains(&"of".to_owned())
                })
        };
        let mut bodies: Vec<usize> = named
            .filter(|mention| !is_place(mention))
            .filter_map(|mention| mention.member)
            .filter(|&number| {
                let member = self.mentions.member(number);
                let last = member.names[0].last().map_or("", String::as_str);
                !member.is_person || english::MORE_BODIES.contains(last)
            })
            .collect();
        bodies.sort_unstable();
        bodies.dedup();
        let [body] = bodies.as_slice() else { return None };
        Some(self.mentions.member(*body).name.clone())
    }

    /// Whether these tokens are a name with capitals, which after a post and a comma is that of a body.
    pub(super) fn is_name_of_body(&self, range: &Range<usize>) -> bool {
        !range.is_empty() && self.body_end(range.start, range.end) == range.end
    }

    pub(super) fn is_word(&self, at: usize) -> bool {
        self.kind(at) == Some(TokenKind::Word)
    }

    /// Whether these tokens are no more than the name of a body.
    pub(super) fn is_whole_body(&self, range: &Range<usize>) -> bool {
        let body = self.body_from(range.start, range.end, false);
        !range.is_empty() && body.is_some_and(|(_, end)| end == range.end)
    }

    pub(super) fn is_kind_of_body(&self, at: usize) -> bool {
        let word = self.word(at);
        english::BODIES.contains(word) || english::MORE_BODIES.contains(word)
    }

    pub(super) fn is_role(&self, at: usize) -> bool {
        let word = self.word(at);
        let word = word.strip_suffix("'s").unwrap_or(word);
        let before = at.checked_sub(1).map_or("", |before| self.word(before));
        is_role(word)
            || english::POSTS.contains(word)
            || english::POSTS_OF_TWO_WORDS.contains(&(before, word))
    }

    /// Whether a word may be of a post: a role or what comes before one.
    pub(super) fn is_post_word(&self, at: usize) -> bool {
        self.is_role(at) || (is_title(self.word(at)) && gender(self.word(at)).is_none())
    }

    /// Whether a word goes with the name and not with the post: `Sir`, `Dr`.
    pub(super) fn is_style(&self, at: usize) -> bool {
        let word = self.word(at);
        let is = |list: english::WordList| list.contains(&*word);
        gender(word).is_some()
            || is(english::HONORIFICS_OF_ANYBODY)
            || is_one_of(word, english::words!["hon", "honourable", "rt", "right", "reverend", ""])
    }

    pub(super) fn is_letters(&self, at: usize) -> bool {
        let word = self.tokens.get(at).map_or("", |_| self.tokens.spelling(at));
        super::parties::is_letters(word)
    }

    pub(super) fn is_possessive(&self, at: usize) -> bool {
        let word = self.word(at);
        let ends = self.tokens.get(at).map_or(0, |token| token.bytes.end);
        let is_inside = || owns_name_of_body(self.text, self.tokens, at);
        word.ends_with("'s")
            || (word.ends_with('s')
                && !is_inside()
                && self.text.as_str()[ends..].starts_with(['’', '\'']))
    }

    pub(super) fn is_capital(&self, at: usize) -> bool {
        self.tokens.get(at).is_some_and(|token| token.kind == TokenKind::Word)
            && self.tokens.spelling(at).starts_with(char::is_uppercase)
    }

    pub(super) fn kind(&self, at: usize) -> Option<TokenKind> {
        self.tokens.get(at).map(|token| token.kind)
    }

    /// The word at `at` in lower case; empty for a sign.
    pub(super) fn word(&self, at: usize) -> &str {
        self.tokens.lower(at)
    }

    pub(super) fn words(&self, range: Range<usize>) -> Vec<String> {
        let words = range.map(|at| folded(self.tokens.spelling(at)));
        words.filter(|word| !word.is_empty()).collect()
    }

    pub(super) fn printed(&self, range: Range<usize>) -> String {
        self.text.on_one_line(&self.tokens.bytes(range)).to_string()
    }
}
