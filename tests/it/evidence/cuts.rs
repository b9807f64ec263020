//! What a quotation leaves out, at its edges and at its ellipses: told where it changes what is
//! said, and passed over where it does not.

use topline::evidence::State;

use super::support::{gather, quoting};

/// What is said of a quotation of Dana Vale's: the rules it breaks, with their messages.
fn told(said: &str, exact: &str) -> Vec<(String, String)> {
    told_in(&format!("Dana Vale said: “{said}”"), exact)
}

fn told_in(text: &str, exact: &str) -> Vec<(String, String)> {
    let quiet = ["orphan", "scare-quote"];
    let (_, problems) = gather(&quoting(exact), text);
    let told =
        problems.iter().map(|problem| (problem.rule.to_string(), problem.message.to_string()));
    told.filter(|(rule, _)| !quiet.contains(&rule.as_str())).collect()
}

#[track_caller]
fn tells(rule: &str, said: &str, exact: &str) {
    let told = told(said, exact);
    let of_rule = told.iter().find(|(own, _)| own == rule);
    assert!(of_rule.is_some(), "{said} | {exact}: {told:?}");
    assert!(
        of_rule.is_some_and(|(_, message)| message.contains(said)),
        "{said} | {exact}: {told:?}"
    );
}

#[track_caller]
fn passes(said: &str, exact: &str) {
    assert_eq!(told(said, exact), [], "{said} | {exact}");
}

#[test]
fn a_quotation_cut_off_from_what_governs_it_is_told() {
    for (said, exact) in [
        ("I do not believe that the boats are safe.", "the boats are safe"),
        ("It is a myth that crime is falling.", "crime is falling"),
        ("Nobody thinks the harbour is safe at night.", "the harbour is safe at night"),
        ("Nobody thinks boats sink at night.", "boats sink at night"),
        ("It would be a lie to say that we failed.", "we failed"),
        ("I don't think we should abandon the harbour now.", "abandon the harbour now"),
        ("They do not know the law.", "know the law"),
        ("We will act only if the board agrees.", "We will act"),
        ("We will act, but only if the board agrees.", "We will act"),
        ("If the vote passes, we will light the piers.", "we will light the piers"),
        (
            "Unless the vote passes we are going to close, and if it does, we will light the piers.",
            "we will light the piers",
        ),
        ("Some of the boats are unsafe in winter.", "the boats are unsafe in winter"),
        ("They may sink at night in storms.", "sink at night in storms"),
        ("We saw up to 500 boats last year.", "500 boats last year"),
        ("We saw fewer than 500 boats last year.", "500 boats last year"),
        ("Does anyone think that the boats are safe?", "the boats are safe"),
        ("The boats are safe, they claim.", "The boats are safe"),
        ("They claim that the boats are safe.", "the boats are safe"),
        ("The idea that the boats are safe is a myth.", "the boats are safe"),
        ("We are far from a safe harbour for all.", "a safe harbour for all"),
        (
            "We could act in every port of the country if the money came.",
            "We could act in every port of the country",
        ),
        ("I reject the idea that we failed the crews.", "we failed the crews"),
        ("We have not yet met the targets we set.", "met the targets we set"),
        (
            "It is simply not the case that owners were warned in time.",
            "owners were warned in time",
        ),
        ("I hope that the boats are safe this winter.", "the boats are safe this winter"),
    ] {
        tells("clipped", said, exact);
    }
}

#[test]
fn a_sentence_that_the_reporter_interrupts_is_read_as_one() {
    let before = "“I do not believe,” said Dana Vale, “that the boats are safe.”";
    let after = "“The rule applies,” said Dana Vale, “unless a minister objects.”";
    for (text, exact) in [(before, "the boats are safe"), (after, "The rule applies")] {
        assert!(matches!(&told_in(text, exact)[..], [(rule, _)] if rule == "clipped"), "{text}");
    }
}

