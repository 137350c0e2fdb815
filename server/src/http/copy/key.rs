//! The name of the file with the answer to a question: the client computes the
//! same (`web/src/lib/copy/key.ts`).

use serde_json::Value;

/// FNV-1a in 64 bits of the document and its variables.
pub(super) fn key(text: &str, variables: &Value) -> String {
    let question = format!("{text}\n{}", canonical(variables));
    let hash = question.bytes().fold(0xcbf2_9ce4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
    });
    format!("{hash:016x}")
}

/// JSON with its names in order.
fn canonical(value: &Value) -> String {
    match value {
        Value::Array(values) => {
            let values: Vec<String> = values.iter().map(canonical).collect();
            format!("[{}]", values.join(","))
        }
        Value::Object(fields) => {
            let mut fields: Vec<_> = fields.iter().collect();
            fields.sort_by_key(|(name, _)| *name);
            let written = fields.into_iter().map(|(name, value)| {
                format!("{}:{}", Value::from(name.as_str()), canonical(value))
            });
            format!("{{{}}}", written.collect::<Vec<_>>().join(","))
        }
        plain => plain.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    #[test]
    fn a_key_is_that_of_the_client() {
        let variables = json!({ "b": [1, null, "é\""], "a": { "d": false, "c": "x" } });
        assert_eq!(key("{a}", &variables), "1ca79260b58ea48b");
    }
}
