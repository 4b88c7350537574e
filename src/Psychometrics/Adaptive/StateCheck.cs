namespace Beffroi.Psychometrics;

/// <summary>Whether a written state belongs to a test.</summary>
static class StateCheck
{
    public static string? Refusal(AdaptiveTest test, CatState state) =>
        state.Version != CatState.CurrentVersion ? $"The state has form {state.Version}; this library reads form {CatState.CurrentVersion}."
        : !string.Equals(state.Bank, test.Bank.Version, StringComparison.Ordinal) ? $"The session began on bank {state.Bank}, not on {test.Bank.Version}."
        : !string.Equals(state.Options, test.Options.Name, StringComparison.Ordinal) ? $"The session began under options \"{state.Options}\", not \"{test.Options.Name}\"."
        : PriorRefusal(test, state.PriorMean, state.PriorStandardDeviation)
            ?? AnswersRefusal(test.Bank, state)
            ?? ItemsRefusal(test.Bank, state)
            ?? (state.Ended is null or StopReason.TimeOut or StopReason.Abandoned ? null : $"A caller ends a session by time or abandon, not by {state.Ended}.");

    public static string? PriorRefusal(AdaptiveTest test, double mean, double standardDeviation)
    {
        var (low, high) = (test.Grid.Points[0], test.Grid.Points[^1]);
        // The comparison is written so that NaN fails it. The small slack is for the ends of the grid itself.
        return standardDeviation >= 2 * test.Grid.Step && mean - (4 * standardDeviation) >= low - 1e-9 && mean + (4 * standardDeviation) <= high + 1e-9
            ? null
            : FormattableString.Invariant($"A prior of mean {mean} and standard deviation {standardDeviation} does not fit the grid from {low} to {high} by {test.Grid.Step}.");
    }

    static string? AnswersRefusal(ItemBank bank, CatState state)
    {
        var asked = new HashSet<int>();
        foreach (var answer in state.Answers)
        {
            if (answer?.ItemId is not { } id || bank.Position(id) is not { } item)
            {
                return $"Item {answer?.ItemId} was answered and is not in the bank.";
            }

            if (!asked.Add(item))
            {
                return $"Item {id} was asked twice.";
            }

            if (answer.Score is { } score && (score < 0 || score > bank.Items[item].Model.MaxScore))
            {
                return $"Item {id} has no score {score}.";
            }

            foreach (var enemy in bank.Enemies[item])
            {
                if (asked.Contains(enemy))
                {
                    return $"Items {bank.Items[enemy].Id} and {id} are enemies and were both asked.";
                }
            }
        }

        return state.Pending is { } pending && bank.Position(pending) is { } at && (asked.Contains(at) || bank.Enemies[at].Any(asked.Contains))
            ? $"Item {pending} is proposed though it, or an enemy of it, was asked."
            : null;
    }

    static string? ItemsRefusal(ItemBank bank, CatState state) =>
        state.SetAside.Concat(state.Withheld).Append(state.Pending ?? bank.Items[0].Id).FirstOrDefault(id => id is null || bank.Position(id) is null) is { } unknown
            ? $"Item {unknown} is not in the bank."
            : null;
}
