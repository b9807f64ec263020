//! What a starter brief makes of promises, recommendations and the interruptions of a speech.

use topline::brief::{Addressee, AskKind, Brief, Due};

/// The starter brief of a text.
#[track_caller]
fn start(text: &str) -> Brief {
    super::start(text).1
}

/// The asks of a brief, each as `by > to: action | due`.
fn asks(brief: &Brief) -> Vec<String> {
    let shown = brief.asks.iter().map(|ask| {
        let to = ask.to.iter().map(|to| match to {
            Addressee::Party(id) => id.to_string(),
            _ => "someone".to_owned(),
        });
        let due = ask.due.as_ref().map_or_else(String::new, |due| match due {
            Due::Date(date) => format!(" | {date:#}"),
            Due::Words(words) => format!(" | “{words}”"),
        });
        let arrow = if ask.kind == AskKind::Ask { " > " } else { "" };
        let to: Vec<String> = to.collect();
        format!("{}{arrow}{}: {}{due}", ask.by, to.join(" "), ask.action)
    });
    shown.collect()
}

#[test]
fn each_item_of_a_list_of_recommendations_is_an_ask() {
    let text = "Ombudsman reports on ladders\n\n\
        The Ports Ombudsman has published its report on the Wessmark Ports Authority.\n\n\
        The Ports Ombudsman recommends that:\n\n\
        - the Wessmark Ports Authority repair all unsafe ladders by 31 March 2027;\n\n\
        - the Authority publish a timetable by 15 January 2027.\n\n\
        The ladders are old.\n\n\
        - The Authority should not be an ask here.\n\n\
        Recommendations\n\n\
        1. The Wessmark Ports Authority should repair the lights by 1 May 2027.\n\n\
        2. The Authority should also train its crews.\n";
    let found = asks(&start(text));
    let (by, to) = (found[0].split(' ').next().unwrap(), "wpa");
    let expected = [
        format!("{by} > {to}: repair all unsafe ladders | 2027-03-31"),
        format!("{by} > {to}: publish a timetable | 2027-01-15"),
        format!("{by} > {to}: repair the lights | 2027-05-01"),
        format!("{by} > {to}: train its crews"),
    ];
    assert_eq!(found, expected);
}

#[test]
fn what_we_recommend_is_asked_by_whoever_publishes_it() {
    let text = "Ladders at Wessmark\n\n\
        The ladders are old, and nobody has looked at them for a winter.\n\n\
        We recommend that the Wessmark Ports Authority should repair all unsafe ladders by 31 March 2027.\n\n\
        Recommendation 2: The Wessmark Ports Authority should keep a log.\n";
    assert_eq!(
        asks(&start(text)),
        [
            "unknown-speaker > wpa: repair all unsafe ladders | 2027-03-31",
            "unknown-speaker > wpa: keep a log",
        ]
    );
}

const SPEECH: &str = "Speech by Dana Vale, Minister for Ports, to the owners\n\n\
    Good evening, and thank you for waiting for a ferry that was late again.\n\n\
    What we will do\n\n\
    I promise you tonight that by 30 September 2027 every harbour in this county will have a lamp.\n\n\
    [A voice from the floor: “And we will publish the letters!”]\n\n\
    (A heckler: “We will close the harbour of Holt by June 2027 for ever!”)\n\n\
    We will, by 1 May 2027, publish the hours of every ferry. We will have every unsafe ladder \
    mended by 31 March 2027.\n\n\
    VOICE FROM THE FLOOR: We will believe it when we have seen the lamps of Holt!\n\n\
    [Prolonged laughter and applause]\n\n\
    My officials will write to every council by Christmas. I do not promise that every ferry will be on \
    time. I promise you that we will stop pretending.\n\n\
    Thank you.\n";

#[test]
fn promises_in_the_first_person_are_commitments() {
    assert_eq!(
        asks(&start(SPEECH)),
        [
            "vale: ensure that “every harbour in this county will have a lamp” | 2027-09-30",
            "vale: publish the hours of every ferry | 2027-05-01",
            "vale: have every unsafe ladder mended | 2027-03-31",
            "vale: write to every council | “Christmas”",
        ]
    );
}

#[test]
fn what_is_called_out_is_not_proposed_as_the_speakers() {
    let brief = start(SPEECH);
    assert_eq!(brief.quotes.len(), 4);
    for quote in &brief.quotes {
        let exact = quote.words.exact().unwrap().to_string();
        for not_hers in ["voice", "VOICE", "letters", "heckler", "Holt", "laughter", "What we will"]
        {
            assert!(!exact.contains(not_hers), "{exact}");
        }
    }
}

#[test]
fn what_somebody_promises_that_others_will_do_is_one_commitment() {
    let asks = |sentence: &str| {
        asks(&start(&format!("A title\n\nThe Harbour Board met.\n\n{sentence}\n")))
    };
    let vale = "Dana Vale, chair of the Harbour Board,";
    assert_eq!(
        asks(&format!("{vale} promised that the council will publish a code by June 2027.")),
        ["vale: ensure that the council will publish a code | 2027-06"]
    );
    assert_eq!(
        asks(&format!("{vale} has pledged that the Harbour Board will publish a code.")),
        ["vale: ensure that the Harbour Board will publish a code"]
    );
    // What a pronoun will do, whoever promises.
    assert_eq!(
        asks(&format!("{vale} promised that she will publish a code.")),
        ["vale: publish a code"]
    );
    assert_eq!(
        asks("The Harbour Board has promised that our bus will return by 31 March 2027."),
        ["harbour-board: FILL IN | 2027-03-31"]
    );
    // Promised to, not by.
    assert_eq!(asks(&format!("{vale} was promised that a bus will return.")), [""; 0]);
    assert_eq!(asks("The Harbour Board has written to the crews about it."), [""; 0]);
}
