//! Whether two JSON texts have the same value, whatever their white space, escapes and order.

use super::escape::{chars, unescape};
use super::object::{items, members};
use super::value::{Form, Value};

/// Compares two values of one text that the scanner has checked. Recursion ends at depth 128.
pub(crate) fn same(text: &str, a: Value, b: Value) -> bool {
    match (a.form, b.form) {
        (Form::Null, Form::Null) => true,
        (Form::Bool(a), Form::Bool(b)) => a == b,
        (Form::Integer | Form::Float, Form::Integer | Form::Float) => {
            let (a, b) = (a.of(text), b.of(text));
            a == b || decimal(a).is_some_and(|value| decimal(b) == Some(value))
        }
        (Form::String(_), Form::String(_)) => {
            let body = |value: Value| chars(value.string_body(text).unwrap_or_default());
            body(a).eq(body(b))
        }
        (Form::Array, Form::Array) => {
            let (mut a, mut b) = (items(text, a.start), items(text, b.start));
            loop {
                match (a.next(), b.next()) {
                    (None, None) => return true,
                    (Some(a), Some(b)) if same(text, a, b) => {}
                    _ => return false,
                }
            }
        }
        (Form::Object, Form::Object) => {
            let (a, b) = (sorted(text, a), sorted(text, b));
            a.len() == b.len() && a.iter().zip(&b).all(|(a, b)| a.0 == b.0 && same(text, a.1, b.1))
        }
        _ => false,
    }
}

fn sorted(text: &str, object: Value) -> Vec<(std::borrow::Cow<'_, str>, Value)> {
    let mut all: Vec<_> = members(text, object.start)
        .map(|(name, value)| (unescape(name.of(text), name.escaped), value))
        .collect();
    all.sort_unstable_by(|a, b| a.0.cmp(&b.0));
    all
}

/// A number as sign, digits without zeros at either end, and the power of ten of the last digit.
/// None where the exponent is too large to reckon with.
fn decimal(text: &str) -> Option<(bool, String, i64)> {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (mantissa, exponent) = match text.split_once(['e', 'E']) {
        Some((mantissa, exponent)) => (mantissa, exponent.parse::<i64>().ok()?),
        None => (text, 0),
    };
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    let significant = digits.trim_end_matches('0');
    if significant.trim_start_matches('0').is_empty() {
        return Some((false, String::new(), 0));
    }
    let zeros = i64::try_from(digits.len() - significant.len()).ok()?;
    let places = i64::try_from(fraction.len()).ok()?;
    let power = exponent.checked_sub(places)?.checked_add(zeros)?;
    Some((negative, significant.trim_start_matches('0').to_owned(), power))
}
