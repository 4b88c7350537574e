namespace Beffroi.Chat.Cases;

/// <summary>Why something of a case waits for somebody.</summary>
public enum OpenReason
{
    /// <summary>A question without reply.</summary>
    Question,

    /// <summary>A required criterion that nobody has settled.</summary>
    Criterion,

    /// <summary>A step that keeps the others waiting, or that is late.</summary>
    Step,

    /// <summary>A reaction without decision, or that was put off.</summary>
    Reaction,

    /// <summary>A reaction that was decided and of which nobody has said what came.</summary>
    Result,

    /// <summary>An attribution without its second analyst.</summary>
    Attribution,

    /// <summary>An alert that a partner has not acknowledged.</summary>
    Alert,

    /// <summary>A dossier without answer.</summary>
    Dossier,
}

/// <param name="Id">Of the line that waits; null for a criterion.</param>
/// <param name="Since">When it was written; of the case for a criterion.</param>
/// <param name="Words">The question, the key of the criterion, the step…</param>
/// <param name="DueAt">Where there is one.</param>
/// <param name="OnlyLate">It waits once it is late, and not before.</param>
public sealed record OpenPoint(OpenReason Reason, Guid? Id, DateTimeOffset Since, string Words, DateTimeOffset? DueAt = null, bool OnlyLate = false);

/// <summary>What waits in a case, for one reader: the open questions of a list of cases are these, put end to end.</summary>
public static class OpenPoints
{
    public static IReadOnlyList<OpenPoint> Of(CaseView view, CriteriaSet set, DateTimeOffset now) => [.. Of(view, set).Where(p => !p.OnlyLate || p.DueAt < now)];

    /// <summary>Those that wait whatever the time, and those that will once they are late.</summary>
    public static IReadOnlyList<OpenPoint> Of(CaseView view, CriteriaSet set)
    {
        var state = view.State;
        if (state.Closed is not null || state.Opened is not { } opened)
        {
            return [];
        }

        var answered = state.Arguments.Select(a => a.Fact.ReplyTo).OfType<Guid>().ToHashSet();
        return
        [
            .. state.Arguments.Where(a => a.Fact.Stance is Stance.Question && !answered.Contains(a.Id)).Select(a => new OpenPoint(OpenReason.Question, a.Id, a.At, a.Fact.Text)),
            .. CriteriaSheet.Of(state, set).Open.Where(l => l.Definition.Required).Select(l => new OpenPoint(OpenReason.Criterion, null, opened.At, l.Definition.Key)),
            .. state.Runs.Where(r => r.Ended is null).SelectMany(r => r.Steps
                .Where(s => s == r.Blocking || s is { IsOver: false, DueAt: not null })
                .Select(s => new OpenPoint(OpenReason.Step, r.Started.Id, r.Started.At, s.Step.Act, s.DueAt, s != r.Blocking))),
            .. state.Reactions.Where(r => r.Decision is null or { Fact.Verdict: Verdict.Later })
                .Select(r => new OpenPoint(OpenReason.Reaction, r.Proposed.Id, r.Proposed.At, r.Proposed.Fact.Text, r.Decision?.Fact.DueAt)),
            .. state.Reactions.Where(r => r is { Decision.Fact.Verdict: Verdict.Taken, End: null })
                .Select(r => new OpenPoint(OpenReason.Result, r.Proposed.Id, r.Decision!.At, r.Proposed.Fact.Text, r.Decision.Fact.DueAt)),
            .. state.Attributions.Where(a => !a.Stands).Select(a => new OpenPoint(OpenReason.Attribution, a.Proposed.Id, a.Proposed.At, a.Proposed.Fact.Actor)),
            .. state.Alerts.Where(a => a.Waiting.Any()).Select(a => new OpenPoint(OpenReason.Alert, a.Sent.Id, a.Sent.At, a.Sent.Fact.ActionAsked)),
            .. state.Dossiers.Where(d => d.Delay is null).Select(d => new OpenPoint(OpenReason.Dossier, d.Sent.Id, d.Sent.At, d.Sent.Fact.Platform)),
        ];
    }
}
