//! The sections of a starter brief for those who speak, are asked or act.

use super::starter::push;
use crate::brief::{push_official, push_text};
use crate::evidence::Proposal;

const NO_PARTIES: &str = "
# FILL IN: those who speak or are asked, each under an id.
#organisations:
#  dop: Department of Ports
#officials:
#  vale: {name: Dana Vale, post: chief inspector, organisation: dop}
";

const ORGANISATIONS: &str = "
# The organisations, each under an id and with the paragraph that names it first.
organisations:
";

const OFFICIALS: &str = "
# The people, with the post and the organisation that the source gives them. A post is optional.
officials:
";

/// Adds the parties of `proposal` to `yaml`.
pub fn push_parties(yaml: &mut String, proposal: &Proposal) {
    if proposal.organisations.is_empty() && proposal.officials.is_empty() {
        yaml.push_str(NO_PARTIES);
        return;
    }
    if !proposal.organisations.is_empty() {
        yaml.push_str(ORGANISATIONS);
    }
    for organisation in &proposal.organisations {
        push_text(yaml, 2, &organisation.item.id, &organisation.item.name);
        yaml.truncate(yaml.trim_end().len());
        push(yaml, &format!("  # ¶{}", organisation.paragraph));
    }
    if !proposal.officials.is_empty() {
        yaml.push_str(OFFICIALS);
    }
    for official in &proposal.officials {
        let remark = official.remark.as_deref();
        let remark = remark.map_or_else(String::new, |remark| format!(", {remark}"));
        let place = format!("¶{}{remark}", official.paragraph);
        push_official(yaml, 2, &official.item, Some(&place));
    }
}
