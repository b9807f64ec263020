//! Who a page says that it is by. The crate that finds the article takes for a byline whatever has `author` inside its
//! class or id, as “authority” has, and takes it out of the text: such elements are made plain before.

use dom_query::{Document, NodeRef};

/// What the crate looks for in classes and ids.
const PATTERNS: [&str; 5] = ["byline", "author", "dateline", "writtenby", "p-author"];

/// The words of a class or an id that name a byline.
const WORDS: [&str; 5] = ["byline", "bylines", "author", "authors", "dateline"];

/// Elements whose words do not begin the text.
const APART: [&str; 18] = [
    "aside", "button", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "head",
    "header", "nav", "noscript", "script", "style", "template",
];

/// Text without a paragraph element has begun after so many characters.
const BEGUN: usize = 200;

/// A byline has fewer characters.
const LONGEST: usize = 100;

/// Leaves nothing on the page that is taken for a byline but what is one and stands before the first
/// paragraph. Returns a byline further down, which begins with “By”: it stays in the text.
pub fn settle(document: &Document) -> Option<String> {
    let mut open = vec![(document.root(), false)];
    let mut written = 0;
    let mut further = None;
    while let Some((node, is_apart)) = open.pop() {
        if node.is_text() {
            written += if is_apart { 0 } else { node.text().trim().chars().count() };
            continue;
        }
        let name = node.node_name().unwrap_or_default();
        let mut is_apart = is_apart || APART.contains(&&*name);
        if looks_like_one(&node) {
            let is_byline = is_byline(&node, &name);
            if is_byline && written < BEGUN {
                is_apart = true;
            } else {
                if is_byline && further.is_none() {
                    further = Some(node.text().trim().to_owned()).filter(|text| says_by(text));
                }
                make_plain(&node);
            }
        }
        if &*name == "p" && !is_apart && !node.text().trim().is_empty() {
            written = written.max(BEGUN);
        }
        let children: Vec<NodeRef<'_>> = node.children_it(true).collect();
        open.extend(children.into_iter().map(|child| (child, is_apart)));
    }
    further
}

/// Whether the crate takes an element for a byline.
fn looks_like_one(node: &NodeRef<'_>) -> bool {
    let has = |name: &str| {
        node.attr(name).is_some_and(|value| {
            let value = value.to_lowercase();
            PATTERNS.iter().any(|pattern| value.contains(pattern))
        })
    };
    node.is_element()
        && ["class", "id", "rel", "itemprop"].iter().any(|name| has(name))
        && (1..LONGEST).contains(&node.text().trim().chars().count())
}

/// Whether an element that looks like a byline is one: it is no heading, has none, and a whole word says so.
fn is_byline(node: &NodeRef<'_>, name: &str) -> bool {
    let is_heading =
        |name: &str| matches!(name, "h1" | "h2" | "h3" | "h4" | "h5" | "h6" | "hgroup");
    let has_word = |name: &str| {
        node.attr(name)
            .is_some_and(|value| words(&value).iter().any(|word| WORDS.contains(&word.as_str())))
    };
    let around = node.ancestors(None);
    let inside = node.descendants_it();
    let mut names = around.into_iter().chain(inside).filter_map(|node| node.node_name());
    !is_heading(name)
        && !names.any(|name| is_heading(&name))
        && ["class", "id", "rel", "itemprop"].iter().any(|name| has_word(name))
}

/// The words of a class or an id: `post-author_name`, `authorName`.
fn words(value: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for c in value.chars() {
        if !c.is_alphanumeric() || c.is_uppercase() {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphanumeric()) {
            word.extend(c.to_lowercase());
        }
    }
    words
}

fn says_by(text: &str) -> bool {
    text.get(..3).is_some_and(|begin| begin.eq_ignore_ascii_case("by "))
}

/// Takes from an element what makes it look like a byline.
fn make_plain(node: &NodeRef<'_>) {
    let is_pattern = |word: &str| {
        let word = word.to_lowercase();
        PATTERNS.iter().any(|pattern| word.contains(pattern))
    };
    for name in ["class", "id", "rel", "itemprop"] {
        let Some(value) = node.attr(name) else { continue };
        let kept: Vec<&str> = value.split_whitespace().filter(|word| !is_pattern(word)).collect();
        if kept.is_empty() {
            node.remove_attr(name);
        } else {
            node.set_attr(name, &kept.join(" "));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_words_of_a_class() {
        assert_eq!(words("post-author by_line"), ["post", "author", "by", "line"]);
        assert!(words("authorName").contains(&"author".to_owned()));
        assert!(!words("what-the-authority-says").contains(&"author".to_owned()));
    }
}
