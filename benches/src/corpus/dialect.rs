//! The eleven dialects as their makers write them (EVIDENCE A), and how often each is met.

/// Where the type is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// `"msgType":"TEXT"`
    MsgType,
    /// `"msgType":103`
    MsgTypeCode,
    /// `"type":"TEXT"`
    Type,
    /// Beside the message: `TEXT`.
    Beside,
    /// Beside the message: `103`.
    BesideCode,
}

/// One way to write a message.
#[derive(Clone, Copy, Debug)]
pub(super) struct Dialect {
    pub(super) place: Place,
    pub(super) time_is_text: bool,
    pub(super) body: &'static str,
    pub(super) base64: bool,
    /// The order of the Java demo.
    pub(super) alphabetical: bool,
}

impl Dialect {
    const fn new(place: Place, time_is_text: bool, body: &'static str, base64: bool) -> Self {
        Self { place, time_is_text, body, base64, alphabetical: false }
    }

    const fn alphabetical(mut self) -> Self {
        self.alphabetical = true;
        self
    }

    /// The type is written as a code.
    pub(super) const fn coded(self) -> bool {
        matches!(self.place, Place::MsgTypeCode | Place::BesideCode)
    }

    /// With a body in a string, it fits three dialects that may disagree on what the string says (RULES 5).
    pub(super) const fn doubtful(self) -> bool {
        matches!(self.place, Place::Beside)
            && self.time_is_text
            && self.base64
            && matches!(self.body.as_bytes(), b"payload")
    }

    /// A plain body may be a list: without a type inside, such a message would be none of MIMC (RULES 1).
    pub(super) const fn takes_lists(self) -> bool {
        self.base64 || !matches!(self.place, Place::Beside)
    }

    /// No type inside and the time a text: without a body it is read as the manual's, which has one.
    pub(super) const fn needs_body(self) -> bool {
        matches!(self.place, Place::Beside) && self.time_is_text
    }
}

pub(super) const MANUAL_V1: Dialect = Dialect::new(Place::MsgType, true, "payload", false);
const MANUAL_V2: Dialect = Dialect::new(Place::Type, true, "payload", false);
const MANUAL_V3: Dialect = Dialect::new(Place::Beside, true, "payload", false);
const ANDROID_A1: Dialect = Dialect::new(Place::MsgTypeCode, false, "content", true);
const ANDROID_A2: Dialect = Dialect::new(Place::Beside, false, "payload", true);
const JAVA_J1: Dialect = ANDROID_A1.alphabetical();
const JAVA_J2: Dialect = Dialect::new(Place::BesideCode, false, "content", true).alphabetical();
const WEBJS_W1: Dialect = Dialect::new(Place::MsgTypeCode, true, "content", true);
const WEBJS_W2: Dialect = Dialect::new(Place::Beside, true, "content", true);
/// The Web demo of today and the iOS demo, which write the same but for the order.
const WEBJS_W3: Dialect = Dialect::new(Place::Beside, true, "payload", true);
const IOS: Dialect = WEBJS_W3;

/// Each with the cases of a hundred in which it is met.
pub(super) const ALL: [(usize, Dialect); 11] = [
    (40, MANUAL_V1),
    (12, MANUAL_V2),
    (10, MANUAL_V3),
    (4, ANDROID_A1),
    (14, ANDROID_A2),
    (2, JAVA_J1),
    (6, JAVA_J2),
    (3, WEBJS_W1),
    (3, WEBJS_W2),
    (3, WEBJS_W3),
    (3, IOS),
];
