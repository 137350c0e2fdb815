//! The declaration of messages: name and arguments, from which the code and
//! the list of codes follow.

/// The length of a variant's name as a code.
pub(super) const fn code_length(name: &str) -> usize {
    let bytes = name.as_bytes();
    let mut length = bytes.len();
    let mut place = 1;
    while place < bytes.len() {
        if bytes[place].is_ascii_uppercase() {
            length += 1;
        }
        place += 1;
    }
    length
}

/// A variant's name as a code: `ReadAs` is `READ_AS`.
pub(super) const fn code_bytes<const N: usize>(name: &str) -> [u8; N] {
    let bytes = name.as_bytes();
    let mut code = [0; N];
    let (mut place, mut next) = (0, 0);
    while place < bytes.len() {
        if place > 0 && bytes[place].is_ascii_uppercase() {
            code[next] = b'_';
            next += 1;
        }
        code[next] = bytes[place].to_ascii_uppercase();
        next += 1;
        place += 1;
    }
    code
}

/// The code of a variant.
macro_rules! code {
    ($variant:ident) => {{
        const NAME: &str = stringify!($variant);
        const CODE: [u8; $crate::message::declare::code_length(NAME)] =
            $crate::message::declare::code_bytes(NAME);
        match std::str::from_utf8(&CODE) {
            Ok(code) => code,
            Err(_) => "",
        }
    }};
}

/// Declares messages of one topic. Their texts stand under the same codes in
/// the message files of both languages; the build fails where one is missing.
macro_rules! messages {
    ($(#[$meta:meta])* $topic:ident {
        $($variant:ident $({ $($name:ident: $kind:ty),+ $(,)? })?),+ $(,)?
    }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
        #[serde(tag = "code", content = "arguments", rename_all = "SCREAMING_SNAKE_CASE")]
        #[allow(missing_docs, reason = "the message files say what each means")]
        pub enum $topic {
            $($variant $({ $($name: $kind),+ })?),+
        }

        impl $topic {
            /// The codes of this topic.
            pub const CODES: &'static [&'static str] =
                &[$($crate::message::declare::code!($variant)),+];

            /// The code: it never changes.
            #[must_use]
            pub fn code(&self) -> &'static str {
                match self {
                    $(Self::$variant { .. } => $crate::message::declare::code!($variant)),+
                }
            }

            /// What stands in the gaps of the text, by name.
            #[must_use]
            pub fn arguments(&self) -> Vec<(&'static str, $crate::message::Argument)> {
                match self {
                    $(Self::$variant $({ $($name),+ })? => vec![
                        $($((stringify!($name), $crate::message::IsArgument::argument($name))),+)?
                    ]),+
                }
            }

            /// Each message once, with real arguments.
            #[cfg(test)]
            pub(super) fn examples() -> Vec<Self> {
                vec![$(Self::$variant $({
                    $($name: $crate::message::IsArgument::example()),+
                })?),+]
            }
        }
    };
}

pub(super) use {code, messages};
