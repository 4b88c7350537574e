namespace Beffroi.Psychometrics;

/// <summary>The scores on one item of people grouped by their total score, collapsed until no cell expects too few people.</summary>
static class ScoreTable
{
    /// <param name="rows">For each total score met, in increasing order, the cells of the item's scores.</param>
    /// <param name="minimum">The fewest people a cell may expect.</param>
    public static List<ScoreCell[]> Collapsed(IEnumerable<ScoreCell[]> rows, double minimum)
    {
        // First the groups of people, from both ends towards the middle, until each has two cells worth comparing ...
        var groups = rows.ToList();
        while (groups.Count > 1 && OutermostPoor(groups, minimum) is { } at)
        {
            var lower = at < groups.Count / 2 ? at : at - 1;
            groups[lower] = [.. groups[lower].Zip(groups[lower + 1], (cell, next) => cell.WithTotals(next))];
            groups.RemoveAt(lower + 1);
        }

        // ... then, within a group, the scores that are still too rare; a group left with one cell says nothing.
        return [.. groups.Select(group => MergeScores([.. group], minimum)).Where(group => group.Length > 1)];
    }

    static int? OutermostPoor(List<ScoreCell[]> groups, double minimum)
    {
        for (var i = 0; i < groups.Count; i++)
        {
            var at = i % 2 == 0 ? i / 2 : groups.Count - 1 - (i / 2);
            if (groups[at].Count(cell => cell.Expected >= minimum) < 2)
            {
                return at;
            }
        }

        return null;
    }

    static ScoreCell[] MergeScores(List<ScoreCell> cells, double minimum)
    {
        while (cells.Count > 1 && cells.MinBy(cell => cell.Expected) is { } rarest && rarest.Expected < minimum)
        {
            // Into the smaller neighbour.
            var at = cells.IndexOf(rarest);
            var lower = at == cells.Count - 1 || (at > 0 && cells[at - 1].Expected < cells[at + 1].Expected) ? at - 1 : at;
            cells[lower] = cells[lower].WithScores(cells[lower + 1]);
            cells.RemoveAt(lower + 1);
        }

        return [.. cells];
    }
}
