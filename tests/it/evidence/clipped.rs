//! Quotations cut out of a sentence: reported if the cut takes away what denies, limits or
//! conditions them, or says whose view they are, and passed over if it does not.

use proptest::prelude::*;
use proptest::sample::select;

use super::support::{gather, quoting};

/// The rules that a quotation of Dana Vale's breaks.
fn told(said: &str, exact: &str) -> Vec<String> {
    let (_, problems) = gather(&quoting(exact), &format!("Dana Vale said: “{said}”"));
    let rules = problems.iter().map(|problem| problem.rule.to_string());
    rules.filter(|rule| !["orphan", "scare-quote"].contains(&rule.as_str())).collect()
}

/// Each sentence has `|` on both sides of what is quoted of it.
fn cut(sentence: &str) -> (String, &str) {
    let exact = sentence.split('|').nth(1).unwrap().trim();
    (sentence.replace('|', "").replace("  ", " ").trim().to_owned(), exact)
}

#[track_caller]
fn clips(sentences: &[&str]) {
    for sentence in sentences {
        let (said, exact) = cut(sentence);
        assert_eq!(told(&said, exact), ["clipped"], "{sentence}");
    }
}

#[track_caller]
fn passes(sentences: &[&str]) {
    for sentence in sentences {
        let (said, exact) = cut(sentence);
        assert_eq!(told(&said, exact), [""; 0], "{sentence}");
    }
}

#[test]
fn a_denial_is_reported() {
    clips(&[
        "There is no evidence that | the scheme cut crime in our towns.|",
        "It would be wrong to suggest that | owners ignored the warnings.|",
        "It would be wrong to suggest that owners | ignored the warnings.|",
        "I do not accept, for one moment, that | the board is corrupt.|",
        "This is not, as some have claimed, | a cut to the budget.|",
        "Neither the board nor the owners | told crews about the leak.|",
        "Under no circumstances will we | sell the piers.|",
        "At no stage did anyone from the board | warn us about the leak.|",
        "Not a single owner | has been fined under the Act.|",
        "None of the piers | has been lit.|",
        "Few of the promises made in spring | have been kept.|",
        "There is little reason to think that | prices will fall.|",
        "We will not raise fees or | cut sailings.|",
        "We acted not because | we were told to | but because it was right.",
        "We stopped the owners from | selling the pier.|",
        "I oppose the plan to | build on the quay.|",
        "I cannot in good conscience | support this Bill.|",
        "The owners failed to | light the piers.|",
        "It is too early to say that | the harbour is safe.|",
        "We are not in a position | to fund the repairs.|",
        "The claim that | the boats are unlit | is a myth.",
        "I did not tell you that | the lamps had failed.|",
        "We never told anybody that | the lamps had failed.|",
        "They did not tell us to | stay in port that night.|",
        "The crews were not told to | stay in port that night.|",
        "It is not a fact that | the lamps had failed.|",
        "I am not happy to say that | the lamps had failed.|",
        "I would not go so far as to say that | the lamps had failed.|",
        "We will not help to | pay for the pier again.|",
        "There is no sign that | the lamps had failed.|",
        "|The boats are unlit|, but that is a lie.",
        "I find it hard to accept that | the owners knew nothing.|",
        "It would be foolish to pretend that | the risk has gone.|",
        "The board could not have | prevented the fire.|",
        "We dispute the finding that | the boat was overfull.|",
        "We have no intention of | closing the pier.|",
        "I see no reason why | the pier should close.|",
        "I do not see why | the pier should close.|",
        "I used to think that | the board was the enemy.|",
        "I struggle to believe that | the owners acted in good faith.|",
        "It would take a miracle to | finish by June.|",
    ]);
}

