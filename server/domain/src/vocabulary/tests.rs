use super::*;

#[test]
fn every_code_reads_back_as_its_word() {
    for status in CoordinationStatus::ALL {
        assert_eq!(status.code().parse(), Ok(*status));
    }
    for mode in ArrangementMode::ALL {
        assert_eq!(mode.code().parse(), Ok(*mode));
    }
}

#[test]
fn an_unknown_word_is_refused_with_the_choices() {
    let error = "MAYBE".parse::<Verdict>().unwrap_err();
    assert_eq!(
        error.to_string(),
        "`MAYBE` is not a verdict; use one of UNKNOWN, ABSENT, IN_PREPARATION, PRESENT"
    );
}

#[test]
fn codes_are_the_names_in_graphql() {
    use async_graphql::resolver_utils::EnumType;
    for item in ArrangementMode::items() {
        assert_eq!(item.name, item.value.code());
    }
    for item in Established::items() {
        assert_eq!(item.name, item.value.code());
    }
}
