//! Every rule that reads a claim beside a passage: no panic, and a claim that repeats its passage
//! word for word states no figure that the passage lacks.
#![no_main]

use libfuzzer_sys::fuzz_target;
use topline::brief::{self, Id, Rule};
use topline::evidence::{Evidence, SourceText};

fuzz_target!(|data: &str| {
    let line = data.replace(['\n', '\r'], " ");
    let yaml = format!(
        "summary: x\nsource: {{title: x, publisher: x, text: x.txt}}\n\
         quotes: {{q: {{form: passage, by: source, gist: x, paragraph: 1}}}}\n\
         claims: {{c: {{text: {}, by: source, evidence: q}}}}\n",
        serde_json::Value::from(line.as_str())
    );
    let id = Id::of_file("fuzz");
    let Some(brief) = brief::read(&id, yaml.as_bytes()).brief else { return };
    let claim = &brief.claims[&Id::of_file("c")].text;
    let evidence = Evidence::gather(&brief, Some(SourceText::new(claim)), None);
    let missing = evidence.problems.iter().find(|problem| problem.rule == Rule::MissingFigure);
    assert!(missing.is_none(), "{missing:?} in {claim:?}");
});
