//! The levels of a page’s elements, counted in its code before it is parsed.

/// Elements that need no end.
const WITHOUT_END: [&str; 31] = [
    "area", "base", "body", "br", "caption", "col", "colgroup", "dd", "dt", "embed", "head", "hr",
    "html", "img", "input", "li", "link", "meta", "optgroup", "option", "p", "rp", "rt", "source",
    "tbody", "td", "tfoot", "th", "thead", "tr", "wbr",
];

/// Returns the most elements that are open at once, of those that need an end. It may be more than a
/// parser finds, which closes what is left open.
pub fn opened(html: &str) -> usize {
    let (mut open, mut most) = (0_usize, 0);
    let mut rest = html;
    while let Some(at) = rest.find('<') {
        rest = &rest[at + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            rest = comment.split_once("-->").map_or("", |(_, after)| after);
            continue;
        }
        let is_end = rest.starts_with('/');
        let tag = rest.trim_start_matches('/');
        let end = tag.find(|c: char| !c.is_ascii_alphanumeric()).unwrap_or(tag.len());
        let name = tag[..end].to_ascii_lowercase();
        if name.is_empty() || WITHOUT_END.contains(&name.as_str()) {
            continue;
        }
        if is_end {
            open = open.saturating_sub(1);
        } else {
            open += 1;
            most = most.max(open);
            if matches!(name.as_str(), "script" | "style" | "textarea" | "title") {
                rest = after_end(rest, &name);
                open -= 1;
            }
        }
    }
    most
}

/// Returns what follows the end of an element that holds text only.
fn after_end<'a>(html: &'a str, name: &str) -> &'a str {
    let ends = html.match_indices("</").map(|(at, _)| &html[at + 2..]);
    let named =
        |end: &&str| end.get(..name.len()).is_some_and(|begin| begin.eq_ignore_ascii_case(name));
    ends.into_iter().find(named).unwrap_or("")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_the_elements_that_are_open_at_once() {
        assert_eq!(
            opened("<!doctype html><html><p>a<p>b<div><DIV><b>c</b></div></div><i>d</i>"),
            3
        );
        assert_eq!(opened("<ul><li>a<li>b<br><img></ul><!-- <div><div><div> --><div>"), 1);
        assert_eq!(opened("<script>'<div><div>'</script><div></div></div></div><div>"), 1);
        assert_eq!(opened(&"<div>".repeat(9000)), 9000);
        assert_eq!(opened("<script><div>"), 1);
        assert_eq!(opened("a < b <"), 0);
    }
}