#[test]
fn a_quotation_that_begins_and_ends_inside_a_sentence_may_be_fair() {
    for (said, exact) in [
        ("This has been a decade of drift, and we know it.", "a decade of drift"),
        ("There is no doubt that the boats are unsafe.", "the boats are unsafe"),
        ("I have no doubt the boats are unsafe.", "the boats are unsafe"),
        ("We inspected 84 boats and 31 had no light.", "31 had no light"),
        ("We do not blame the crews, but the owners have failed.", "the owners have failed"),
        ("It is no surprise that the boats are unsafe.", "the boats are unsafe"),
        ("They did not break the law of the land.", "the law of the land"),
        ("This is not only a failure of lights but a decade of drift.", "a decade of drift"),
        ("This is not just a decade of drift.", "a decade of drift"),
        ("If I may say so, the boats are unsafe.", "the boats are unsafe"),
        ("Even if it rains, we will sail at dawn.", "we will sail at dawn"),
        ("We have never been prouder of this town.", "prouder of this town"),
        ("We inspected 84 boats and 31 had no working stern light.", "We inspected 84 boats"),
        ("The board has acted because nobody else would.", "The board has acted"),
        ("We will sail at dawn, whatever the weather, and we are ready.", "we are ready"),
        ("We know that the lamps work and the crews are trained.", "the lamps work"),
        ("I think the boats are safe.", "the boats are safe"),
        ("We said that the boats are safe.", "the boats are safe"),
        ("The boats that we saw were built in a golden age of sail.", "a golden age of sail"),
        (
            "We have hired six inspectors, and if we need more, we will ask.",
            "We have hired six inspectors",
        ),
        ("We will see if the boats come back.", "We will see"),
        ("We were not warned. The boats are safe.", "The boats are safe."),
        ("No, the boats are safe.", "the boats are safe"),
        ("Nothing will stop us: the piers will be lit by June.", "the piers will be lit by June"),
        (
            "We acted without fear, and the harbour is better for it.",
            "the harbour is better for it",
        ),
        ("The minister failed to act, so the board has stepped in.", "the board has stepped in"),
        (
            "We would like to thank the crews who saved so many lives.",
            "the crews who saved so many lives",
        ),
        ("I am proud of what we have built together.", "what we have built together"),
        (
            "Those who do not pay are fined, and the rest are free to sail.",
            "the rest are free to sail",
        ),
        ("We lost 500 boats in 2019.", "We lost 500 boats"),
        ("We lost boats in 2019 and crews in 2020.", "crews in 2020"),
    ] {
        passes(said, exact);
    }
}

#[test]
fn a_quotation_that_cuts_a_figure_is_refused() {
    for (said, exact) in [
        ("It was two and a half million pounds.", "It was two"),
        ("Crime rose by 31 per cent of all cases.", "Crime rose by 31"),
        ("It cost £5 million to build the pier.", "It cost £5"),
        ("Some thirty five boats sank that night.", "five boats sank that night"),
        ("We spent 20 billion pounds on lamps.", "We spent 20"),
        ("We lost half a million jobs here.", "a million jobs here"),
    ] {
        tells("not-verbatim", said, exact);
    }
}

#[test]
fn a_quotation_may_end_inside_a_date_or_a_name() {
    for (said, exact) in [
        ("Was it so? No 1,000 boats say more.", "Was it so? No"),
        ("We light every section 12 yards long.", "We light every section"),
        ("We met on 9 February 2025 in the port.", "We met on 9 February"),
        ("It opens in May 2026 at last.", "It opens in May"),
        ("In June 31 boats sank that night.", "31 boats sank that night"),
    ] {
        passes(said, exact);
    }
    let text = "Dana Vale said: “We saw the few, 84 no.\n\n“1,000 boats were lit that night.”";
    assert_eq!(told_in(text, "1,000 boats were lit that night."), []);
}

#[test]
fn a_negation_that_an_ellipsis_takes_away_is_refused() {
    for (said, exact) in [
        ("We have never lied to the House.", "We have […] lied to the House."),
        ("We are far from happy with the plan.", "We are […] happy with the plan."),
        ("The plan is anything but a success.", "The plan is […] a success."),
        ("We were unable to save the crew.", "We were […] to save the crew."),
        ("We cut tax instead of raising wages.", "We […] raising wages."),
        ("We chose to sail rather than wait for help.", "We chose to […] wait for help."),
        ("We refuse to pay the owners.", "We […] pay the owners."),
        ("We wont pay the owners.", "We […] pay the owners."),
        ("I doubt the boats are safe.", "I […] the boats are safe."),
        ("We have held off opening the pier.", "We have […] opening the pier."),
        ("The board put off a vote on lamps.", "The board […] a vote on lamps."),
        ("It is false that the boats are safe.", "It is […] that the boats are safe."),
    ] {
        tells("not-verbatim", said, exact);
    }
}

