//! Writes parts of a brief in YAML, so that whatever they say is read back unchanged.

use std::fmt::Display;
use std::ops::Deref;

use super::model::{Addressee, Ask, Claim, Due, Link, Official, Quote};
use crate::text::{Text, width, wrap};

/// Lines are folded at this many columns, if there is a space.
const WIDTH: usize = 100;

/// Returns `text`, set as one line, as a quoted scalar that follows `column` columns of its line;
/// the lines that it is folded into are indented by `indent`.
///
/// Single quotation marks are used, except for characters that have to be escaped.
pub fn quoted(text: &str, column: usize, indent: usize) -> String {
    let text = Text::flow(text);
    let (mark, inside) = if text.contains(is_escaped) {
        ('"', text.chars().map(escaped).collect())
    } else {
        ('\'', text.replace('\'', "''"))
    };
    format!("{mark}{}{mark}", folded(&inside, column + 1, indent))
}

/// Adds a field with a text to `yaml`, on lines of its own.
pub fn push_text(yaml: &mut String, indent: usize, name: &str, text: &str) {
    let value = quoted(text, indent + name.len() + 2, indent + 2);
    push_word(yaml, indent, name, value);
}

/// Adds an entry of `quotes` to `yaml`: the id `indent` columns in, its fields two further. `remark`
/// is a comment on who speaks.
pub fn push_quote(yaml: &mut String, indent: usize, quote: &Quote, remark: Option<&str>) {
    let Quote { id, words, by, to, said, paragraph, prefix, suffix, at, inferred, note } = quote;
    push_word(yaml, indent, id, "");
    let indent = indent + 2;
    let by = match by.parties() {
        [] => "source".to_owned(),
        [party] => party.to_string(),
        parties => format!("[{}]", parties.join(", ")),
    };
    let remark = remark.map(|remark| format!("  # {}", Text::flow(remark))).unwrap_or_default();
    push_word(yaml, indent, "form", words.form());
    push_word(yaml, indent, "by", by + &remark);
    if let Some(to) = to {
        push_word(yaml, indent, "to", to);
    }
    if let Some(said) = said {
        push_word(yaml, indent, "said", format!("{said:#}"));
    }
    let texts = [("exact", words.exact()), ("gist", words.gist())];
    let beside = [("prefix", prefix.as_ref()), ("suffix", suffix.as_ref())];
    push_texts(yaml, indent, texts.into_iter().chain(beside));
    if let Some(paragraph) = paragraph {
        push_word(yaml, indent, "paragraph", paragraph);
    }
    push_texts(yaml, indent, [("at", at.as_ref())]);
    if *inferred {
        push_word(yaml, indent, "inferred", true);
    }
    push_texts(yaml, indent, [("note", note.as_ref())]);
}

/// Adds an entry of `officials` to `yaml`: the id `indent` columns in, its fields two further. `remark` is
/// a comment beside the id.
pub fn push_official(yaml: &mut String, indent: usize, official: &Official, remark: Option<&str>) {
    let Official { id, name, post, organisation, honorific, aka } = official;
    let remark = remark.map(|remark| format!(" # {}", Text::flow(remark))).unwrap_or_default();
    push_word(yaml, indent, id, remark);
    let indent = indent + 2;
    push_text(yaml, indent, "name", name);
    push_texts(yaml, indent, [("honorific", honorific.as_ref()), ("post", post.as_ref())]);
    if let Some(organisation) = organisation {
        push_word(yaml, indent, "organisation", organisation);
    }
    if !aka.is_empty() {
        let aka: Vec<String> = aka.iter().map(|name| quoted(name, indent, indent)).collect();
        push_word(yaml, indent, "aka", format!("[{}]", aka.join(", ")));
    }
}

/// Adds an entry of `claims` to `yaml`: the id `indent` columns in, its fields two further.
pub fn push_claim(yaml: &mut String, indent: usize, claim: &Claim) {
    let Claim { id, text, by, evidence, links, inferred, note } = claim;
    push_word(yaml, indent, id, "");
    let indent = indent + 2;
    push_text(yaml, indent, "text", text);
    push_word(yaml, indent, "by", by.party().map_or("source", |party| party));
    push_word(yaml, indent, "evidence", many(evidence));
    push_links(yaml, indent, links);
    if *inferred {
        push_word(yaml, indent, "inferred", true);
    }
    push_texts(yaml, indent, [("note", note.as_ref())]);
}

