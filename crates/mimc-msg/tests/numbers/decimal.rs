//! Numbers as they are meant: digits and a power of ten, of any size.

/// A decimal number: its sign, its digits without zeros at either end, and the power of ten of the last one. Zero has no
/// digits, no sign and no power. Each number has one such form, so that equal forms are equal numbers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Decimal {
    negative: bool,
    digits: String,
    power: i128,
}

impl Decimal {
    /// Reads a number of JSON, digit by digit. Exponents have at most 30 digits.
    pub(crate) fn read(text: &str) -> Self {
        let (mut digits, mut power, mut exponent) = (String::new(), 0, String::new());
        let (mut negative, mut below, mut fraction, mut in_exponent) = (false, false, false, false);
        for character in text.chars() {
            match character {
                '-' if in_exponent => below = true,
                '-' => negative = true,
                '+' => {}
                '.' => fraction = true,
                'e' | 'E' => in_exponent = true,
                digit if in_exponent => exponent.push(digit),
                digit => {
                    digits.push(digit);
                    power -= i128::from(fraction);
                }
            }
        }
        let exponent = if exponent.is_empty() { 0 } else { exponent.parse().expect("digits") };
        power += if below { -exponent } else { exponent };
        while digits.ends_with('0') {
            digits.pop();
            power += 1;
        }
        let digits = digits.trim_start_matches('0').to_owned();
        if digits.is_empty() {
            return Self { negative: false, digits, power: 0 };
        }
        Self { negative, digits, power }
    }

    /// The digits of a whole number from 0 to this one, as nobody writes zeros before it; else None.
    pub(crate) fn whole_up_to(&self, max: &str) -> Option<String> {
        let zeros = usize::try_from(self.power).ok().filter(|zeros| *zeros < 100)?;
        let whole = match &*self.digits {
            "" => "0".to_owned(),
            digits => digits.to_owned() + &"0".repeat(zeros),
        };
        // Of two whole numbers the longer is the larger, else that of the first larger digit.
        let fits = (whole.len(), &*whole) <= (max.len(), max);
        (fits && !self.negative).then_some(whole)
    }
}

#[test]
fn the_reference_knows_what_is_equal() {
    for (a, b) in [
        ("0", "-0.00e7"),
        ("100", "1e2"),
        ("1.5", "15E-1"),
        ("-0.010", "-1e-2"),
        ("12300", "0.123e+5"),
    ] {
        assert_eq!(Decimal::read(a), Decimal::read(b), "{a} {b}");
    }
    for (a, b) in [
        ("1", "-1"),
        ("1", "10"),
        ("1.5", "1.05"),
        ("1e30", "1e31"),
        ("9007199254740992", "9007199254740993"),
    ] {
        assert_ne!(Decimal::read(a), Decimal::read(b), "{a} {b}");
    }
    let whole = |text| Decimal::read(text).whole_up_to("4294967295");
    assert_eq!(whole("4294967295").as_deref(), Some("4294967295"));
    assert_eq!(whole("007").as_deref(), Some("7"));
    assert_eq!(
        [whole("4294967296"), whole("10000000000"), whole("-1"), whole("0.5")],
        [None, None, None, None]
    );
}