#[test]
fn what_else_weighs_in_an_ellipsis_is_told() {
    for (rule, said, exact) in [
        (
            "heavy-ellipsis",
            "We voted against the bill last night.",
            "We voted […] the bill last night.",
        ),
        ("heavy-ellipsis", "We stopped paying the owners.", "We […] paying the owners."),
        ("heavy-ellipsis", "It is too late to save it.", "It is […] late to save it."),
        (
            "heavy-ellipsis",
            "We declined, after much thought, to sell the pier.",
            "We […] sell the pier.",
        ),
        ("heavy-ellipsis", "We resisted calls to sell the pier.", "We […] sell the pier."),
        ("heavy-ellipsis", "They were reluctant to light the pier.", "They […] light the pier."),
        (
            "heavy-ellipsis",
            "They blocked the sale of the ferry.",
            "They […] the sale of the ferry.",
        ),
        ("heavy-ellipsis", "They neglected a duty to light it.", "They […] light it."),
        (
            "heavy-ellipsis",
            "There were few lights on the pier.",
            "There were […] lights on the pier.",
        ),
        ("dropped-hedge", "Ministers may resign over it.", "Ministers […] resign over it."),
        ("dropped-hedge", "We should close the port now.", "We […] close the port now."),
        ("dropped-hedge", "We want to close the port now.", "We […] close the port now."),
        ("dropped-hedge", "We tried to stop the boats.", "We […] stop the boats."),
        ("dropped-hedge", "There were nearly 84 boats.", "There were […] 84 boats."),
        ("dropped-hedge", "There were up to 84 boats.", "There were […] 84 boats."),
        ("dropped-hedge", "There were fewer than 84 boats.", "There were […] 84 boats."),
        (
            "dropped-hedge",
            "The alleged thief has left the port.",
            "The […] thief has left the port.",
        ),
        (
            "dropped-hedge",
            "We found some of the boats in the bay.",
            "We found […] the boats in the bay.",
        ),
        (
            "heavy-ellipsis",
            "Labour’s plan is a disaster. Our plan is a success.",
            "Labour’s plan is […] a success.",
        ),
        (
            "heavy-ellipsis",
            "Labour’s plan is a disaster and our plan is a success.",
            "Labour’s plan is […] a success.",
        ),
        ("heavy-ellipsis", "We will build ships. They will sink homes.", "We will […] sink homes."),
    ] {
        tells(rule, said, exact);
    }
}

#[test]
fn an_ellipsis_may_be_fair() {
    for (said, exact) in [
        (
            "We inspected 84 boats. The crews were ready. The piers are lit.",
            "We inspected 84 boats. […] The piers are lit.",
        ),
        (
            "We inspected 84 boats, in a hurry, and 31 had no light.",
            "We inspected 84 boats […] and 31 had no light.",
        ),
        (
            "We inspected 84 boats in a hurry. They were old, and we will act by June.",
            "We inspected 84 boats […] we will act by June.",
        ),
        ("The lights that we bought last year work well.", "The lights […] work well."),
        ("We will no doubt light the piers.", "We will […] light the piers."),
        ("The crews, who may be ill, sailed at dawn.", "The crews […] sailed at dawn."),
        ("The harbour, as everybody here knows, is old.", "The harbour […] is old."),
        ("We talked about the boats and the crews.", "We talked […] and the crews."),
        (
            "I want to thank the crews. They saved lives.",
            "I want to thank the crews. […] They saved lives.",
        ),
        (
            "The crews did not wait. They saved lives and went home.",
            "They saved lives […] went home.",
        ),
        (
            "We bought lamps, ropes, sails and flares for the crews.",
            "We bought lamps […] for the crews.",
        ),
        (
            "The board, which met on Monday, has hired six inspectors.",
            "The board […] has hired six inspectors.",
        ),
        (
            "This is the largest, the most expensive and the oldest pier.",
            "This is the largest […] and the oldest pier.",
        ),
    ] {
        passes(said, exact);
    }
}

#[test]
fn brackets_that_stand_for_more_than_a_pronoun_are_told() {
    for (said, exact) in [
        (
            "The harbour master took the bribe that night.",
            "[The minister] took the bribe that night.",
        ),
        ("We will cut taxes next year.", "We will [raise] taxes next year."),
        ("It was a minor failure of the board.", "It was a [major] failure of the board."),
        ("The owners were warned in March.", "The [crews] were warned in March."),
        ("We saw a boat in the bay at dawn.", "We saw a boat[s] in the bay at dawn."),
        ("This boat is ours to light.", "[The Tern] is ours to light."),
        ("We inspect the boats each day.", "We inspect the boats [only] each day."),
        ("The board has agreed to act.", "The board has agreed to act [in May]."),
        ("The board met the owners.", "The board met the owners [on 9 February]."),
        ("We lit the lamps.", "[In 2024] We lit the lamps."),
        ("The lamps were lit.", "The lamps were [always] lit."),
        ("The lamps were lit.", "The lamps were [allegedly] lit."),
        ("The crews know the law.", "[Some] crews know the law."),
    ] {
        tells("loose-brackets", said, exact);
    }
}

