//! Web pages: the words that their authors wrote, without what stands around them.

mod byline;
mod flow;
mod levels;
mod metadata;

use std::collections::HashSet;

use dom_query::{Document, NodeRef};
use dom_smoothie::Readability;

use self::flow::{Flowed, flow, flow_mail};
use super::charset::{declared_in_markup, decode};
use super::paragraphs::{Paragraphs, one_line};
use super::{ImportError, Imported, SourcedValue, counted};

/// The most levels of elements inside one another.
const DEEPEST: usize = 256;

/// What stands around the text of a page: the elements, and what one of them is called; whether they
/// are counted.
const AROUND: [(&str, &str, bool); 6] = [
    ("nav, [role=navigation]", "navigation", false),
    ("body > header, [role=banner]", "page header", false),
    ("body > footer, [role=contentinfo]", "page footer", false),
    ("aside, [role=complementary]", "aside", true),
    ("figcaption", "caption", true),
    ("form", "form", true),
];

/// Reads a page.
///
/// # Errors
///
/// Its elements are nested too deeply.
pub fn read(bytes: &[u8], whole_page: bool) -> Result<Imported, ImportError> {
    let decoded = decode(bytes, declared_in_markup(bytes).as_deref());
    page(&decoded.text, whole_page).map(|imported| imported.decoded_from(&decoded))
}

/// Reads a page that is decoded.
///
/// # Errors
///
/// As [`read`].
pub fn page(html: &str, whole_page: bool) -> Result<Imported, ImportError> {
    let document = document(html)?;
    let mut metadata = metadata::read(&document, html);
    let body = document.body().unwrap_or_else(|| document.root());
    let all = flow(&body, &|_| false);
    if whole_page {
        let lines = all.paragraphs.iter().map(String::as_str);
        let mut imported = Imported::new(Paragraphs::from_lines(lines), metadata);
        imported.account.left_out.extend(note_marks(&all));
        return Ok(imported);
    }
    let around = around(&document);
    let heading = metadata::heading(&document);
    let further_byline = byline::settle(&document);
    let standfirst = metadata::standfirst(&document);
    let article = article(document);
    let is_found = article.is_some();
    let (kept, byline) = article.unwrap_or_else(|| (flow_again(&all), None));
    if let Some(byline) = byline.or(further_byline) {
        metadata.author = metadata.author.or_else(|| author(&byline));
    }
    let is_in_text = |heading: &String| kept.paragraphs.iter().any(|line| same(line, heading));
    let standfirst = standfirst.filter(|standfirst| !is_in_text(standfirst));
    let first =
        kept.paragraphs.iter().position(|line| heading.as_ref().is_some_and(|h| same(line, h)));
    let (before, after) = kept.paragraphs.split_at(first.map_or(0, |first| first + 1));
    let heading = heading.iter().filter(|_| first.is_none());
    let head = before.iter().chain(heading).chain(&standfirst);
    let lines: Vec<&str> = head.chain(after).map(String::as_str).collect();
    let left_out = left_out(&all, &lines, &around);
    let mut imported = Imported::new(Paragraphs::from_lines(lines), metadata);
    imported.account.left_out.splice(0..0, left_out);
    imported.account.left_out.extend(note_marks(&kept));
    if !is_found {
        imported.account.remarks.push("no article was found, so the whole page is kept".into());
    }
    Ok(imported)
}

/// Returns the paragraphs of a mail that is a page. Those of the mails that it answers are behind `>`.
///
/// # Errors
///
/// As [`read`].
pub fn mail(html: &str) -> Result<Vec<String>, ImportError> {
    let document = document(html)?;
    let body = document.body().unwrap_or_else(|| document.root());
    Ok(flow_mail(&body).paragraphs)
}

fn document(html: &str) -> Result<Document, ImportError> {
    let too_deep = || {
        let reason = format!("has elements in more than {DEEPEST} levels");
        ImportError::new(reason, "open it in a browser, and save it as text")
    };
    // The parser’s time grows with the square of the levels.
    if levels::opened(html) > 4 * DEEPEST {
        return Err(too_deep());
    }
    let document = Document::from(html);
    if is_too_deep(&document) { Err(too_deep()) } else { Ok(document) }
}

/// Returns who a byline names: it may be an address.
fn author(byline: &str) -> Option<SourcedValue> {
    let name = one_line(byline);
    let name = name.strip_prefix("By ").or_else(|| name.strip_prefix("by ")).unwrap_or(&name);
    let is_address = SourcedValue::url(name, "").is_some();
    SourcedValue::new(name, "the page’s byline").filter(|_| !is_address)
}

fn flow_again(all: &Flowed) -> Flowed {
    Flowed { paragraphs: all.paragraphs.clone(), note_marks: all.note_marks }
}

fn note_marks(flowed: &Flowed) -> Option<String> {
    (flowed.note_marks > 0).then(|| counted(flowed.note_marks, "footnote mark"))
}

fn same(a: &str, b: &str) -> bool {
    one_line(a).trim() == one_line(b).trim()
}

/// Returns whether elements are in one another more than [`DEEPEST`] levels deep.
fn is_too_deep(document: &Document) -> bool {
    let mut nodes: Vec<(NodeRef<'_>, usize)> = vec![(document.root(), 0)];
    while let Some((node, depth)) = nodes.pop() {
        if depth > DEEPEST {
            return true;
        }
        nodes.extend(node.children_it(false).map(|child| (child, depth + 1)));
    }
    false
}

/// Returns the paragraphs of the article, and its byline; [`None`] if there is none.
fn article(document: Document) -> Option<(Flowed, Option<String>)> {
    let mut readability = Readability::with_document(document, None, None).ok()?;
    let article = readability.parse().ok()?;
    let content = Document::from(article.content);
    let kept = flow(&content.root(), &|node| {
        node.node_name().is_some_and(|name| matches!(&*name, "figcaption" | "aside" | "nav"))
    });
    (!kept.paragraphs.is_empty()).then_some((kept, article.byline))
}

/// What stands around the text: by what it is called, the paragraphs of each element.
fn around(document: &Document) -> Vec<(&'static str, bool, Vec<Vec<String>>)> {
    let found = AROUND.iter().map(|&(selector, name, is_counted)| {
        let nodes = document.select(selector);
        let texts = nodes.nodes().iter().map(|node| flow(node, &|_| false).paragraphs);
        (name, is_counted, texts.filter(|texts| !texts.is_empty()).collect())
    });
    found.collect()
}

/// Says what of the page is not among the `kept` lines.
fn left_out(
    all: &Flowed,
    kept: &[&str],
    around: &[(&'static str, bool, Vec<Vec<String>>)],
) -> Vec<String> {
    let kept: HashSet<String> = kept.iter().map(|line| one_line(line).trim().to_owned()).collect();
    let is_kept = |line: &String| kept.contains(one_line(line).trim());
    let mut said = Vec::new();
    for (name, is_counted, elements) in around {
        let gone = elements.iter().filter(|texts| !texts.iter().any(is_kept)).count();
        match (gone, is_counted) {
            (0, _) => {}
            (count, true) => said.push(counted(count, name)),
            (_, false) => said.push((*name).to_owned()),
        }
    }
    let words = |line: &str| line.split_whitespace().count();
    let whole: usize = all.paragraphs.iter().map(|line| words(line)).sum();
    let gone: usize =
        all.paragraphs.iter().filter(|line| !is_kept(line)).map(|line| words(line)).sum();
    if gone > 0 {
        said.push(format!(
            "in all {gone} of {} (`--whole-page` keeps them)",
            counted(whole, "word")
        ));
    }
    said
}
