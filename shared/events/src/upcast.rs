//! Old events read as new ones: a table of steps, each from one version of a type to the next.

use serde_json::Value;

/// One step: the type it reads, the type it makes, and how its data changes.
struct Step {
    from: &'static str,
    to: &'static str,
    change: fn(Value) -> Value,
}

/// Every step there is, in no order. A type that changes gets a line here and a golden file of its old shape.
const STEPS: &[Step] = &[];

/// More steps than any type has versions: a table with a cycle stops here.
const MAX_STEPS: usize = 16;

/// The newest version of an event.
pub fn to_newest(event_type: &str, data: Value) -> (String, Value) {
    climb(STEPS, event_type, data)
}

fn climb(steps: &[Step], event_type: &str, data: Value) -> (String, Value) {
    let mut current = (event_type.to_owned(), data);
    for _ in 0..MAX_STEPS {
        let Some(step) = steps.iter().find(|step| step.from == current.0) else { break };
        current = (step.to.to_owned(), (step.change)(current.1));
    }
    current
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn milliseconds(data: Value) -> Value {
        json!({ "seconds_ms": data["seconds"].as_u64().unwrap_or(0) * 1000 })
    }

    #[test]
    fn an_old_event_climbs_to_its_newest_version() {
        let steps = [
            Step { from: "a.b.Made.v1", to: "a.b.Made.v2", change: milliseconds },
            Step { from: "a.b.Made.v2", to: "a.b.Made.v3", change: |data| json!({ "length": data }) },
        ];
        let (event_type, data) = climb(&steps, "a.b.Made.v1", json!({ "seconds": 4 }));
        assert_eq!((event_type.as_str(), data), ("a.b.Made.v3", json!({ "length": { "seconds_ms": 4000 } })));
    }

    #[test]
    fn a_table_with_a_cycle_still_ends() {
        let steps = [Step { from: "a", to: "a", change: |data| data }];
        assert_eq!(climb(&steps, "a", json!(1)).0, "a");
    }
}