#[test]
fn brackets_never_stand_for_what_turns_limits_or_counts() {
    for (said, exact) in [
        ("We inspected 84 boats.", "We inspected [90] boats."),
        ("We inspected the boats in May.", "We inspected [17,000] boats in May."),
        ("We inspected the boats last year.", "We inspected [all 84] boats last year."),
        ("We lit them.", "We lit [the 84 lamps]."),
        ("We met them there.", "We met [two of] them there."),
        ("We will pay the crews.", "We will pay [£5 million to] the crews."),
        ("Crews sailed at dawn.", "[Forty] Crews sailed at dawn."),
        ("We tried to stop them.", "We [did] stop them."),
        ("They may sink at night.", "[They will] sink at night."),
        ("The boats were rarely lit.", "The boats were [always] lit."),
        ("Most of the owners had been warned before.", "[The owners] had been warned before."),
        ("We should close the port today.", "We [will] close the port today."),
        ("Several crews were warned in March.", "[The crews] were warned in March."),
        ("They do not know the law.", "[They] know the law."),
        ("We think it’s a shame that this happened.", "[The law] is a shame that this happened."),
        ("The boats will sink at night.", "The boats [may] sink at night."),
        ("The plan is safe for the crews.", "The plan [could be] safe for the crews."),
    ] {
        assert_eq!(told(said, exact)[0].0, "not-verbatim", "{said} | {exact}");
    }
}

#[test]
fn brackets_may_stand_for_a_pronoun_or_the_words_around_a_name() {
    for (said, exact) in [
        ("They know the law.", "[The owners] know the law."),
        ("They haven’t listened and they won’t sail.", "[the owners] won’t sail"),
        ("She has not come and she will pay the crews.", "[The minister] will pay the crews."),
        ("It’s a shame that this happened.", "[The deal]’s a shame that this happened."),
        ("It is a shame.", "[The law] is a shame."),
        ("We told the NCA to leave.", "We told the NCA [National Crime Agency] to leave."),
        ("They’re going to sail.", "[The owners are] going to sail."),
        ("The boats was unlit.", "The boats was [sic: were] unlit."),
        ("He told us that they would sail.", "He told us that [the crews] would sail."),
        ("We have told him to act now.", "We have told [the minister] to act now."),
        ("She met her in the harbour.", "She met [Vale] in the harbour."),
        ("Dana Vale has met the crews.", "[Ms] Vale has met the crews."),
        ("We inspect the boats every day.", "We inspect[ed] the boats every day."),
        ("We inspect the boats that year.", "We inspect the boats that year [2024]."),
        ("We met the crews on Monday.", "We met the crews on Monday [9 February]."),
        ("It closed last month.", "It closed [in May]."),
        ("We broke this rule.", "We broke [section 12]."),
        ("Their boats are all ours to light.", "[The owners’] boats are all ours to light."),
        ("I’ve said that it must end now.", "I’ve said that [the fee] must end now."),
        ("It will be lit by June.", "[The pier] will be lit by June."),
        (
            "We want safe boats for all. That is why safe boats for all is our rule.",
            "[S]afe boats for all is our rule",
        ),
        (
            "The law forbids loss of liberty to others. We say Loss of liberty to others is a crime.",
            "[L]oss of liberty to others",
        ),
        ("We know [this] well.", "We know [this] well."),
    ] {
        passes(said, exact);
    }
}

