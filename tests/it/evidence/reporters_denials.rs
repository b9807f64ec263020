//! Partial quotations with which the reporter's sentence goes on: reported if the reporter's words deny
//! them, and passed over if what is denied is something else.

use proptest::prelude::*;
use proptest::sample::select;

use super::support::{gather, quoting};

/// The rules that what is in quotation marks in `text` breaks as a quotation of Dana Vale's.
fn told(text: &str) -> Vec<String> {
    let exact = text.split(['“', '”']).nth(1).unwrap();
    let (_, problems) = gather(&quoting(exact), text);
    let rules = problems.iter().map(|problem| problem.rule.to_string());
    rules.filter(|rule| !["orphan", "scare-quote"].contains(&rule.as_str())).collect()
}

/// Whether the denial is reported; besides, at most that claims which somebody rejects are not theirs.
fn is_reported(text: &str) -> bool {
    let told = told(text);
    told.iter().any(|rule| rule == "clipped")
        && told.iter().all(|rule| ["clipped", "speaker-not-near"].contains(&rule.as_str()))
}

#[test]
fn a_partial_quotation_that_the_reporter_denies_is_reported() {
    for text in [
        "Dana Vale denied “lying to the crews”.",
        "Dana Vale refused to “hand over the keys”.",
        "The plan is not “fit for purpose”, Dana Vale said.",
        "Dana Vale insisted the works were neither “late nor over budget”.",
        "Dana Vale said the pier was anything but “safe for crews”.",
        "Dana Vale dismissed claims that the library was “on its last legs”.",
        "Dana Vale said it was wrong to call the scheme “a waste of money”.",
        "The quay was not, she said, “ready for winter”, Dana Vale told reporters.",
        "Nobody thinks, Dana Vale said, that “the boats are safe at night” if it rains.",
        "Dana Vale ruled out “a full rebuild of the pier”.",
        "Dana Vale said no lamp on the pier was “worth keeping”.",
        "Dana Vale said there was no evidence of “a cover-up at the port”.",
        "The move does not mean the port is “closed for good”, Dana Vale said.",
    ] {
        assert!(is_reported(text), "{text}: {:?}", told(text));
    }
}

#[test]
fn a_partial_quotation_beside_a_denial_of_something_else_is_not_reported() {
    for text in [
        "Dana Vale, who denied wrongdoing, said the plan was “fit for purpose”.",
        "Dana Vale said the plan was “fit for purpose” and not a waste.",
        "Dana Vale did not hold back, calling the plan “a waste of money”.",
        "Dana Vale could not be clearer: “The plan is fit for purpose.”",
        "No boats were lost. Dana Vale called it “a lucky escape”.",
        "Dana Vale said there was no doubt the plan was “fit for purpose”.",
        "Dana Vale said the plan was not only late but “a waste of money”.",
        "Denying that fees would rise, Dana Vale described the plan as “good for crews”.",
        "Dana Vale rejected the plan as “a waste of money”.",
        "Dana Vale said the lack of lights was “a national disgrace”.",
        "Dana Vale said the failed plan “cost us a decade”.",
        "Dana Vale said the plan that the board rejected was “fit for purpose”.",
        "Nobody was hurt in what Dana Vale called “a lucky escape”.",
        "Dana Vale criticised the board for failing to act on “years of warnings”.",
        "The crew could not swim, Dana Vale said, describing “a dreadful night at sea”.",
        "Dana Vale refused to apologise for “telling the truth”.",
        "Dana Vale told the inquiry that the pier was “not fit for purpose”.",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
}

#[test]
fn a_thing_in_a_clause_about_somebody_is_not_denied() {
    for text in [
        "Dana Vale criticised those who do not pay “their fair share”.",
        "Dana Vale said firms which did not meet “our high standards” would go.",
        "Dana Vale attacked a board that did not keep “its promises to the town”.",
        "Dana Vale praised crews who would not leave “their posts in the storm”.",
        "Dana Vale warned people who never cared about “the future of the port”.",
    ] {
        assert_eq!(told(text), [""; 0], "{text}");
    }
    for text in [
        "Dana Vale said the board did not keep “its promises to the town”.",
        "Dana Vale spoke of a plan that was not “the right one for us”.",
        "Dana Vale said that did not mean “the port was lost”.",
        "Dana Vale said the owner, who did not pay “his taxes”, had left.",
        "Dana Vale spoke of somebody who is not “the man for the job”.",
        "Dana Vale spoke of lamps that were never “fit for purpose”.",
    ] {
        assert!(is_reported(text), "{text}: {:?}", told(text));
    }
}

proptest! {
    #[test]
    fn any_denial_of_the_reporters_governs_the_phrase_after_it(
        denial in select(&[
            "the plan was not", "the pier had never been", "the ferry wasn’t", "no pier was",
            "nobody thought the plan was", "she did not believe the board was",
            "it was untrue that the quay was", "neither ferry was", "the harbour was far from",
            "few lamps were", "she doubted that the pier was", "the board could not be",
            "it was a myth that the library was", "there was no proof that the ferry had been",
            "the quay could hardly be", "she rejected the claim that the pier was",
        ]),
        phrase in select(&[
            "fit for purpose", "a danger to crews", "left to rot for a decade", "up to the job",
            "ready for the winter crowds", "the envy of every port", "built to last", "cheap",
        ]),
        verb in select(&["said", "insisted", "told reporters", "argued that"]),
        end in select(&[".", " in June.", ", and left.", ", adding: “Look at it.”"]),
    ) {
        let text = format!("Dana Vale {verb} {denial} “{phrase}”{end}");
        prop_assert!(is_reported(&text), "{}: {:?}", text, told(&text));
    }

    #[test]
    fn no_denial_in_another_clause_governs_a_phrase(
        before in select(&[
            "Nobody was hurt, but", "The board has not met, and", "The pier, which was never lit, was",
            "The ferry did not sail. That was", "Not for the first time, the port was",
            "Though the lamps did not fail, the night was", "Without a lamp in the harbour, it was",
        ]),
        phrase in select(&[
            "a lucky escape", "in a sorry state", "close to despair", "a night to forget",
        ]),
    ) {
        let called = if before.ends_with("was") { "" } else { " it was" };
        let text = format!("{before}{called} “{phrase}”, Dana Vale said.");
        prop_assert_eq!(told(&text), [""; 0], "{}", text);
    }
}