/// Adds an entry of `asks` to `yaml`: the id `indent` columns in, its fields two further.
pub fn push_ask(yaml: &mut String, indent: usize, ask: &Ask) {
    let Ask { id, kind, by, to, action, instrument, due, status, evidence, links, inferred, note } =
        ask;
    push_word(yaml, indent, id, "");
    let indent = indent + 2;
    push_word(yaml, indent, "kind", kind);
    push_word(yaml, indent, "by", by);
    let to: Vec<&str> = to.iter().map(Addressee::word).collect();
    if !to.is_empty() {
        push_word(yaml, indent, "to", many(&to));
    }
    push_text(yaml, indent, "action", action);
    push_texts(yaml, indent, [("instrument", instrument.as_ref())]);
    match due {
        Some(Due::Date(date)) => push_word(yaml, indent, "due", format!("{date:#}")),
        Some(Due::Words(words)) => push_text(yaml, indent, "due", words),
        None => {}
    }
    if let Some(status) = status {
        push_word(yaml, indent, "status", status);
    }
    push_word(yaml, indent, "evidence", many(evidence));
    push_links(yaml, indent, links);
    if *inferred {
        push_word(yaml, indent, "inferred", true);
    }
    push_texts(yaml, indent, [("note", note.as_ref())]);
}

/// Adds a comment to `yaml`, on lines of its own.
pub fn push_comment(yaml: &mut String, indent: usize, comment: &str) {
    let comment = Text::flow(comment);
    for line in wrap(&comment, WIDTH - indent, WIDTH - indent) {
        yaml.extend(std::iter::repeat_n(' ', indent));
        yaml.push_str("# ");
        yaml.push_str(comment[line].trim_end());
        yaml.push('\n');
    }
}

/// One value, or a list of several.
fn many<T: Deref<Target = str>>(values: &[T]) -> String {
    match values {
        [value] => value.to_string(),
        values => {
            let values: Vec<&str> = values.iter().map(|value| &**value).collect();
            format!("[{}]", values.join(", "))
        }
    }
}

fn push_links(yaml: &mut String, indent: usize, links: &[Link]) {
    let mut at = 0;
    while let Some(Link { relation, .. }) = links.get(at) {
        let same = links[at..].iter().take_while(|link| link.relation == *relation);
        let targets: Vec<String> = same.map(|link| link.target.to_string()).collect();
        at += targets.len();
        push_word(yaml, indent, relation.word(), many(&targets));
    }
}

/// Adds those of several fields that have a text.
fn push_texts<'a>(
    yaml: &mut String,
    indent: usize,
    fields: impl IntoIterator<Item = (&'static str, Option<&'a Text>)>,
) {
    for (name, text) in fields {
        if let Some(text) = text {
            push_text(yaml, indent, name, text);
        }
    }
}

/// Adds a field with a value that needs no quotation marks, such as an id or a number.
fn push_word(yaml: &mut String, indent: usize, name: &str, value: impl Display) {
    let line = format!("{:indent$}{name}: {value}", "");
    yaml.push_str(line.trim_end());
    yaml.push('\n');
}

/// Characters of a [`Text`] that YAML does not allow.
fn is_escaped(c: char) -> bool {
    matches!(c, '\u{feff}' | '\u{fffe}' | '\u{ffff}')
}

fn escaped(c: char) -> String {
    match c {
        '"' | '\\' => format!("\\{c}"),
        c if is_escaped(c) => format!("\\u{:04X}", u32::from(c)),
        c => c.into(),
    }
}

