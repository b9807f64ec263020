//! The paragraphs of a page, as its reader sees them.

use dom_query::NodeRef;

use crate::import::paragraphs::{one_line, row};
use crate::import::wrapped::unbroken;

/// What stands for a break in a paragraph until it is known whether it divides.
const BREAK: char = '\u{2028}';

/// What a page says.
#[derive(Debug, Default)]
pub struct Flowed {
    /// The paragraphs, with the white space that the page has.
    pub paragraphs: Vec<String>,
    /// How many marks that lead to footnotes were left out of the sentences that they follow.
    pub note_marks: usize,
}

/// Elements that begin and end a paragraph.
const BLOCKS: [&str; 44] = [
    "address",
    "article",
    "aside",
    "blockquote",
    "body",
    "caption",
    "center",
    "dd",
    "details",
    "dialog",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "html",
    "legend",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "search",
    "section",
    "summary",
    "table",
    "tr",
    "ul",
    "option",
];

/// Elements whose text nobody reads.
const UNSEEN: [&str; 21] = [
    "audio", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "math", "meta",
    "noscript", "object", "progress", "rp", "script", "select", "style", "svg", "template",
    "textarea", "video",
];

/// Classes for what only screen readers say.
const UNSEEN_CLASSES: [&str; 4] =
    ["govuk-visually-hidden", "visually-hidden", "visuallyhidden", "sr-only"];

/// What is still to do on the way through a page.
enum Step<'a> {
    Enter(NodeRef<'a>),
    Leave(Element),
}

/// What an element does to the paragraph when it ends.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Element {
    Block,
    Quoted,
    Preformatted,
    Row,
    Heading,
    Inline,
}

/// Returns the paragraphs of `root`, without the elements that `is_left_out` names.
pub fn flow(root: &NodeRef<'_>, is_left_out: &dyn Fn(&NodeRef<'_>) -> bool) -> Flowed {
    walk(root, is_left_out, &|_| false)
}

/// Returns the paragraphs of a mail. Those of the mails that it answers are behind `>`, and those of a mail that
/// it forwards are not: they are what it brings.
pub fn flow_mail(root: &NodeRef<'_>) -> Flowed {
    walk(root, &|_| false, &|node| {
        let is_cited = || node.attr("type").is_some_and(|kind| kind.eq_ignore_ascii_case("cite"));
        let is_other = node.has_class("gmail_quote") || node.has_name("blockquote") && is_cited();
        is_other && !is_forwarded(&node.text())
    })
}

/// Whether a text begins as mail programs begin what they forward.
fn is_forwarded(text: &str) -> bool {
    /// The head of a mail is at most this many characters long.
    const HEAD: usize = 1000;
    let begin = text.trim_start_matches(|c: char| c.is_whitespace() || matches!(c, '-' | '_'));
    let begin = begin.chars().take(HEAD).collect::<String>().to_lowercase();
    ["forwarded message", "begin forwarded message", "forwarded by"]
        .iter()
        .any(|words| begin.starts_with(words))
        || begin.starts_with("from:") && begin.contains("subject:")
}

