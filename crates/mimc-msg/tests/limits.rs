//! The laws of limits, for whatever proptest makes, and each limit by an example.

use mimc_msg::{
    Codec, DecodeError, InvalidJson, Limits, RawEnvelope, RawJson, Scratch, SyntaxFault,
};
use mimc_testkit::message::{json_text, odd_message, rough_json};
use mimc_testkit::vectors::cases;
use proptest::prelude::*;

/// What a document has of each thing that is limited.
#[derive(Clone, Copy, Debug, Default)]
struct Measure {
    depth: usize,
    bytes: usize,
    members: usize,
    items: usize,
}

impl Measure {
    /// Counts brackets and commas outside of strings; the text is JSON, but for names that stand twice.
    fn of(text: &str) -> Self {
        let mut most = Self { bytes: text.len(), ..Self::default() };
        // Of each open level: how many parts it has, and whether they are members.
        let mut open: Vec<(usize, bool)> = Vec::new();
        let mut bytes = text.bytes();
        while let Some(byte) = bytes.next() {
            if let (Some((parts @ 0, _)), false) = (open.last_mut(), byte.is_ascii_whitespace()) {
                *parts = usize::from(!matches!(byte, b'}' | b']'));
            }
            match byte {
                b'{' | b'[' => open.push((0, byte == b'{')),
                b',' => open.last_mut().expect("a list or object").0 += 1,
                b'}' | b']' => {
                    most.depth = most.depth.max(open.len());
                    let (parts, members) = open.pop().expect("an open one");
                    let count = if members { &mut most.members } else { &mut most.items };
                    *count = parts.max(*count);
                }
                b'"' => loop {
                    match bytes.next().expect("the end of the string") {
                        b'\\' => {
                            bytes.next();
                        }
                        b'"' => break,
                        _ => {}
                    }
                },
                _ => {}
            }
        }
        most
    }

    fn limits(self) -> Limits {
        let Self { depth, bytes, members, items } = self;
        Limits::new().depth(depth).bytes(bytes).members(members).items(items)
    }

    /// Whether this really has more than the fault says it may; None where it is no fault of a limit.
    fn exceeds(self, fault: SyntaxFault) -> Option<bool> {
        let (has, limit) = match fault {
            SyntaxFault::TooDeep { limit } => (self.depth, limit),
            SyntaxFault::TooLong { limit } => (self.bytes, limit),
            SyntaxFault::TooManyMembers { limit } => (self.members, limit),
            SyntaxFault::TooManyItems { limit } => (self.items, limit),
            _ => return None,
        };
        Some(has > limit as usize)
    }
}

fn some_limits() -> impl Strategy<Value = Measure> {
    (0usize..6, 0usize..300, 0usize..9, 0usize..6).prop_map(|(depth, bytes, members, items)| {
        let unless_small = |small: usize, of: usize| if small < of { small } else { 1 << 16 };
        let depth = unless_small(depth, 5);
        let bytes = unless_small(bytes, 150);
        Measure { depth, bytes, members: unless_small(members, 8), items: unless_small(items, 5) }
    })
}

/// The fault of syntax, where there is one.
fn fault<T>(read: &Result<T, DecodeError>) -> Option<(SyntaxFault, usize)> {
    match read {
        Err(error @ DecodeError::Syntax { fault, .. }) => Some((*fault, error.offset())),
        _ => None,
    }
}