/// Breaks a line at its spaces. In a quoted scalar one line break between words is read as a space.
fn folded(line: &str, column: usize, indent: usize) -> String {
    let mut folded = String::with_capacity(line.len());
    let mut at = column;
    for (i, word) in line.split(' ').enumerate() {
        let columns = width(word);
        if i > 0 && at + 1 + columns > WIDTH {
            folded.push('\n');
            folded.extend(std::iter::repeat_n(' ', indent));
            at = indent;
        } else if i > 0 {
            folded.push(' ');
            at += 1;
        }
        folded.push_str(word);
        at += columns;
    }
    folded
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::brief::id::Id;
    use crate::brief::model::Brief;
    use crate::brief::reading::read;

    fn read_brief(yaml: &str) -> Brief {
        let reading = read(&Id::new("a").unwrap(), yaml.as_bytes());
        assert_eq!(reading.problems, [], "{yaml}");
        reading.brief.unwrap()
    }

    fn read_back(scalar: &str) -> Text {
        let head = "summary: x\nsource:\n  publisher: unknown\n  title: ";
        read_brief(&format!("{head}{scalar}\n")).source.title
    }

    #[test]
    fn a_quote_is_read_back_with_everything_it_says() {
        let head = "summary: x\nsource: {publisher: unknown, title: x}\n\
            organisations: {board: Harbour Board, ports: Ports}\nquotes:\n";
        let quotes = "  q1: {form: direct, by: [board, ports], to: ports, said: 2026-02, exact: 'a: b # c', \
            prefix: \"- 'x'\", suffix: \"{y\", paragraph: 3, at: '00:04:31', inferred: true, note: '*'}\n  \
            q2: {form: passage, by: source, exact: a, gist: b}\n  \
            q3: {form: reported, by: board, gist: 'no'}\n";
        let before = read_brief(&format!("{head}{quotes}"));
        let mut written = head.to_owned();
        before.quotes.iter().for_each(|quote| push_quote(&mut written, 4, quote, Some("a: b")));
        let after = read_brief(&written);
        assert_eq!(format!("{:?}", after.quotes), format!("{:?}", before.quotes), "{written}");
    }

    #[test]
    fn people_claims_and_asks_are_read_back_with_everything_they_say() {
        let head = "summary: x\nsource: {publisher: unknown, title: x}\n\
            organisations: {board: Harbour Board, ports: Ports}\n\
            quotes:\n  q1: {form: reported, by: board, gist: a}\n  q2: {form: passage, by: source, gist: b}\n";
        let officials = "officials:\n  vale: {name: 'Vale: D. # 1', honorific: Dr, post: '- chair', \
            organisation: board, aka: ['D, Vale', \"it's\"]}\n  moss: {name: Moss}\n";
        let claims = "claims:\n  c1: {text: 'a: b', by: vale, evidence: [q1, q2], repeats: [c2, x/c1], \
            contradicts: x/c2, inferred: true, note: '*'}\n  c2: {text: '2', by: source, evidence: q2}\n";
        let asks = "asks:\n  a1: {kind: ask, by: vale, to: [board, everyone], action: '{act', \
            instrument: Ports Act, due: 2026-06, evidence: q1, note: n}\n  \
            a2: {kind: commitment, by: ports, action: act, due: 'by spring', status: underway, \
            evidence: [q1, q2], answers: [a1, x/a1], inferred: true}\n";
        let before = read_brief(&format!("{head}{officials}{claims}{asks}"));
        let mut written = head.to_owned() + "officials:\n";
        before.officials.iter().for_each(|one| push_official(&mut written, 2, one, Some("¶1")));
        written += "claims:\n";
        before.claims.iter().for_each(|claim| push_claim(&mut written, 4, claim));
        written += "asks:\n";
        before.asks.iter().for_each(|ask| push_ask(&mut written, 2, ask));
        push_comment(&mut written, 2, &"a: b ".repeat(60));
        let after = read_brief(&written);
        let all =
            |brief: &Brief| format!("{:?} {:?} {:?}", brief.officials, brief.claims, brief.asks);
        assert_eq!(all(&after), all(&before), "{written}");
        assert!(written.lines().all(|line| line.chars().count() <= WIDTH + 2), "{written}");
    }

    #[test]
    fn quotes_what_yaml_would_take_for_something_else() {
        for text in [
            "a: b # c", "- x", "--- a", "it's", "\"x\\y\"", "~", "no", "2026", "[c1]", "{a", "*a",
            "%",
        ] {
            assert_eq!(quoted(text, 0, 2), format!("'{}'", text.replace('\'', "''")));
            if text != "~" {
                assert_eq!(read_back(&quoted(text, 0, 2)), text);
            }
        }
    }

    #[test]
    fn escapes_what_yaml_does_not_allow() {
        assert_eq!(quoted("a\"\\\u{ffff}\u{feff}b", 0, 2), "\"a\\\"\\\\\\uFFFF\\uFEFFb\"");
    }

    #[test]
    fn folds_long_lines_at_their_spaces() {
        let text = "stern light ".repeat(30);
        let scalar = quoted(&text, 20, 6);
        assert!(
            scalar
                .lines()
                .skip(1)
                .all(|line| line.starts_with("      stern") || line.starts_with("      light"))
        );
        assert!(scalar.lines().all(|line| line.chars().count() <= WIDTH + 1), "{scalar}");
        assert_eq!(read_back(&scalar), text.trim());
    }

    proptest! {
        #[test]
        fn any_text_is_read_back_as_it_is(
            text in prop_oneof![any::<String>(), "[-#:'\"\\\\ \n\t\r.…~x\u{85}\u{a0}\u{2028}\u{feff}\u{ffff}]{0,300}"],
        ) {
            let flowed = Text::flow(&text);
            prop_assume!(!flowed.is_empty() && flowed != "~" && flowed != "null");
            prop_assert_eq!(read_back(&quoted(&text, 9, 4)), flowed);
        }
    }
}