fn walk(
    root: &NodeRef<'_>,
    is_left_out: &dyn Fn(&NodeRef<'_>) -> bool,
    is_quoted: &dyn Fn(&NodeRef<'_>) -> bool,
) -> Flowed {
    let mut writer = Writer::default();
    let mut steps = vec![Step::Enter(*root)];
    while let Some(step) = steps.pop() {
        let node = match step {
            Step::Leave(element) => {
                writer.leave(element);
                continue;
            }
            Step::Enter(node) => node,
        };
        if node.is_text() {
            writer.write(&node.text());
            continue;
        }
        let name = node.node_name().unwrap_or_default();
        if node.is_comment() || is_unseen(&node, &name) || is_left_out(&node) {
            continue;
        }
        if is_note_mark(&node, &name) {
            writer.flowed.note_marks += 1;
            continue;
        }
        let element = if is_quoted(&node) { writer.quote() } else { writer.enter(&name) };
        steps.push(Step::Leave(element));
        steps.extend(node.children_it(true).map(Step::Enter));
    }
    writer.end();
    let Flowed { paragraphs, note_marks } = writer.flowed;
    Flowed { paragraphs: paragraphs.into_iter().flat_map(divided).collect(), note_marks }
}

/// Divides a paragraph at those of its breaks that divide it.
fn divided(paragraph: String) -> Vec<String> {
    if !paragraph.contains(BREAK) {
        return vec![paragraph];
    }
    let behind = paragraph.strip_prefix(MARKS);
    let marks = if behind.is_some() { MARKS } else { "" };
    let lines = behind.unwrap_or(&paragraph).split(BREAK);
    let lines = lines.map(|line| one_line(line).trim().to_owned());
    let lines: Vec<String> = lines.filter(|line| !line.is_empty()).collect();
    unbroken(&lines).iter().map(|line| format!("{marks}{line}")).collect()
}

/// What stands before the words of an earlier mail.
const MARKS: &str = "> ";

#[derive(Default)]
struct Writer {
    flowed: Flowed,
    paragraph: String,
    preformatted: usize,
    quoted: usize,
    headings: usize,
    /// The rows that are open: how many paragraphs there are before each of their cells.
    rows: Vec<Vec<usize>>,
    after_break: bool,
}

impl Writer {
    fn enter(&mut self, name: &str) -> Element {
        match name {
            "br" => {
                self.break_line();
                Element::Inline
            }
            "tr" => {
                self.end();
                self.rows.push(Vec::new());
                Element::Row
            }
            "td" | "th" => {
                self.end();
                if let Some(cells) = self.rows.last_mut() {
                    cells.push(self.flowed.paragraphs.len());
                }
                Element::Block
            }
            "pre" | "xmp" | "listing" => {
                self.end();
                self.preformatted += 1;
                Element::Preformatted
            }
            "h1" | "h2" | "h3" | "h4" | "h5" | "h6" => {
                self.end();
                self.headings += 1;
                Element::Heading
            }
            name if BLOCKS.contains(&name) => {
                self.end();
                Element::Block
            }
            _ => Element::Inline,
        }
    }

    fn quote(&mut self) -> Element {
        self.end();
        self.quoted += 1;
        Element::Quoted
    }

    fn leave(&mut self, element: Element) {
        match element {
            Element::Inline => {}
            Element::Row => {
                self.end();
                self.end_row();
            }
            Element::Preformatted => {
                self.end();
                self.preformatted -= 1;
            }
            Element::Quoted => {
                self.end();
                self.quoted -= 1;
            }
            Element::Heading => {
                self.end();
                self.headings -= 1;
            }
            Element::Block => self.end(),
        }
    }

    /// Joins the cells of a row, if it is one of a table of figures.
    fn end_row(&mut self) {
        let cells = self.rows.pop().unwrap_or_default();
        let mut texts = Vec::new();
        for start in cells.into_iter().rev() {
            texts.push(self.flowed.paragraphs.split_off(start));
        }
        texts.reverse();
        if texts.iter().filter(|cell| !cell.is_empty()).count() > 1
            && texts.iter().all(|cell| cell.len() <= 1)
        {
            texts = texts.into_iter().map(without_breaks).collect();
        }
        self.flowed.paragraphs.extend(row(texts).into_iter().filter(|text| !text.is_empty()));
    }

    fn write(&mut self, text: &str) {
        if self.preformatted > 0 {
            for (index, line) in text.split('\n').enumerate() {
                if index > 0 && line.trim().is_empty() {
                    self.end();
                }
                self.paragraph.push('\n');
                self.paragraph.push_str(line);
            }
            return;
        }
        self.after_break &= text.trim().is_empty();
        self.paragraph.push_str(text);
    }

    /// Authors of old pages and of mails divide paragraphs by breaks.
    fn break_line(&mut self) {
        if self.after_break {
            self.end();
        } else {
            self.paragraph.push(if self.headings > 0 { '\n' } else { BREAK });
        }
        self.after_break = true;
    }

    fn end(&mut self) {
        let paragraph = std::mem::take(&mut self.paragraph);
        if !paragraph.trim().is_empty() {
            let marks = if self.quoted > 0 { MARKS } else { "" };
            self.flowed.paragraphs.push(format!("{marks}{}", paragraph.trim_start()));
        }
        self.after_break = false;
    }
}

/// Returns the paragraphs of a cell of a table of figures, whose breaks divide nothing.
fn without_breaks(cell: Vec<String>) -> Vec<String> {
    cell.into_iter().map(|text| text.replace(BREAK, " ")).collect()
}

fn is_unseen(node: &NodeRef<'_>, name: &str) -> bool {
    if !node.is_element() {
        return false;
    }
    let has_style = |style: &str| {
        let plain: String = style.split_whitespace().collect();
        plain.contains("display:none") || plain.contains("visibility:hidden")
    };
    UNSEEN.contains(&name)
        || node.has_attr("hidden")
        || node.attr("style").is_some_and(|style| has_style(&style))
        || node.class().is_some_and(|classes| {
            classes.split_whitespace().any(|class| UNSEEN_CLASSES.contains(&class))
        })
}

/// Whether this is the raised number or sign that leads to a footnote, or the arrow that leads back.
fn is_note_mark(node: &NodeRef<'_>, name: &str) -> bool {
    let is_link = |node: &NodeRef<'_>| {
        node.has_name("a") && node.attr("href").is_some_and(|href| href.contains('#'))
    };
    let leads = |node: &NodeRef<'_>| node.descendants_it().any(|inner| is_link(&inner));
    let is_raised = match name {
        "sup" => leads(node) || node.parent().is_some_and(|parent| is_link(&parent)),
        "a" => is_link(node),
        _ => false,
    };
    if !is_raised {
        return false;
    }
    let text = node.text();
    let text = text.trim();
    if name == "a" {
        return !text.is_empty() && text.chars().all(|c| "↩↵↑⏎^\u{fe0e}\u{fe0f}".contains(c));
    }
    let mark = text.trim_matches(['[', ']', '(', ')']);
    let length = mark.chars().count();
    length == 1
        || length <= 4
            && length > 0
            && mark.chars().all(|c| c.is_ascii_digit() || "*†‡,–- ".contains(c))
}

#[cfg(test)]
mod tests {
    use dom_query::Document;

    use super::*;
    use crate::import::paragraphs::one_line;

    fn paragraphs(html: &str) -> Vec<String> {
        let document = Document::from(html);
        let flowed = flow(&document.root(), &|_| false);
        flowed.paragraphs.iter().map(|raw| one_line(raw).trim().to_owned()).collect()
    }

    #[test]
    fn words_that_only_markup_divides_stay_whole() {
        assert_eq!(
            paragraphs("<p><b>W</b>e <i>inspected</i>\n 84<span> boats</span>.</p>text<div>more"),
            ["We inspected 84 boats.", "text", "more"]
        );
    }

    #[test]
    fn breaks_divide_paragraphs_after_a_whole_sentence() {
        assert_eq!(
            paragraphs("Board House<br>1 Quay<br/>Holyrood<br><br>We act.<br>“We do.”<br>x"),
            ["Board House", "1 Quay", "Holyrood", "We act.", "“We do.”", "x"]
        );
        assert_eq!(
            paragraphs("<pre>We saw\n84 boats.\n\nTwo sank.</pre>"),
            ["We saw 84 boats.", "Two sank."]
        );
    }

    #[test]
    fn rows_are_paragraphs_and_cells_words() {
        assert_eq!(
            paragraphs(
                "<table><tr><th>Boats<th>Lit<tr><td>84<td>53<tr><td><p>a</p><p>b</p></table>"
            ),
            ["Boats Lit", "84 53", "a", "b"]
        );
    }

    #[test]
    fn what_nobody_sees_is_left_out() {
        let page = "<p>a<script>x</script><style>y</style><span hidden>z</span>\
            <span style='display: none'>z</span><span class='x sr-only'>z</span><!-- z -->\
            <noscript>z</noscript><button>Share</button>b";
        assert_eq!(paragraphs(page), ["ab"]);
    }

    #[test]
    fn the_marks_of_footnotes_are_left_out_and_powers_kept() {
        let page = "<p>drift<sup><a href='#f1'>[1]</a></sup>, 10<sup>2</sup> m<sup>2</sup>";
        assert_eq!(paragraphs(page), ["drift, 102 m2"]);
        assert_eq!(flow(&Document::from(page).root(), &|_| false).note_marks, 1);
        let page = "<p>a year<a href='#f1'><sup>1</sup></a>.<p>In part.<a href='#r1'>↩︎</a><p><a href='#x'>See 2</a>";
        assert_eq!(paragraphs(page), ["a year.", "In part.", "See 2"]);
    }
}
