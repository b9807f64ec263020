//! Joins the lines into which mail programs and authors have cut paragraphs.

use std::ops::RangeInclusive;

/// The paragraphs of a text that came in lines.
#[derive(Debug, Default, PartialEq, Eq)]
pub struct Unwrapped {
    /// One paragraph each; what is empty divides two.
    pub paragraphs: Vec<String>,
    /// How many line ends were inside a paragraph.
    pub joined: usize,
    /// How many line ends may be inside a sentence and were kept as ends of paragraphs.
    pub unsure: usize,
}

impl Unwrapped {
    /// Adds what comes after.
    pub fn append(&mut self, after: Self) {
        self.paragraphs.extend(after.paragraphs);
        self.joined += after.joined;
        self.unsure += after.unsure;
    }

    /// Says what was not sure, if anything.
    pub fn remark(&self) -> Option<String> {
        match self.unsure {
            0 => None,
            1 => Some("1 line may go on in the next: it is kept apart".to_owned()),
            count => Some(format!("{count} lines may go on in the next: they are kept apart")),
        }
    }
}

/// No text is wrapped to fewer or to more characters.
const WIDTHS: RangeInclusive<usize> = 50..=100;

/// Joins the lines of a text into paragraphs. If it is flowed, a line that ends with a space goes on in the
/// next (RFC 3676).
///
/// In any other text a line goes on if the first word of the next would not have fitted after it, at the
/// width to which the text, or its block between blank lines, is wrapped. One long line elsewhere changes
/// nothing.
pub fn unwrapped(text: &str, is_flowed: bool) -> Unwrapped {
    let lines: Vec<Line<'_>> = text.lines().map(Line::new).collect();
    let is_flowed = is_flowed && lines.iter().any(Line::is_soft);
    let mut whole = Unwrapped::default();
    let widths = Widths::of_lines(&lines);
    let mut goes_on = false;
    for (index, line) in lines.iter().enumerate() {
        match whole.paragraphs.last_mut() {
            Some(paragraph) if goes_on => {
                add(paragraph, line.words());
                whole.joined += 1;
            }
            _ => whole.paragraphs.push(line.raw.to_owned()),
        }
        let Some(next) = lines.get(index + 1) else { break };
        if is_flowed {
            goes_on = line.is_soft() && next.depth == line.depth && !next.is_blank();
            continue;
        }
        let block = block_at(&lines, index);
        let is_quoted = whole.paragraphs.last().is_some_and(|paragraph| is_open(paragraph));
        let is_inside = is_quoted && line.is_unfinished() && next.begins_inside();
        goes_on = line.may_precede(next) && (is_inside || widths.join(&lines[block], line, next));
        let may_go_on = !goes_on && line.may_precede(next) && line.length >= *WIDTHS.start();
        whole.unsure += usize::from(may_go_on && line.is_unfinished() && next.begins_inside());
    }
    whole
}

/// Joins the lines that the author of a page has divided by breaks: those of a paragraph, not those of an
/// address, a signature, the head of a mail or a verse.
pub fn unbroken(broken: &[String]) -> Vec<String> {
    /// The longest line of an address or a signature, in characters.
    const SHORT: usize = 60;
    let lines: Vec<Line<'_>> = broken.iter().map(|line| Line::new(line)).collect();
    let width = block_width(&lines);
    let mut paragraphs: Vec<String> = Vec::new();
    let mut goes_on = false;
    for (index, line) in lines.iter().enumerate() {
        match paragraphs.last_mut() {
            Some(paragraph) if goes_on => add(paragraph, line.words()),
            _ => paragraphs.push(line.raw.to_owned()),
        }
        let Some(next) = lines.get(index + 1) else { break };
        let is_cut = width.is_some_and(|width| line.reach(next).contains(&width));
        let is_inside = next.begins_inside() || line.length > SHORT;
        goes_on = line.may_precede(next) && (is_cut || line.is_unfinished() && is_inside);
    }
    paragraphs
}

/// Whether a paragraph ends inside a quotation.
fn is_open(paragraph: &str) -> bool {
    let count = |mark: char| paragraph.matches(mark).count();
    count('“') > count('”') || !paragraph.contains('“') && count('"') % 2 == 1
}

