namespace Beffroi.Psychometrics;

/// <summary>Differential item functioning: people of two groups, equal on the whole, who do not do equally well on one item. People are
/// matched on their sum score, the item under study included; those with a missing answer are left out and counted.</summary>
public static class Dif
{
    /// <summary>Mantel-Haenszel tests of right-or-wrong items.</summary>
    /// <param name="responses">Scores 0 and 1.</param>
    /// <param name="focal">For each row, whether the person is of the focal group; the others are the reference group.</param>
    /// <param name="options">Level and purification; by default 5 %, without.</param>
    /// <exception cref="ArgumentException">A group is empty, a person has no group, or a score is above 1.</exception>
    public static DifAnalysis<MantelHaenszelItem> MantelHaenszel(ResponseMatrix responses, IReadOnlyList<bool> focal, DifOptions? options = null)
    {
        var groups = new MatchedGroups(RightOrWrong(responses), focal);
        return DifAnalysis<MantelHaenszelItem>.Of(groups, options ?? new(), (item, anchors) => MantelHaenszelItem.Of(groups.Name(item), groups.Strata(item, anchors)));
    }

    /// <summary>Mantel's tests of items with ordered scores, right-or-wrong ones included.</summary>
    /// <param name="responses">Scores.</param>
    /// <param name="focal">For each row, whether the person is of the focal group; the others are the reference group.</param>
    /// <param name="options">Level and purification; by default 5 %, without.</param>
    /// <exception cref="ArgumentException">A group is empty, or a person has no group.</exception>
    public static DifAnalysis<MantelItem> Mantel(ResponseMatrix responses, IReadOnlyList<bool> focal, DifOptions? options = null)
    {
        var groups = new MatchedGroups(responses, focal);
        return DifAnalysis<MantelItem>.Of(groups, options ?? new(), (item, anchors) => MantelItem.Of(groups.Name(item), groups.Strata(item, anchors)));
    }

    /// <summary>Logistic regressions of right-or-wrong items, which also see an advantage that depends on the level.</summary>
    /// <param name="responses">Scores 0 and 1.</param>
    /// <param name="focal">For each row, whether the person is of the focal group; the others are the reference group.</param>
    /// <param name="options">Level and purification; by default 5 %, without.</param>
    /// <exception cref="ArgumentException">A group is empty, a person has no group, or a score is above 1.</exception>
    public static DifAnalysis<LogisticDifItem> LogisticRegression(ResponseMatrix responses, IReadOnlyList<bool> focal, DifOptions? options = null)
    {
        var groups = new MatchedGroups(RightOrWrong(responses), focal);
        return DifAnalysis<LogisticDifItem>.Of(groups, options ?? new(), (item, anchors) => LogisticDifItem.Of(groups.Name(item), groups.Strata(item, anchors)));
    }

    static ResponseMatrix RightOrWrong(ResponseMatrix responses)
    {
        ArgumentNullException.ThrowIfNull(responses);
        return responses.MaxScores.All(score => score <= 1) ? responses
            : throw new ArgumentException("Scores are 0 and 1 here; for longer ones use Mantel's test.", nameof(responses));
    }
}
