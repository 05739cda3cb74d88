//! Syntax that Rust 1.85 does not have, which clippy's `incompatible_msrv` does not see.

use syn::spanned::Spanned;
use syn::visit::{Visit, visit_arm, visit_expr};
use syn::{Arm, BinOp, Expr};

/// The lines of `source` that need a newer Rust than 1.85, and why.
///
/// Seen are chains with `let` (1.88) and `let` in the guard of an arm (1.95), also in arguments of macros that are
/// expressions. Not seen is what needs types to be told, such as the coercion of one trait object to another (1.86).
///
/// # Errors
///
/// When the source is not Rust.
pub fn newer_syntax(source: &str) -> Result<Vec<(usize, &'static str)>, syn::Error> {
    let mut finder = Finder(Vec::new());
    finder.visit_file(&syn::parse_file(source)?);
    Ok(finder.0)
}

struct Finder(Vec<(usize, &'static str)>);

impl<'ast> Visit<'ast> for Finder {
    fn visit_expr(&mut self, expr: &'ast Expr) {
        if let Expr::Binary(binary) = expr {
            let is_let = |side: &Expr| matches!(side, Expr::Let(_));
            if matches!(binary.op, BinOp::And(_)) && (is_let(&binary.left) || is_let(&binary.right))
            {
                self.0.push((binary.span().start().line, "a chain with `let` needs Rust 1.88"));
            }
        }
        visit_expr(self, expr);
    }

    fn visit_arm(&mut self, arm: &'ast Arm) {
        if let Some((_, guard)) = &arm.guard {
            if matches!(**guard, Expr::Let(_)) {
                self.0.push((guard.span().start().line, "`let` in a guard needs Rust 1.95"));
            }
        }
        visit_arm(self, arm);
    }

    fn visit_macro(&mut self, mac: &'ast syn::Macro) {
        type Arguments = syn::punctuated::Punctuated<Expr, syn::Token![,]>;
        if let Ok(arguments) = mac.parse_body_with(Arguments::parse_terminated) {
            arguments.iter().for_each(|argument| self.visit_expr(argument));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::newer_syntax;

    #[track_caller]
    fn is(body: &str, lines: &[usize]) {
        let found = newer_syntax(&format!("fn f() {{\n{body}\n}}")).expect("Rust");
        assert_eq!(found.iter().map(|(line, _)| *line).collect::<Vec<_>>(), lines, "{body}");
    }

    #[test]
    fn chains_are_seen() {
        is("if let Some(a) = b && a {}", &[2]);
        is("if\na && let Some(a) = b {}", &[3]);
        is("while let Some(a) = b && a {}", &[2]);
        is("assert!(if let Some(a) = b && a { true } else { false });", &[2]);
        is("match a { b if let Some(c) = b => {} _ => {} }", &[2]);
    }

    #[test]
    fn what_is_old_is_not() {
        is("if let Some(a) = b {}", &[]);
        is("if a && b {}", &[]);
        is("if let true = (a && b) {}", &[]);
        is("let Some(a) = b else { return };", &[]);
        is("let _ = matches!(a, Some(b) if b && c);", &[]);
    }
}