#[test]
fn what_nobody_said_between_the_words_is_passed_over_and_told() {
    for (text, exact) in [
        (
            "Dana Vale said: “We inspected 84 boats[3] that night.”",
            "We inspected 84 boats that night.",
        ),
        (
            "Dana Vale said: “We inspected 84 boats.[13] That is neglect.”",
            "We inspected 84 boats. That is neglect.",
        ),
        (
            "Dana Vale said: “The government acts³ now and today.”",
            "The government acts now and today.",
        ),
        (
            "Dana Vale said: “We ask the department to:\n\n• light nine piers by June;\n• hire six inspectors; and\n• publish the code.”",
            "We ask the department to: light nine piers by June; hire six inspectors; and publish the code.",
        ),
        (
            "> Dana Vale said: \"We inspected 84 boats\n> and 31 had no working\n> stern light.\"",
            "We inspected 84 boats and 31 had no working stern light.",
        ),
        (
            "Dana Vale said: “It is more than in any\n\nPage 14\n\nyear since the Act.”",
            "It is more than in any year since the Act.",
        ),
        ("Dana Vale said: “We <em>inspected</em> 84 boats.”", "We inspected 84 boats."),
        (
            "Dana Vale said: “We inspected the har-\n\n14\n\nLights at sea\n\nbour at night.”",
            "We inspected the harbour at night.",
        ),
        (
            "Dana Vale said: “We inspected the long-\n\nPage 14\n\nlost pier at night.”",
            "We inspected the long-lost pier at night.",
        ),
        (
            "Dana Vale said: “We inspected the har\u{ad}\n\n14\n\nbour at night.”",
            "We inspected the harbour at night.",
        ),
        (
            "Dana Vale said: “We inspected the harbour¹,² and the pier[1, 2] at night.”",
            "We inspected the harbour and the pier at night.",
        ),
    ] {
        let text = &format!("A title\n\n{text}");
        let (finding, problems) = gather(&quoting(exact), text);
        assert_eq!(finding.state, State::Verified, "{text}: {problems:?}");
        assert!(
            matches!(&told_in(text, exact)[..], [(rule, _)] if rule == "source-noise"),
            "{text}"
        );
    }
}

#[test]
fn other_typing_needs_no_word() {
    for (text, exact) in [
        ("Dana Vale said: “We saw the har\u{ad}\nbour at night.”", "We saw the harbour at night."),
        (
            "Dana Vale said: “We can&#39;t act now &amp; then, today.”",
            "We can’t act now & then, today.",
        ),
        ("Dana Vale said: “The area is 20 km² of sea.”", "The area is 20 km² of sea."),
        ("Dana Vale said: “It was −5 degrees then.”", "It was -5 degrees then."),
        (
            "“These crimes are appalling to us all, ”said Dana Vale.",
            "These crimes are appalling to us all",
        ),
        (
            "\"These crimes are appalling to us all, \"said Dana Vale.",
            "These crimes are appalling to us all",
        ),
        (
            "‘These crimes are appalling to us all, ’said Dana Vale.",
            "These crimes are appalling to us all",
        ),
        (
            "Dana Vale said: ‘The owners’ Association lied to us,’ and left.",
            "The owners’ Association lied to us",
        ),
        ("—Actuamos ahora mismo —dijo Dana Vale.", "Actuamos ahora mismo"),
        ("Dana Vale said: &ldquo;We act now, today.&rdquo;", "We act now, today."),
        ("Dana Vale said: &quot;We act now, today.&quot;", "We act now, today."),
    ] {
        assert_eq!(told_in(text, exact), [], "{text}");
    }
}

#[test]
fn what_is_in_the_way_of_a_misquote_is_not_passed_over() {
    for (text, exact) in [
        ("Dana Vale said: “The area is 20 km² of sea.”", "The area is 20 km of sea."),
        ("Dana Vale said: “We can\u{fffd}t act now, today.”", "We can’t act now, today."),
        ("Dana Vale said: “It was – 5 degrees then.”", "It was -5 degrees then."),
        ("—Actuamos ahora mismo —dijo Dana Vale.", "dijo Dana Vale"),
        ("“We act, she said, \"and now we go,\" said Dana Vale.", "We act, she said,"),
        ("Dana Vale said: “We lost 84 boats in 2019.”", "We lost boats in 2019."),
        (
            "Dana Vale said: “We lost the har\u{ad}\n\nbour at night.”",
            "We lost the harbour at night.",
        ),
    ] {
        let (finding, _) = gather(&quoting(exact), text);
        assert_eq!(finding.state, State::Failed, "{text}");
    }
}

#[test]
fn a_character_that_could_not_be_read_is_said_to_be_there() {
    let text = "Dana Vale said: “We can\u{fffd}t act now, today.”";
    let (_, problems) = gather(&quoting("We can’t act now, today."), text);
    let help = problems[0].help.as_ref().unwrap();
    assert!(help.contains("could not be read (U+FFFD)"), "{help}");
}

#[test]
fn a_character_that_is_never_shown_is_not_in_the_way() {
    let text = "Dana Vale said: “We saw 84\u{200e} boats\u{200b} there.”";
    let (finding, _) = gather(&quoting("We saw 84 boats there."), text);
    assert_eq!(finding.state, State::Verified);
}