#[test]
fn a_condition_is_reported() {
    clips(&[
        "|The pier will close|, unless the owners pay.",
        "We will | close the pier by June|, unless the owners pay.",
        "If the vote passes and the money comes, | the pier will be lit.|",
        "Were the owners to leave, | the port would close.|",
        "Had we acted sooner, | lives would have been saved.|",
        "Should drivers agree, | the ferry will sail tonight.|",
        "Were owners to pay, | the pier would open again.|",
        "Until the owners pay, | the pier stays shut.|",
        "Till the lamps are lit, | no ferry will sail.|",
        "Without help, | the port will run out of fuel by June.|",
        "But for one crew, | all of them would have drowned.|",
        "Subject to a vote, | work will start in May.|",
        "|The port will grow|, but only if it meets our rules.",
        "|We will reopen the pier| if, and only if, it is safe.",
        "|We will act| when, and only when, the board agrees.",
        "|The pier is safe|, but not in winter.",
        "He acts as if | the rules do not apply to him.|",
        "|The port would die| were we to close the pier.",
        "|We will open the pier by June| should the money come.",
        "|We would have shut the pier| had we known.",
        "|We will open the pier| once the owners have paid.",
        "Once the owners pay, | the pier will open.|",
        "Until the owners pay, | the board keeps the pier.|",
        "|We will open the pier| on the understanding that the owners pay.",
        "With the right support, | the pier could open in June.|",
        "|We will shut the pier| in the event of a strike.",
        "Barring a storm, | the pier will open.|",
        "|We will open the pier|, weather permitting.",
        "As a last resort, | we will sell the pier.|",
        "|The pier stays shut| until the owners pay.",
        "|The pier is closed| till the lamps are lit.",
        "|Boats are banned from the quay| until they have lamps.",
        "|Work on the pier is suspended| pending a review.",
        "|We will not open| the pier until the owners pay.",
        "|The fees stay| until the debt is paid.",
        "|We support the plan in every respect| save one: nobody is in charge.",
        "|The pier would close| over my dead body.",
        "|The pier stays shut| unless the owners pay.",
        "|The pier stays shut| provided the board agrees.",
    ]);
}

#[test]
fn a_clause_of_a_question_is_reported() {
    clips(&[
        "Does anyone here think that | the boats are safe?|",
        "Who can say that | the pier will open in June?|",
        "Are they telling us | the lamps are lit| on every pier?",
    ]);
    passes(&["|Are the boats safe?|", "Why did the pier close? | The owners left.|"]);
}

#[test]
fn until_after_what_happens_for_a_time_is_not_reported() {
    passes(&[
        "|We worked on the pier| until midnight.",
        "|The lamps burn| until dawn.",
        "|We talked| until the lamps went out.",
        "|He led the board| until June.",
        "|The crews held the line| until help came.",
        "|We stayed on the pier| until dawn.",
        "|The quay is unsafe| and until then we wait.",
    ]);
}

#[test]
fn what_is_put_off_is_reported_if_it_is_a_verb() {
    clips(&[
        "We held off | signing the deal.|",
        "They held off on | signing the deal.|",
        "We put off | building the pier.|",
        "The owners shied away from | paying for the pier.|",
    ]);
    passes(&[
        "Crews held off | a second attack on the port.|",
        "The sea wall held off | the worst of the storm.|",
        "Visitors were put off | by the price of the ferry.|",
        "We put off | the decision on the pier.|",
    ]);
}

#[test]
fn a_limit_is_reported() {
    clips(&[
        "Fewer than | one in ten crews trained last year.|",
        "As few as | 12 people turned up.|",
        "|We lost 500 boats| or more.",
        "Most of | the piers were shut in June.|",
        "Only a handful of | the piers have been lit.|",
        "In theory, | every pier is lit by dusk.|",
        "|We support the plan| in principle.",
        "|The plan would work| in a perfect world.",
        "We saw perhaps | nine boats.|",
        "We lost maybe | a dozen lamps.|",
        "The boat may have been | hit by a ferry.|",
        "The boat appears to have been | hit by a ferry.|",
        "Perhaps | the owners were right about the pier.|",
        "The owner was apparently | known to the board.|",
        "A small minority of | owners ruined the night.|",
        "We lost almost a third of | our boats in the storm.|",
        "We lost | a third of our boats | or so.",
        "About two thirds of | the crews were paid on time.|",
        "12% of | the lamps fail each winter.|",
        "In May they may | light the pier again.|",
        "Nine of | the lamps were broken that night.|",
        "We need between | 3 and 5 new piers.|",
        "We need between 3 and | 5 new piers.|",
        "We need | between 3 | and 5 new piers.",
    ]);
}