/// Adds words to a paragraph that goes on in them.
fn add(paragraph: &mut String, words: &str) {
    paragraph.truncate(paragraph.trim_end().len());
    // A word that its hyphen cuts, unlike that in “two- and three-berth”.
    let half = paragraph.strip_suffix('-').is_some_and(|half| half.ends_with(char::is_alphabetic));
    let is_other_half = words.starts_with(char::is_lowercase)
        && !["and ", "or ", "to "].iter().any(|word| words.starts_with(word));
    if !(half && is_other_half) {
        paragraph.push(' ');
    }
    paragraph.push_str(words);
}

/// A line of a text.
#[derive(Clone, Copy)]
struct Line<'a> {
    raw: &'a str,
    /// How many `>` it stands behind.
    depth: usize,
    /// Its characters behind its marks, with what it is set in by, as far as its last word.
    length: usize,
}

impl<'a> Line<'a> {
    fn new(raw: &'a str) -> Self {
        let marks = raw.chars().take_while(|c| matches!(c, '>' | ' '));
        let depth = marks.filter(|c| *c == '>').count();
        let behind = if depth == 0 { raw } else { raw.trim_start_matches(['>', ' ']) };
        Self { raw, depth, length: behind.trim_end().chars().count() }
    }

    fn words(&self) -> &'a str {
        self.raw.trim_start_matches(['>', ' ', '\t']).trim_end()
    }

    fn first_word(&self) -> &'a str {
        self.words().split(' ').next().unwrap_or_default()
    }

    fn is_blank(&self) -> bool {
        self.words().is_empty()
    }

    /// Whether a flowed line goes on. What divides the signature does not.
    fn is_soft(&self) -> bool {
        self.raw.ends_with(' ') && !self.is_blank() && self.words() != "--"
    }

    /// Whether both lines can be of one paragraph.
    fn may_precede(&self, next: &Self) -> bool {
        self.depth == next.depth
            && !self.is_blank()
            && !next.is_blank()
            && !self.is_rule()
            && !next.is_rule()
            && !self.is_row()
            && !next.is_row()
            && !next.is_head()
            && !next.begins_item(self)
    }

    /// Whether it only divides: `--`, `-----`, `*****`.
    fn is_rule(&self) -> bool {
        !self.words().contains(char::is_alphanumeric)
            || self.words().starts_with("---")
            || self.words().starts_with("___")
    }

    /// Whether it is a row of a table.
    fn is_row(&self) -> bool {
        let words = self.words();
        words.contains('\t') || words.contains("   ") || words.starts_with('|')
    }

    /// Whether it begins a field in the head of a mail.
    fn is_head(&self) -> bool {
        const FIELDS: [&str; 7] = ["From:", "Sent:", "Date:", "To:", "Cc:", "Bcc:", "Subject:"];
        let word = self.first_word().trim_matches('*');
        FIELDS.iter().any(|field| word.eq_ignore_ascii_case(field))
    }

    /// Whether it begins an item of a list: `• a`, `(a) b`, `12. c`, or a dash that is not one inside the
    /// sentence of the line before.
    fn begins_item(&self, before: &Self) -> bool {
        let first = self.first_word();
        match first {
            "•" | "*" | "▪" | "◦" | "■" | "o" => true,
            "-" | "–" | "—" => {
                !before.is_unfinished()
                    || before.words().ends_with(',')
                    || before.first_word() == first
            }
            _ => {
                let inner = first.trim_start_matches(['(', '[']).trim_end_matches([')', ']', '.']);
                inner.len() < first.len()
                    && (1..=3).contains(&inner.len())
                    && (inner.bytes().all(|b| b.is_ascii_digit())
                        || inner.len() == 1 && first.ends_with(')'))
            }
        }
    }

    fn is_unfinished(&self) -> bool {
        !self.words().ends_with(['.', '!', '?', ':', ';', '…', '"', '”', '’', ')', ']'])
    }

    /// Whether it can be inside a sentence. An address of the web or of a mail need not be.
    fn begins_inside(&self) -> bool {
        let word = self.first_word();
        let is_address = word.contains(['@', '/']) || word.starts_with("www.");
        word.starts_with(char::is_lowercase) && !is_address
    }

    /// The widths at which this line is cut before the first word of `next`.
    fn reach(&self, next: &Self) -> RangeInclusive<usize> {
        self.length..=self.length + next.first_word().chars().count()
    }
}

/// The widths to which a text is wrapped: of what stands behind no `>`, behind one, and so on.
struct Widths(Vec<Option<usize>>);