proptest! {
    #![proptest_config(cases(2000))]

    /// Within any limits, a JSON text is read as by default, or refused for a limit that it exceeds.
    #[test]
    fn texts_are_read_or_exceed(text in json_text(), limits in some_limits()) {
        let measure = Measure::of(&text);
        match RawJson::parse_within(&text, limits.limits()) {
            Ok(json) => prop_assert_eq!(Ok(json), RawJson::parse(&text)),
            Err(InvalidJson { fault, .. }) => {
                prop_assert_eq!(measure.exceeds(fault), Some(true), "{:?}: {}", fault, text);
            }
        }
        prop_assert_eq!(
            RawJson::from_slice_within(text.as_bytes(), limits.limits()),
            RawJson::parse_within(&text, limits.limits())
        );
    }

    /// The same of messages, through every way in.
    #[test]
    fn messages_are_read_or_exceed((text, biz_type) in odd_message(), limits in some_limits()) {
        let codec = Codec::new().biz_type(&biz_type);
        let within = codec.limits(limits.limits()).decode(text.as_bytes());
        let (mut one, mut two) = (Scratch::new(), Scratch::new());
        prop_assert_eq!(&codec.limits(limits.limits()).decode_with(text.as_bytes(), &mut one), &within);
        let places = codec.limits(limits.limits()).deviations(text.as_bytes());
        prop_assert_eq!(fault(&places), fault(&within));
        prop_assert_eq!(fault(&RawEnvelope::parse_within(text.as_bytes(), limits.limits())), fault(&within));
        let base64 = mimc_msg::Base64Forms::encode(text.as_bytes());
        let wrapped = codec.limits(limits.limits()).decode_base64(base64.as_bytes(), &mut two);
        prop_assert_eq!(fault(&wrapped).map(|(fault, _)| fault), fault(&within).map(|(fault, _)| fault));
        let default = codec.decode(text.as_bytes());
        if within != default {
            let (fault, _) = fault(&within).expect("a fault of syntax");
            let exceeds = Measure::of(text.trim_end_matches('\0')).exceeds(fault);
            prop_assert_eq!(exceeds, Some(true), "{:?}: {}", fault, text);
        }
    }

    /// A text with a fault has that fault, or passes a limit before it.
    #[test]
    fn faults_stay_or_are_preceded(text in rough_json(), limits in some_limits()) {
        let default = RawJson::parse(&text);
        let within = RawJson::parse_within(&text, limits.limits());
        if within != default {
            let within = within.expect_err("not read");
            let all = Measure { depth: 129, bytes: text.len(), members: usize::MAX, items: usize::MAX };
            prop_assert_eq!(all.exceeds(within.fault), Some(true), "{}: {}", within, text);
            if let (Err(default), true) = (&default, within.fault.code() != "too-long") {
                // A name that stands twice is found at the end of its object.
                if default.fault != SyntaxFault::DuplicateMember {
                    prop_assert!(within.place.offset <= default.place.offset, "{}: {}", within, text);
                }
            }
        }
    }

    /// A limit that equals what the document has accepts it; one less refuses it, by its own code.
    #[test]
    fn limits_are_exact(text in json_text(), (message, _) in odd_message()) {
        for text in [&text, &message] {
            if RawJson::parse(text).is_err() {
                continue;
            }
            let has = Measure::of(text);
            prop_assert!(RawJson::parse_within(text, has.limits()).is_ok(), "{}", text);
            if text.trim_start().starts_with('{') {
                prop_assert!(RawEnvelope::parse_within(text.as_bytes(), has.limits()).is_ok());
            }
            let less = |limits: Measure, has: usize, code: &str| {
                if has == 0 {
                    return Ok(());
                }
                let error = RawJson::parse_within(text, limits.limits()).expect_err(code);
                prop_assert_eq!(error.fault.code(), code);
                prop_assert!(error.place.offset < text.len());
                let limit = (has - 1).to_string();
                prop_assert!(error.to_string().contains(&limit), "{}", error);
                if text.trim_start().starts_with('{') {
                    let raw = RawEnvelope::parse_within(text.as_bytes(), limits.limits());
                    prop_assert_eq!(fault(&raw), Some((error.fault, error.place.offset)));
                }
                Ok(())
            };
            less(Measure { depth: has.depth.saturating_sub(1), ..has }, has.depth, "too-deep")?;
            less(Measure { bytes: has.bytes - 1, ..has }, has.bytes, "too-long")?;
            less(Measure { members: has.members.saturating_sub(1), ..has }, has.members, "too-many-members")?;
            less(Measure { items: has.items.saturating_sub(1), ..has }, has.items, "too-many-items")?;
        }
    }

    /// Within limits, what stands before the limit is recovered.
    #[test]
    fn what_stands_before_a_limit_is_recovered((text, _) in odd_message(), limits in some_limits()) {
        let (text, limits) = (text.as_bytes(), limits.limits());
        let (Ok(whole), Err(DecodeError::Syntax { .. })) =
            (RawEnvelope::parse(text), RawEnvelope::parse_within(text, limits)) else { return Ok(()) };
        let recovered = RawEnvelope::recover_within(text, limits).expect("an object");
        let all: Vec<_> = whole.members_in_order().collect();
        let some: Vec<_> = recovered.members_in_order().collect();
        prop_assert!(some.len() <= all.len());
        prop_assert_eq!(&some[..], &all[..some.len()]);
    }
}