#[test]
fn a_view_of_somebody_else_is_reported() {
    clips(&[
        "Some people say that | the board is corrupt|, and I see why.",
        "The owners told me that | the pier had been closed for weeks.|",
        "We were assured that | the boats were safe.|",
        "It has been said that | the board takes gifts.|",
        "According to the owners, | the pier will open on time.|",
        "|The pier will open on time|, according to the owners.",
        "|The pier is safe|, or so we are told.",
        "Critics argue that the pier is | a waste of money.|",
        "The owners would have us believe that | fees are too low.|",
        "Anyone who thinks that | this will be easy | is wrong.",
        "It is possible that | the boat was hit by a ferry.|",
        "To suggest that | we put fees before safety | is deeply unfair.",
        "In the view of the owners, | the pier is unsafe.|",
        "They accuse us of | betraying the port.|",
        "One of the crew told me | the noise was unbearable.|",
        "I gather | the owners will leave.|",
        "|The owners will leave|, I understand.",
        "We hope that the first boats will | sail in June.|",
        "They told the town | the wall was sound|, and it was not.",
        "The owners assured our own crews | the boats were safe.|",
    ]);
}

#[test]
fn what_the_speaker_holds_is_not_reported() {
    passes(&[
        "I believe with all my heart that | every crew deserves a safe boat.|",
        "I must tell the House that | the harbour is in a bad way.|",
        "I am pleased to tell you that | the boats have been lit.|",
        "We have always said that | we would judge the plan on its merits.|",
        "The evidence shows that | early checks work.|",
        "It is a disgrace that | so many boats are unlit.|",
        "It cannot be right that | crews are sailing without lights.|",
        "I cannot believe that | we are still having this debate.|",
        "Everyone who knew him will tell you that | he loved this port.|",
        "Nobody can deny that | the winter has been hard.|",
        "They did not tell us that | the lamps were broken.|",
        "Nobody warned us that | the lamps had failed.|",
        "We were not told | the pier had been sold.|",
        "No one informed the board that | the pier had been sold.|",
        "The board did not admit that | the lamps were broken.|",
        "They never let on that | the lamps were old.|",
        "It is not lost on us that | the lamps are old.|",
        "I am not happy that | crews wait for a year.|",
        "I do not like it that | crews wait for a year.|",
        "They did not like the fact that | the lamps failed.|",
        "The crews do not trust a board that | has broken every promise.|",
        "They never answered the letters that | our crews sent them.|",
        "It is not a plan that | works for crews.|",
        "We told the town | the wall was sound.|",
        "We never forgot that | the sea has the last word.|",
        "There can be no excuse for | leaving a ladder broken.|",
    ]);
}

