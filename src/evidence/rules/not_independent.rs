use crate::brief::{Brief, Claim, FieldPath, Id, Party, Problem, Relation, Rule, Speaker};
use crate::text::Text;

/// Reports the claims of `brief` that say they corroborate `other_claim` of `other`, if both rest on
/// one claimant or on one source.
pub fn not_independent(
    brief: &Brief,
    claim: &Claim,
    other: &Brief,
    other_claim: &Claim,
) -> Option<Problem> {
    let corroborates = claim.links.iter().filter(|link| link.relation == Relation::Corroborates);
    let index =
        corroborates.clone().position(|link| link.target == other.anchor(&other_claim.id))?;
    let reason = same_claimant(brief, claim, other_claim).or_else(|| same_origin(brief, other))?;
    let path = FieldPath::top().key("claims").key(&claim.id).key(Relation::Corroborates.word());
    let path = if corroborates.count() > 1 { path.index(index) } else { path };
    let message =
        format!("`{}` is not an independent source: {reason}", other.anchor(&other_claim.id));
    Some(
        Problem::new(Rule::NotIndependent, path, message)
            .help("use `repeats`, which is for the same claimant in another outlet"),
    )
}

fn same_claimant(brief: &Brief, claim: &Claim, other: &Claim) -> Option<String> {
    let (Speaker::Party(here), Speaker::Party(there)) = (&claim.by, &other.by) else { return None };
    let name = brief.party(here).map_or_else(|| here.as_str().into(), Party::styled_name);
    (here == there).then(|| format!("both rest on {name}"))
}

fn same_origin(brief: &Brief, other: &Brief) -> Option<String> {
    let rests_on = |from: &Option<Text>, id: &Id| from.as_ref().is_some_and(|from| *from == **id);
    let (here, there) = (&brief.source.based_on, &other.source.based_on);
    let same = here
        .as_ref()
        .zip(there.as_ref())
        .is_some_and(|(here, there)| here.to_lowercase() == there.to_lowercase());
    if rests_on(here, &other.id) || rests_on(there, &brief.id) {
        Some("one of the two sources is based on the other".to_owned())
    } else if same {
        Some("both sources are based on the same text".to_owned())
    } else {
        None
    }
}
