//! 'De volgende stappen': what a municipality or a region does next.

use super::missing;
use crate::sheet::advice;
use crate::sheet::content::{Span, listed};
use atlas::View;
use domain::policy::completeness::Certainty;
use domain::policy::rubric::ADOPTED_POLICY;
use domain::vocabulary::Verdict;

const MOST: usize = 5;

/// Up to five steps. Of whom little is known: to answer first.
pub(in crate::sheet) fn of_municipality(
    view: &View,
    at: usize,
    open: &[usize],
    unknown: &[usize],
) -> Vec<Vec<Span>> {
    let policy = &view.municipalities()[at].policy;
    let answer = (!unknown.is_empty()).then(|| {
        vec![Span::plain(
            "Beantwoord de vragen op dit blad. Dan klopt de kaart, en weet u zelf waar u staat.",
        )]
    });
    let mut work: Vec<Vec<Span>> = open
        .iter()
        .filter_map(|block| {
            let state = &policy.blocks[*block];
            let block = view.rubric()?.blocks.get(*block)?;
            Some(match state.verdict {
                Verdict::InPreparation => format!("Rond af wat begonnen is: {}.", block.title_nl),
                _ => advice::find(&block.id)?.step.clone(),
            })
        })
        .map(|step| vec![Span::plain(step)])
        .take(MOST - usize::from(answer.is_some()))
        .collect();
    let is_open = policy.class.certainty() == Certainty::Open;
    let mut steps: Vec<Vec<Span>> = Vec::new();
    if is_open {
        steps.extend(answer);
        steps.append(&mut work);
        steps.extend(example(view, at));
    } else {
        steps.append(&mut work);
        steps.extend(answer);
    }
    if steps.is_empty() {
        steps.push(vec![Span::plain(
            "Deel wat werkt met buurgemeenten die dit nog niet hebben.",
        )]);
    }
    steps.truncate(MOST);
    steps
}

/// To look at the policy of others nearby, where the own is not known.
fn example(view: &View, at: usize) -> Option<Vec<Span>> {
    let own = view.rubric()?.find_block(ADOPTED_POLICY)?;
    let is_known = view.municipalities()[at].policy.blocks[own].verdict != Verdict::Unknown;
    let examples = listed(missing::examples(
        view,
        at,
        ADOPTED_POLICY,
        &mut missing::Named::default(),
    ));
    if is_known || examples.is_empty() {
        return None;
    }
    let mut step = vec![Span::plain("Bekijk het vastgestelde beleid van ")];
    step.extend(examples);
    step.push(Span::plain(", als u een voorbeeld zoekt."));
    Some(step)
}

/// What the region can do together: the blocks that most are known to miss, in
/// the order in which one does best to work, then to ask what is not known.
/// The blocks come with how many give each answer.
pub(in crate::sheet) fn of_region(
    view: &View,
    counted: &[(usize, [u32; 4])],
    asks: bool,
) -> Vec<Vec<Span>> {
    let blocks = view.rubric().map_or(&[][..], |rubric| &rubric.blocks);
    let mut absent: Vec<_> = counted
        .iter()
        .map(|(block, counts)| (*block, counts[Verdict::Absent as usize]))
        .filter(|(_, absent)| *absent > 0)
        .filter_map(|(block, absent)| Some((advice::find(&blocks[block].id)?, absent)))
        .collect();
    absent.sort_by_key(|(_, absent)| std::cmp::Reverse(*absent));
    absent.truncate(MOST - usize::from(asks));
    absent.sort_by_key(|(advice, _)| advice.order);
    let mut steps: Vec<String> = absent
        .into_iter()
        .map(|(advice, absent)| {
            let noun = if absent == 1 { "gemeente" } else { "gemeenten" };
            format!("{} Dit ontbreekt bij {absent} {noun}.", advice.step)
        })
        .collect();
    if asks {
        steps.push(
            "Vul samen in wat niet bekend is. Elke gemeente heeft een eigen blad met de vragen."
                .to_owned(),
        );
    }
    if steps.is_empty() {
        steps.push("Deel wat werkt met andere regio’s.".to_owned());
    }
    steps
        .into_iter()
        .map(|step| vec![Span::plain(step)])
        .collect()
}
