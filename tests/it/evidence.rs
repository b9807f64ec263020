//! What the evidence layer accepts and refuses, from outside.

mod alterations;
mod explanations;
mod figures;
mod hostile;
mod joint_statements;
mod locks;
mod passages;
mod quotations;
mod shipped;
mod speakers;
mod support;
