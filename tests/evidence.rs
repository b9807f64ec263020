//! What the evidence layer accepts and refuses, from outside.

#![expect(clippy::unwrap_used, clippy::panic, reason = "a test fails by panicking")]

#[path = "evidence/alterations.rs"]
mod alterations;
#[path = "evidence/explanations.rs"]
mod explanations;
#[path = "evidence/figures.rs"]
mod figures;
#[path = "evidence/hostile.rs"]
mod hostile;
#[path = "evidence/locks.rs"]
mod locks;
#[path = "evidence/quotations.rs"]
mod quotations;
#[path = "evidence/shipped.rs"]
mod shipped;
#[path = "evidence/support.rs"]
mod support;
