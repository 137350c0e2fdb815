//! Codes and names, under the names that files give them.

/// What the code may be called, in any case, best first.
pub(super) const CODE_KEYS: [&str; 5] = [
    "statcode",
    "gemeentecode",
    "gm_code",
    "identificatie",
    "code",
];
/// What the name may be called.
pub(super) const NAME_KEYS: [&str; 5] = ["statnaam", "gemeentenaam", "gm_naam", "name", "naam"];

/// The first of `keys` among `names`, whatever the case.
pub(super) fn find<'a>(
    keys: &[&str],
    names: &(impl Iterator<Item = &'a str> + Clone),
) -> Option<&'a str> {
    keys.iter()
        .find_map(|key| names.clone().find(|name| name.eq_ignore_ascii_case(key)))
}

/// A code as it was meant: `GM` and four digits.
pub(super) enum Code {
    AsGiven(String),
    /// Lost its letters, its leading zeros or its capitals.
    Understood(String),
    Malformed,
}

pub(super) fn understand(given: &str) -> Code {
    let text = given.trim();
    let digits = match text.get(..2) {
        Some(letters) if letters.eq_ignore_ascii_case("GM") => &text[2..],
        _ => text,
    };
    let is_number = !digits.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit());
    let has_letters = digits.len() < text.len();
    // With letters the zeros are there too; without, Excel may have eaten them.
    if !is_number || digits.len() > 4 || (has_letters && digits.len() < 4) {
        return Code::Malformed;
    }
    let code = format!("GM{digits:0>4}");
    if code == given {
        Code::AsGiven(code)
    } else {
        Code::Understood(code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn understood(given: &str) -> Option<String> {
        match understand(given) {
            Code::AsGiven(code) => Some(code),
            Code::Understood(code) => Some(format!("{code}*")),
            Code::Malformed => None,
        }
    }

    #[test]
    fn codes_that_lost_something_are_understood() {
        assert_eq!(understood("GM0034").unwrap(), "GM0034");
        for given in ["34", "0034", "gm0034", " GM0034 "] {
            assert_eq!(understood(given).unwrap(), "GM0034*");
        }
    }

    #[test]
    fn codes_that_could_be_anything_are_not() {
        for given in [
            "", "GM", "GM34", "GM00034", "12345", "Almere", "PV20", "éé", "-34", "3.4",
        ] {
            assert_eq!(understood(given), None, "{given}");
        }
    }

    #[test]
    fn keys_are_found_in_any_case_and_the_best_first() {
        let names = ["Code", "STATCODE"];
        assert_eq!(find(&CODE_KEYS, &names.into_iter()), Some("STATCODE"));
    }
}
