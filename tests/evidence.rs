//! What the evidence layer accepts and refuses, from outside.

#[path = "evidence/alterations.rs"]
mod alterations;
#[path = "evidence/quotations.rs"]
mod quotations;
#[path = "evidence/support.rs"]
mod support;