#[test]
fn an_ordinary_cut_is_not_reported() {
    passes(&[
        "We are proud to have lit nine piers, and | we will keep building.|",
        "We do not doubt the scale of the task, but | we are ready for it.|",
        "This will not only | cut bills | but help the crews.",
        "There has never been | a better time to start | in this port.",
        "No board has done more to | help the crews with their bills.|",
        "We will not hesitate to | use these powers.|",
        "The last board failed | our crews|, and we will not.",
        "Even if the ruling goes against us, | we will keep sailing.|",
        "Whether or not the vote passes, | we will keep sailing.|",
        "Without hesitation, | the crew dived in and saved both boys.|",
        "|We will support the crews| for as long as it takes.",
        "If you see a boat without a light, | please call us at once.|",
        "The services | provided by the board | are the best in the land.",
        "A few years ago | this port was empty|, and now it is full.",
        "Instead of cutting corners, | we should be cutting waits.|",
        "I have no illusion about | how hard this will be.|",
        "My own view is that | the fee should be cut.|",
        "This port cannot afford | another lost decade.|",
        "This is not about politics; | it is about the safety of our crews.|",
        "We were to close the pier, and | the port would have died.|",
        "Once the owners had paid, | the pier was opened.|",
        "Until last year | the pier was dark|, and now it is lit.",
        "|We shut the pier| once.",
        "Given the scale of the storm, | the crews did well.|",
        "With the whole town behind us, | we have lit nine piers.|",
        "A third of | the crew | were paid.",
        "One of | the best crews that we have | is from here.",
        "In May | we lit nine piers in the port.|",
        "By early May | sailings were back to normal.|",
        "Our own Jane May | said the pier was open.|",
        "May | was the best month that we have had.|",
        "We need | between 3 and 5 new piers.|",
    ]);
}

/// Ways to deny, to doubt or to ascribe to others the clause that follows.
const DENIALS: &[&str] = &[
    "I do not believe that",
    "I don’t think that",
    "We do not accept that",
    "I cannot say that",
    "We never said that",
    "I am not saying that",
    "Nobody believes that",
    "No one is suggesting that",
    "None of us thinks that",
    "Neither of us believes that",
    "Nothing suggests that",
    "It is not true that",
    "It is simply not the case that",
    "It isn’t true that",
    "It is untrue that",
    "It is false that",
    "It is a myth that",
    "It is a lie that",
    "It is by no means certain that",
    "It is unlikely that",
    "It is impossible that",
    "It would be wrong to say that",
    "It would be a mistake to think that",
    "It is absurd to suggest that",
    "It is too soon to say that",
    "There is no evidence that",
    "There is no proof that",
    "There is little evidence that",
    "Few people think that",
    "I doubt that",
    "I very much doubt that",
    "I reject the idea that",
    "I reject the claim that",
    "We deny that",
    "The board denied that",
    "I refuse to believe that",
    "I would hardly say that",
    "Nor do I think that",
    "You cannot claim that",
    "Far from proving that",
    "I have yet to be convinced that",
    "Let us pretend that",
    "Some people say that",
    "The owners claim that",
    "They told us that",
    "Critics argue that",
    "We are told that",
    "It is alleged that",
    "It has been suggested that",
    "Anyone who thinks that",
    "The allegation that",
    "I hope that",
    "I wish that",
    "It is possible that",
    "If",
    "Unless",
    "Only if",
];

/// Clauses that are fair to quote on their own.
const CLAUSES: &[&str] = &[
    "the boats are safe",
    "the harbour was shut in June",
    "crews have been paid too much",
    "the owners were warned in time",
    "we failed the crews",
    "this has been a good year for the port",
    "every pier is lit at night",
    "the board took the money",
    "ministers will close the port",
    "the ferries cannot sail in winter",
];

/// Conditions after a clause.
const CONDITIONS: &[&str] = &[
    "if the vote passes",
    "unless the owners pay",
    ", unless the owners pay",
    ", but only if the board agrees",
    "only if the board agrees",
    "provided that the money comes",
    "as long as the money lasts",
    ", so long as the rain holds off",
    "on condition that the owners pay",
    "subject to a vote of the board",
    "in the event of a strike",
    "on the understanding that the owners pay",
    "barring a strike",
    "in theory",
    "in principle",
    ", they claim",
    ", the owners say",
    ", according to the owners",
    ", supposedly",
];