#[test]
fn each_limit_is_placed_where_it_is_passed() {
    for (limits, text, expected) in [
        (
            Limits::new().depth(2),
            "[1,{\"a\":[]}]",
            "`/1/a` (byte 8): nested deeper than 2 levels, the limit",
        ),
        (
            Limits::new().bytes(4),
            "[1,2]",
            "the text (byte 4): the text is longer than 4 bytes, the limit",
        ),
        (
            Limits::new().members(1),
            "[{\"a\":1, \"b\":2}]",
            "`/0` (byte 9): the object has more than 1 members, the limit",
        ),
        (
            Limits::new().items(2),
            "{\"a\":[[1,2],[], 3]}",
            "`/a/2` (byte 16): the list has more than 2 items, the limit",
        ),
        (
            Limits::new().depth(0),
            " {}",
            "the text (byte 1): nested deeper than 0 levels, the limit",
        ),
        (Limits::new().items(0), "[1]", "`/0` (byte 1): the list has more than 0 items, the limit"),
    ] {
        let error = RawJson::parse_within(text, limits).expect_err(text);
        assert_eq!(error.to_string(), expected);
    }
}

#[test]
fn the_defaults_are_as_stated() {
    let members = |many: usize| {
        let members: Vec<String> = (0..many).map(|at| format!("\"{at}\":0")).collect();
        format!("{{{}}}", members.join(","))
    };
    let items = |many: usize| format!("[0{}]", ",0".repeat(many - 1));
    let spaces = |many: usize| " ".repeat(many - 1) + "0";
    let code = |text: String| RawJson::parse(&text).map(drop).map_err(|error| error.fault.code());
    assert_eq!(code(members(65_536)), Ok(()));
    assert_eq!(code(members(65_537)), Err("too-many-members"));
    assert_eq!(code(items(1_048_576)), Ok(()));
    assert_eq!(code(items(1_048_577)), Err("too-many-items"));
    assert_eq!(code(spaces(64 << 20)), Ok(()));
    assert_eq!(code(spaces((64 << 20) + 1)), Err("too-long"));
}

/// Nothing makes the reader go deeper than 128 levels; the other limits can all be raised.
#[test]
fn more_than_128_levels_count_as_128() {
    let deep = |levels: usize| "[".repeat(levels) + &"]".repeat(levels);
    let limits =
        Limits::new().depth(usize::MAX).bytes(usize::MAX).members(usize::MAX).items(usize::MAX);
    assert_eq!(limits, Limits::MAX);
    assert!(RawJson::parse_within(&deep(128), limits).is_ok());
    let error = RawJson::parse_within(&deep(129), limits).expect_err("too deep");
    assert_eq!(error.fault, SyntaxFault::TooDeep { limit: 128 });
    assert!(RawJson::parse_within(&format!("[0{}]", ",0".repeat(2_000_000)), limits).is_ok());
}

/// Items are only counted where the text is long enough; the shortest that passes the limit is.
#[test]
fn the_shortest_list_that_is_too_long_is_refused() {
    for limit in [0, 1, 2, 3, 100] {
        let list = |of: &str| format!("[{}]", vec![of; limit + 1].join(","));
        for item in ["0", "[]", "[0]", "{}"] {
            let (text, limits) = (list(item), Limits::new().items(limit));
            let offset = 1 + limit * (item.len() + 1);
            for end in [offset + 1, text.len()] {
                let error = RawJson::parse_within(&text[..end], limits).expect_err(&text);
                assert_eq!(
                    error.fault,
                    SyntaxFault::TooManyItems { limit: limit.try_into().expect("small") }
                );
                assert_eq!(error.place.offset, offset, "{text}");
            }
            assert!(RawJson::parse_within(&text, limits.items(limit + 1)).is_ok(), "{text}");
        }
    }
}
