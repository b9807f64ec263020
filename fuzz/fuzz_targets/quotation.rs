//! The matcher and its operators on any quotation and any source, separated by a NUL: no panic, spans
//! that are in the text, and nothing verified unless the source has its letters.
#![no_main]

use libfuzzer_sys::fuzz_target;
use topline::brief::{self, Id};
use topline::evidence::{Evidence, SourceText, State};

fuzz_target!(|data: &str| {
    let Some((exact, source)) = data.split_once('\0') else { return };
    let yaml = format!(
        "summary: x\nsource: {{title: x, publisher: x, text: x.txt}}\norganisations: {{board: Board}}\n\
         quotes: {{q: {{form: direct, by: board, exact: {}}}}}\n",
        serde_json::Value::from(exact)
    );
    let id = Id::of_file("fuzz");
    let Some(brief) = brief::read(&id, yaml.as_bytes()).brief else { return };
    let evidence = Evidence::gather(&brief, Some(SourceText::new(source)), None);
    let text = evidence.text.as_ref().map_or("", SourceText::as_str);
    for finding in evidence.findings.values() {
        assert!(finding.spans.iter().all(|span| text.get(span.clone()).is_some()));
        if finding.state == State::Verified && exact.is_ascii() && !exact.contains(['[', '.']) {
            assert!(letters(text).contains(&letters(exact)), "{exact:?} is not in {text:?}");
        }
    }
});

/// The ASCII letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}