/// Bounds of a figure.
const BOUNDS: &[&str] = &[
    "up to",
    "fewer than",
    "less than",
    "more than",
    "at least",
    "at most",
    "nearly",
    "almost",
    "about",
    "around",
    "roughly",
    "some",
    "over",
    "under",
    "as many as",
    "no more than",
    "in excess of",
    "close to",
    "approximately",
    "an estimated",
];

/// Ways to begin a sentence by which the speaker holds what follows.
const AVOWALS: &[&str] = &[
    "I think that",
    "I believe that",
    "We know that",
    "I am sure that",
    "I am proud that",
    "It is clear that",
    "It is right that",
    "It is a scandal that",
    "It is no surprise that",
    "There is no doubt that",
    "I have no doubt that",
    "Nobody can deny that",
    "We should never forget that",
    "I want to say that",
    "Let me say that",
    "I can tell the House that",
    "The truth is that",
    "The report shows that",
    "Let us not forget that",
    "We have always said that",
];

proptest! {
    #[test]
    fn a_clause_cut_off_from_its_denial_is_reported(
        denial in select(DENIALS),
        clause in select(CLAUSES),
        more in select(&["", ", and we all know it", " on most days of the year"]),
    ) {
        let said = format!("{denial} {clause}{more}.");
        prop_assert_eq!(told(&said, clause), ["clipped"], "{}", said);
    }

    #[test]
    fn a_clause_cut_off_from_a_condition_or_a_doubt_after_it_is_reported(
        clause in select(CLAUSES),
        condition in select(CONDITIONS),
    ) {
        let space = if condition.starts_with(',') { "" } else { " " };
        let said = format!("We know that {clause}{space}{condition}.");
        prop_assert_eq!(told(&said, clause), ["clipped"], "{}", said);
    }

    #[test]
    fn a_figure_cut_off_from_its_bound_is_reported(
        bound in select(BOUNDS),
        figure in select(&["500", "£40 million", "12 per cent", "two thousand", "30"]),
    ) {
        let said = format!("We counted {bound} {figure} of them by the end of June.");
        let exact = format!("{figure} of them by the end of June");
        prop_assert_eq!(told(&said, &exact), ["clipped"], "{}", said);
    }

    #[test]
    fn a_verb_cut_off_from_its_negation_is_reported(
        denial in select(&[
            "We will not", "We won’t", "They do not", "They cannot", "They could not",
            "We did not", "They refused to", "They failed to", "We are unable to",
            "We are not going to", "We have no plans to", "It is impossible to", "They declined to",
            "Nobody wants to", "We have yet to", "They may", "They might", "They are unlikely to",
            "They seem to", "They are said to",
        ]),
        predicate in select(&[
            "close the port in winter", "pay the owners for their loss", "light every pier by June",
            "answer our letters in time", "blame the crews for the leak",
        ]),
    ) {
        let said = format!("{denial} {predicate}.");
        prop_assert_eq!(told(&said, predicate), ["clipped"], "{}", said);
    }

    #[test]
    fn a_clause_that_the_speaker_holds_is_not_reported(
        avowal in select(AVOWALS),
        clause in select(CLAUSES),
        more in select(&["", ", and we all know it", " on most days of the year"]),
    ) {
        let said = format!("{avowal} {clause}{more}.");
        prop_assert_eq!(told(&said, clause), [""; 0], "{}", said);
    }

    #[test]
    fn a_whole_sentence_is_never_reported(
        opening in select([DENIALS, AVOWALS].concat()),
        clause in select(CLAUSES),
        before in select(&["", "Nobody was warned. ", "If only. ", "They claim it. "]),
        after in select(&["", " Unless it rains.", " That is a lie.", " Not in winter."]),
        stop in select(&["", "."]),
    ) {
        let sentence = format!("{opening} {clause}");
        let said = format!("{before}{sentence}.{after}");
        prop_assert_eq!(told(&said, &format!("{sentence}{stop}")), [""; 0], "{}", said);
    }
}
