//! Whether two JSON texts have the same value, whatever their white space, escapes and order.

use std::borrow::Cow;

use super::escape::{chars, unescape};
use super::scan::Cursor;
use super::value::{Form, Value};

/// Compares two values of one text that the scanner has checked, each read once.
pub(crate) fn same(text: &str, a: Value, b: Value) -> bool {
    if a.of(text) == b.of(text) {
        return true;
    }
    match (Tree::read(text, a), Tree::read(text, b)) {
        (Some(a), Some(b)) => a.same(text, &b),
        _ => false,
    }
}

/// A value with its parts. Its depth is at most 128, which bounds the recursion over it.
enum Tree<'t> {
    Scalar(Value),
    // Boxes, which have no room to spare: a list of lists of one item each would hold it four times.
    Array(Box<[Tree<'t>]>),
    /// Sorted by name.
    Object(Box<[(Cow<'t, str>, Tree<'t>)]>),
}

impl<'t> Tree<'t> {
    fn read(text: &'t str, value: Value) -> Option<Self> {
        let mut cursor = Cursor::new(text.as_bytes());
        cursor.pos = value.start as usize;
        Self::at(&mut cursor, text)
    }

    /// Reads the value at the cursor. The text has been checked, so that it is never None.
    fn at(cursor: &mut Cursor<'t>, text: &'t str) -> Option<Self> {
        let object = match cursor.peek()? {
            b'{' => true,
            b'[' => false,
            _ => return cursor.value(text, 0).ok().map(Tree::Scalar),
        };
        let (mut items, mut members) = (Vec::new(), Vec::new());
        loop {
            // Past the opening bracket or the comma.
            cursor.pos += 1;
            cursor.skip_space();
            if !matches!(cursor.peek()?, b'}' | b']') {
                if object {
                    let name = cursor.name().ok()?;
                    let name = unescape(name.of(text), name.escaped);
                    members.push((name, Self::at(cursor, text)?));
                } else {
                    items.push(Self::at(cursor, text)?);
                }
                cursor.skip_space();
            }
            if matches!(cursor.peek()?, b'}' | b']') {
                cursor.pos += 1;
                break;
            }
        }
        members.sort_unstable_by(|a, b| a.0.cmp(&b.0));
        Some(if object { Tree::Object(members.into()) } else { Tree::Array(items.into()) })
    }

    fn same(&self, text: &str, other: &Self) -> bool {
        match (self, other) {
            (Tree::Scalar(a), Tree::Scalar(b)) => same_scalar(text, *a, *b),
            (Tree::Array(a), Tree::Array(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| a.same(text, b))
            }
            (Tree::Object(a), Tree::Object(b)) => {
                a.len() == b.len()
                    && a.iter().zip(b).all(|(a, b)| a.0 == b.0 && a.1.same(text, &b.1))
            }
            _ => false,
        }
    }
}

fn same_scalar(text: &str, a: Value, b: Value) -> bool {
    match (a.form, b.form) {
        (Form::Integer | Form::Float, Form::Integer | Form::Float) => {
            let (a, b) = (a.of(text), b.of(text));
            a == b || decimal(a).is_some_and(|value| decimal(b) == Some(value))
        }
        (Form::String, Form::String) => {
            let body = |value: Value| chars(value.string_body(text).unwrap_or_default());
            body(a).eq(body(b))
        }
        (a, b) => a == b,
    }
}

/// A number in one spelling of many: its sign, its digits without zeros at either end, and the power of
/// ten of the last digit.
type Decimal = (bool, String, Power);

/// Whether it is below zero, and its digits: there may be more than any integer holds.
type Power = (bool, Vec<u8>);

fn decimal(text: &str) -> Option<Decimal> {
    let (negative, text) = text.strip_prefix('-').map_or((false, text), |rest| (true, rest));
    let (mantissa, exponent) = text.split_once(['e', 'E']).unwrap_or((text, "0"));
    let (whole, fraction) = mantissa.split_once('.').unwrap_or((mantissa, ""));
    let digits = [whole, fraction].concat();
    let significant = digits.trim_end_matches('0');
    let shown = significant.trim_start_matches('0');
    if shown.is_empty() {
        return Some((false, String::new(), power("0", 0)));
    }
    let zeros = i64::try_from(digits.len() - significant.len()).ok()?;
    let shift = zeros - i64::try_from(fraction.len()).ok()?;
    Some((negative, shown.to_owned(), power(exponent, shift)))
}

/// An exponent as it is written, and what the place of the last digit adds to it: less than 2^33, as a text has
/// at most 4 GiB.
fn power(exponent: &str, shift: i64) -> Power {
    let below = exponent.starts_with('-');
    let digits = exponent.trim_start_matches(['+', '-']).trim_start_matches('0');
    if digits.len() <= 18 {
        let exponent = digits.parse().unwrap_or(0);
        let power = shift + if below { -exponent } else { exponent };
        return (power < 0, power.unsigned_abs().to_string().into_bytes());
    }
    // So large that what is added never changes its sign: added on paper, from the last digit.
    let mut carry = if below { -shift } else { shift };
    let mut sum = Vec::with_capacity(digits.len() + 1);
    for digit in digits.bytes().rev() {
        carry += i64::from(digit - b'0');
        sum.push(b'0' + carry.rem_euclid(10).to_le_bytes()[0]);
        carry = carry.div_euclid(10);
    }
    if carry > 0 {
        sum.push(b'1');
    }
    while sum.last() == Some(&b'0') {
        sum.pop();
    }
    sum.reverse();
    (below, sum)
}
