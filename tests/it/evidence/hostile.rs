//! Text made of nothing but trouble: no panic, and nothing verified that is not there.

use proptest::prelude::*;
use topline::evidence::State;

use super::support::{brief, gather, quote};

const TROUBLE: &str = "[“”‘’'\"«»„`…\\.,?!:;\\[\\]()£%/&\\-–— \u{a0}\u{ad}\u{200b}\u{301}\n0-9abnotABé\u{fb01}]{0,60}";

/// The letters and digits of a text.
fn letters(text: &str) -> String {
    text.chars().filter(char::is_ascii_alphanumeric).collect()
}

proptest! {
    #[test]
    fn any_quotation_in_any_text_is_decided_on(exact in TROUBLE, text in TROUBLE, kind in 0..3usize) {
        prop_assume!(exact.contains(|c: char| !c.is_whitespace() && c != '\u{200b}' && c != '\u{ad}'));
        let source = ["", "  by: vale\n  type: speech\n", "  type: interview\n"][kind];
        let claim = serde_json::Value::from(format!("It says {exact}"));
        let sections = format!(
            "{}claims:\n  c1: {{text: {claim}, by: vale, evidence: q}}\n",
            quote("vale", &exact, "")
        );
        let (finding, _) = gather(&brief(source, &sections), &text);
        prop_assert!(finding.spans.iter().all(|span| text.get(span.clone()).is_some()));
        let plain = |text: &str| !text.contains(['[', '.', '…', '\u{301}', 'é', '\u{fb01}']);
        if finding.state == State::Verified && plain(&exact) && plain(&text) {
            prop_assert!(letters(&text).contains(&letters(&exact)));
        }
    }

    #[test]
    fn a_text_quotes_itself(text in "[a-zA-Z]{1,8}([ ,][a-z’\\-]{1,8}){2,12}") {
        let words = text.trim_end_matches(|c: char| !c.is_alphanumeric());
        prop_assume!(!words.is_empty());
        let own = brief("  by: vale\n  type: speech\n", &quote("vale", words, ""));
        let (finding, problems) = gather(&own, words);
        prop_assert_eq!(finding.state, State::Verified, "{:?}", problems);
    }
}
