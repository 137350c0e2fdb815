//! What may not be said of a municipality of which it is not known.

/// Words, in small letters, that say that there is no policy or that it is not
/// complete. In Dutch and in English.
pub const OVERSTATED: [&str; 15] = [
    "geen beleid",
    "geen vastgesteld beleid",
    "zonder beleid",
    "zonder volledig beleid",
    "zonder (volledig) beleid",
    "onvolledig",
    "incompleet",
    "niet compleet",
    "niet volledig",
    "no policy",
    "without policy",
    "without complete policy",
    "without (complete) policy",
    "incomplete",
    "not complete",
];
