//! What the evidence layer accepts and refuses, from outside.

mod alterations;
mod clipped;
mod cuts;
mod excerpts;
mod explanations;
mod figures;
mod figures_alike;
mod figures_bounds;
mod figures_page;
mod hostile;
mod interruptions;
mod joint_statements;
mod layouts;
mod locks;
mod passages;
mod quotations;
mod quoted_others;
mod reporters_denials;
mod shipped;
mod signed_blocks;
mod speakers;
mod support;
