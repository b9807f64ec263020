//! What the tests of HTML and Word share: briefs of hostile text, and whether a page says what the
//! plain page says.

use std::collections::BTreeMap;

use topline::library::Library;
use topline::page::{self, Block, Document, Extent, Pack};

use crate::support::library::library_of;

/// Texts that try to become markup, leave their element or break the file.
pub const HOSTILE: [&str; 16] = [
    "<b>bold</b><script>alert(1)</script><!-- hidden --><img src=x onerror=alert(1)>",
    "</p></li></td></table></main></body></html><h1>A heading</h1>",
    "</title></style><style>* { display: none }</style>",
    "\" onclick=\"alert(1)\" x='1' '\"",
    "&lt;b&gt; &copy; &#42; &amp;amp; &nosuch; &#0; &#x110000;",
    "]]> <![CDATA[ x ]]> <?xml version=\"1.0\"?> <!DOCTYPE x [<!ENTITY y SYSTEM \"file:///etc/passwd\">]> &y;",
    "</w:t></w:r></w:p></w:body> <w:p/> _x0000_ _x000D_",
    "a\u{fffe}b\u{ffff}c\u{fdd0}d\u{1ffff}e",
    "'} @page { size: 1px } body::after { content: \\\"x\\\"; } \\",
    "javascript:alert(1)",
    "https://evil.example/\"><script>alert(1)</script>",
    "data:text/html,<script>alert(1)</script>",
    " - # ---\n===\ta  b \n\n c",
    "{{ 7 * 7 }} ${7*7} PAGE NUMPAGES \\* MERGEFORMAT",
    "日本語 👩\u{200d}👧 e\u{301} \u{a0}\u{2003}\u{ad}\u{2028}",
    "=1+1; https://example.org/a?b=c&d=<e>",
];

/// A brief with `text` in every field that takes any text.
pub fn hostile(text: &str) -> Library {
    let path: String = text.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect();
    let url = format!("https://example.org/{path}");
    // In prose, square brackets are citations.
    let prose = text.replace('[', "");
    let yaml = serde_json::json!({
        "summary": prose, "top_lines": [prose], "lines_to_take": [prose], "background": prose,
        "gaps": [prose], "marking": text, "prepared_by": text,
        "source": {"title": text, "publisher": text, "author": text, "based_on": text, "container": text, "url": url},
        "organisations": {"org": text},
        "officials": {"o": {"name": text, "post": text, "organisation": "org"}},
        "quotes": {
            "q": {"form": "direct", "by": "o", "exact": text, "note": text, "at": text},
            "r": {"form": "passage", "by": "source", "exact": text, "gist": text},
        },
        "claims": {"c": {"text": text, "by": "o", "evidence": ["q", "r"], "note": text}},
        "asks": {"a": {"kind": "ask", "by": "o", "to": "org", "action": text, "instrument": text, "due": text,
                       "evidence": "q"}},
    });
    let escaped = |c: char| {
        if is_noncharacter(c) { format!("\\U{:08x}", u32::from(c)) } else { c.to_string() }
    };
    let yaml: String = yaml.to_string().chars().map(escaped).collect();
    let library = library_of(&[("hostile", &yaml, None)]);
    assert!(library.briefs().next().is_some(), "{:?}", library.entries()[0].problems);
    library
}

/// Everything that is printed, as a pack or one brief after the other.
pub fn document(library: &Library, pack: Option<&Pack>) -> Document {
    match pack {
        Some(pack) => page::compose_pack(library, pack),
        None => page::compose(library, &Extent::default()),
    }
}

/// A pack with everything in it.
pub fn whole() -> Pack {
    Pack { title: Some("Boats & <crews>".into()), annexes: true, across: true }
}

/// The document without matrices and markings, which formats put in different places.
pub fn plainest(mut document: Document) -> Document {
    for part in &mut document.parts {
        part.marking = None;
        part.blocks.retain(|block| !matches!(block, Block::Matrix(_)));
    }
    document
}

/// The plain page, each paragraph on one line.
pub fn on_paper(document: &Document) -> String {
    let page = page::plain(page::layout(document, 20_000));
    page.lines().filter(|line| !line.starts_with("======")).collect()
}

/// Checks that `page` says what `paper` says, in its order, except for its `layout`: signs and digits
/// that only paper needs, as for lists and rules.
#[track_caller]
pub fn assert_says(page: &str, paper: &str, layout: &str) {
    let [page, paper] = [page, paper].map(letters);
    let mut rest = paper.iter();
    if let Some(missed) = page.iter().position(|letter| !rest.any(|other| other == letter)) {
        let around = |letters: &[char], at: usize| -> String {
            letters[at.saturating_sub(60)..letters.len().min(at + 20)].iter().collect()
        };
        panic!(
            "not on paper in this order: {}\npaper: {}",
            around(&page, missed),
            paper.iter().collect::<String>()
        );
    }
    let mut left = BTreeMap::new();
    for (letters, count) in [(&paper, 1), (&page, -1)] {
        for letter in letters {
            *left.entry(*letter).or_insert(0) += count;
        }
    }
    left.retain(|letter, count| *count != 0 && !layout.contains(*letter));
    assert!(left.is_empty(), "only on paper: {left:?}");
}

/// The letters of a text without white space, with those that no markup may hold replaced.
fn letters(text: &str) -> Vec<char> {
    let replaced = |c: char| if is_noncharacter(c) { char::REPLACEMENT_CHARACTER } else { c };
    text.chars().filter(|c| !c.is_whitespace()).map(replaced).collect()
}

fn is_noncharacter(c: char) -> bool {
    matches!(u32::from(c), 0xFDD0..=0xFDEF) || u32::from(c) & 0xFFFE == 0xFFFE
}