impl Widths {
    fn of_lines(lines: &[Line<'_>]) -> Self {
        /// Lines behind more marks are of the last width.
        const DEEPEST: usize = 4;
        let at = |depth: usize| {
            let pairs = lines.windows(2).filter(|pair| {
                pair[0].depth.min(DEEPEST) == depth && pair[0].may_precede(&pair[1])
            });
            let pairs: Vec<&[Line<'_>]> = pairs.collect();
            let own = lines.iter().filter(|line| line.depth.min(DEEPEST) == depth);
            let own: Vec<&Line<'_>> = own.collect();
            width(&pairs, &own)
        };
        Self((0..=DEEPEST).map(at).collect())
    }

    /// Whether `line`, in `block`, goes on in `next`.
    fn join(&self, block: &[Line<'_>], line: &Line<'_>, next: &Line<'_>) -> bool {
        let of_text = self.0.get(line.depth.min(self.0.len() - 1)).copied().flatten();
        let of_block = block_width(block);
        let is_cut = |width: usize| line.reach(next).contains(&width);
        // Some wrap by hand, and not every line is full.
        let is_inside = |width: usize| {
            line.length * 5 >= width * 3
                && line.length <= width
                && line.is_unfinished()
                && next.begins_inside()
        };
        of_text.is_some_and(|width| is_cut(width) || is_inside(width))
            || of_block.is_some_and(is_cut)
    }
}

/// The width to which most lines are cut, unless far more go beyond it. `pairs` may be of one paragraph each.
fn width(pairs: &[&[Line<'_>]], lines: &[&Line<'_>]) -> Option<usize> {
    let mut best: Option<(usize, usize)> = None;
    for width in WIDTHS {
        let cut = || pairs.iter().filter(|pair| pair[0].reach(&pair[1]).contains(&width));
        let is_shown = cut().any(|pair| pair[0].is_unfinished() && pair[1].begins_inside());
        let beyond = lines.iter().filter(|line| {
            line.length > width && line.words().chars().take(width).any(|c| c == ' ')
        });
        let (cut, beyond) = (cut().count(), beyond.count());
        let weight = (2 * cut).saturating_sub(beyond);
        if is_shown && best.map_or(0, |(most, _)| most) < weight {
            best = Some((weight, width));
        }
    }
    best.map(|(_, width)| width)
}

/// The width to which all lines of a block are cut, if it has enough of them to show it.
fn block_width(block: &[Line<'_>]) -> Option<usize> {
    let pairs = || block.windows(2);
    if block.len() < 3 || !pairs().any(|pair| pair[1].begins_inside()) {
        return None;
    }
    let least = pairs().map(|pair| *pair[0].reach(&pair[1]).start()).max()?;
    let most = pairs().map(|pair| *pair[0].reach(&pair[1]).end()).min()?;
    (least <= most && WIDTHS.contains(&most)).then_some(most)
}

/// The lines round a line that no blank line divides from it, and that stand behind as many marks.
fn block_at(lines: &[Line<'_>], index: usize) -> std::ops::Range<usize> {
    /// No block shows more in more lines.
    const ENOUGH: usize = 40;
    let depth = lines[index].depth;
    let is_in = |line: &&Line<'_>| line.depth == depth && !line.is_blank();
    let before = lines[..index].iter().rev().take(ENOUGH).take_while(is_in).count();
    let after = lines[index..].iter().take(ENOUGH).take_while(is_in).count();
    index - before..index + after
}

#[cfg(test)]
mod tests {
    use super::*;

    fn joined(text: &str, is_flowed: bool) -> Vec<String> {
        unwrapped(text, is_flowed).paragraphs
    }

    #[test]
    fn a_quotation_goes_on_in_the_next_line() {
        let two = "> “We will act\n> by June 2027,” said Dana Vale.";
        assert_eq!(joined(two, false), ["> “We will act by June 2027,” said Dana Vale."]);
        assert_eq!(joined("\"We will act\nby June.\"", false), ["\"We will act by June.\""]);
        // Whole sentences, and what is in no marks.
        for apart in
            ["“We will act.\nbut when?”", "“We will act”\nby June", "“We will act\nBy June.”"]
        {
            assert_eq!(joined(apart, false).len(), 2, "{apart}");
        }
    }

    #[test]
    fn joins_lines_that_a_mail_program_has_cut() {
        let wrapped = "We inspected 84 boats in the harbour, and thirty-one of\n\
            them had no light at all, which is not bad luck.\n\nYours,\nDana Vale\nChief inspector";
        let paragraphs = [
            "We inspected 84 boats in the harbour, and thirty-one of them had no light at all, which is not \
             bad luck.",
            "",
            "Yours,",
            "Dana Vale",
            "Chief inspector",
        ];
        assert_eq!(joined(wrapped, false), paragraphs);
        // What no line wraps says nothing of how the others are.
        let long = "This mail is for you alone. If it has come to you by mistake, please tell whoever sent it, \
                    and delete it from your system.";
        let with_long =
            joined(&format!("{wrapped}\n\n{long}\n\nhttps://{}", "x".repeat(200)), false);
        assert_eq!(with_long[..5], paragraphs);
        assert_eq!(with_long[6], long);
    }

    #[test]
    fn a_flowed_line_goes_on_after_its_space() {
        assert_eq!(joined("One \ntwo.\n-- \nDana \nVale", true), ["One two.", "-- ", "Dana Vale"]);
        assert_eq!(joined("> one \n> two\nthree", true), ["> one two", "three"]);
    }

    #[test]
    fn lists_addresses_tables_and_verses_stay_lines() {
        let kept = "The board wants each of the harbours on the coast to have\n\
            - lights on every one of the boats that sail from it at night\n\
            - notices\n\
            1. a fine for whoever sails without a light from its harbours\n\
            From: Dana Vale <dana.vale@tidewater-safety-board.example.org>\n\
            Subject: what the board has found in the harbours last winter\n\
            \n\
            Boats inspected in the winter of 2025      84     all of them\n\
            unlit                                      31     of these\n\
            \n\
            Tidewater Safety Board\nBoard House, 1 Quay\nfirst floor\n\n\
            They sailed at night\nwithout a light\nand nobody saw them go";
        let lines: Vec<&str> = kept.lines().collect();
        let wrapped = "We inspected 84 boats in the harbour last winter, and thirty-one of them\n\
            had no working light at all, which their owners had known for two years\n\
            or more.\n\n";
        assert_eq!(joined(&format!("{wrapped}{kept}"), false)[2..], lines);
    }

    #[test]
    fn lines_that_may_go_on_are_counted() {
        let long = "A paragraph on a line of its own, which goes on and on, and on, and on, until it ends.\n";
        let text = format!(
            "{}The board has found thirty-one boats in the harbours\nunlit.",
            long.repeat(3)
        );
        let whole = unwrapped(&text, false);
        assert_eq!((whole.joined, whole.unsure), (0, 1));
        assert_eq!(
            whole.remark().as_deref(),
            Some("1 line may go on in the next: it is kept apart")
        );
    }

    #[test]
    fn a_block_shows_its_own_width() {
        let long = "A paragraph on a line of its own, which goes on and on, and on, and on, and on, until it ends.\n\n";
        let block = "> We inspected 84 boats in the harbour last winter, and\n> thirty-one of them had no light at all, \
            which is not\n> bad luck but neglect.";
        let whole = joined(&format!("{}{block}", long.repeat(9)), false);
        assert_eq!(
            whole.last().map(String::as_str),
            Some(
                "> We inspected 84 boats in the harbour last winter, and thirty-one of them had no light at \
                 all, which is not bad luck but neglect."
            )
        );
    }

    #[test]
    fn breaks_divide_short_lines_and_whole_ones() {
        let divided = |lines: &[&str]| {
            let lines: Vec<String> = lines.iter().map(|line| (*line).to_owned()).collect();
            unbroken(&lines)
        };
        let signature = ["Best,", "Dana Vale", "Chief inspector | Harbours", "www.example.org"];
        assert_eq!(divided(&signature), signature);
        assert_eq!(
            divided(&["We inspected", "84 boats", "and found neglect.", "x"]),
            ["We inspected", "84 boats and found neglect.", "x"]
        );
        let wrapped = [
            "We inspected 84 boats in the harbour last winter.",
            "Thirty-one of them had no light at all",
            "and sailed at night.",
        ];
        assert_eq!(
            divided(&wrapped),
            [wrapped[0].to_owned(), format!("{} {}", wrapped[1], wrapped[2])]
        );
    }
}
